/* The items that sums are picked from. See pool.h. */
#include "proof/pool.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "proof/lists.h"
#include "proof/runs.h"

size_t
thr_pool_index(const thr_pool *p, size_t item) {
    size_t low = 0, high = p->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (p->items[middle] < item)
            low = middle + 1;
        else
            high = middle;
    }
    return low < p->count && p->items[low] == item ? low : THRESH_NONE;
}

bool
thr_pool_has_sum(const thr_pool *p, size_t total) {
    for (size_t i = 0; i < p->tree->nsums; i++)
        if (p->tree->sums[i].claim.total == p->items[total])
            return true;
    return false;
}

static size_t
list_parts(thr_pool *p, const thr_set *parts) {
    size_t n = 0;
    for (size_t i = 0; i < p->count; i++)
        if (thr_set_has(parts, i))
            p->parts[n++] = p->items[i];
    return n;
}

/* Put `claim` into the row to try; false if some of it is left out here. */
static bool
put_claim(thr_pool *p, const thr_claim *claim) {
    size_t total = thr_pool_index(p, claim->total);
    bool all = total != THRESH_NONE;
    if (all)
        thr_basis_put(&p->basis, total, 1);
    for (size_t i = 0; i < claim->nparts; i++) {
        bool less = i > 0 && claim->kind == THRESH_DIFFERENCE;
        size_t part = thr_pool_index(p, claim->parts[i]);
        all = all && part != THRESH_NONE;
        if (part != THRESH_NONE)
            thr_basis_put(&p->basis, part, less ? 1 : -1);
    }
    return all;
}

void
thr_pool_learn(thr_pool *p) {
    if (thr_basis_follows(&p->basis))
        thr_basis_drop(&p->basis);
    else
        thr_basis_keep(&p->basis);
}

/* What is known already: no sum that follows from it is told again. */
static void
learn_known(thr_pool *p) {
    for (size_t i = 0; i < p->tree->nsums; i++)
        if (put_claim(p, &p->tree->sums[i].claim))
            thr_pool_learn(p);
        else
            thr_basis_drop(&p->basis);
}

/* `item` is `times` the other. */
static void
learn_multiple(thr_pool *p, size_t item, int times, size_t other) {
    thr_basis_put(&p->basis, item, -1);
    if (times > 0)
        thr_basis_put(&p->basis, other, times);
    thr_pool_learn(p);
}

/* Items in the order of what they come to. */
typedef struct ranked {
    uint64_t sum;
    size_t item;
} ranked;

static int
by_sum(const void *left, const void *right) {
    const ranked *a = left, *b = right;
    if (a->sum != b->sum)
        return a->sum < b->sum ? -1 : 1;
    return (a->item > b->item) - (a->item < b->item);
}

/* The first item that comes to `sum`, or THRESH_NONE. */
static size_t
first_with(const ranked *order, size_t count, uint64_t sum) {
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (order[middle].sum < sum)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && order[low].sum == sum ? order[low].item
                                                : THRESH_NONE;
}

/* A bit for each of the sums: whether a number is one is mostly answered by
 * that. */
enum { SEEN_BITS = 2048 };

static uint64_t *
seen_at(uint64_t *seen, uint64_t sum, uint64_t *bit) {
    uint64_t mixed = thr_runs_mixed(sum) % SEEN_BITS;
    *bit = UINT64_C(1) << mixed % 64;
    return &seen[mixed / 64];
}

/* Learn which items come to a multiple of what `item` does. */
static void
learn_multiples(thr_pool *p, const ranked *order, uint64_t *seen, size_t item,
                uint64_t sum) {
    static const int factors[] = {2, 3, 4, 5, 6, 8, 10, 12, 20, 100, 1000};
    for (size_t f = 0; f < sizeof factors / sizeof *factors; f++) {
        uint64_t bit, multiple = (uint64_t)factors[f] * sum;
        if ((*seen_at(seen, multiple, &bit) & bit) == 0)
            continue;
        size_t other = first_with(order, p->count, multiple);
        if (other != THRESH_NONE)
            learn_multiple(p, other, factors[f], item);
    }
}

void
thr_pool_learn_copies(thr_pool *p, const uint64_t *sums) {
    ranked order[THR_SET_ROOM] = {{0}};
    uint64_t seen[SEEN_BITS / 64] = {0}, bit;
    for (size_t i = 0; i < p->count; i++) {
        order[i] = (ranked){sums[i], i};
        uint64_t *word = seen_at(seen, sums[i], &bit);
        *word |= bit;
    }
    qsort(order, p->count, sizeof *order, by_sum);
    for (size_t i = 0; i < p->count; i++) {
        p->copies[i] = first_with(order, p->count, sums[i]);
        if (sums[i] == 0)
            learn_multiple(p, i, 0, i);
        else if (p->copies[i] != i)
            learn_multiple(p, i, 1, p->copies[i]);
        else
            learn_multiples(p, order, seen, i, sums[i]);
    }
}

/* Write down what the guess claims, in the row to try as well. */
thr_claim
thr_pool_claim(thr_pool *p, size_t total, const thr_set *parts) {
    const thr_claim claim = {THRESH_SUM, p->items[total], p->parts,
                             list_parts(p, parts)};
    (void)put_claim(p, &claim);
    return claim;
}

