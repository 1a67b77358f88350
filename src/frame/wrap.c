/* Labels that are printed over several lines. See wrap.h. */
#include "frame/wrap.h"

#include "base/ascii.h"
#include "base/error.h"
#include "base/str.h"
#include "base/utf8.h"
#include "scan/features.h"
#include "scan/notes.h"

bool
thr_wrap_is_open(thresh_str label) {
    enum { LONGEST = 3 };
    static const char *const words[] = {"and", "or",  "of",  "for", "the",
                                        "&",   "og",  "och", "und", "et",
                                        "de",  "der", "y"};
    char last = label.len > 1 ? label.ptr[label.len - 1] : ' ';
    if (last == ','
        || (last == '/' && thr_str_find(label, THR_LIT("//")) == THRESH_NONE))
        return true;
    size_t at = label.len;
    while (at > 0 && label.ptr[at - 1] != ' ' && label.len - at <= LONGEST)
        at--;
    if (at < 2 || at == label.len || label.ptr[at - 1] != ' '
        || strchr("aofteu&dy", label.ptr[at]) == NULL)
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (thr_str_equal(thr_str_from(label, at), thr_str(words[i])))
            return true;
    return false;
}

static bool
is_lone(const thr_window *window, size_t i) {
    thr_features features = thr_window_features(window, i);
    return features.filled == 1 && features.first == 1;
}

static bool
is_row(const thr_window *window, size_t i) {
    thr_features features = thr_window_features(window, i);
    return features.first == 1 && features.figures > 0;
}

/* Whether the label of record `i` starts small where no line is broken: then
 * all of them may. */
static bool
starts_small(const thr_window *window, size_t i) {
    return i < window->count
           && thr_record_cell(thr_window_at(window, i), 1).len > 0
           && thr_is_lower(
               thr_record_cell(thr_window_at(window, i), 1).ptr[0]);
}

/* ## Aligned labels */

/* Where a label stands, in code points. */
typedef struct place {
    size_t lo;
    size_t hi;
} place;

static place
place_of(const thr_record *record) {
    place out = {0, 0};
    if (record->ncells == 0)
        return out;
    thresh_str text = record->cells[0].text, label = thr_str_trim(text);
    if (label.len == 0)
        return out;
    out.lo = thr_utf8_length(
        thr_str_slice(text, 0, (size_t)(label.ptr - text.ptr)));
    out.hi = out.lo + thr_utf8_length(label);
    return out;
}

/* Whether the row below the label in record `i` stands a little deeper, and
 * no other beside it: a heading over a single row heads nothing. */
static bool
is_only_part(const thr_window *window, size_t i) {
    enum { MOST = 8 };
    size_t above = place_of(thr_window_at(window, i)).lo;
    size_t part = place_of(thr_window_at(window, i + 1)).lo;
    if (part <= above || part > above + MOST)
        return false;
    size_t next = thr_window_filled(window, i + 2);
    return next >= window->count
           || place_of(thr_window_at(window, next)).lo < part
           || (next > i + 2 && !is_row(window, next));
}

/* "(Table V)", but not "(1) Food", starts with what belongs to a label above.
 */
static bool
is_bracketed(thresh_str label) {
    enum { LEAST = 4 };
    return label.len > LEAST && label.ptr[0] == '('
           && thr_str_find(thr_str_slice(label, 0, LEAST), THR_LIT(")"))
                  == THRESH_NONE;
}

/* Whether the label alone in record `i` is no label by itself: it ends
 * nowhere, or the row below starts with what is none. */
static bool
is_part(const thr_window *window, size_t i) {
    thresh_str label = thr_record_cell(thr_window_at(window, i), 1);
    thresh_str next = thr_record_cell(thr_window_at(window, i + 1), 1);
    return thr_wrap_is_open(label)
           || (thr_window_at(window, i)->aligned && is_bracketed(next))
           || (thr_is_lower(next.ptr[0]) && !thr_is_lower(label.ptr[0])
               && !starts_small(window, i + 2));
}

/* Whether a label alone shows that labels do stand alone here: one with ":"
 * says so itself. */
static bool
stands_alone(const thr_window *window, size_t i) {
    thresh_str label = thr_record_cell(thr_window_at(window, i), 1);
    if (!is_lone(window, i) || label.ptr[label.len - 1] == ':')
        return false;
    return i + 1 >= window->count || !is_row(window, i + 1)
           || !(is_part(window, i) || is_only_part(window, i));
}

/* How far labels reach in the rows right below record `i`; 0 if these are
 * few, or a label among them stands alone over its own rows. */
static size_t
reach(const thr_window *window, size_t i) {
    enum { LEAST = 3, FAR = 64 };
    size_t rows = 0, most = 0;
    for (size_t k = i + 1; k < window->count && k < i + FAR; k++) {
        const thr_record *record = thr_window_at(window, k);
        if (record->filled == 0)
            break;
        if (stands_alone(window, k))
            return 0;
        if (place_of(record).hi > most)
            most = place_of(record).hi;
        rows += is_row(window, k);
    }
    return rows < LEAST ? 0 : most;
}

/* Whether a single short word stands flush below a label that leaves no room
 * for it: so far no label reaches. "Total" may head its own rows. */
