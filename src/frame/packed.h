/* Row labels that hold several keys, as their heading tells.
 *
 *     unit,sex,geo\time | 2007 | 2008        three dimensions: unit, sex, geo;
 *     YR,F,AL           | 79.7 | 79.8        that of the columns is time
 *
 *     City, state       | 2007               two: city, state
 *     Boston, MA        | 608
 */
#ifndef THR_FRAME_PACKED_H
#define THR_FRAME_PACKED_H

#include "frame/stub.h"

/* Whether the labels of the first field, in the records of `range`, have as
 * many parts as the heading above them; set `parts` and `separator` of `out`
 * if so. */
void thr_packed_find(const thr_window *window, const thr_stub_range *range,
                     thr_stub *out);

/* How many parts a text has. */
size_t thr_packed_count(thresh_str text, char separator);

/* Take the next part off the start of `rest`; the last takes all of it. */
thresh_str thr_packed_next(thresh_str *rest, char separator, bool last);

/* Cut what stands behind a backslash off `heading`: "time" of "geo\time",
 * which names what the columns are. Empty if there is none. */
thresh_str thr_packed_across(thresh_str *heading);

#endif
