/* The sets of items that may be parts together, and what they come to.
 *
 *     Total                   runs:  all of it            A..B..Rate..C
 *       A    first              every second, third, ...  A, Rate
 *       B    second             one sort of items         totals; "Public"
 *       Rate                    two items                 A, C
 *
 * A run is a stretch of a list of items; the lists are all items, every n-th,
 * and those of one sort. What a run comes to is not kept line by line: each
 * line is given a random weight, and the weighted sum of its numbers, modulo
 * 2^64, stands for an item. Such sums add up as the items do, and hardly ever
 * else, so that one look into a table finds a run that comes to given numbers.
 */
#ifndef THR_PROOF_RUNS_H
#define THR_PROOF_RUNS_H

#include "base/arena.h"

/* A list of items in order, and how far-fetched it is to look at just it, in
 * quarter bits. */
typedef struct thr_list {
    uint16_t *items;
    size_t count;
    unsigned cost;
    bool steps; /* every n-th of all items */
} thr_list;

enum { THR_PAIRS = UINT16_MAX };

/* The items of a list from `first` to `last`; in the list THR_PAIRS, just the
 * two items `first` and `last`. */
typedef struct thr_run {
    uint64_t sum;
    uint16_t list;
    uint16_t first;
    uint16_t last;
    uint16_t cost; /* quarter bits of how many there are like it */
} thr_run;

typedef struct thr_runs {
    size_t nitems;
    thr_list *lists; /* the first of them has all items */
    size_t nlists;
    thr_run *runs; /* the simplest of those that come to the same; single
                      items are the first */
    size_t count;
    size_t nplain;   /* those of the first list: they stand in front */
    uint64_t *sizes; /* of the plain ones: no item that is smaller in all can
                        be their total */
    uint32_t *next;  /* for each of these, the first behind it that starts with
                        another item: those between are larger */
    uint32_t *slots; /* a hash table of indices into `runs`, plus one */
    size_t nslots;
    uint64_t *seen; /* a bit for each of some more slots: quick to ask */
} thr_runs;

/* Make room for all runs of `lists`. */
thresh_result thr_runs_make(thr_runs *runs, size_t nitems, thr_list *lists,
                            size_t nlists, thr_arena *arena,
                            thresh_error *err);

/* Fill in the runs of items that come to `sums` and have `sizes`, which add up
 * as well and are never negative: those that are no larger than `largest`. */
void thr_runs_fill(thr_runs *runs, const uint64_t *sums, const uint64_t *sizes,
                   uint64_t largest);

/* What a single item costs, and a stretch of a list. */
unsigned thr_runs_single_cost(const thr_runs *runs);
unsigned thr_runs_stretch_cost(const thr_list *list);

/* Eight bits of `seen` for each slot. */
enum { THR_RUNS_SEEN = 8 };

/* The high bits of a product with an odd number are well mixed. */
static inline uint64_t
thr_runs_mixed(uint64_t sum) {
    return sum * UINT64_C(0x9E3779B97F4A7C15) >> 32;
}

/* Whether a run may come to `sum`: in the header, since most do not, and the
 * search asks for little else. */
static inline bool
thr_runs_may_have(const thr_runs *runs, uint64_t sum) {
    uint64_t bit = thr_runs_mixed(sum) & (THR_RUNS_SEEN * runs->nslots - 1);
    return runs->seen[bit / 64] >> bit % 64 & 1;
}

/* The first plain run from number `at` on, before `end`, that leaves of `sum`
 * what another may come to, and is no larger than `size`; `end` or more where
 * there is none. */
size_t thr_runs_next(const thr_runs *runs, size_t at, size_t end, uint64_t sum,
                     uint64_t size);

/* The one item, or the simplest run of several, that comes to `sum`; or NULL.
 */
const thr_run *thr_runs_find(const thr_runs *runs, uint64_t sum, bool single);

/* How many items `run` has, and which. */
size_t thr_run_count(const thr_run *run);
size_t thr_run_item(const thr_runs *runs, const thr_run *run, size_t i);

#endif
