/* The sets of items that may be parts together. See runs.h. */
#include "proof/runs.h"

#include <string.h>

#include "base/error.h"
#include "proof/match.h"

/* Eight bits of `seen` for each slot. */
enum { SEEN = 8 };

static size_t
stretches(size_t count) {
    return count * (count + 1) / 2;
}

thresh_result
thr_runs_make(thr_runs *runs, size_t nitems, thr_list *lists, size_t nlists,
              thr_arena *arena, thresh_error *err) {
    *runs = (thr_runs){.nitems = nitems, .lists = lists, .nlists = nlists};
    runs->room = stretches(nitems);
    for (size_t i = 0; i < nlists; i++)
        runs->room += stretches(lists[i].count);
    runs->nslots = 64;
    while (runs->nslots < 2 * runs->room)
        runs->nslots *= 2;
    runs->runs = thr_arena_array(arena, runs->room, sizeof *runs->runs);
    runs->slots = thr_arena_array(arena, runs->nslots, sizeof *runs->slots);
    runs->seen = thr_arena_array(arena, runs->nslots * SEEN / 64,
                                 sizeof *runs->seen);
    size_t plain = stretches(nitems);
    runs->sizes = thr_arena_array(arena, plain, sizeof *runs->sizes);
    runs->next = thr_arena_array(arena, plain, sizeof *runs->next);
    if (runs->runs == NULL || runs->slots == NULL || runs->seen == NULL
        || runs->sizes == NULL || runs->next == NULL)
        return thr_arena_failure(arena, 0, err);
    return THRESH_OK;
}

/* The high bits of a product with an odd number are well mixed. */
static uint64_t
mixed(uint64_t sum) {
    return sum * UINT64_C(0x9E3779B97F4A7C15) >> 32;
}

static bool
was_seen(const thr_runs *runs, uint64_t mix) {
    size_t bit = mix & (SEEN * runs->nslots - 1);
    return runs->seen[bit / 64] >> bit % 64 & 1;
}

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
add(thr_runs *runs, thr_run run) {
    uint64_t mix = mixed(run.sum);
    size_t slot = slot_of(runs, run.sum, thr_run_count(&run) == 1, mix);
    if (run.sum == 0 || runs->slots[slot] != 0)
        return;
    runs->runs[runs->count++] = run;
    runs->slots[slot] = (uint32_t)runs->count;
    size_t bit = mix & (SEEN * runs->nslots - 1);
    runs->seen[bit / 64] |= UINT64_C(1) << bit % 64;
}

static unsigned
bits_of(size_t count) {
    return 4 * (thr_match_log2(count) + (count > 1));
}

static void
add_single(thr_runs *runs, const uint64_t *sums) {
    unsigned cost = bits_of(runs->nitems);
    for (size_t i = 0; i < runs->nitems; i++)
        add(runs,
            (thr_run){sums[i], 0, (uint16_t)i, (uint16_t)i, (uint16_t)cost});
}

/* Those of at least `fewest` items. */
static void
add_stretches(thr_runs *runs, size_t at, size_t fewest, const uint64_t *sums) {
    const thr_list *list = &runs->lists[at];
    unsigned cost = list->cost + 2 * bits_of(list->count) - 4;
    for (size_t first = 0; first + fewest <= list->count; first++) {
        uint64_t sum = 0;
        for (size_t last = first; last < list->count; last++) {
            sum += sums[list->items[last]];
            if (last + 1 >= first + fewest)
                add(runs, (thr_run){sum, (uint16_t)at, (uint16_t)first,
                                    (uint16_t)last, (uint16_t)cost});
        }
    }
}

static void
add_pairs(thr_runs *runs, const uint64_t *sums) {
    unsigned cost = 2 * bits_of(runs->nitems) - 4;
    for (size_t i = 0; i < runs->nitems; i++)
        for (size_t k = i + 1; k < runs->nitems; k++)
            add(runs, (thr_run){sums[i] + sums[k], THR_PAIRS, (uint16_t)i,
                                (uint16_t)k, (uint16_t)cost});
}

/* Tell how large the plain runs are, and where those end that start with the
 * same item: they grow from one to the next. */
static void
size_up(thr_runs *runs, const uint64_t *sizes) {
    uint32_t next = (uint32_t)runs->nplain;
    for (size_t i = runs->nplain; i-- > 0;) {
        const thr_run *run = &runs->runs[i];
        if (i + 1 < runs->nplain && runs->runs[i + 1].first != run->first)
            next = (uint32_t)i + 1;
        runs->next[i] = next;
    }
    for (size_t i = 0; i < runs->nplain; i++) {
        const thr_run *run = &runs->runs[i];
        const thr_run *before = run - 1;
        bool longer = i > 0 && before->first == run->first
                      && before->last <= run->last;
        uint64_t size = longer ? runs->sizes[i - 1] : 0;
        for (size_t k = longer ? (size_t)before->last + 1 : run->first;
             k <= run->last; k++)
            size += sizes[runs->lists[0].items[k]];
        runs->sizes[i] = size;
    }
}

void
thr_runs_fill(thr_runs *runs, const uint64_t *sums, const uint64_t *sizes) {
    runs->count = 0;
    memset(runs->slots, 0, runs->nslots * sizeof *runs->slots);
    memset(runs->seen, 0, runs->nslots * SEEN / 8);
    add_single(runs, sums);
    add_stretches(runs, 0, 2, sums);
    runs->nplain = runs->count;
    size_up(runs, sizes);
    add_pairs(runs, sums);
    for (size_t i = 1; i < runs->nlists; i++)
        add_stretches(runs, i, 2, sums);
}

const thr_run *
thr_runs_find(const thr_runs *runs, uint64_t sum, bool single) {
    uint64_t mix = mixed(sum);
    if (!was_seen(runs, mix))
        return NULL;
    uint32_t found = runs->slots[slot_of(runs, sum, single, mix)];
    return found == 0 ? NULL : &runs->runs[found - 1];
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
