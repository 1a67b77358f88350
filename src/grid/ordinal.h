/* Columns of rows that do not keep to them: where most rows have as many
 * cells, though not below each other, the first cells are one column, and so
 * on.
 *
 *     Men       800   1,040 1,120
 *     Women      75    80    85
 */
#ifndef THR_GRID_ORDINAL_H
#define THR_GRID_ORDINAL_H

#include "grid/columns.h"

/* Put such columns in the place of those that were found by where the rows
 * have blanks, if many rows do not fit into these. False if memory is
 * exhausted. */
bool thr_ordinal_mend(thr_columns *columns, const thr_page *page,
                      const thr_extent *extent);

#endif
