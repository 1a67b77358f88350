/* Sums that are likely, by what runs of items come to in a trial.
 *
 * What the runs come to is put into a table, and every item is looked up in
 * it: as it is, and less each run. Only lines of the trial have been looked at
 * then, so that all lines must judge what is found.
 */
#ifndef THR_PROOF_GUESS_H
#define THR_PROOF_GUESS_H

#include "proof/pool.h"
#include "proof/runs.h"
#include "proof/trial.h"

typedef struct thr_guess {
    size_t total;
    thr_set parts;
    unsigned cost; /* of how many are like it, in quarter bits */
    thr_match match;
} thr_guess;

typedef struct thr_guesses {
    const thr_pool *pool;
    thr_runs runs;
    thr_trial trial;
    uint8_t *nruns;     /* that it is of use to take together for each total */
    unsigned least_one; /* what the least far-fetched guess of one run costs */
    unsigned least_two;
    thr_guess *items;
    size_t count;
} thr_guesses;

thresh_result thr_guesses_open(thr_guesses *p, const thr_pool *pool,
                               thresh_error *err);

/* What it takes to believe a guess at `total` that costs so much, whose parts
 * may stand below it. */
unsigned thr_guess_choices(const thr_pool *pool, unsigned cost);

/* Guess in the lines of the trial. */
void thr_guesses_make(thr_guesses *p);

#endif
