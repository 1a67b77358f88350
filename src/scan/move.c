/* Cells of one record to other fields. See move.h. */
#include "scan/move.h"

#include <string.h>

#include "base/grow.h"
#include "scan/features.h"
#include "scan/notes.h"
#include "value/symbol.h"
#include "value/value.h"

/* ## Off the margin */

static size_t
blanks_first(const thr_record *record) {
    size_t count = 0;
    while (count < record->ncells
           && thr_record_cell(record, count + 1).len == 0)
        count++;
    return count;
}

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
thr_move_margin(thr_record *record, size_t margin, size_t widest) {
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

/* ## To the labels */

bool
thr_move_is_label(thresh_str cell) {
    thr_meaning meaning;
    return cell.len > 0 && !thr_value_is_figure(cell)
           && !thr_text_is_rule(cell) && !thr_notes_is_note(cell)
           && !thr_symbol_alone(NULL, cell, &meaning);
}

void
thr_move_label(thr_record *record, size_t field) {
    thresh_str cell = thr_record_cell(record, field);
    if (record->filled != 1
        || (!thr_move_is_label(cell) && !thr_text_is_year(cell)))
        return;
    thr_grid_cell *cells = record->cells;
    if (cells[field - 1].field == 0)
        cells[field - 1].field = (uint32_t)field;
    cells[0] = cells[field - 1];
    cells[field - 1] = (thr_grid_cell){.field = (uint32_t)field};
}
