/* Sums that are likely. See guess.h. */
#include "proof/guess.h"

#include "base/error.h"
#include "proof/judge.h"
#include "proof/lists.h"

enum {
    MOST_LOOKS = 1 << 20, /* into the table, in a trial */
    MOST_GUESSES = 16,    /* for one total in a trial */
};

/* Put the items of `run` into `to`; false if one is there already. */
static bool
put_run(const thr_guesses *p, const thr_run *run, thr_set *to) {
    size_t count = thr_run_count(run);
    for (size_t i = 0; i < count; i++) {
        size_t item = thr_run_item(&p->runs, run, i);
        if (thr_set_has(to, item))
            return false;
        thr_set_flip(to, item);
    }
    return true;
}

static size_t
distance(size_t a, size_t b) {
    return a < b ? b - a : a - b;
}

/* Of the items with the numbers of `item` that are in no sum with it yet, the
 * one that is nearest to `to`. */
static size_t
nearest(const thr_guesses *p, size_t item, size_t to, const thr_set *taken) {
    size_t best = item;
    for (size_t i = 0; i < p->pool->count; i++)
        if (p->pool->copies[i] == p->pool->copies[item] && i != item
            && !thr_set_has(taken, i) && distance(i, to) < distance(best, to))
            best = i;
    return best;
}

/* Where a column is printed twice, the one that is nearer is meant. */
static void
choose_copies(const thr_guesses *p, thr_guess *g, const thr_run *run) {
    if (run == NULL || (run->list != THR_PAIRS && thr_run_count(run) > 1))
        return;
    for (size_t i = 0; i < thr_run_count(run); i++) {
        size_t item = thr_run_item(&p->runs, run, i);
        size_t other = nearest(p, item, g->total, &g->parts);
        if (other == item || other == g->total)
            continue;
        thr_set_flip(&g->parts, item);
        thr_set_flip(&g->parts, other);
    }
}

/* How far `item` is from the nearest of the parts. */
static size_t
distance_to(const thr_guesses *p, const thr_set *parts, size_t item) {
    size_t best = p->pool->count;
    for (size_t i = 0; i < p->pool->count; i++)
        if (thr_set_has(parts, i) && distance(i, item) < best)
            best = distance(i, item);
    return best;
}

/* And where the total is. */
static void
choose_total(const thr_guesses *p, thr_guess *g) {
    size_t total = g->total, best = distance_to(p, &g->parts, total);
    for (size_t i = 0; i < p->pool->count; i++) {
        if (p->pool->copies[i] != p->pool->copies[total]
            || thr_set_has(&g->parts, i))
            continue;
        size_t away = distance_to(p, &g->parts, i);
        if (away < best) {
            g->total = i;
            best = away;
        }
    }
}

/* Whether the total stands amid more than two parts. Between two it often
 * does: in = net + out. */
static bool
is_amid(const thr_guesses *p, const thr_guess *g) {
    size_t before = 0, behind = 0;
    for (size_t i = 0; i < p->pool->count; i++) {
        before += i < g->total && thr_set_has(&g->parts, i);
        behind += i > g->total && thr_set_has(&g->parts, i);
    }
    return before > 0 && behind > 0 && before + behind > 2;
}

/* Keep the best guesses for each total: `first` is where its own start. */
static void
add_guess(thr_guesses *p, size_t first, thr_guess next, const thr_run *one,
          const thr_run *other) {
    thr_set_flip(&next.parts, next.total);
    if (!put_run(p, one, &next.parts)
        || (other != NULL && !put_run(p, other, &next.parts)))
        return;
    thr_set_flip(&next.parts, next.total);
    choose_copies(p, &next, one);
    choose_copies(p, &next, other);
    choose_total(p, &next);
    if (is_amid(p, &next))
        return;
    if (p->count - first < MOST_GUESSES) {
        p->items[p->count++] = next;
        return;
    }
    size_t worst = first;
    for (size_t i = first; i < p->count; i++)
        if (p->items[i].cost > p->items[worst].cost)
            worst = i;
    if (next.cost < p->items[worst].cost)
        p->items[worst] = next;
}

/* Parts that stand right beside their total are less far-fetched by this. */
static unsigned
beside_less(const thr_guesses *p) {
    return 4 * thr_match_log2(p->pool->count);
}

static unsigned
cost_of_one(const thr_guesses *p, size_t total, const thr_run *run) {
    bool beside = run->list == 0
                  && (run->first == total + 1 || run->last + 1 == (int)total);
    return beside ? run->cost - beside_less(p) : run->cost;
}

static unsigned
cost_of_two(unsigned one, unsigned other) {
    return one + other - 4;
}

static void
guess_one(thr_guesses *p, size_t total, size_t first) {
    const thr_run *run = thr_runs_find(&p->runs, p->trial.sums[total], false);
    if (run == NULL)
        return;
    const thr_guess next = {.total = total,
                            .cost = cost_of_one(p, total, run)};
    add_guess(p, first, next, run, NULL);
}

/* Whether a stretch of several items does not touch the total. */
static bool
is_apart(const thr_run *run, size_t total) {
    return run->list == 0 && run->first < run->last && run->first != total + 1
           && run->last + 1 != (int)total;
}

