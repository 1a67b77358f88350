/* Columns left empty on the left of a whole table, as in a sheet whose table
 * does not start in its first column, are taken off its records, so that the
 * labels are in the first field. Each cell knows where it was printed.
 *
 *     Wells by county |         |            Wells by county
 *                     | County  | Wells  ->  County  | Wells
 *                     | Esk     |    12      Esk     |    12
 *
 * A text alone above or below the rows, as a title or a note, may stand there.
 */
#ifndef THR_SCAN_MARGIN_H
#define THR_SCAN_MARGIN_H

#include "scan/report.h"
#include "scan/window.h"

/* How many there are; 0 if no row has a label behind them: the first of the
 * empty columns is then that of the labels. */
size_t thr_margin_find(const thr_window *window);

/* Find them and take them off all records, once for all tables. */
thresh_result thr_margin_settle(thr_window *window, thresh_error *err);
void thr_margin_tell(const thr_window *window, const thr_report *report);

#endif
