/* Labels printed over the columns. See centred.h. */
#include "scan/centred.h"

#include "scan/features.h"
#include "scan/move.h"
#include "value/value.h"

/* What stands alone, behind the first field; or nothing. */
static thresh_str
alone(const thr_window *window, size_t i) {
    const thr_record *record = thr_window_at(window, i);
    thr_features features = thr_window_features(window, i);
    return features.filled == 1 && features.first > 1 && !record->aligned
               ? thr_record_cell(record, features.first)
               : (thresh_str){NULL, 0};
}

/* A label with values. */
static bool
is_row(const thr_window *window, size_t i) {
    thr_features features = thr_window_features(window, i);
    return features.first == 1 && thr_features_is_data(&features);
}

/* ... one of which stands in `field`. */
static bool
is_row_over(const thr_window *window, size_t i, size_t field) {
    return is_row(window, i)
           && thr_value_is_figure(
               thr_record_cell(thr_window_at(window, i), field));
}

/* What was seen of the texts that stand alone in one field. */
typedef struct tally {
    size_t field;
    size_t count;  /* right above a row */
    bool within;   /* one of them right below a row too */
    bool amid;     /* ... with a figure in the field in both rows */
    bool headings; /* one stands above headings, as a spanner does */
    bool years;    /* one is a year, which could be a value */
    bool values;   /* figures that are no years stand alone as well */
} tally;

/* See the text at `i`; `above` is the record over it, or NONE. */
static void
see(const thr_window *window, size_t i, size_t above, tally *out) {
    size_t next = thr_window_filled(window, i + 1);
    size_t field = thr_window_features(window, i).first;
    if (next == window->count)
        return;
    thr_features features = thr_window_features(window, next);
    if (is_row(window, next)) {
        bool below_row = above != THRESH_NONE && is_row(window, above);
        out->headings |= out->count > 0 && out->field != field;
        out->field = field;
        out->count++;
        out->within |= below_row;
        out->amid |= below_row && is_row_over(window, above, field)
                     && is_row_over(window, next, field);
    } else if (features.filled > 1) {
        out->headings = true;
    }
}

size_t
thr_centred_find(const thr_window *window) {
    tally seen = {0};
    size_t above = THRESH_NONE;
    for (size_t i = 0; i < window->count; i++) {
        if (thr_window_at(window, i)->filled == 0)
            continue;
        thresh_str cell = alone(window, i);
        if (thr_move_is_label(cell) || thr_text_is_year(cell))
            see(window, i, above, &seen);
        seen.years |= thr_text_is_year(cell);
        seen.values |= cell.len > 0 && !thr_move_is_label(cell)
                       && !thr_text_is_year(cell);
        above = i;
    }
    bool found = (seen.amid && !seen.years)
                 || (seen.within && seen.count > 1
                     && !(seen.years && seen.values));
    return found && !seen.headings ? seen.field : 0;
}
