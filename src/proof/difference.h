/* Items that are the difference of the two beside them, and so no part of a
 * sum:
 *
 *     Immigration   61774
 *     Emigration    22122
 *     Net           39652   = Immigration - Emigration
 */
#ifndef THR_PROOF_DIFFERENCE_H
#define THR_PROOF_DIFFERENCE_H

#include "proof/tree.h"

/* The differences found so far. */
typedef struct thr_differences {
    thr_found *items;
    size_t count;
    size_t room;
} thr_differences;

/* Turn round the sums of two parts of which one calls itself a difference:
 * Immigration = Emigration + Net says that Net = Immigration - Emigration. The
 * net is left out then, and the tree must be found again. */
thresh_result thr_differences_of_sums(thr_differences *out,
                                      const thr_plane *plane,
                                      const thr_terms *terms,
                                      const thr_tree *tree, bool *left_out,
                                      thr_arena *arena, thresh_error *err);

/* Add those among the items that are not left out, and so in no sum: items
 * that are called a difference, or negative somewhere, and are that of the two
 * beside them. */
thresh_result thr_differences_find(thr_differences *out,
                                   const thr_plane *plane,
                                   const thr_terms *terms,
                                   const bool *left_out, thr_arena *arena,
                                   thresh_error *err);

#endif
