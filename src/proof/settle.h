/* A doubt of reading that sums can settle: does "1,250" mean 1250 or 1.25?
 *
 *     Total  1,250      1250 = 900 + 350 adds up,
 *     A        900      1.25 = 900 + 350 does not:
 *     B        350      the comma groups thousands
 */
#ifndef THR_PROOF_SETTLE_H
#define THR_PROOF_SETTLE_H

#include "thresh/reader.h"

/* Prove `table` and, if the separator of its numbers is in doubt, in both
 * readings, and keep the one in which more adds up. Tells the listener what
 * was settled, or warns that it was not. */
thresh_result thr_proof_settle(thresh_table *table,
                               const thresh_listener *listener,
                               thresh_error *err);

/* Tell of the doubt, and warn, where no sums will be looked at. */
void thr_proof_warn_doubt(const thresh_table *table,
                          const thresh_listener *listener);

#endif
