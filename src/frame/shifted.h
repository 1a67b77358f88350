/* Blank cells that a header lacks: copied from a page on which they are blank,
 * or written by a program that names no labels.
 *
 *     Total | Public | Private               | Total | Public | Private
 *     North | 100    | 60 | 40       ->  North | 100 | 60     | 40
 *
 *     Sex | Men  | Women                 Sex | Men  |      | Women |
 *         | 2019 | 2020 | 2019 | 2020 ->     | 2019 | 2020 | 2019  | 2020
 */
#ifndef THR_FRAME_SHIFTED_H
#define THR_FRAME_SHIFTED_H

#include "frame/locate.h"
#include "scan/report.h"

/* Find the next table as thr_locate() does. Where each row has one cell more
 * than the header, a label and figures beside it, and the first cell of the
 * header is no name of labels, a blank cell is put in front of it, with a
 * warning. Where headings below spanners are the same ones for each spanner,
 * each spanner is put over its own. Fails as thr_locate() does. */
thresh_result thr_shifted_locate(thr_window *window, const thr_shape *shape,
                                 const thr_report *report, thr_location *out,
                                 bool *found, thresh_error *err);

#endif
