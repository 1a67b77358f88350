/* What a header says of the labels, and what stands left of its lines:
 *
 *     Sample: |        | ground | rain        dimension parameter  the labels
 *             | Metric |        |             dimension metric_unit
 *     Param.  | unit   |        |             dimension sample     the columns
 *
 * Words over a label column that stand right above its heading, on a line of
 * no other headings, are part of it. A text left of headings names these where
 * a heading of the labels stands below it.
 */
#ifndef THR_FRAME_STUBHEAD_H
#define THR_FRAME_STUBHEAD_H

#include "frame/dimensions.h"
#include "frame/locate.h"

/* The lowest text over stub field `field`, "Citizenship", with its words on
 * the lines above; its note marks and its place, copied into `table`. Empty if
 * there is none. */
thresh_result thr_stubhead_read(thresh_table *table, const thr_window *window,
                                const thr_location *location, size_t field,
                                thr_stubhead *out, thresh_error *err);

/* What names the headings of line `level` of the header: a text left of them,
 * over the labels or with a colon behind it, above the heading of the labels.
 * Empty if there is none. */
thresh_str thr_stubhead_of_line(const thr_window *window,
                                const thr_location *location, size_t level);

#endif
