/* A loaded table to its sums: which categories are totals of which others, and
 * where that does not hold.
 *
 *     each dimension -> plane -> tree of sums -> parents, levels, is_total
 *                                           '-> sums, failures
 */
#ifndef THR_PROOF_PROOF_H
#define THR_PROOF_PROOF_H

#include "model/table.h"
#include "thresh/reader.h"

/* Prove `table`, whose rows are all there. Warnings go to `listener`, which
 * may be NULL. Fails with THRESH_E_MEMORY or E_LIMIT. */
thresh_result thr_proof_run(thresh_table *table,
                            const thresh_listener *listener,
                            thresh_error *err);

#endif
