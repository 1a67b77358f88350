/* The tree of totals along one dimension, read from the sums.
 *
 *     Total              = Norway + Europe
 *       Norway
 *       Europe total     = Western + Eastern
 *         Western
 *         Eastern
 *
 * Items are taken one by one onto a stack. One that equals the sum of the
 * topmost items becomes their parent and takes their place. Taken from the
 * last item to the first, this finds totals that stand above their parts, and
 * the other way round those below; what is left of one walk goes into the
 * other. A total may have a second set of parts; where these have parts
 * themselves it is a sum only, and its parts have no parent.
 */
#ifndef THR_PROOF_TREE_H
#define THR_PROOF_TREE_H

#include "proof/match.h"

/* One sum that was found: parts in the order of the table. */
typedef struct thr_found {
    thr_claim claim;
    thr_match match;
} thr_found;

typedef struct thr_tree {
    uint32_t *parent; /* of each item, or THR_NO_PARENT */
    bool *is_total;   /* whether each item has parts */
    thr_found *sums;
    size_t nsums;
    size_t room;       /* in `sums` */
    uint64_t evidence; /* of all sums, in quarter bits */
    bool gave_up;      /* the budget of comparisons was used up */
    bool tried;        /* something was likely enough to look at all lines */
} thr_tree;

/* How a tree is searched for. */
typedef struct thr_search {
    const thr_plane *plane;
    thr_terms terms;
    const bool *left_out; /* items that are no parts and no totals */
    const size_t *indent; /* parents by indentation, or NULL */
    bool lenient;         /* take sums that fail in many lines */
    thr_arena *arena;
} thr_search;

/* Add a sum, with a copy of its parts, to the sums of `tree`. It may move
 * them: a place in `sums` found before is one of the past then, to be read
 * but not to be changed. */
thresh_result thr_tree_add(thr_tree *tree, const thr_claim *claim,
                           const thr_match *match, thr_arena *arena,
                           thresh_error *err);

/* Whether `item` is `at` or above it: then it cannot be a part of `at`. In a
 * tree of more than 64 levels, which none is that is printed, it may be. */
bool thr_tree_is_above(const thr_tree *tree, size_t item, size_t at);

/* What lies below a total adds up to it once. Where it has parts already, a
 * second set with parts of their own ("Males" and "Females" with the same
 * occupations, or liabilities and equity that balance the assets) is another
 * view of it, which stands beside the first. */
bool thr_tree_is_other_view(const thr_tree *tree, const thr_claim *claim);

/* The parent of `item`, or THRESH_NONE. */
static inline size_t
thr_tree_parent(const thr_tree *tree, size_t item) {
    uint32_t parent = tree->parent[item];
    return parent == THR_NO_PARENT ? THRESH_NONE : parent;
}

/* Search for the tree. The arrays of an earlier search for one of the same
 * plane are used again; those of a new tree are NULL. */
thresh_result thr_tree_find(thr_tree *tree, const thr_search *search,
                            thresh_error *err);

#endif
