/* Columns left empty on the left of a table. See margin.h. */
#include "scan/margin.h"

#include <string.h>

#include "base/grow.h"
#include "base/str.h"
#include "scan/features.h"
#include "value/value.h"

/* ## Finding it */

static size_t
blanks_first(const thr_record *record) {
    size_t count = 0;
    while (count < record->ncells
           && thr_record_cell(record, count + 1).len == 0)
        count++;
    return count;
}

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
        size_t blanks = blanks_first(record);
        margin = blanks < margin ? blanks : margin;
        count_labels(record, &seen);
    }
    return seen.rows > 0 && 2 * seen.labels >= seen.rows ? margin : 0;
}

/* ## Taking it off */

static void
know_places(thr_record *record) {
    for (size_t i = 0; i < record->ncells; i++)
        if (record->cells[i].field == 0)
            record->cells[i].field = (uint32_t)i + 1;
}

/* Copy what stands in the margin to behind all cells. */
static bool
put_behind(thr_record *record, size_t margin, size_t widest) {
    size_t start = record->ncells > widest ? record->ncells : widest;
    thr_grid_cell *cells = thr_grow(record->cells, &record->room,
                                    start + margin, sizeof *cells);
    if (cells == NULL)
        return false;
    record->cells = cells;
    for (size_t i = record->ncells; i < start; i++)
        cells[i] = (thr_grid_cell){.field = (uint32_t)i + 1};
    for (size_t i = 0; i < margin; i++)
        cells[start + i] = cells[i];
    record->ncells = start + margin;
    return true;
}

bool
thr_margin_cut(thr_record *record, size_t margin, size_t widest) {
    if (record->ncells == 0)
        return true;
    size_t blanks = blanks_first(record);
    know_places(record);
    if (blanks < margin && record->filled > 1
        && !put_behind(record, margin, widest))
        return false;
    if (record->filled < 2 && blanks < margin)
        margin = blanks;
    record->ncells -= margin;
    memmove(record->cells, record->cells + margin,
            record->ncells * sizeof *record->cells);
    return true;
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
