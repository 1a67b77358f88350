/* The cells of a record. See cells.h. */
#include "grid/cells.h"

#include "base/error.h"
#include "base/grow.h"
#include "base/str.h"
#include "base/utf8.h"

thresh_result
thr_cells_add(thr_record *record, const thr_grid_limits *limits,
              thresh_str text, uint32_t column, thresh_error *err) {
    if (record->ncells >= limits->max_fields) {
        thresh_place place = {.line = record->line, .column = column};
        return thr_fail_at(err, THRESH_E_LIMIT, &place,
                           "this record has more than %u cells; give "
                           "--delimiter if they are cut in the wrong places, "
                           "else only a part of the columns; a program can "
                           "raise max_fields",
                           (unsigned)limits->max_fields);
    }
    thr_grid_cell *cells = thr_grow(record->cells, &record->room,
                                    record->ncells + 1, sizeof *cells);
    if (cells == NULL)
        return thr_fail_memory(err);
    record->cells = cells;
    cells[record->ncells++] = (thr_grid_cell){.text = text, .column = column};
    record->filled += thr_str_trim(text).len > 0;
    return THRESH_OK;
}

thresh_result
thr_cells_cut(thr_record *record, const thr_grid_limits *limits,
              char delimiter, thresh_error *err) {
    thresh_str rest = thr_buf_view(&record->text), cell;
    uint32_t column = 1;
    if (rest.len == 0)
        return THRESH_OK;
    while (thr_dialect_cut(&rest, delimiter, &cell)) {
        THR_TRY(thr_cells_add(record, limits, cell, column, err));
        column += (uint32_t)thr_utf8_length(cell) + 1;
    }
    return THRESH_OK;
}
