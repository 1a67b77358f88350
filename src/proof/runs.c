/* The sets of items that may be parts together. See runs.h. */
#include "proof/runs.h"

#include <string.h>

#include "proof/match.h"

thresh_result
thr_runs_make(thr_runs *runs, size_t nitems, thr_list *lists, size_t nlists,
              thr_arena *arena, thresh_error *err) {
    /* Stretches, pairs, and for each item at most one run of another list. */
    size_t plain = nitems * (nitems + 1) / 2, room = 2 * plain;
    *runs = (thr_runs){
        .nitems = nitems, .lists = lists, .nlists = nlists, .nslots = 64};
    while (runs->nslots < room + room / 4)
        runs->nslots *= 2;
    runs->runs = thr_arena_raw_array(arena, room, sizeof *runs->runs);
    runs->slots = thr_arena_raw_array(arena, runs->nslots,
                                      sizeof *runs->slots);
    runs->seen = thr_arena_raw_array(arena, runs->nslots / 64,
                                     THR_RUNS_SEEN * sizeof *runs->seen);
    runs->sizes = thr_arena_raw_array(arena, plain, sizeof *runs->sizes);
    runs->next = thr_arena_raw_array(arena, plain, sizeof *runs->next);
    if (runs->runs == NULL || runs->slots == NULL || runs->seen == NULL
        || runs->sizes == NULL || runs->next == NULL)
        return thr_arena_failure(arena, 0, err);
    return THRESH_OK;
}

/* ## The table */

static bool
is_that(const thr_run *run, uint64_t sum, bool single) {
    return run->sum == sum && (thr_run_count(run) == 1) == single;
}

/* Where the run that comes to `sum` is, or would be. */
static size_t
slot_of(const thr_runs *runs, uint64_t sum, bool single, uint64_t mix) {
    size_t slot = mix & (runs->nslots - 1);
    while (runs->slots[slot] != 0
           && !is_that(&runs->runs[runs->slots[slot] - 1], sum, single))
        slot = (slot + 1) & (runs->nslots - 1);
    return slot;
}

/* Nothing is the sum of items that come to nothing. */
static void
add(thr_runs *runs, thr_run run, uint64_t size) {
    if (run.sum == 0)
        return;
    uint64_t mix = thr_runs_mixed(run.sum);
    size_t slot = slot_of(runs, run.sum, thr_run_count(&run) == 1, mix);
    if (runs->slots[slot] != 0)
        return;
    if (run.list == 0)
        runs->sizes[runs->count] = size;
    runs->runs[runs->count++] = run;
    runs->slots[slot] = (uint32_t)runs->count;
    uint64_t bit = mix & (THR_RUNS_SEEN * runs->nslots - 1);
    runs->seen[bit / 64] |= UINT64_C(1) << bit % 64;
}

/* ## What is put into it */

/* What items come to, and how large a run may be. */
typedef struct amounts {
    const uint64_t *sums;
    const uint64_t *sizes;
    uint64_t largest;
} amounts;

static unsigned
bits_of(size_t count) {
    return 4 * (thr_match_log2(count) + (count > 1));
}

unsigned
thr_runs_single_cost(const thr_runs *runs) {
    return bits_of(runs->nitems);
}

unsigned
thr_runs_stretch_cost(const thr_list *list) {
    return list->cost + 2 * bits_of(list->count) - 4;
}

static void
add_single(thr_runs *runs, const amounts *of) {
    uint16_t cost = (uint16_t)thr_runs_single_cost(runs);
    for (size_t i = 0; i < runs->nitems; i++)
        if (of->sizes[i] <= of->largest)
            add(runs,
                (thr_run){of->sums[i], 0, (uint16_t)i, (uint16_t)i, cost},
                of->sizes[i]);
}

/* Those of several items of a list. What does not stand together is looked at
 * only where it is all of a total, which is an item that comes to the same. */
static void
add_stretches(thr_runs *runs, size_t at, const amounts *of) {
    const thr_list *list = &runs->lists[at];
    uint16_t cost = (uint16_t)thr_runs_stretch_cost(list);
    for (size_t first = 0; first + 1 < list->count; first++) {
        uint64_t sum = of->sums[list->items[first]],
                 size = of->sizes[list->items[first]];
        for (size_t last = first + 1; last < list->count; last++) {
            sum += of->sums[list->items[last]];
            size += of->sizes[list->items[last]];
            if (size > of->largest)
                break;
            if (at == 0 || thr_runs_find(runs, sum, true) != NULL)
                add(runs,
                    (thr_run){sum, (uint16_t)at, (uint16_t)first,
                              (uint16_t)last, cost},
                    size);
        }
    }
}

static void
add_pairs(thr_runs *runs, const amounts *of) {
    uint16_t cost = (uint16_t)(2 * bits_of(runs->nitems) - 4);
    for (size_t i = 0; i < runs->nitems; i++)
        for (size_t k = i + 1; k < runs->nitems; k++) {
            uint64_t size = of->sizes[i] + of->sizes[k];
            if (size <= of->largest)
                add(runs,
                    (thr_run){of->sums[i] + of->sums[k], THR_PAIRS,
                              (uint16_t)i, (uint16_t)k, cost},
                    size);
        }
}

/* Where those end that start with the same item: they grow from one to the
 * next. */
static void
find_next(thr_runs *runs) {
    uint32_t next = (uint32_t)runs->nplain;
    for (size_t i = runs->nplain; i-- > 0;) {
        if (i + 1 < runs->nplain
            && runs->runs[i + 1].first != runs->runs[i].first)
            next = (uint32_t)i + 1;
        runs->next[i] = next;
    }
}

void
thr_runs_fill(thr_runs *runs, const uint64_t *sums, const uint64_t *sizes,
              uint64_t largest) {
    const amounts of = {sums, sizes, largest};
    runs->count = 0;
    memset(runs->slots, 0, runs->nslots * sizeof *runs->slots);
    memset(runs->seen, 0, runs->nslots * THR_RUNS_SEEN / 8);
    add_single(runs, &of);
    add_stretches(runs, 0, &of);
    runs->nplain = runs->count;
    find_next(runs);
    add_pairs(runs, &of);
    for (size_t i = 1; i < runs->nlists; i++)
        add_stretches(runs, i, &of);
}

const thr_run *
thr_runs_find(const thr_runs *runs, uint64_t sum, bool single) {
    if (!thr_runs_may_have(runs, sum))
        return NULL;
    uint32_t found =
        runs->slots[slot_of(runs, sum, single, thr_runs_mixed(sum))];
    return found == 0 ? NULL : &runs->runs[found - 1];
}

size_t
thr_runs_next(const thr_runs *runs, size_t at, size_t end, uint64_t sum,
              uint64_t size) {
    while (at < end)
        if (runs->sizes[at] > size)
            at = runs->next[at];
        else if (thr_runs_may_have(runs, sum - runs->runs[at].sum))
            break;
        else
            at++;
    return at;
}

size_t
thr_run_count(const thr_run *run) {
    return run->list == THR_PAIRS ? 2 : (size_t)run->last - run->first + 1;
}

size_t
thr_run_item(const thr_runs *runs, const thr_run *run, size_t i) {
    if (run->list == THR_PAIRS)
        return i == 0 ? run->first : run->last;
    return runs->lists[run->list].items[run->first + i];
}
