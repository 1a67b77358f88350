/* Cells into the packed rows of a table, and out of them again. What comes out
 * is equal to what went in. */
#ifndef THR_MODEL_UNPACK_H
#define THR_MODEL_UNPACK_H

#include "model/table.h"

/* Pack `count` cells, with copies of their texts, as those of `row`, whose
 * line and record are set. */
thresh_result thr_cells_pack(thresh_table *table, thr_row *row,
                             const thresh_cell *cells, size_t count,
                             thresh_error *err);

/* Pack a row of the table anew: it gets these cells, one for each column. */
thresh_result thr_table_pack_again(thresh_table *table, size_t row,
                                   const thresh_cell *cells,
                                   thresh_error *err);

/* Put a copy of `cell` into a row. What was lent of that row is lost. */
thresh_result thr_cells_set(thresh_table *table, size_t row, size_t column,
                            const thresh_cell *cell, thresh_error *err);

/* All cells of a row. Texts of numbers go into `room`, of THR_FORM_MOST bytes
 * for each; the others live as long as the table. */
void thr_cells_unpack(const thresh_table *table, size_t row, thresh_cell *out,
                      char *room);

/* The same for those who ask for neither the texts of plain numbers, which are
 * empty, nor the columns of places, which are 0. */
void thr_cells_unpack_bare(const thresh_table *table, size_t row,
                           thresh_cell *out);

/* One cell; `room`, of THR_FORM_MOST bytes, may get its text. */
thresh_cell thr_cells_one(const thresh_table *table, size_t row, size_t column,
                          char *room);

/* One cell whose text lives as long as the table. The text of a number is
 * empty where memory for it is exhausted. */
thresh_cell thr_cells_lend(const thresh_table *table, size_t row,
                           size_t column);

/* Code points of a packed cell. */
size_t thr_cells_width(const thr_store *store, uint8_t kind, int64_t number);

/* The cell of a record that a column stands in. */
uint32_t thr_cells_field(const thresh_table *table, size_t column);

/* Where the columns of cells that do not follow each other are kept: behind
 * the shapes, aligned. */
uint32_t *thr_cells_columns(const thr_cells *cells, size_t count);

/* The shape of one cell, or THR_WHOLE. */
static inline uint8_t
thr_cells_shape(const thresh_table *table, size_t row, size_t column) {
    const thr_cells *cells = thr_table_cells(table, row);
    return thr_cells_shapes(cells, table->ncolumns)[column];
}

/* What one cell shares with others, and its number: of a plain number, that is
 * its value. */
static inline const thresh_cell *
thr_cells_look(const thresh_table *table, size_t row, size_t column,
               int64_t *coef) {
    const thr_cells *cells = thr_table_cells(table, row);
    uint8_t shape = thr_cells_shapes(cells, table->ncolumns)[column];
    int64_t number = thr_cells_number(cells, column);
    const thresh_cell *cell = thr_store_cell(&table->store, shape, number);
    bool plain = shape != THR_WHOLE && table->store.shapes[shape].is_plain;
    *coef = plain ? number : cell->coef;
    return cell;
}

/* One cell without its place, and without its text where it is a plain number.
 */
static inline thresh_cell
thr_cells_value(const thresh_table *table, size_t row, size_t column) {
    int64_t coef;
    thresh_cell cell = *thr_cells_look(table, row, column, &coef);
    cell.coef = coef;
    return cell;
}

#endif
