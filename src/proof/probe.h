/* A few lines, looked at instead of all: what the search for the parts of one
 * total needs to know as they are added one by one.
 *
 *     total    61774  20696        2 probes
 *     + part    8276   3159        none agrees, none exceeds
 *     + part   44788  14944        ...
 */
#ifndef THR_PROOF_PROBE_H
#define THR_PROOF_PROBE_H

#include "proof/match.h"

enum { THR_MOST_SAMPLES = 64, THR_MOST_PROBES = 8 };

/* One line, as the parts of a total are added up in it. */
typedef struct thr_probe {
    size_t line;
    int64_t total;
    int64_t unit;  /* of rounding */
    int64_t sum;   /* of the parts so far */
    int64_t below; /* what further parts can take away at most: what all
                      numbers below zero come to, without the sign */
    bool rounded;  /* may miss by rounding */
    bool missing;  /* a part is */
} thr_probe;

/* Lines from all over the plane. */
typedef struct thr_samples {
    const thr_plane *plane;
    thr_probe probes[THR_MOST_SAMPLES]; /* of no total yet */
    size_t count;
    size_t nused; /* lines of the plane that are not skipped */
} thr_samples;

thr_samples thr_samples_choose(const thr_plane *plane, const thr_terms *terms);

/* The most evidence that a sum could have whose total is `item`, in quarter
 * bits, judged by the samples; or any of it that is `enough`. */
uint64_t thr_samples_capacity(const thr_samples *samples, size_t item,
                              uint64_t enough);

typedef struct thr_probes {
    const thr_plane *plane;
    thr_probe items[THR_MOST_PROBES];
    size_t count;
    int64_t likely; /* see thr_match_tolerance(): of the parts so far */
} thr_probes;

/* Start with the samples in which `item` is largest: they tell most. */
void thr_probes_start(thr_probes *probes, const thr_samples *samples,
                      size_t item);

/* What the probes say of the parts so far. */
typedef struct thr_poll {
    size_t decided;
    size_t agree;
    size_t over; /* the parts exceed the total, whatever follows */
} thr_poll;

/* Whether the parts may exceed the total by as much as it is, and come down to
 * it again, so that it is of no use to wait until they exceed it. */
bool thr_probes_signed(const thr_probes *probes);

/* Add a part, the `nparts`-th. */
thr_poll thr_probes_add(thr_probes *probes, size_t part, size_t nparts);

#endif
