/* Does one item equal the sum of others, line by line, and could that be
 * chance?
 *
 *     Europe total    36512  11785  1517        3 lines, 3 exact
 *     = Western       14606   5386   606
 *     + Eastern       21906   6399   911
 *
 * The weight of the evidence is in quarters of a bit: a line whose total is t
 * over n parts agrees by chance about once in t/n times.
 */
#ifndef THR_PROOF_MATCH_H
#define THR_PROOF_MATCH_H

#include "proof/plane.h"

typedef enum thr_verdict_of_line {
    THR_LINE_SILENT,  /* the total is not printed, or no part is */
    THR_LINE_UNKNOWN, /* a part is missing, and what is there fits */
    THR_LINE_EXACT,
    THR_LINE_ROUNDED, /* off by no more than rounding can do */
    THR_LINE_FAILED
} thr_verdict_of_line;

typedef struct thr_match {
    size_t exact;
    size_t rounded;
    size_t unknown;
    size_t failed;
    size_t distinct;   /* lines that agree and are no multiple of another */
    unsigned evidence; /* that all this is no chance, in quarter bits */
} thr_match;

/* What counts: which lines may add up at all, and in which kinds of lines the
 * parts may miss their total by rounding. */
typedef struct thr_terms {
    const bool *skip;  /* one for each line: it holds no counts; NULL = none */
    uint32_t rounding; /* a bit for each thr_plane_kind() of lines */
} thr_terms;

/* All kinds of lines are rounded. */
#define THR_ALL_ROUNDED UINT32_MAX

/* What is to be tried: that `total` is the sum of its parts, or the first of
 * them less the others. */
typedef struct thr_claim {
    thresh_sum_kind kind;
    size_t total;
    const size_t *parts;
    size_t nparts;
} thr_claim;

/* What one line says. */
typedef struct thr_line_match {
    thr_verdict_of_line verdict;
    int64_t sum;       /* what the parts come to, in the line's unit */
    unsigned evidence; /* in quarter bits */
} thr_line_match;

thr_line_match thr_match_line(const thr_plane *plane, const thr_terms *terms,
                              const thr_claim *claim, size_t line);

/* Try it in all lines. */
thr_match thr_match_all(const thr_plane *plane, const thr_terms *terms,
                        const thr_claim *claim);

/* By how much the sum of `nparts` rounded numbers may miss a rounded total, in
 * units of what they are rounded to: the most that it can, but no more than
 * three standard deviations of so many rounding errors. */
int64_t thr_match_tolerance(size_t nparts);

/* The binary digits of `number`, less one; 0 for 0 and 1. */
static inline unsigned
thr_match_log2(uint64_t number) {
    return number < 2 ? 0 : 63 - (unsigned)__builtin_clzll(number);
}

/* Evidence of a total of so many steps over so many parts that are no zero,
 * agreeing within a tolerance. A line weighs at most 16 bits, however large
 * its total: 16 to the power of four quarters is as much as fits. In the
 * header, since it is mostly asked of two parts. */
static inline unsigned
thr_match_evidence(uint64_t steps, size_t filled, int64_t tolerance) {
    const uint64_t most = 65535;
    /* A total that equals its one part that is no zero says little, whatever
     * its size. */
    if (filled < 2)
        return 0;
    uint64_t chances = steps / filled / (2 * (uint64_t)tolerance + 1) + 1;
    if (chances > most)
        chances = most;
    return thr_match_log2(chances * chances * chances * chances);
}

#endif
