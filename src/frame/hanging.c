/* Labels that go on below their row. See hanging.h. */
#include "frame/hanging.h"

#include "base/error.h"
#include "base/str.h"
#include "base/utf8.h"
#include "frame/standing.h"
#include "frame/wrap.h"
#include "scan/broken.h"
#include "scan/notes.h"

/* Lines that a label takes below its row. */
enum { MOST_LINES = 3 };

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
        if (thr_standing_is_row(window, i)
            && thr_standing_of(thr_window_at(window, i)).hi > most)
            most = thr_standing_of(thr_window_at(window, i)).hi;
    return thr_standing_of(thr_window_at(window, 0)).hi + 1 + word <= most;
}

/* ## One line */

/* Whether the second record, a label alone, hangs from the row above: it is
 * indented a little below its label, stands over nothing, and found no room
 * above. */
static bool
hangs(const thr_window *window) {
    enum { MOST = 4 };
    const thr_record *record = thr_window_at(window, 1);
    size_t row = thr_standing_of(thr_window_at(window, 0)).lo;
    size_t lo = thr_standing_of(record).lo;
    if (lo <= row || lo > row + MOST)
        return false;
    size_t next = thr_window_filled(window, 2);
    return next < window->count
           && (thr_standing_is_row(window, next)
               || thr_standing_is_lone(window, next))
           && thr_standing_of(thr_window_at(window, next)).lo < lo
           && !had_room(window);
}

/* "of which" stands over rows, though it starts small. */
static bool
is_over_parts(thresh_str text) {
    static const char *const words[] = {
        "of which", "thereof",      "davon",  "darunter", "dont",   "herav",
        "heraf",    "d\xC3\xA4rav", "di cui", "waarvan",  "de los "};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (thr_str_starts(text, thr_str(words[i])))
            return true;
    return false;
}

/* Whether record `n` starts small as no label here does: neither that of the
 * first, nor the next one below. */
static bool
is_small_rest(const thr_window *window, size_t n) {
    thresh_str text = thr_record_cell(thr_window_at(window, n), 1);
    thresh_str label = thr_record_cell(thr_window_at(window, 0), 1);
    if (!thr_standing_is_small(window, n) || is_over_parts(text)
        || thr_standing_is_small(window, 0)
        || (thr_standing_is_row(window, 0) && !thr_standing_has_letter(label)))
        return false;
    size_t next = thr_window_filled(window, n + 1);
    return next >= window->count || !thr_standing_is_row(window, next)
           || (!thr_standing_is_small(window, next)
               && !thr_wrap_is_open(text));
}

/* Whether record `n` is a further line of what hangs below a row: it stands
 * where the first of them does. */
static bool
hangs_too(const thr_window *window, size_t n) {
    size_t lo = thr_standing_of(thr_window_at(window, n)).lo;
    size_t next = thr_window_filled(window, n + 1);
    return lo == thr_standing_of(thr_window_at(window, 1)).lo
           && lo > thr_standing_of(thr_window_at(window, 0)).lo
           && (next >= window->count
               || thr_standing_of(thr_window_at(window, next)).lo < lo);
}

/* ## All lines */

/* Whether the label of the first record goes on in record `n`, as far as
 * places and small letters tell. `held` says that it starts above. */
static bool
goes_below(const thr_window *window, size_t n, bool held) {
    thresh_str text = thr_record_cell(thr_window_at(window, n), 1);
    if (!thr_standing_is_lone(window, n) || thr_standing_is_over(window, n)
        || !thr_standing_has_letter(text) || thr_notes_is_note(text)
        || (n + 1 < window->count && thr_standing_is_bare(window, n + 1)))
        return false;
    if (n > 1)
        return is_small_rest(window, n) || hangs_too(window, n);
    if (thr_standing_is_bare(window, 0))
        return held;
    return thr_standing_is_row(window, 0)
           && (hangs(window) || is_small_rest(window, n));
}

/* In how many records the label of the first goes on: where it ends nowhere,
 * in the next one at least, unless that belongs to what is below. */
static size_t
count_lines(const thr_window *window, bool open, bool placed, bool held) {
    size_t count = 0;
    if (window->count < 2 || !thr_standing_is_lone(window, 1))
        return 0;
    if (open && thr_wrap_goes_on(window, 1, false))
        return 0;
    count = open;
    while (placed && count < MOST_LINES && count + 1 < window->count
           && goes_below(window, count + 1, held))
        count++;
    return count;
}

thresh_result
thr_hanging_look(thr_hanging *hanging, thr_window *window,
                 const thr_stub *stub, bool held, thresh_error *err) {
    enum { ROWS = 3, PLACES = 16 };
    thr_buf *text = &hanging->text;
    bool open = thr_wrap_is_open(thr_record_cell(thr_window_at(window, 0), 1));
    bool placed = stub->fields == 1 && !stub->cut_ins
                  && thr_window_at(window, 0)->aligned;
    hanging->count = 0;
    thr_buf_clear(text);
    if (!open && !placed)
        return THRESH_OK;
    THR_TRY(thr_window_fill(window, placed ? PLACES : ROWS, err));
    hanging->count = count_lines(window, open, placed, held);
    for (size_t i = 1; i <= hanging->count; i++)
        thr_broken_join(text, thr_record_cell(thr_window_at(window, i), 1));
    return text->failed ? thr_fail_memory(err) : THRESH_OK;
}
