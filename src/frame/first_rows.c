/* Rows above the first figures. See first_rows.h. */
#include "frame/first_rows.h"

#include "base/ascii.h"
#include "base/str.h"
#include "scan/again.h"
#include "scan/features.h"
#include "value/symbol.h"

/* ## Values that recur */

/* Whether a blank line or a text by itself stands above record `i`, as a title
 * does above a header. */
static bool
starts_afresh(const thr_window *window, size_t i) {
    return i == 0 || thr_window_at(window, i - 1)->filled < 2;
}

/* The same of the next line of a header, below spanners that have no label
 * beside them. */
static bool
may_head(const thr_window *window, size_t i) {
    return starts_afresh(window, i)
           || (thr_record_cell(thr_window_at(window, i - 1), 1).len == 0
               && starts_afresh(window, i - 1));
}

/* Whether all texts beside the label, two or more, are the same:
 * headings are not. */
static bool
repeats_one(const thr_record *record) {
    thresh_str first = {0};
    size_t cells = 0;
    for (size_t field = 2; field <= record->ncells; field++) {
        thresh_str cell = thr_record_cell(record, field);
        if (cell.len == 0)
            continue;
        if (cells > 0 && !thr_str_equal(cell, first))
            return false;
        first = cell;
        cells++;
    }
    return cells > 1;
}

/* Whether cell `field` of record `i` stands below in a row with another label:
 * a header that is printed again has the same, stands on another page, or
 * heads another table. */
static bool
stands_below(const thr_window *window, size_t i, size_t field) {
    enum { FAR = 64 };
    bool header = may_head(window, i)
                  && !repeats_one(thr_window_at(window, i));
    const thr_record *record = thr_window_at(window, i);
    for (size_t k = i + 1; k < window->count && k < i + FAR; k++) {
        const thr_record *below = thr_window_at(window, k);
        if (below->top)
            return false;
        if (thr_record_cell(below, 1).len > 0
            && thr_str_equal(thr_record_cell(record, field),
                             thr_record_cell(below, field))
            && !(header && may_head(window, k))
            && !thr_again_same(thr_record_cell(record, 1),
                               thr_record_cell(below, 1)))
            return true;
    }
    return false;
}

/* Whether most texts beside the label of record `i` stand in the same columns
 * again below: values recur ("7 to 16"), headings do not. */
static bool
recurs(const thr_window *window, size_t i) {
    const thr_record *record = thr_window_at(window, i);
    size_t cells = 0, again = 0;
    if (thr_record_cell(record, 1).len == 0)
        return false;
    for (size_t field = 2; field <= record->ncells; field++) {
        thresh_str cell = thr_record_cell(record, field);
        cells += cell.len > 0;
        again += cell.len > 0 && stands_below(window, i, field);
    }
    return cells > 0 && 2 * again >= cells;
}

/* ## Values that are missing */

/* What the cells beside a label are, where all of them are symbols. */
typedef struct symbols {
    size_t cells;
    size_t letters; /* of these, one letter or sign, or capitals: codes, as
                       headings may be */
    bool alike;
    bool words; /* one of them is longer than a letter */
} symbols;

static bool
is_code(thresh_str cell) {
    for (size_t i = 0; i < cell.len; i++)
        if (!thr_is_upper(cell.ptr[i]))
            return cell.len == 1;
    return true;
}

/* Whether a row has a label, and nothing else but symbols for what is missing.
 */
static bool
holds_symbols(const thr_record *record, symbols *out) {
    thresh_str first = {NULL, 0};
    *out = (symbols){.alike = true};
    thresh_str label = thr_record_cell(record, 1);
    if (label.len == 0 || thr_text_is_rule(label))
        return false;
    for (size_t field = 2; field <= record->ncells; field++) {
        thresh_str cell = thr_record_cell(record, field);
        if (cell.len == 0)
            continue;
        if (!thr_symbol_of_any(cell))
            return false;
        out->letters += is_code(cell);
        out->words |= cell.len > 1;
        if (out->cells++ == 0)
            first = cell;
        out->alike &= thr_str_equal(cell, first);
    }
    return out->cells > 0;
}

/* The next record above `i` with more than one cell, or one that is not the
 * first; the number of records if there is none. */
static size_t
above(const thr_window *window, size_t i) {
    while (i-- > 0)
        if (thr_window_at(window, i)->filled > 1
            || thr_window_features(window, i).first > 1)
            return i;
    return window->count;
}

/* Whether texts stand over each cell of record `i` but the first, in the line
 * above or, where that is left blank, the next. */
static bool
is_headed(const thr_window *window, size_t i) {
    const thr_record *record = thr_window_at(window, i);
    size_t up = above(window, i);
    if (up == window->count)
        return false;
    size_t higher = above(window, up);
    for (size_t field = 2; field <= record->ncells; field++)
        if (thr_record_cell(record, field).len > 0
            && thr_record_cell(thr_window_at(window, up), field).len == 0
            && (higher == window->count
                || thr_record_cell(thr_window_at(window, higher), field).len
                       == 0))
            return false;
    return true;
}

/* Whether record `i` is a row whose values are missing. Codes may be headings,
 * such as "NA" for North America, unless a line of headings stands above them,
 * that of the labels among them; letters, unless all are one. */
static bool
is_missing(const thr_window *window, size_t i) {
    symbols at;
    if (!holds_symbols(thr_window_at(window, i), &at))
        return false;
    size_t up = above(window, i);
    if (up == window->count)
        return at.letters == 0;
    bool below = at.letters == 0
                 || thr_record_cell(thr_window_at(window, up), 1).len > 0;
    return below && is_headed(window, i)
           && (at.words || (at.alike && at.cells > 1));
}

size_t
thr_first_rows_find(const thr_window *window, size_t body) {
    size_t first = body;
    for (size_t i = body; i-- > 0;) {
        if (thr_window_at(window, i)->filled == 0)
            continue;
        if (!recurs(window, i) && !is_missing(window, i))
            break;
        first = i;
    }
    return first;
}
