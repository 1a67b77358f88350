/* Whether a heading calls one column the value, so that all others say what
 * it is the value of: a list of records as databases hand it out.
 *
 *     geo | time | measure | unit | value | flag | decimals
 *     NZ  | 2024 | BTH     | NR   | 55100 |      | 0
 *     NZ  | 2024 | DTH     | NR   | 35300 | p    | 0
 *
 *         the value is in field 5; the others are labels, on its right too
 */
#ifndef THR_FRAME_VALUED_H
#define THR_FRAME_VALUED_H

#include "frame/stub.h"

/* The field of the value, or 0 if the table is no such list: where another
 * column holds numbers of its own ("Quantity | Value"), it is none. False if
 * memory is exhausted. */
bool thr_valued_find(const thr_window *window, const thr_stub_range *range,
                     size_t *value);

#endif
