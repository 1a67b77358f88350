/* A row that was cut by itself (plain.h), read to be lent. */
#ifndef THR_LAYOUT_PLAIN_ROW_H
#define THR_LAYOUT_PLAIN_ROW_H

#include "layout/plain.h"

/* Where the first column stands, behind the label. */
enum { THR_PLAIN_FIELD = 2 };

/* Read the next line of the source, if it is such a row; `row` lives until the
 * next call. Fails as the grid does. */
thresh_result thr_plain_next(thr_plain *plain, thresh_row *row, bool *found,
                             thresh_error *err);

/* Pass over a line that was cut, and read all of it but its plain numbers:
 * its label, and the cells without one. What it holds is counted. */
thresh_result thr_plain_take(thr_plain *plain, const thr_plain_row *cut,
                             thresh_error *err);

/* The number in one of its columns as a cell. */
static inline void
thr_plain_number_cell(const thr_plain *plain, const thr_plain_row *cut,
                      size_t column, thresh_cell *cell) {
    const thr_plain_cell *from = &plain->cells[column];
    cell->text = from->text;
    cell->marks = (thresh_str){NULL, 0};
    cell->coef = from->number.coef;
    cell->scale = from->number.scale;
    cell->kind = THRESH_NUMBER;
    cell->has_value = true;
    cell->status = 0;
    cell->place = (thresh_place){.line = cut->line.number,
                                 .record = cut->record,
                                 .field = THR_PLAIN_FIELD + (uint32_t)column,
                                 .column = from->column};
}

#endif
