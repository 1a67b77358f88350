/* Subtotals too small to be believed on their own.
 *
 *     Total      91  88        Total = A + b + c, which leaves out B: that
 *       A        86  84        B is just b + c makes it their total, and
 *       B         5   4        Total = A + B.
 *         b       2   3
 *         c       3   1
 */
#ifndef THR_PROOF_SUBTOTALS_H
#define THR_PROOF_SUBTOTALS_H

#include "proof/guess.h"

/* Let subtotals stand for their parts in the sum `g`, which is believed, and
 * add them to the tree. Each needs evidence of at least `g->cost`. */
thresh_result thr_subtotals_take(thr_pool *p, thr_guess *g, thresh_error *err);

/* The same in the sums that are in the tree already: there, nothing calls for
 * the subtotal but what the lines say. */
thresh_result thr_subtotals_refine(thr_pool *p, thresh_error *err);

#endif
