/* Columns left empty on the left of a table. See margin.h. */
#include "scan/margin.h"

#include "base/str.h"
#include "scan/features.h"
#include "value/value.h"

/* What the rows say of their labels. */
typedef struct votes {
    size_t rows;   /* with figures */
    size_t labels; /* of these, with a text, or a year first */
} votes;

static void
count_labels(const thr_record *record, votes *out) {
    size_t figures = 0, texts = 0;
    thresh_str year;
    bool first = true, heads_year = false;
    for (size_t field = 1; field <= record->ncells; field++) {
        thresh_str cell = thr_record_cell(record, field);
        if (cell.len == 0)
            continue;
        if (first)
            heads_year = thr_text_heads_year(cell, &year);
        if (thr_value_is_figure(cell))
            figures++;
        else
            texts++;
        first = false;
    }
    if (figures < 2 && texts == 0)
        return;
    out->rows += figures > 0;
    out->labels += figures > 0 && (texts > 0 || heads_year);
}

/* The first record with two cells, or the last. */
static size_t
find_cells(const thr_window *window, bool last) {
    for (size_t k = 0; k < window->count; k++) {
        size_t i = last ? window->count - 1 - k : k;
        if (thr_window_at(window, i)->filled >= 2)
            return i;
    }
    return window->count;
}

size_t
thr_margin_find(const thr_window *window) {
    size_t margin = THRESH_NONE, end = find_cells(window, true);
    votes seen = {0};
    for (size_t i = find_cells(window, false); i <= end && margin > 0; i++) {
        if (i >= window->count)
            return 0;
        const thr_record *record = thr_window_at(window, i);
        if (record->filled == 0)
            continue;
        size_t blanks = thr_window_features(window, i).first - 1;
        margin = blanks < margin ? blanks : margin;
        count_labels(record, &seen);
    }
    return seen.rows > 0 && 2 * seen.labels >= seen.rows ? margin : 0;
}

thresh_result
thr_margin_settle(thr_window *window, thresh_error *err) {
    if (window->settled)
        return THRESH_OK;
    return thr_window_settle(window, thr_margin_find(window), err);
}

void
thr_margin_tell(const thr_window *window, const thr_report *report) {
    if (window->margin > 0)
        thr_report_decision(report, "margin",
                            window->margin == 1 ? THR_LIT("one column")
                                                : THR_LIT("several columns"),
                            "it is empty on the left of the whole table");
}
