/* Where the next table has its header and its rows. See locate.h. */
#include "layout/locate.h"

#include "grid/value.h"
#include "layout/features.h"

/* Rows that settle how many fields the stub has: enough that a text in a
 * value column is outvoted. */
enum { STUB_ROWS = 64 };

static thr_features
features_at(const thr_window *window, size_t i) {
    return thr_features_of(thr_window_at(window, i));
}

/* Index of the first record with figures, or the number of records. */
static size_t
find_figures(const thr_window *window) {
    size_t i = 0;
    for (; i < window->count; i++) {
        thr_features features = features_at(window, i);
        if (features.filled >= 2 && features.figures > 0)
            break;
    }
    return i;
}

static bool
is_heading(const thr_window *window, size_t i) {
    thr_features features = features_at(window, i);
    return thr_features_is_heading(&features);
}

/* Whether the record above `i` has a text over each of its cells: then a label
 * with years is a row, and the years are values. */
static bool
is_headed(const thr_window *window, size_t i) {
    const thr_record *record = thr_window_at(window, i);
    if (thr_record_cell(record, 1).len == 0 || i == 0
        || !is_heading(window, i - 1))
        return false;
    const thr_record *above = thr_window_at(window, i - 1);
    for (size_t field = 2; field <= record->ncells; field++)
        if (thr_record_cell(record, field).len > 0
            && thr_record_cell(above, field).len == 0)
            return false;
    return true;
}

/* Whether `i`, whose figures are all years, is a header over the years: the
 * next record that is not blank holds other figures. */
static bool
heads_years(const thr_window *window, size_t i) {
    thr_features features = features_at(window, i);
    if (!thr_features_is_years(&features) || is_headed(window, i))
        return false;
    for (i++; i < window->count; i++) {
        features = features_at(window, i);
        if (features.filled > 0)
            return thr_features_is_data(&features)
                   || thr_features_is_heading(&features);
    }
    return false;
}

static bool
is_header_row(const thr_window *window, size_t i) {
    return is_heading(window, i) || heads_years(window, i);
}

/* A label alone in the first field, right below a header, is the first label
 * of the body ("Males"), not the last row of the header. */
static bool
is_group(const thr_window *window, size_t i) {
    thr_features features = features_at(window, i);
    return i > 0 && features.filled == 1 && features.first == 1
           && is_header_row(window, i - 1);
}

/* Whether every cell beside the label of the first row has a text above it,
 * in the records from `start` to before `end`. */
static bool
heads_all(const thr_window *window, size_t body, size_t start, size_t end) {
    const thr_record *row = thr_window_at(window, body);
    for (size_t field = 2; field <= row->ncells; field++) {
        bool headed = thr_record_cell(row, field).len == 0;
        for (size_t i = start; i < end && !headed; i++)
            headed = thr_record_cell(thr_window_at(window, i), field).len > 0;
        if (!headed)
            return false;
    }
    return true;
}

static size_t
skip_blanks_up(const thr_window *window, size_t end) {
    while (end > 0 && thr_window_at(window, end - 1)->filled == 0)
        end--;
    return end;
}

/* The header ends before the body, blank records between passed over. It may
 * hold a blank record itself, where what is below that leaves columns without
 * a heading. */
static void
find_header(const thr_window *window, thr_location *out) {
    size_t end = skip_blanks_up(window, out->body);
    size_t start = end;
    for (;;) {
        while (start > 0 && is_header_row(window, start - 1))
            start--;
        size_t above = skip_blanks_up(window, start);
        if (above == 0 || above == start || start == end
            || thr_window_at(window, above - 1)->filled < 2
            || !is_heading(window, above - 1)
            || heads_all(window, out->body, start, end))
            break;
        start = above;
    }
    out->header = start;
    out->nheader = end - start;
    if (out->nheader == 0)
        out->header = out->body;
}

/* Where another table may start: at texts behind a blank that are not the same
 * header again. */
static size_t
find_end(const thr_window *window, const thr_location *location) {
    bool apart = false;
    const thr_record *header = thr_window_at(window, location->header);
    for (size_t i = location->body; i < window->count; i++) {
        const thr_record *record = thr_window_at(window, i);
        thr_features features = thr_features_of(record);
        bool text = features.filled == 1 && features.first == 1;
        bool heading = thr_features_is_heading(&features)
                       || thr_features_is_year_header(
                           &features, thr_record_cell(record, 1),
                           thr_record_cell(header, 1));
        bool again = location->nheader > 0
                     && thr_record_same_cells(header, record);
        if (apart && heading && !again)
            return i;
        apart = features.filled == 0 || (apart && text);
    }
    return window->count;
}

static bool
any_label(const thr_window *window, const thr_location *location,
          size_t field) {
    for (size_t i = location->body, rows = 0;
         i < location->end && rows < STUB_ROWS; i++) {
        thr_features features = features_at(window, i);
        if (features.figures == 0)
            continue;
        rows++;
        if (thr_record_cell(thr_window_at(window, i), field).len > 0)
            return true;
    }
    return false;
}

/* The first fields that hold labels, and no figure in any row. */
static size_t
count_stub(const thr_window *window, const thr_location *location) {
    size_t stub = location->fields, rows = 0;
    for (size_t i = location->body; i < location->end && rows < STUB_ROWS;
         i++) {
        const thr_record *record = thr_window_at(window, i);
        thr_features features = thr_features_of(record);
        if (features.figures == 0)
            continue;
        rows++;
        size_t field = 2;
        while (field <= record->ncells
               && !thr_value_is_figure(thr_record_cell(record, field)))
            field++;
        if (field - 1 < stub)
            stub = field - 1;
    }
    /* Blank fields before the first figure are values that are missing,
     * unless some row has a label there. */
    while (rows > 0 && stub > 1 && !any_label(window, location, stub))
        stub--;
    return stub > 0 ? stub : 1;
}

static size_t
count_fields(const thr_window *window, const thr_location *location) {
    size_t fields = 0;
    for (size_t i = location->header; i < location->end; i++) {
        size_t cells = thr_window_at(window, i)->ncells;
        if (cells > fields)
            fields = cells;
    }
    return fields;
}

bool
thr_locate(const thr_window *window, thr_location *out) {
    *out = (thr_location){.reason = "the next record holds figures"};
    size_t body = find_figures(window);
    while (body < window->count && heads_years(window, body)) {
        out->reason = "its years stand above other figures";
        for (body++; thr_window_at(window, body)->filled == 0;)
            body++;
        while (body < window->count && is_heading(window, body)
               && !heads_years(window, body))
            body++;
    }
    if (body >= window->count)
        return false;
    while (is_group(window, body - 1 + (body == 0)))
        body--;
    out->body = body;
    find_header(window, out);
    out->end = find_end(window, out);
    out->fields = count_fields(window, out);
    out->stub = count_stub(window, out);
    return out->stub < out->fields;
}
