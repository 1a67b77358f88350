/* Columns that are continued further down, below the same row labels again.
 *
 *     Country | 2004 | 2005          Country | 2004 | 2005 | 2006 | 2007
 *     Norway  | 1    | 2             Norway  | 1    | 2    | 3    | 4
 *     Sweden  | 5    | 6             Sweden  | 5    | 6    | 7    | 8
 *
 *     Country | 2006 | 2007
 *     Norway  | 3    | 4
 *     Sweden  | 7    | 8
 */
#ifndef THR_MODEL_JOIN_H
#define THR_MODEL_JOIN_H

#include "model/table.h"

/* Whether `more` may continue the columns of `table`, as far as can be told
 * before its rows are read: the same dimensions, other columns, and no title
 * of its own. */
bool thr_join_may(const thresh_table *table, const thresh_table *more);

/* Whether both, loaded, have the same row labels in the same order. */
bool thr_join_agrees(const thresh_table *table, const thresh_table *more);

/* Append copies of the columns and notes of `more` to `table`. */
thresh_result thr_join(thresh_table *table, const thresh_table *more,
                       thresh_error *err);

#endif
