/* The lists of items that may be parts together: all of them, every n-th,
 * those that are in no sum, the totals, and those of one name.
 */
#ifndef THR_PROOF_LISTS_H
#define THR_PROOF_LISTS_H

#include "proof/runs.h"
#include "proof/tree.h"

/* Those of `items`, `count` of the plane's. A list holds indices into them. */
thresh_result thr_lists_make(const thr_plane *plane, const thr_tree *tree,
                             const size_t *items, size_t count,
                             thr_arena *arena, thr_list **lists,
                             size_t *nlists, thresh_error *err);

/* Whether two columns stand under the same heading, such as "Number", below
 * different spanners. */
bool thr_lists_alike(const thr_plane *plane, size_t a, size_t b);

/* Whether two items bear one name: such columns, or the same label. */
bool thr_lists_one_name(const thr_plane *plane, size_t a, size_t b);

#endif
