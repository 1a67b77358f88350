/* Labels that are printed over several lines. See wrap.h. */
#include "frame/wrap.h"

#include "base/ascii.h"
#include "base/str.h"
#include "frame/standing.h"

/* "Manufac-": a word goes on in the next line. */
static bool
is_broken_word(thresh_str label) {
    return thr_last(label) == '-' && label.len > 2
           && thr_is_lower(label.ptr[label.len - 2]);
}

bool
thr_wrap_is_open(thresh_str label) {
    enum { LONGEST = 3 };
    static const char *const words[] = {"and", "or",  "of",  "for", "the",
                                        "&",   "og",  "och", "und", "et",
                                        "de",  "der", "y"};
    char last = label.len > 1 ? label.ptr[label.len - 1] : ' ';
    if (last == ',' || is_broken_word(label)
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

/* Whether the row below the label in record `i` stands a little deeper, and
 * no other beside it: a heading over a single row heads nothing. Labels set
 * flush right stand as deep as they are short. */
static bool
is_only_part(const thr_window *window, size_t i) {
    enum { MOST = 8 };
    size_t above = thr_standing_of(thr_window_at(window, i)).lo;
    size_t part = thr_standing_of(thr_window_at(window, i + 1)).lo;
    if (part <= above || part > above + MOST)
        return false;
    size_t next = thr_window_filled(window, i + 2);
    if (next >= window->count)
        return true;
    thr_standing after = thr_standing_of(thr_window_at(window, next));
    if (next == i + 2 && thr_standing_is_row(window, next)
        && after.hi == thr_standing_of(thr_window_at(window, i + 1)).hi)
        return false;
    return after.lo < part
           || (next > i + 2 && !thr_standing_is_row(window, next));
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

/* Whether the label of record `i` starts small where no line is broken: then
 * all of them may. */
static bool
starts_small(const thr_window *window, size_t i) {
    return i < window->count && thr_standing_is_small(window, i);
}

/* Whether the label alone in record `i` is no label by itself: it ends
 * nowhere, or the row below starts with what is none. */
static bool
is_part(const thr_window *window, size_t i) {
    thresh_str label = thr_record_cell(thr_window_at(window, i), 1);
    thresh_str next = thr_record_cell(thr_window_at(window, i + 1), 1);
    return thr_wrap_is_open(label)
           || (thr_window_at(window, i)->aligned && is_bracketed(next))
           || (thr_is_lower(thr_first(next)) && !thr_is_lower(thr_first(label))
               && !starts_small(window, i + 2));
}

/* Whether a label alone shows that labels do stand alone here: one with ":"
 * says so itself. */
static bool
stands_alone(const thr_window *window, size_t i) {
    thresh_str label = thr_record_cell(thr_window_at(window, i), 1);
    if (!thr_standing_is_lone(window, i) || label.ptr[label.len - 1] == ':')
        return false;
    return i + 1 >= window->count || !thr_standing_is_row(window, i + 1)
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
        if (thr_standing_of(record).hi > most)
            most = thr_standing_of(record).hi;
        rows += thr_standing_is_row(window, k);
    }
    return rows < LEAST ? 0 : most;
}

/* Whether the label of record `i` is that of another row: then it is one by
 * itself. */
static bool
recurs(const thr_window *window, size_t i) {
    enum { FAR = 64 };
    thresh_str label = thr_record_cell(thr_window_at(window, i), 1);
    for (size_t k = i > FAR ? i - FAR : 0; k < window->count && k < i + FAR;
         k++)
        if (k != i
            && thr_str_equal(thr_record_cell(thr_window_at(window, k), 1),
                             label))
            return true;
    return false;
}

/* Whether a single short word stands flush below a label that leaves no room
 * for it: so far no label reaches. "Total" may head its own rows. */
static bool
is_word_left_over(const thr_window *window, size_t i) {
    thr_standing own = thr_standing_of(thr_window_at(window, i));
    thr_standing word = thr_standing_of(thr_window_at(window, i + 1));
    thresh_str text = thr_record_cell(thr_window_at(window, i + 1), 1);
    if (own.lo != word.lo || 2 * (word.hi - word.lo) > own.hi - own.lo
        || thr_str_find(text, THR_LIT(" ")) != THRESH_NONE
        || thr_str_find_nocase(text, THR_LIT("total")) != THRESH_NONE)
        return false;
    size_t most = reach(window, i);
    return own.hi <= most && own.hi + 1 + (word.hi - word.lo) > most
           && !recurs(window, i + 1);
}

/* Whether a label is broken, as places tell. */
static bool
is_broken(const thr_window *window, size_t i, bool heads) {
    const thr_record *record = thr_window_at(window, i);
    return record->aligned
           && thr_standing_has_letter(thr_record_cell(record, 1))
           && (is_only_part(window, i)
               || (!heads && is_word_left_over(window, i)));
}

/* Whether the label alone in record `i` heads rows below only with the label
 * alone in the record below. */
static bool
heads_on(const thr_window *window, size_t i) {
    enum { MOST = 8 };
    if (i + 2 >= window->count || !thr_standing_is_lone(window, i)
        || !thr_standing_is_lone(window, i + 1)
        || !thr_window_at(window, i)->aligned
        || thr_standing_is_over(window, i)
        || !thr_standing_is_over(window, i + 1))
        return false;
    size_t above = thr_standing_of(thr_window_at(window, i)).lo;
    size_t below = thr_standing_of(thr_window_at(window, i + 1)).lo;
    if (below <= above || below > above + MOST)
        return false;
    size_t at = i + 2, rows = 0;
    for (; at < window->count; at++) {
        const thr_record *record = thr_window_at(window, at);
        size_t lo = thr_standing_of(record).lo;
        if (record->filled > 0 && lo <= above)
            break;
        if (record->filled > 0 && lo <= below)
            return false;
        rows += thr_standing_is_row(window, at);
    }
    return rows > 0;
}

/* ## All labels */

/* Whether the label alone in record `i`, which goes on with one above, goes on
 * below as well: both start small. */
static bool
goes_further(const thr_window *window, size_t i) {
    return i + 1 < window->count && thr_standing_is_lone(window, i)
           && !thr_standing_is_over(window, i)
           && (thr_standing_is_row(window, i + 1)
               || thr_standing_is_lone(window, i + 1))
           && starts_small(window, i) && starts_small(window, i + 1);
}

/* Whether record `at` is a line of a label that starts in record `first` and
 * goes on below it: it is no label by itself, nor is the line below. */
static bool
is_line(const thr_window *window, size_t first, size_t at) {
    return thr_window_at(window, at)->aligned
           && !thr_standing_is_over(window, at)
           && thr_standing_has_letter(
               thr_record_cell(thr_window_at(window, at), 1))
           && (is_part(window, at)
               || (at == first ? starts_small(window, at + 1)
                               : goes_further(window, at)));
}

/* Whether record `i`, a label alone, is the first of three lines or more. All
 * labels may start small: then the next one does. */
static bool
goes_on_alone(const thr_window *window, size_t i) {
    enum { MOST = 4 };
    size_t at = i;
    while (at < i + MOST && at + 1 < window->count
           && thr_standing_is_lone(window, at + 1)) {
        if (!is_line(window, i, at))
            return false;
        at++;
    }
    if (at == i || at == i + MOST)
        return false;
    return thr_wrap_goes_on(window, at, false)
           || (goes_further(window, at) && !starts_small(window, i)
               && !starts_small(window, at + 2));
}

/* Whether the label alone in record `i` is that of the figures right below,
 * which have none: the only row there without. */
static bool
is_label_of_bare(const thr_window *window, size_t i) {
    thresh_str label = thr_record_cell(thr_window_at(window, i), 1);
    return thr_window_at(window, i)->aligned
           && thr_standing_is_bare(window, i + 1)
           && !thr_standing_is_over(window, i)
           && thr_standing_has_letter(label)
           && (i + 2 >= window->count || !thr_standing_is_bare(window, i + 2));
}

bool
thr_wrap_goes_on(const thr_window *window, size_t i, bool heads) {
    if (i + 1 >= window->count || !thr_standing_is_lone(window, i))
        return false;
    if (is_label_of_bare(window, i)
        || (i > 0 && goes_further(window, i)
            && thr_standing_is_lone(window, i - 1)
            && thr_window_at(window, i)->aligned))
        return true;
    if (!thr_standing_is_row(window, i + 1))
        return goes_on_alone(window, i);
    return !thr_standing_is_over(window, i)
           && (is_part(window, i) || is_broken(window, i, heads));
}

bool
thr_wrap_holds(const thr_window *window, const thr_stub *stub, bool held) {
    return stub->fields == 1
           && (thr_wrap_goes_on(window, 0, stub->cut_ins)
               || (held && goes_further(window, 0))
               || (!stub->cut_ins && !stub->alone && heads_on(window, 0)));
}
