/* What the sums say of missing cells:
 *
 *     Total      30        30 = 12 + .. + 8, exact in all other lines:
 *       North    12        the cell of East implies 10
 *       East     ..
 *       South     8
 */
#ifndef THR_PROOF_IMPLIED_H
#define THR_PROOF_IMPLIED_H

#include "proof/tree.h"

/* Append to the implied cells of `table` those of one sum along `plane`: none
 * unless it is exact wherever all parts are known. `terms` are those that it
 * was found with. */
thresh_result thr_implied_add(thresh_table *table, const thr_plane *plane,
                              const thr_found *found, const thr_terms *terms,
                              thresh_error *err);

/* Put the implied cells in order. One for which two sums imply different
 * values has none. */
void thr_implied_settle(thresh_table *table);

#endif
