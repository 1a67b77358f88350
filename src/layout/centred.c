/* Labels printed over the columns. See centred.h. */
#include "layout/centred.h"

#include "base/str.h"
#include "grid/value.h"
#include "layout/features.h"

/* A text alone, behind the first field. */
static bool
is_alone(const thr_window *window, size_t i) {
    const thr_record *record = thr_window_at(window, i);
    thr_features features = thr_window_features(window, i);
    return features.filled == 1 && features.first > 1 && !record->aligned
           && !thr_value_is_figure(thr_record_cell(record, features.first));
}

/* A label with values. */
static bool
is_row(const thr_window *window, size_t i) {
    thr_features features = thr_window_features(window, i);
    return features.first == 1 && thr_features_is_data(&features);
}

static size_t
skip_blanks(const thr_window *window, size_t i) {
    while (i < window->count && thr_window_at(window, i)->filled == 0)
        i++;
    return i;
}

/* What was seen of the texts that stand alone in one field. */
typedef struct tally {
    size_t field;
    size_t count;  /* right above a row */
    bool within;   /* one of them right below a row too */
    bool headings; /* one stands above headings, as a spanner does */
} tally;

static void
see(const thr_window *window, size_t i, bool below_row, tally *out) {
    size_t next = skip_blanks(window, i + 1);
    size_t field = thr_window_features(window, i).first;
    if (next == window->count)
        return;
    thr_features features = thr_window_features(window, next);
    if (is_row(window, next)) {
        out->headings |= out->count > 0 && out->field != field;
        out->field = field;
        out->count++;
        out->within |= below_row;
    } else if (features.filled > 1) {
        out->headings = true;
    }
}

size_t
thr_centred_find(const thr_window *window) {
    tally seen = {0};
    bool below_row = false;
    for (size_t i = 0; i < window->count; i++) {
        if (thr_window_at(window, i)->filled == 0)
            continue;
        if (is_alone(window, i))
            see(window, i, below_row, &seen);
        below_row = is_row(window, i);
    }
    return seen.count > 1 && seen.within && !seen.headings ? seen.field : 0;
}

void
thr_centred_lift(thr_record *record, size_t field) {
    if (record->filled != 1 || thr_record_cell(record, field).len == 0)
        return;
    thr_grid_cell *cells = record->cells;
    if (cells[field - 1].field == 0)
        cells[field - 1].field = (uint32_t)field;
    cells[0] = cells[field - 1];
    cells[field - 1] = (thr_grid_cell){.field = (uint32_t)field};
}
