/* Blank cells that a header lacks. See shifted.h. */
#include "frame/shifted.h"

#include "base/error.h"
#include "base/str.h"
#include "value/value.h"

/* ## The cell over the labels */

/* Whether a row has a label, and figures in the `more` cells beside it. */
static bool
is_whole_row(const thr_record *row, size_t more) {
    if (row->ncells != more + 1 || row->filled != row->ncells
        || thr_value_is_figure(thr_record_cell(row, 1)))
        return false;
    for (size_t field = 2; field <= row->ncells; field++)
        if (!thr_value_is_figure(thr_record_cell(row, field)))
            return false;
    return true;
}

/* "Region | 2018 | 2019" names the labels, and so does "Year". */
static bool
names_labels(const thr_record *header) {
    thresh_str year;
    size_t years = 0;
    for (size_t field = 2; field <= header->ncells; field++)
        years += thr_text_heads_year(thr_record_cell(header, field), &year);
    thresh_str first = thr_record_cell(header, 1);
    return thr_text_names_time(first)
           || (years > 0 && !thr_text_heads_year(first, &year));
}

static bool
is_shifted(const thr_window *window, const thr_location *location) {
    enum { FEWEST = 2 };
    if (location->nheader != 1 || location->stub.fields != 1
        || location->panels.count > 0 || location->shape.stub_fields > 0)
        return false;
    const thr_record *header = thr_window_at(window, location->header);
    size_t rows = 0, odd = 0;
    if (header->aligned || header->ncells < 2
        || header->filled != header->ncells || names_labels(header))
        return false;
    for (size_t i = location->body; i < location->end; i++) {
        const thr_record *row = thr_window_at(window, i);
        bool whole = is_whole_row(row, header->ncells);
        rows += whole;
        odd += !whole && row->filled > 1;
    }
    return rows >= FEWEST && odd == 0;
}

/* ## Spanners */

/* How many columns each spanner is over, where those below it are the same
 * ones again for each; 0 if they are not. */
static size_t
find_span(const thr_record *spanners, const thr_record *header) {
    size_t count = spanners->ncells - 1, columns = header->ncells - 1;
    if (spanners->ncells < 3
        || spanners->filled + (thr_record_cell(spanners, 1).len == 0)
               != spanners->ncells
        || header->filled < columns || columns <= count
        || columns % count != 0)
        return 0;
    size_t span = columns / count;
    for (size_t field = 2 + span; field <= header->ncells; field++)
        if (!thr_str_equal(thr_record_cell(header, field),
                           thr_record_cell(header, field - span)))
            return 0;
    return span;
}

static size_t
spread_by(const thr_window *window, const thr_location *location) {
    if (location->nheader != 2
        || thr_window_at(window, location->header)->aligned)
        return 0;
    return find_span(thr_window_at(window, location->header),
                     thr_window_at(window, location->header + 1));
}

static bool
spread(thr_window *window, size_t i, size_t span) {
    for (size_t field = thr_window_at(window, i)->ncells; field > 1; field--)
        if (!thr_window_insert(window, i, field + 1, span - 1))
            return false;
    return true;
}

/* ## Both */

thresh_result
thr_shifted_locate(thr_window *window, const thr_shape *shape,
                   const thr_report *report, thr_location *out, bool *found,
                   thresh_error *err) {
    THR_TRY(thr_locate(window, shape, out, found, err));
    bool shifted = *found && is_shifted(window, out);
    size_t span = *found ? spread_by(window, out) : 0;
    if (!shifted && span == 0)
        return THRESH_OK;
    thresh_place place = thr_record_place(thr_window_at(window, out->header),
                                          1);
    if (shifted)
        thr_report_warning(report, &place,
                           "the header has one cell less than each row: its "
                           "first heading is read as that of the first "
                           "values, and the labels as without one");
    bool done = shifted ? thr_window_insert(window, out->header, 1, 1)
                        : spread(window, out->header, span);
    return done ? thr_locate(window, shape, out, found, err)
                : thr_fail_memory(err);
}
