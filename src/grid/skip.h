/* Leading lines that the user says are no part of the input: told, and gone
 * before anything is recognised.
 *
 *     Exported 3 May             line 1, skipped
 *     Population by region       line 2, the first of the input
 */
#ifndef THR_GRID_SKIP_H
#define THR_GRID_SKIP_H

#include "source/lines.h"

/* Take `count` lines off the front of `lines`. `listener`, which may be NULL,
 * hears of each. Fails as thr_lines_next() does, and with THRESH_E_ARGUMENT
 * where there are not so many. */
thresh_result thr_skip_lines(thr_lines *lines, uint64_t count,
                             const thresh_listener *listener,
                             thresh_error *err);

#endif