/* The run that comes to what `one` lacks of `total`: one item, or stretches
 * and pairs. NULL if there is none, or it was the first of the two before. */
static const thr_run *
find_rest(const thr_guesses *p, size_t total, const thr_run *one) {
    const thr_runs *runs = &p->runs;
    uint64_t rest = p->trial.sums[total] - one->sum;
    const thr_run *other = thr_runs_find(runs, rest, true);
    if (other == NULL)
        other = thr_runs_find(runs, rest, false);
    bool fits = other != NULL && other > one && !is_apart(other, total)
                && (other->list == THR_PAIRS || other->list == 0);
    return fits ? other : NULL;
}

static void
guess_two(thr_guesses *p, size_t total, size_t first) {
    const thr_runs *runs = &p->runs;
    size_t looks = runs->nplain * p->pool->count <= MOST_LOOKS
                       ? runs->nplain
                       : p->pool->count;
    uint64_t sum = p->trial.sums[total], size = p->trial.sizes[total];
    for (size_t i = 0;; i++) {
        i = thr_runs_next(runs, i, looks, sum, size);
        if (i >= looks)
            break;
        const thr_run *one = &runs->runs[i];
        const thr_run *other = find_rest(p, total, one);
        if (other == NULL || is_apart(one, total))
            continue;
        const thr_guess next = {.total = total,
                                .cost = cost_of_two(one->cost, other->cost)};
        add_guess(p, first, next, one, other);
    }
}

/* ## Which totals to guess at */

/* Evidence that it takes more than beside a total, in quarter bits. */
enum { FAR_FETCHED = 4 * 8 };

unsigned
thr_guess_choices(const thr_pool *pool, unsigned cost) {
    return FAR_FETCHED + cost + 4 * thr_match_log2(pool->count);
}

/* Whether a guess at `total` that costs no less than this could be believed,
 * or one at an item with the same numbers. */
static bool
is_open(const thr_guesses *p, size_t total, unsigned cost) {
    const thr_pool *pool = p->pool;
    unsigned choices = thr_guess_choices(pool, cost);
    for (size_t i = pool->copies[total]; i < pool->count; i++)
        if (pool->copies[i] == pool->copies[total]
            && p->trial.most[total] + THR_INDENTED
                   >= thr_judge_least(pool->search, pool->items[i], choices)
            && !thr_pool_has_sum(pool, i))
            return true;
    return false;
}

/* Learn how many runs it is of use to take together for each total, and the
 * size of the largest of them. False if that is none for all. */
static bool
choose_totals(thr_guesses *p, uint64_t *largest) {
    bool any = false;
    *largest = 0;
    for (size_t i = 0; i < p->pool->count; i++) {
        bool one = p->trial.sums[i] != 0 && is_open(p, i, p->least_one);
        p->nruns[i] = !one ? 0 : is_open(p, i, p->least_two) ? 2 : 1;
        if (one && p->trial.sizes[i] > *largest)
            *largest = p->trial.sizes[i];
        any |= one;
    }
    return any;
}

void
thr_guesses_make(thr_guesses *p) {
    uint64_t largest;
    p->count = 0;
    if (!choose_totals(p, &largest))
        return;
    thr_runs_fill(&p->runs, p->trial.sums, p->trial.sizes, largest);
    /* Guesses at totals of fewer bits are mostly luck. */
    unsigned bits = 4 * thr_match_log2(p->runs.count);
    for (size_t i = 0; i < p->pool->count; i++) {
        size_t first = p->count;
        if (p->nruns[i] >= 1 && p->trial.capacity[i] >= bits)
            guess_one(p, i, first);
        if (p->nruns[i] >= 2 && p->trial.capacity[i] >= 2 * bits)
            guess_two(p, i, first);
    }
}

static void
learn_costs(thr_guesses *p) {
    unsigned single = thr_runs_single_cost(&p->runs);
    p->least_two = cost_of_two(single, single);
    p->least_one = thr_runs_stretch_cost(&p->runs.lists[0]) - beside_less(p);
    for (size_t i = 1; i < p->runs.nlists; i++) {
        unsigned cost = thr_runs_stretch_cost(&p->runs.lists[i]);
        if (cost < p->least_one)
            p->least_one = cost;
    }
}

thresh_result
thr_guesses_open(thr_guesses *p, const thr_pool *pool, thresh_error *err) {
    const thr_search *search = pool->search;
    thr_arena *arena = search->arena;
    thr_list *lists;
    size_t nlists;
    *p = (thr_guesses){.pool = pool};
    p->items = thr_arena_raw_array(arena, MOST_GUESSES * pool->count,
                                   sizeof *p->items);
    p->nruns = thr_arena_array(arena, pool->count, sizeof *p->nruns);
    if (p->items == NULL || p->nruns == NULL)
        return thr_arena_failure(arena, 0, err);
    THR_TRY(thr_trial_make(&p->trial, search->plane, &search->terms,
                           pool->items, pool->count, arena, err));
    THR_TRY(thr_lists_make(search->plane, pool->tree, pool->items, pool->count,
                           arena, &lists, &nlists, err));
    THR_TRY(thr_runs_make(&p->runs, pool->count, lists, nlists, arena, err));
    learn_costs(p);
    return THRESH_OK;
}
