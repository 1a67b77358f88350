/* Sums whose parts do not stand together. See picked.h. */
#include "proof/picked.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "proof/judge.h"
#include "proof/subtotals.h"

typedef struct picker {
    thr_pool pool;
    thr_guesses guesses;
    uint64_t steps; /* what is left of the budget of numbers to look at */
} picker;

/* Write down what the guess claims; false if that is known. */
static bool
is_new_claim(picker *p, const thr_guess *g, thr_claim *claim) {
    *claim = thr_pool_claim(&p->pool, g->total, &g->parts);
    bool known = thr_pool_follows(&p->pool, claim);
    thr_basis_drop(&p->pool.basis);
    return !known && !thr_pool_has_sum(&p->pool, g->total);
}

/* Parts that stand together, though apart from their total, may miss it in one
 * line of some. Two parts are found too easily for that. */
static bool
may_fail(const thr_claim *claim, const thr_match *match) {
    enum { FEWEST_PARTS = 3 };
    size_t last = claim->parts[claim->nparts - 1];
    bool together = last - claim->parts[0] == claim->nparts - 1;
    return match->failed == 0
           || (together && claim->nparts >= FEWEST_PARTS
               && THR_LINES_A_FAILURE * match->failed <= match->distinct);
}

/* Whether the lines say so. */
static bool
is_believed(picker *p, thr_guess *g) {
    const thr_search *search = p->pool.search;
    thr_claim claim;
    if (!is_new_claim(p, g, &claim))
        return false;
    uint64_t steps = claim.nparts * search->plane->nlines;
    if (p->steps < steps)
        return false;
    p->steps -= steps;
    unsigned needed = thr_judge_needed(search, &claim,
                                       thr_guess_choices(&p->pool, g->cost));
    g->match = thr_match_all(search->plane, &search->terms, &claim);
    return may_fail(&claim, &g->match)
           && thr_judge_believes(search, &claim, &g->match, needed);
}

static void
drop_unbelieved(picker *p) {
    thr_guesses *guesses = &p->guesses;
    size_t kept = 0;
    for (size_t i = 0; i < guesses->count; i++)
        if (is_believed(p, &guesses->items[i]))
            guesses->items[kept++] = guesses->items[i];
    guesses->count = kept;
}

/* Take the guess, unless it follows from those that were taken before. */
static thresh_result
take_guess(picker *p, thr_guess *g, thresh_error *err) {
    const thr_search *search = p->pool.search;
    thr_claim claim;
    if (!is_new_claim(p, g, &claim))
        return THRESH_OK;
    g->cost = 0;
    THR_TRY(thr_subtotals_take(&p->pool, g, err));
    claim = thr_pool_claim(&p->pool, g->total, &g->parts);
    thr_pool_learn(&p->pool);
    g->match = thr_match_all(search->plane, &search->terms, &claim);
    return thr_pool_add(&p->pool, &claim, &g->match, err);
}

/* The simplest first: what follows from simple sums is not told. */
static int
by_cost(const void *left, const void *right) {
    const thr_guess *a = left, *b = right;
    if (a->cost != b->cost)
        return a->cost < b->cost ? -1 : 1;
    if (a->total != b->total)
        return a->total < b->total ? -1 : 1;
    return memcmp(&a->parts, &b->parts, sizeof a->parts);
}

static thresh_result
take_all(picker *p, thresh_error *err) {
    thr_guesses *guesses = &p->guesses;
    thr_guesses_make(guesses);
    drop_unbelieved(p);
    if (guesses->count > 0)
        qsort(guesses->items, guesses->count, sizeof *guesses->items, by_cost);
    for (size_t i = 0; i < guesses->count; i++)
        THR_TRY(take_guess(p, &guesses->items[i], err));
    return THRESH_OK;
}

/* Whether all items that can be parts make one tree of sums: each is a part of
 * one total that was proved, but for the one that holds them all. Then no
 * other sum is left to be found: what is printed is counted, once. */
static bool
is_one_tree(const thr_pool *pool) {
    const thr_tree *tree = pool->tree;
    size_t roots = 0, parts = 0, totals = 0;
    for (size_t i = 0; i < pool->count; i++) {
        size_t up = thr_tree_parent(tree, pool->items[i]);
        roots += up == THRESH_NONE;
        totals += tree->is_total[pool->items[i]];
        if (up != THRESH_NONE && !tree->is_total[up])
            return false;
    }
    for (size_t i = 0; i < tree->nsums; i++)
        parts += tree->sums[i].claim.nparts;
    return roots == 1 && totals == tree->nsums && parts + roots == pool->count;
}

thresh_result
thr_picked_find(thr_tree *tree, const thr_search *search, thresh_error *err) {
    enum { FEWEST = 3, STEPS = 16 };
    picker p = {.steps = 0};
    THR_TRY(thr_pool_open(&p.pool, tree, search, err));
    if (p.pool.count < FEWEST || is_one_tree(&p.pool))
        return THRESH_OK;
    p.steps = (uint64_t)STEPS * p.pool.count * search->plane->nlines;
    THR_TRY(thr_subtotals_refine(&p.pool, err));
    THR_TRY(thr_guesses_open(&p.guesses, &p.pool, err));
    bool first = true;
    while (thr_trial_next(&p.guesses.trial)) {
        if (first)
            thr_pool_learn_copies(&p.pool, p.guesses.trial.sums);
        first = false;
        THR_TRY(take_all(&p, err));
    }
    if (!first)
        return thr_pool_add_copies(&p.pool, err);
    return THRESH_OK;
}
