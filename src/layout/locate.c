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

/* Whether `i`, whose figures are all years, is a header over the years: the
 * next record that is not blank holds other figures. */
static bool
heads_years(const thr_window *window, size_t i) {
    thr_features features = features_at(window, i);
    if (!thr_features_is_years(&features))
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
is_heading(const thr_window *window, size_t i) {
    thr_features features = features_at(window, i);
    return thr_features_is_heading(&features);
}

/* A label alone in the first field, right below a header, is the first label
 * of the body ("Males"), not the last row of the header. */
static bool
is_group(const thr_window *window, size_t i) {
    thr_features features = features_at(window, i);
    return i > 0 && features.filled == 1 && features.first == 1
           && is_heading(window, i - 1);
}

/* The header ends before the body, blank records between passed over. */
static void
find_header(const thr_window *window, thr_location *out) {
    size_t end = out->body;
    while (end > 0 && thr_window_at(window, end - 1)->filled == 0)
        end--;
    size_t start = end;
    while (start > 0 && is_heading(window, start - 1))
        start--;
    out->header = start;
    out->nheader = end - start;
    if (out->nheader == 0)
        out->header = out->body;
}

/* The first fields that hold labels, and no figure in any row. */
static size_t
count_stub(const thr_window *window, size_t body, size_t fields) {
    size_t stub = fields, rows = 0;
    for (size_t i = body; i < window->count && rows < STUB_ROWS; i++) {
        const thr_record *record = thr_window_at(window, i);
        thr_features features = thr_features_of(record);
        if (features.figures == 0)
            continue;
        rows++;
        size_t field = 2;
        while (field <= record->ncells
               && !thr_value_is_figure(thr_record_cell(record, field)))
            field++;
        /* Blank fields before the first figure are values that are missing,
         * unless some row has a label there. */
        while (field > 2 && thr_record_cell(record, field - 1).len == 0)
            field--;
        if (field - 1 < stub)
            stub = field - 1;
    }
    return stub > 0 ? stub : 1;
}

static size_t
count_fields(const thr_window *window, const thr_location *location) {
    size_t fields = 0;
    for (size_t i = location->header; i < window->count; i++) {
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
    out->fields = count_fields(window, out);
    out->stub = count_stub(window, body, out->fields);
    return out->stub < out->fields;
}
