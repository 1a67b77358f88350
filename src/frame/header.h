/* Header records to headings and columns.
 *
 *     Citizenship | Total | To region         |
 *                 |       | Oslo and Akershus | Hedmark and Oppland
 *
 *     column 1: Total
 *     column 2: To region > Oslo and Akershus
 *     column 3: To region > Hedmark and Oppland
 *
 * A blank cell belongs to the heading on its left, if that one has headings
 * below it: then it is a spanner. So does a cell that says the same again. A
 * heading with blanks below it is the heading of its own column alone.
 */
#ifndef THR_FRAME_HEADER_H
#define THR_FRAME_HEADER_H

#include "frame/locate.h"
#include "model/table.h"

/* Fill in headings, header_rows and columns (without their keys) of `table`.
 */
thresh_result thr_header_read(thresh_table *table, const thr_window *window,
                              const thr_location *location, thresh_error *err);

/* Copy a heading into `table`, without its note marks, and these; `letters`
 * are known to be marks. False if memory is exhausted. */
bool thr_header_label(thresh_table *table, thresh_str printed,
                      uint32_t letters, thresh_str *label, thresh_str *marks);

#endif
