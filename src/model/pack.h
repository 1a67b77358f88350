/* A row that is packed cell by cell, for one who knows more of its cells than
 * thr_cells_pack(): thr_pack_start(), then for each column thr_pack_cell(), or
 * the shape of a cell that was packed so before, then thr_pack_end().
 *
 *     61 774 | - | 12   ->   61774, column 9, width 6, "in groups"
 *                            0, column 16, width 1, "a dash"
 *                            12, column 18, width 2, "digits alone"
 */
#ifndef THR_MODEL_PACK_H
#define THR_MODEL_PACK_H

#include "model/table.h"

/* Lend room for `count` cells; `line` is that of the row, for a failure. */
thresh_result thr_pack_start(thresh_table *table, size_t count, uint64_t line,
                             thr_packing **out, thresh_error *err);

/* Set what is packed of one cell, and keep what goes beyond. `row` has its
 * line and record. */
thresh_result thr_pack_cell(thresh_table *table, const thr_row *row,
                            size_t column, const thresh_cell *cell,
                            thresh_error *err);

/* Make the cells of `row` of what was set for `count` columns. */
thresh_result thr_pack_end(thresh_table *table, thr_row *row, size_t count,
                           thresh_error *err);

#endif
