/* Labels that go on below the row that they start in, or stand around it.
 *
 *     Hotels, camping sites and     12   340      it ends nowhere
 *     other short stays
 *     Fees of all                    7    11      it starts small, where the
 *     kinds paid abroad                           others do not
 *     Deposits held                               the figures have no label:
 *                                   12   340      one stands around them
 *     for customers
 *
 * In aligned text, what is indented below a row, heads nothing and found no
 * room above is the rest of its label as well.
 */
#ifndef THR_FRAME_HANGING_H
#define THR_FRAME_HANGING_H

#include "frame/stub.h"
#include "scan/window.h"

typedef struct thr_hanging {
    size_t count; /* records that the label goes on in */
    thr_buf text; /* what it says there */
} thr_hanging;

/* Find what the label of the row in the first record goes on with: records
 * that follow it and hold nothing else. The window is filled as far as needed.
 * `held` tells that the label starts above. Where `stub` has one field, and no
 * labels that head rows which recur, places may tell, too. */
thresh_result thr_hanging_look(thr_hanging *hanging, thr_window *window,
                               const thr_stub *stub, bool held,
                               thresh_error *err);

#endif