static bool
is_word_left_over(const thr_window *window, size_t i) {
    place own = place_of(thr_window_at(window, i));
    place word = place_of(thr_window_at(window, i + 1));
    thresh_str text = thr_record_cell(thr_window_at(window, i + 1), 1);
    if (own.lo != word.lo || 2 * (word.hi - word.lo) > own.hi - own.lo
        || thr_str_find(text, THR_LIT(" ")) != THRESH_NONE
        || thr_str_find_nocase(text, THR_LIT("total")) != THRESH_NONE)
        return false;
    size_t most = reach(window, i);
    return own.hi <= most && own.hi + 1 + (word.hi - word.lo) > most;
}

static bool
has_letter(thresh_str text) {
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)(text.ptr[i] | 0x20) >= 'a')
            return true;
    return false;
}

/* Whether a label is broken, as places tell. */
static bool
is_broken(const thr_window *window, size_t i) {
    const thr_record *record = thr_window_at(window, i);
    return record->aligned && has_letter(thr_record_cell(record, 1))
           && (is_only_part(window, i) || is_word_left_over(window, i));
}

static bool
ends_with_colon(const thr_window *window, size_t i) {
    thresh_str label = thr_record_cell(thr_window_at(window, i), 1);
    return label.ptr[label.len - 1] == ':';
}

bool
thr_wrap_heads_on(const thr_window *window, size_t i) {
    enum { MOST = 8 };
    if (i + 2 >= window->count || !is_lone(window, i)
        || !is_lone(window, i + 1) || !thr_window_at(window, i)->aligned
        || ends_with_colon(window, i) || !ends_with_colon(window, i + 1))
        return false;
    size_t above = place_of(thr_window_at(window, i)).lo;
    size_t below = place_of(thr_window_at(window, i + 1)).lo;
    if (below <= above || below > above + MOST)
        return false;
    size_t at = i + 2, rows = 0;
    for (; at < window->count; at++) {
        const thr_record *record = thr_window_at(window, at);
        size_t lo = place_of(record).lo;
        if (record->filled > 0 && lo <= above)
            break;
        if (record->filled > 0 && lo <= below)
            return false;
        rows += is_row(window, at);
    }
    return rows > 0;
}

/* ## All labels */

/* Whether record `i`, a label alone, is the first of three lines or more: it
 * is no label by itself, and nor is the one below. */
static bool
goes_on_alone(const thr_window *window, size_t i) {
    enum { MOST = 4 };
    size_t at = i;
    while (at < i + MOST && at + 1 < window->count
           && is_lone(window, at + 1)) {
        if (!thr_window_at(window, at)->aligned || ends_with_colon(window, at)
            || !has_letter(thr_record_cell(thr_window_at(window, at), 1))
            || !is_part(window, at))
            return false;
        at++;
    }
    return at > i && at < i + MOST && thr_wrap_goes_on(window, at);
}

bool
thr_wrap_goes_on(const thr_window *window, size_t i) {
    if (i + 1 >= window->count || !is_lone(window, i))
        return false;
    if (!is_row(window, i + 1))
        return goes_on_alone(window, i);
    return !ends_with_colon(window, i)
           && (is_part(window, i) || is_broken(window, i));
}

/* ## Labels that go on below their row */

/* Whether the label in the second record could have stood behind that of the
 * first: as far as others reach, its first word had room. */
static bool
had_room(const thr_window *window) {
    enum { FAR = 16 };
    thresh_str text = thr_record_cell(thr_window_at(window, 1), 1);
    size_t blank = thr_str_find(text, THR_LIT(" "));
    size_t word = thr_utf8_length(
        thr_str_slice(text, 0, blank == THRESH_NONE ? text.len : blank));
    size_t most = 0;
    for (size_t i = 2; i < window->count && i < FAR; i++)
        if (is_row(window, i) && place_of(thr_window_at(window, i)).hi > most)
            most = place_of(thr_window_at(window, i)).hi;
    return place_of(thr_window_at(window, 0)).hi + 1 + word <= most;
}

/* Whether the second record, a label alone, hangs from the row above: it is
 * indented a little below its label, stands over nothing, and found no room
 * above. */
static bool
hangs(const thr_window *window) {
    enum { MOST = 4 };
    const thr_record *record = thr_window_at(window, 1);
    thresh_str text = thr_record_cell(record, 1);
    size_t row = place_of(thr_window_at(window, 0)).lo;
    size_t lo = place_of(record).lo;
    if (lo <= row || lo > row + MOST || ends_with_colon(window, 1)
        || !has_letter(text) || thr_notes_is_note(text))
        return false;
    size_t next = thr_window_filled(window, 2);
    return next < window->count
           && (is_row(window, next) || is_lone(window, next))
           && place_of(thr_window_at(window, next)).lo < lo
           && !had_room(window);
}

thresh_result
thr_wrap_look(thr_window *window, const thr_stub *stub, bool *comes_after,
              thresh_error *err) {
    enum { ROWS = 3, PLACES = 16 };
    bool open = thr_wrap_is_open(thr_record_cell(thr_window_at(window, 0), 1));
    bool placed = stub->fields == 1 && !stub->cut_ins
                  && thr_window_at(window, 0)->aligned;
    *comes_after = false;
    if (!open && !placed)
        return THRESH_OK;
    THR_TRY(thr_window_fill(window, placed ? PLACES : ROWS, err));
    if (window->count < 2 || !is_lone(window, 1))
        return THRESH_OK;
    *comes_after = open ? !thr_wrap_goes_on(window, 1)
                        : is_row(window, 0) && hangs(window);
    return THRESH_OK;
}
