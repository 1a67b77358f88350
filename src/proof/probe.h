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

/* One line that is looked at. */
typedef struct thr_sample {
    uint32_t line;
    int64_t unit;  /* of rounding */
    int64_t below; /* what further parts can take away at most: what all
                      numbers below zero come to, without the sign */
    bool rounded;  /* may miss by rounding */
} thr_sample;

/* The lines in which the parts of a total are added up. What is known of each
 * stands at its place in all of these, so that they are counted together. In a
 * line where the total is zero nothing agrees, and nothing exceeds it. */
typedef struct thr_probes {
    const struct thr_samples *samples;
    size_t places;                  /* in use */
    size_t count;                   /* of these, without totals of zero */
    uint8_t which[THR_MOST_PROBES]; /* of the samples */
    uint32_t lines[THR_MOST_PROBES];
    int64_t totals[THR_MOST_PROBES];
    int64_t sums[THR_MOST_PROBES];  /* of the parts so far */
    int64_t slack[THR_MOST_PROBES]; /* by which so many parts may miss */
    int64_t most[THR_MOST_PROBES];  /* by which they may exceed the total, and
                                       come down to it again */
    bool missing[THR_MOST_PROBES];  /* a part is */
    bool simple;  /* items are rows, and nothing so far is missing, or so large
                     that it could overflow */
    size_t until; /* with more parts than that, slack is another */
} thr_probes;

/* Lines from all over the plane. */
typedef struct thr_samples {
    const thr_plane *plane;
    thr_sample items[THR_MOST_SAMPLES];
    size_t count;
    size_t nused;    /* lines of the plane that are not skipped */
    thr_probes none; /* of them: in these, no total is known yet */
} thr_samples;

thr_samples thr_samples_choose(const thr_plane *plane, const thr_terms *terms);

/* The most evidence that a sum could have whose total is `item`, in quarter
 * bits, judged by the samples; or any of it that is `enough`. */
uint64_t thr_samples_capacity(const thr_samples *samples, size_t item,
                              uint64_t enough);

/* With how many parts, of these two, most of the probes of `total` exceed it,
 * as thr_probes_add() would say: few totals need a search that starts. 0 where
 * they do not, or not all is as simple as most of it is. */
size_t thr_samples_exceeded(const thr_samples *samples, size_t total,
                            size_t first, size_t second);

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

/* Before the `nparts`-th part: by how much so many may miss their total. */
void thr_probes_widen(thr_probes *probes, size_t nparts);

/* Add a part of any kind. */
thr_poll thr_probes_add_any(thr_probes *probes, size_t part);

/* Add simple numbers, without a branch for each line: what is below zero has
 * its highest bit set, and these bits are counted. */
static inline thr_poll
thr_probes_add_simple(thr_probes *probes, const int32_t *numbers) {
    enum { SIGN = 63 };
    uint64_t apart = 0, over = 0;
    for (size_t i = 0; i < THR_MOST_PROBES; i++) {
        probes->sums[i] += numbers[probes->lines[i]];
        int64_t off = probes->sums[i] - probes->totals[i];
        int64_t slack = probes->slack[i];
        apart += (uint64_t)((slack - off) | (slack + off)) >> SIGN;
        over += (uint64_t)(probes->most[i] - off) >> SIGN;
    }
    return (thr_poll){.decided = probes->count,
                      .agree = THR_MOST_PROBES - apart,
                      .over = over};
}

/* Add a part, the `nparts`-th: in the header, since the search does little
 * else. */
static inline thr_poll
thr_probes_add(thr_probes *probes, size_t part, size_t nparts) {
    if (nparts > probes->until)
        thr_probes_widen(probes, nparts);
    const int32_t *numbers = probes->simple ? thr_plane_numbers(
                                 probes->samples->plane, part)
                                            : NULL;
    if (numbers != NULL)
        return thr_probes_add_simple(probes, numbers);
    return thr_probes_add_any(probes, part);
}

#endif
