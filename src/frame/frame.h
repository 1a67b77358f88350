/* A located table to its frame: all that is known before its rows.
 *
 *     caption, headings, columns, dimensions     in the table
 *     the style of its numbers                   settled from its first rows
 */
#ifndef THR_FRAME_FRAME_H
#define THR_FRAME_FRAME_H

#include "frame/locate.h"
#include "frame/renames.h"
#include "model/table.h"
#include "scan/report.h"
#include "value/number.h"

/* Fill in the frame of `table`. The lines above its header are used up, and
 * `location` is told anew: its header is the first record of the window.
 * `renames` are the user's names. `known` is what is known of decimal marks,
 * and learns what this table shows; `style` becomes that of the table.
 */
thresh_result thr_frame_read(thresh_table *table, thr_window *window,
                             thr_location *location, thr_renames *renames,
                             thr_report *report, thr_decimal *known,
                             thr_number_style *style, thresh_error *err);

#endif
