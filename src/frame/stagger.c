/* Headings on several lines. See stagger.h. */
#include "frame/stagger.h"

#include <string.h>

#include "base/ascii.h"
#include "base/str.h"
#include "base/utf8.h"
#include "frame/figured.h"
#include "scan/features.h"

static thresh_str
text_of(const thr_window *window, thr_stagger_cell at) {
    return thr_record_cell(thr_window_at(window, at.record), at.field);
}

size_t
thr_stagger_span(const thr_window *window, thr_stagger_cell at) {
    const thr_record *record = thr_window_at(window, at.record);
    return at.field > 0 && at.field <= record->ncells
               ? record->cells[at.field - 1].span
               : 0;
}

/* Whether other cells of the record say the same. */
static bool
is_repeated(const thr_window *window, thr_stagger_cell at) {
    const thr_record *record = thr_window_at(window, at.record);
    for (size_t field = 1; field <= record->ncells; field++)
        if (field != at.field
            && thr_str_equal(thr_record_cell(record, field),
                             text_of(window, at)))
            return true;
    return false;
}

/* Whether a rule has no stroke from `lo` to before `hi`, in code points from
 * 1. */
static bool
is_open(thresh_str rule, size_t lo, size_t hi) {
    for (size_t column = 1; rule.len > 0 && column < hi; column++) {
        if (column >= lo && strchr(" \t\r\n", rule.ptr[0]) == NULL)
            return false;
        size_t len = 1;
        while (len < rule.len && ((unsigned char)rule.ptr[len] & 0xC0) == 0x80)
            len++;
        rule = thr_str_from(rule, len);
    }
    return true;
}

/* Whether nothing stands between two cells of a field: other headings may go
 * on there, and a rule may run below those. */
static bool
touch(const thr_window *window, thr_stagger_cell above,
      thr_stagger_cell below) {
    const thr_record *record = thr_window_at(window, above.record);
    size_t lo = record->cells[above.field - 1].column;
    size_t hi = lo + thr_utf8_length(text_of(window, above));
    for (size_t i = above.record + 1; i < below.record; i++) {
        const thr_record *between = thr_window_at(window, i);
        if (between->filled > 0)
            continue;
        if (!between->rule || !is_open(thr_buf_view(&between->text), lo, hi))
            return false;
    }
    return true;
}

/* Whether what stands below starts small, or does below one of the cells that
 * say the same as the one above: "Last month" is a heading, and so is "Last 12
 * months" beside it. */
static bool
goes_on_small(const thr_window *window, thr_stagger_cell above,
              thr_stagger_cell below) {
    const thr_record *record = thr_window_at(window, above.record);
    const thr_record *lower = thr_window_at(window, below.record);
    for (size_t field = 1; field <= record->ncells; field++)
        if (thr_is_lower(thr_first(thr_record_cell(lower, field)))
            && thr_str_equal(thr_record_cell(record, field),
                             text_of(window, above)))
            return true;
    return false;
}

bool
thr_stagger_goes_on(const thr_window *window, thr_stagger_cell above,
                    thr_stagger_cell below, bool labels) {
    size_t span = thr_stagger_span(window, above);
    thresh_str year;
    if (span == 0 || span != thr_stagger_span(window, below)
        || above.field != below.field || !touch(window, above, below))
        return false;
    if (labels || thr_last(text_of(window, above)) == '-')
        return true;
    if (thr_figured_tells_units(thr_window_at(window, below.record))
        || thr_text_heads_year(text_of(window, above), &year))
        return false;
    return goes_on_small(window, above, below)
           || (!is_repeated(window, above) && !is_repeated(window, below));
}
