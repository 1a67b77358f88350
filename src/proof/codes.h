/* What the codes that labels start with say of the tree:
 *
 *     1. Higher education sector       1 holds 1.1 and 1.2
 *     1.1 Public universities
 *     1.2 University clinics
 *     HC.1 Services of curative care   HC.1 holds HC.1.1
 *     HC.1.1 In-patient curative care
 */
#ifndef THR_PROOF_CODES_H
#define THR_PROOF_CODES_H

#include "proof/tree.h"

/* Complete `tree` by them, where it gives an item no parent. Fails with
 * THRESH_E_MEMORY. */
thresh_result thr_codes_apply(const thr_plane *plane, thr_tree *tree,
                              thresh_error *err);

#endif
