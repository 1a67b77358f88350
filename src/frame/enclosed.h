/* Parentheses around all numbers of a column whose heading stands in them too:
 *
 *     Area  | no.   | (%)          they set the share apart from the number,
 *     North | 2 862 | (4.7)        and are no minus
 *     South | 1 110 | (5.2)
 */
#ifndef THR_FRAME_ENCLOSED_H
#define THR_FRAME_ENCLOSED_H

#include "frame/locate.h"
#include "model/table.h"

/* Whether all numbers in parentheses stand in such columns, beside others that
 * are not: the headings and columns of `table` are known. */
bool thr_enclosed_find(const thresh_table *table, const thr_window *window,
                       const thr_location *location);

#endif
