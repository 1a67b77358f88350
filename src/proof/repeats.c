/* What labels that stand again say of the tree. See repeats.h. */
#include "proof/repeats.h"

#include "base/str.h"

enum {
    MOST_BEFORE = 4,   /* items before the first block: totals of all */
    LONGEST = 256,     /* items of a block, so that little is looked at */
    FEWEST_BLOCKS = 2, /* and one more where only one label stands again */
};

/* Items in their order, which may be blocks of `period`: a label, and those
 * that stand below it. */
typedef struct blocks {
    const thr_plane *plane;
    const bool *empty;
    const uint32_t *items; /* or NULL where they are all of the plane */
    size_t count;
    size_t first; /* where the first block begins */
    size_t period;
    size_t nblocks;
} blocks;

static size_t
item_at(const blocks *b, size_t at) {
    return b->items != NULL ? b->items[at] : at;
}

static thresh_str
label_at(const blocks *b, size_t at) {
    return thr_plane_label(b->plane, item_at(b, at));
}

static bool
are_alike(const blocks *b, size_t at, size_t other) {
    return thr_str_equal(label_at(b, at), label_at(b, other));
}

/* The label of a block is none that stands below the first, nor that of the
 * block before; and all of them have values, or none has: a list of years that
 * is continued under a heading is no list of blocks. */
static bool
is_head(const blocks *b, size_t at) {
    if (b->empty[item_at(b, at)] != b->empty[item_at(b, b->first)])
        return false;
    for (size_t i = 0; i < b->period; i++)
        if (at != b->first && are_alike(b, at, b->first + i))
            return false;
    return at == b->first || !are_alike(b, at, at - b->period);
}

static bool
is_block(const blocks *b, size_t at) {
    if (at + b->period > b->count || !is_head(b, at))
        return false;
    for (size_t i = 1; i < b->period; i++)
        if (!are_alike(b, at + i, b->first + i))
            return false;
    return true;
}

/* Whether some label below the first block's stands again behind the last
 * block: then it is no matter of blocks. */
static bool
goes_on(const blocks *b) {
    size_t end = b->first + b->nblocks * b->period;
    for (size_t at = end; at < b->count && at < end + LONGEST; at++)
        for (size_t i = 1; i < b->period; i++)
            if (are_alike(b, at, b->first + i))
                return true;
    return false;
}

/* Count the blocks from `first` on, if the label behind it stands again. */
static bool
find_from(blocks *b, size_t first) {
    b->first = first;
    b->nblocks = 0;
    for (b->period = 2; b->period <= LONGEST; b->period++) {
        if (first + 1 + b->period >= b->count)
            return false;
        if (label_at(b, first + 1).len > 0
            && are_alike(b, first + 1, first + 1 + b->period))
            break;
    }
    if (b->period > LONGEST)
        return false;
    while (is_block(b, first + b->nblocks * b->period))
        b->nblocks++;
    return b->nblocks >= FEWEST_BLOCKS + (b->period == 2) && !goes_on(b);
}

static bool
find(blocks *b) {
    for (size_t first = 0; first <= MOST_BEFORE; first++)
        if (find_from(b, first))
            return true;
    return false;
}

static void
attach(const blocks *b, thr_tree *tree) {
    for (size_t i = 0; i < b->nblocks * b->period; i++) {
        size_t head = item_at(b, b->first + i - i % b->period);
        size_t item = item_at(b, b->first + i);
        if (tree->parent[item] == THR_NO_PARENT
            && !thr_tree_is_above(tree, item, head))
            tree->parent[item] = (uint32_t)head;
    }
}

/* All items may stand in blocks, or those that are parts of nothing: what is
 * below them differs then, as the ten largest of each. */
thresh_result
thr_repeats_apply(const thr_plane *plane, const bool *empty, thr_tree *tree,
                  thr_arena *arena, thresh_error *err) {
    blocks all = {.plane = plane, .empty = empty, .count = plane->nitems};
    if (find(&all))
        attach(&all, tree);
    size_t roots = 0;
    for (size_t i = 0; i < plane->nitems; i++)
        roots += tree->parent[i] == THR_NO_PARENT;
    if (roots == plane->nitems)
        return THRESH_OK;
    uint32_t *items = thr_arena_array(arena, roots, sizeof *items);
    if (items == NULL)
        return thr_arena_failure(arena, 0, err);
    blocks b = {.plane = plane, .empty = empty, .items = items};
    for (size_t i = 0; i < plane->nitems; i++)
        if (tree->parent[i] == THR_NO_PARENT)
            items[b.count++] = (uint32_t)i;
    if (find(&b))
        attach(&b, tree);
    return THRESH_OK;
}
