/* Rows above the first figures, which hold none and are no header:
 *
 *     Farms   | Acres   | Cows
 *     Eastern | 5 to 12 | many        values recur below
 *     Western | n/a     | n/a         or are symbols, which no heading is
 *     Central | 31      | 12
 */
#ifndef THR_FRAME_FIRST_ROWS_H
#define THR_FRAME_FIRST_ROWS_H

#include "scan/window.h"

/* The first of them above record `body`, which holds figures; `body` itself
 * if there is none. */
size_t thr_first_rows_find(const thr_window *window, size_t body);

#endif
