/* Whether a dash is zero: it is, where sums that hold it add up. */
#ifndef THR_PROOF_NIL_H
#define THR_PROOF_NIL_H

#include "proof/tree.h"

/* How many lines of the sums in `tree` hold a nil and add up to the last
 * digit. */
size_t thr_nil_count(const thr_plane *plane, const thr_tree *tree,
                     const thr_terms *terms);

/* Give the nils among the symbols of `table` that as the reason of their
 * meaning. */
thresh_result thr_nil_explain(thresh_table *table, size_t count,
                              thresh_error *err);

#endif
