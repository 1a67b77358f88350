/* What labels that stand again below several others say of the tree:
 *
 *     Total          61.7     each label that the same ones follow
 *     15-24 years    55.3     holds them, though they are not indented
 *     25-44 years    80.4
 *     Degree         75.8
 *     15-24 years    73.6
 *     25-44 years    85.1
 */
#ifndef THR_PROOF_REPEATS_H
#define THR_PROOF_REPEATS_H

#include "proof/tree.h"

/* Complete `tree` by them, where it gives an item no parent. `empty`, one for
 * each item, tells those without values. Fails with THRESH_E_MEMORY. */
thresh_result thr_repeats_apply(const thr_plane *plane, const bool *empty,
                                thr_tree *tree, thr_arena *arena,
                                thresh_error *err);

#endif
