/* What the sums say of the lines: which of them hold counts, and whether their
 * numbers are rounded.
 *
 * Shares, averages and rates do not add up; a line in which most sums fail is
 * taken for one of them and left out. In a table whose sums are exact, a sum
 * that misses by one is an error; where many miss by one or two, it is
 * rounding. Decimals in which no sum is found yet may be rounded.
 */
#ifndef THR_PROOF_LINES_H
#define THR_PROOF_LINES_H

#include "proof/tree.h"

/* Learn from `tree`, found with lenient terms. `skip`, one for each line, is
 * filled in, and `terms` points to it. */
thresh_result thr_lines_learn(const thr_plane *plane, const thr_tree *tree,
                              bool *skip, thr_terms *terms,
                              const thr_arena *arena, thresh_error *err);

#endif
