/* Columns that rows do not keep to, mended. A few such rows lose their say in
 * where columns are. Where many do not fit, and most rows have as many cells,
 * though not below each other, the first cells are one column, and so on.
 *
 *     Men       800   1,040 1,120     column 1: Men, Women, Youths
 *     Women      75   80    85        column 2: 800, 75, 1,200
 *     Youths  1,200    950 60         column 3: 1,040, 80, 950; ...
 */
#ifndef THR_ALIGNED_ORDINAL_H
#define THR_ALIGNED_ORDINAL_H

#include "aligned/columns.h"

/* Put better columns in the place of those that were found by where the rows
 * have blanks, if there are rows that do not fit into these. False if memory
 * is exhausted. */
bool thr_ordinal_mend(thr_columns *columns, thr_page *page,
                      const thr_extent *extent);

#endif