/* "Public" is the sum of "Public" in each kind of school: that is worth
 * telling though it may follow from the other columns. */
static bool
is_of_one_name(const thr_pool *p, const thr_claim *claim) {
    for (size_t i = 0; i < claim->nparts; i++)
        if (!thr_lists_one_name(p->search->plane, claim->total,
                                claim->parts[i]))
            return false;
    return true;
}

bool
thr_pool_follows(thr_pool *p, const thr_claim *claim) {
    return thr_basis_follows(&p->basis) && !is_of_one_name(p, claim);
}

static bool
has_part(const thr_claim *claim, size_t item) {
    for (size_t i = 0; i < claim->nparts; i++)
        if (claim->parts[i] == item)
            return true;
    return false;
}

/* Whether `item` is a part of the sum, or a part of a part. */
static bool
is_within(const thr_tree *tree, const thr_claim *claim, size_t item) {
    while (item != THRESH_NONE && !has_part(claim, item))
        item = thr_tree_parent(tree, item);
    return item != THRESH_NONE;
}

/* Whether all that stands from the total to its last part, and is looked at,
 * belongs to the sum. */
static bool
is_whole(const thr_pool *p, const thr_claim *claim) {
    size_t first = thr_pool_index(p, claim->parts[0]),
           last = thr_pool_index(p, claim->parts[claim->nparts - 1]),
           total = thr_pool_index(p, claim->total);
    if (total > first && total < last)
        return false;
    first = total < first ? total + 1 : first;
    last = total > last ? total - 1 : last;
    for (size_t i = first; i <= last; i++)
        if (!is_within(p->tree, claim, p->items[i]))
            return false;
    return true;
}

/* Its parts that have no parent yet get one, where it is a branch of the tree
 * of totals. */
void
thr_pool_adopt(thr_pool *p, const thr_claim *claim) {
    thr_tree *tree = p->tree;
    if (!is_whole(p, claim)
        && !thr_plane_is_named(p->search->plane, claim->total))
        return;
    tree->is_total[claim->total] = true;
    for (size_t i = 0; i < claim->nparts; i++)
        if (tree->parent[claim->parts[i]] == THR_NO_PARENT
            && !thr_tree_is_above(tree, claim->parts[i], claim->total))
            tree->parent[claim->parts[i]] = (uint32_t)claim->total;
}

thresh_result
thr_pool_add(thr_pool *p, const thr_claim *claim, const thr_match *match,
             thresh_error *err) {
    THR_TRY(thr_tree_add(p->tree, claim, match, p->search->arena, err));
    thr_pool_adopt(p, claim);
    return THRESH_OK;
}

/* A total that is printed twice in a row is proved twice, if it has a number
 * in each line in which the other does: a symbol is not the zero that it
 * stands beside. */
static thresh_result
add_copy(thr_pool *p, const thr_found *found, size_t total, size_t copy,
         thresh_error *err) {
    if (copy >= p->count || p->copies[copy] != p->copies[total]
        || p->tree->is_total[p->items[copy]]
        || has_part(&found->claim, p->items[copy]))
        return THRESH_OK;
    thr_claim claim = found->claim;
    claim.total = p->items[copy];
    thr_match match = thr_match_all(p->search->plane, &p->search->terms,
                                    &claim);
    if (match.exact != found->match.exact
        || match.rounded != found->match.rounded)
        return THRESH_OK;
    p->tree->is_total[claim.total] = true;
    return thr_tree_add(p->tree, &claim, &match, p->search->arena, err);
}

thresh_result
thr_pool_add_copies(thr_pool *p, thresh_error *err) {
    size_t count = p->tree->nsums;
    for (size_t i = 0; i < count; i++) {
        const thr_found *found = &p->tree->sums[i];
        size_t total = thr_pool_index(p, found->claim.total);
        if (found->claim.kind != THRESH_SUM || total == THRESH_NONE)
            continue;
        THR_TRY(add_copy(p, found, total, total + 1, err));
        if (total > 0)
            THR_TRY(add_copy(p, found, total, total - 1, err));
    }
    return THRESH_OK;
}

/* ## Opening */

static bool
make_room(thr_pool *p) {
    thr_arena *arena = p->search->arena;
    p->items = thr_arena_array(arena, THR_SET_ROOM, sizeof *p->items);
    p->copies = thr_arena_array(arena, THR_SET_ROOM, sizeof *p->copies);
    p->parts = thr_arena_array(arena, THR_SET_ROOM, sizeof *p->parts);
    return p->items != NULL && p->copies != NULL && p->parts != NULL;
}

thresh_result
thr_pool_open(thr_pool *p, thr_tree *tree, const thr_search *search,
              thresh_error *err) {
    *p = (thr_pool){.search = search, .tree = tree};
    if (!make_room(p))
        return thr_arena_failure(search->arena, 0, err);
    for (size_t i = 0; i < search->plane->nitems; i++) {
        if (search->left_out[i])
            continue;
        if (p->count == THR_SET_ROOM) {
            p->count = 0;
            return THRESH_OK;
        }
        p->items[p->count++] = i;
    }
    p->samples = thr_samples_choose(search->plane, &search->terms);
    THR_TRY(thr_basis_make(&p->basis, p->count, search->arena, err));
    learn_known(p);
    return THRESH_OK;
}
