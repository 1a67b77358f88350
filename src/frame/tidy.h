/* Whether a table is a list of records already: one value a row, and keys that
 * may be codes.
 *
 *     region | sex | year | persons        keys: region, sex and year; only
 *     301    | 1   | 2006 | 52             together they tell the rows apart
 *     301    | 1   | 2007 | 54
 *     301    | 2   | 2006 | 61
 */
#ifndef THR_FRAME_TIDY_H
#define THR_FRAME_TIDY_H

#include "frame/stub.h"

/* Given that the first `*keys` fields hold labels, make `*keys` all fields
 * that hold keys, if the table is such a list. False if memory is exhausted.
 */
bool thr_tidy_find(const thr_window *window, const thr_stub_range *range,
                   size_t *keys);

#endif
