/* Subtotals too small to be believed on their own. See subtotals.h. */
#include "proof/subtotals.h"

#include <string.h>

#include "base/error.h"

/* The parts next to `item`, on the side of `step`, that come to what it does:
 * those that come to nothing are included, and parts of parts passed over.
 * Returns how many they are. */
static size_t
find_below(const thr_pool *p, const thr_set *parts, size_t item, int step,
           thr_set *out) {
    thr_set all = {{0}};
    size_t found = 0, count = 0;
    thr_probes probes;
    thr_probes_start(&probes, &p->samples, p->items[item]);
    for (size_t at = item + (size_t)step; at < p->count; at += (size_t)step) {
        if (!thr_set_has(parts, at)) {
            if (p->tree->parent[p->items[at]] == THR_NO_PARENT)
                break;
            continue;
        }
        thr_set_flip(&all, at);
        thr_poll poll = thr_probes_add(&probes, p->items[at], ++count);
        if (poll.agree == 0 || poll.agree < poll.decided)
            continue;
        found = count;
        *out = all;
    }
    return found;
}

static bool
is_free(const thr_pool *p, const thr_guess *g, size_t item) {
    return !thr_set_has(&g->parts, item) && item != g->total
           && p->tree->parent[p->items[item]] == THR_NO_PARENT
           && !p->tree->is_total[p->items[item]];
}

/* Let `item` stand for its parts in the sum, if it is their sum. */
static thresh_result
take_below(thr_pool *p, thr_guess *g, size_t item, int step,
           thresh_error *err) {
    if (!is_free(p, g, item))
        return THRESH_OK;
    thr_guess below = {.total = item};
    size_t count = find_below(p, &g->parts, item, step, &below.parts);
    if (count < 2 || count == thr_set_count(&g->parts))
        return THRESH_OK;
    thr_claim claim = thr_pool_claim(p, below.total, &below.parts);
    below.match = thr_match_all(p->search->plane, &p->search->terms, &claim);
    if (thr_basis_follows(&p->basis) || below.match.failed > 0
        || below.match.evidence < g->cost) {
        thr_basis_drop(&p->basis);
        return THRESH_OK;
    }
    thr_basis_keep(&p->basis);
    for (size_t i = 0; i < claim.nparts; i++)
        if (p->tree->parent[claim.parts[i]] == p->items[g->total])
            p->tree->parent[claim.parts[i]] = THR_NO_PARENT;
    for (size_t i = 0; i < p->count; i++)
        if (thr_set_has(&below.parts, i))
            thr_set_flip(&g->parts, i);
    thr_set_flip(&g->parts, item);
    return thr_pool_add(p, &claim, &below.match, err);
}

/* Those that stand above their parts, from the last; and those below. */
thresh_result
thr_subtotals_take(thr_pool *p, thr_guess *g, thresh_error *err) {
    for (size_t i = p->count; i-- > 0;)
        THR_TRY(take_below(p, g, i, 1, err));
    for (size_t i = 0; i < p->count; i++)
        THR_TRY(take_below(p, g, i, -1, err));
    return THRESH_OK;
}

/* The same in a sum that is known already: there, nothing calls for the
 * subtotal but what the lines say. */
static thresh_result
refine(thr_pool *p, size_t sum, thresh_error *err) {
    enum { NEEDED = 4 * 6 };
    thr_found *known = &p->tree->sums[sum];
    thr_guess g = {.total = thr_pool_index(p, known->claim.total),
                   .cost = NEEDED + 4 * thr_match_log2(known->claim.nparts)};
    if (known->claim.kind != THRESH_SUM || g.total == THRESH_NONE)
        return THRESH_OK;
    for (size_t i = 0; i < known->claim.nparts; i++) {
        size_t part = thr_pool_index(p, known->claim.parts[i]);
        if (part == THRESH_NONE)
            return THRESH_OK;
        thr_set_flip(&g.parts, part);
    }
    size_t before = p->tree->nsums;
    THR_TRY(thr_subtotals_take(p, &g, err));
    if (p->tree->nsums == before)
        return THRESH_OK;
    thr_claim claim = thr_pool_claim(p, g.total, &g.parts);
    thr_basis_drop(&p->basis);
    known = &p->tree->sums[sum]; /* the tree may have moved its sums */
    size_t *parts = (size_t *)known->claim.parts;
    memcpy(parts, claim.parts, claim.nparts * sizeof *parts);
    known->claim.nparts = claim.nparts;
    known->match = thr_match_all(p->search->plane, &p->search->terms,
                                 &known->claim);
    thr_pool_adopt(p, &known->claim);
    return THRESH_OK;
}

thresh_result
thr_subtotals_refine(thr_pool *p, thresh_error *err) {
    size_t count = p->tree->nsums;
    for (size_t i = 0; i < count; i++)
        THR_TRY(refine(p, i, err));
    return THRESH_OK;
}
