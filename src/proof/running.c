/* Running totals. See running.h. */
#include "proof/running.h"

#include <string.h>

/* Whether `a` has fewer parts, which are the first of those of `b`. */
static bool
starts(const thr_claim *a, const thr_claim *b) {
    if (a->kind != THRESH_SUM || b->kind != THRESH_SUM || a->nparts < 2
        || a->nparts >= b->nparts || a->total == b->total)
        return false;
    for (size_t i = a->nparts; i < b->nparts; i++)
        if (b->parts[i] == a->total)
            return false;
    return memcmp(a->parts, b->parts, a->nparts * sizeof *a->parts) == 0;
}

/* Whether sum `index` is the longest of three or more. */
static bool
is_longest(const thr_tree *tree, size_t index) {
    enum { FEWEST = 2 };
    const thr_claim *claim = &tree->sums[index].claim;
    size_t shorter = 0;
    for (size_t i = 0; i < tree->nsums; i++) {
        if (starts(claim, &tree->sums[i].claim))
            return false;
        shorter += starts(&tree->sums[i].claim, claim);
    }
    return shorter >= FEWEST;
}

/* Whether `total` has some of the parts of a sum. */
static bool
has_some(const thr_tree *tree, const thr_claim *claim, size_t total) {
    for (size_t i = 0; i < claim->nparts; i++)
        if (tree->parent[claim->parts[i]] == total)
            return true;
    return false;
}

/* Let all parts of `longest` be its own. What else was a part of another total
 * of theirs stands beside that, which would not add up now. */
static void
take_parts(thr_tree *tree, const thr_claim *longest) {
    for (size_t i = 0; i < longest->nparts; i++)
        if (!thr_tree_is_above(tree, longest->parts[i], longest->total))
            tree->parent[longest->parts[i]] = (uint32_t)longest->total;
    for (size_t i = 0; i < tree->nsums; i++) {
        const thr_claim *claim = &tree->sums[i].claim;
        if (claim->total == longest->total
            || !has_some(tree, claim, longest->total))
            continue;
        for (size_t k = 0; k < claim->nparts; k++)
            if (tree->parent[claim->parts[k]] == claim->total)
                tree->parent[claim->parts[k]] = THR_NO_PARENT;
    }
}

void
thr_running_apply(thr_tree *tree) {
    enum { MOST_SUMS = 256 }; /* all of them are compared */
    for (size_t i = 0; tree->nsums <= MOST_SUMS && i < tree->nsums; i++)
        if (is_longest(tree, i))
            take_parts(tree, &tree->sums[i].claim);
}
