/* The sums of a tree, and what stands above what in it. See tree.h. */
#include <string.h>

#include "base/error.h"
#include "proof/tree.h"

/* Twice the room, in other memory: the arena keeps the old. */
static thresh_result
grow_sums(thr_tree *tree, thr_arena *arena, thresh_error *err) {
    enum { FIRST = 16 };
    size_t room = tree->room ? 2 * tree->room : FIRST;
    thr_found *sums = thr_arena_array(arena, room, sizeof *sums);
    if (sums == NULL)
        return thr_arena_failure(arena, 0, err);
    if (tree->nsums > 0)
        memcpy(sums, tree->sums, tree->nsums * sizeof *sums);
    tree->sums = sums;
    tree->room = room;
    return THRESH_OK;
}

thresh_result
thr_tree_add(thr_tree *tree, const thr_claim *claim, const thr_match *match,
             thr_arena *arena, thresh_error *err) {
    size_t *parts = thr_arena_array(arena, claim->nparts, sizeof *parts);
    if (parts == NULL)
        return thr_arena_failure(arena, 0, err);
    memcpy(parts, claim->parts, claim->nparts * sizeof *parts);
    thr_found sum = {.claim = *claim, .match = *match};
    sum.claim.parts = parts;
    if (tree->nsums == tree->room)
        THR_TRY(grow_sums(tree, arena, err));
    tree->sums[tree->nsums++] = sum;
    return THRESH_OK;
}

bool
thr_tree_is_above(const thr_tree *tree, size_t item, size_t at) {
    enum { DEEPEST = 64 };
    for (size_t depth = 0; at != THRESH_NONE && depth < DEEPEST; depth++) {
        if (at == item)
            return true;
        at = thr_tree_parent(tree, at);
    }
    return at != THRESH_NONE;
}

bool
thr_tree_is_other_view(const thr_tree *tree, const thr_claim *claim) {
    if (!tree->is_total[claim->total])
        return false;
    for (size_t i = 0; i < claim->nparts; i++)
        if (!tree->is_total[claim->parts[i]])
            return false;
    return true;
}
