/* Labels that are printed over several lines.
 *
 *     Navigational, measuring, and                     goes on below: it ends
 *     control instruments            | 334 | 12 101    with "and", and what
 *     Percent change,                | 4.5 |           follows is not a label
 *     1990-2008                                        by itself
 *
 * In aligned text the place tells more: a row that is indented below a label,
 * alone, is the rest of it, and so is a word for which no room was left, or a
 * label that opens with a bracket, "(abroad)", and a row of figures alone has
 * the label right above. There a heading goes on, too:
 *
 *     Less: debt not                                   its second line has the
 *        subject to limit:                             ":", and is all that
 *         Other debt             | 486 |  31 666       stands below the first
 */
#ifndef THR_FRAME_WRAP_H
#define THR_FRAME_WRAP_H

#include "frame/stub.h"
#include "scan/window.h"

/* Whether the label alone in record `i` goes on in the label of the row in the
 * record below, or in that of one alone that goes on itself. `heads` tells
 * that labels alone are known to head rows here. */
bool thr_wrap_goes_on(const thr_window *window, size_t i, bool heads);

/* Whether the label alone in the first record is a line of that of a row
 * below. `held` tells that it started above. */
bool thr_wrap_holds(const thr_window *window, const thr_stub *stub, bool held);

/* Whether a label cannot end where it does: behind a comma, a stroke, half of
 * a word, or a word that joins. */
bool thr_wrap_is_open(thresh_str label);

#endif
