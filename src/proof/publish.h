/* A tree of sums into the table: parents, levels, totals, sums, failures. */
#ifndef THR_PROOF_PUBLISH_H
#define THR_PROOF_PUBLISH_H

#include "proof/tree.h"

/* Add what was found along one dimension to `table`. `terms` are those that
 * `tree` was found with. `arena` is for what is not kept. */
thresh_result thr_publish(thresh_table *table, const thr_plane *plane,
                          const thr_tree *tree, const thr_terms *terms,
                          thr_arena *arena, thresh_error *err);

#endif
