/* How much evidence it takes to believe a sum.
 *
 * The more sums there are to try, the more of them agree by chance: a sum is
 * believed when its bits exceed those of the number of sums that are no more
 * far-fetched than it is, and some more.
 */
#ifndef THR_PROOF_JUDGE_H
#define THR_PROOF_JUDGE_H

#include "proof/tree.h"

/* Evidence, in quarter bits: */
enum {
    THR_NEEDED = 4 * 7,   /* that any sum takes */
    THR_INDENTED = 4 * 4, /* less, where the parts are indented below it */
};

/* What it takes to believe any sum for `total`, out of sums whose number has
 * so many quarter bits. */
unsigned thr_judge_least(const thr_search *search, size_t total,
                         unsigned choices);

/* The same for the sum `claim`, whose parts may stand below the total. */
unsigned thr_judge_needed(const thr_search *search, const thr_claim *claim,
                          unsigned choices);

/* Whether what the lines say is enough. */
bool thr_judge_believes(const thr_search *search, const thr_claim *claim,
                        const thr_match *match, unsigned needed);

/* To choose among believed sums for one total. */
int64_t thr_judge_score(const thr_match *match);

#endif
