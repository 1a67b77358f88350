/* The cells of a record, one after the other.
 *
 *     Norway;8 276    ->   Norway at column 1 | 8 276 at column 8
 */
#ifndef THR_GRID_CELLS_H
#define THR_GRID_CELLS_H

#include "grid/record.h"

/* Append a cell, printed at `column`. Fails with THRESH_E_LIMIT where the
 * record has `most` cells, THRESH_E_MEMORY. */
thresh_result thr_cells_add(thr_record *record, uint32_t most, thresh_str text,
                            uint32_t column, thresh_error *err);

/* Cut the text of the record at its delimiters. Without one, it is one cell.
 * Fails as above. */
thresh_result thr_cells_cut(thr_record *record, uint32_t most, char delimiter,
                            thresh_error *err);

/* Whether each cell that opens with a quote ends with the next single one. A
 * stray quote that meets a quoted cell lines below does not. */
bool thr_cells_close(thresh_str text, char delimiter);

#endif
