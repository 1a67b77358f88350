/* The cells of one record to the fields where the table has what they are.
 * Each knows where it was printed.
 *
 *           |       | Esk | 12   ->   Esk | 12     the margin is taken off
 *           | Sail  |            ->   Sail |       a label is lifted
 *
 * What the margin is, and in which field such labels stand, is found by
 * margin.h and centred.h; the window has it done to each of its records.
 */
#ifndef THR_SCAN_MOVE_H
#define THR_SCAN_MOVE_H

#include "grid/record.h"

/* Take as many empty cells as `margin` off the left of a record. Texts that
 * stand there beside other cells are put behind all cells, at `widest` and
 * beyond, where no column is. False if memory is exhausted. */
bool thr_move_margin(thr_record *record, size_t margin, size_t widest);

/* Whether a cell that stands alone can be a label: no value, no note. */
bool thr_move_is_label(thresh_str cell);

/* Move the cell of a record to the first field, if it is the only one, and a
 * label or a year that stands in `field`. */
void thr_move_label(thr_record *record, size_t field);

#endif
