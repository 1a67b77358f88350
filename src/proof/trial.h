/* Some of the lines, and what each item comes to in them.
 *
 * First all lines, then two random halves of them: where a part is
 * missing in some lines, the sum may hold in all of one half. Then a few lines
 * at a time: rounded parts miss their total in one line of four or more, and
 * in half of the lines there is always one. A trial that leaves no such line
 * out would find nothing new, and is passed over.
 */
#ifndef THR_PROOF_TRIAL_H
#define THR_PROOF_TRIAL_H

#include "proof/match.h"

/* A sum that is picked may fail in one of so many lines: in none where there
 * are no more. */
enum { THR_LINES_A_FAILURE = 16 };

typedef struct thr_trial {
    const thr_plane *plane;
    const size_t *items; /* of the plane */
    size_t count;
    uint32_t *used; /* lines that hold counts */
    size_t nused;
    uint32_t
        *loose; /* of these, by place, those in which a sum that holds may
                 not come to its total: an item has no number there, or
                 is rounded. NULL where some line may fail: then all are */
    size_t nloose;
    unsigned next;   /* number of the next trial */
    uint64_t *sums;  /* of the numbers of each item, each line with a random
                        weight, modulo 2^64 */
    uint64_t *sizes; /* of the numbers of each item, added up as they are;
                        0 of all where one is negative, or they are large */
    bool unsized;
    unsigned *capacity; /* the most evidence that a sum could have there whose
                           total is this item, in quarter bits */
    size_t nfull;       /* how many have as much as is ever asked for */
    unsigned *most;     /* the same in all lines */
} thr_trial;

thresh_result thr_trial_make(thr_trial *trial, const thr_plane *plane,
                             const thr_terms *terms, const size_t *items,
                             size_t count, thr_arena *arena,
                             thresh_error *err);

/* Go on to the next trial; false after the last. */
bool thr_trial_next(thr_trial *trial);

#endif
