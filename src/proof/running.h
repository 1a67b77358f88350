/* Running totals: sums that start with the same part, each longer than the one
 * before.
 *
 *     Year               6     = January + ... + December
 *     1st quarter        3     = January + ... + March
 *     1st-3rd quarters   5     = January + ... + September
 *     January            1     is a part of the year
 *
 * Two of them may be a total and a part of it; where three are nested so, the
 * parts belong to the longest, and the others stand beside it.
 */
#ifndef THR_PROOF_RUNNING_H
#define THR_PROOF_RUNNING_H

#include "proof/tree.h"

/* Let the parts of running totals have the longest as their parent. */
void thr_running_apply(thr_tree *tree);

#endif
