/* What indentation says of the tree. See indent.h. */
#include "proof/indent.h"

#include "proof/words.h"

static uint32_t
indent_of(const thr_plane *plane, size_t item) {
    return thr_categories_indent(&plane->table->categories[plane->dimension],
                                 item);
}

/* Whether the first item with values below `item` is indented below it, and
 * so are the labels between them: then it needs no other sign. */
static bool
holds_deeper(const thr_plane *plane, const bool *empty, size_t item) {
    enum { FAR = 8 };
    for (size_t i = item + 1; i < plane->nitems && i <= item + FAR; i++) {
        if (indent_of(plane, i) <= indent_of(plane, item))
            return false;
        if (!empty[i])
            return true;
    }
    return false;
}

static bool
says(const thr_plane *plane, size_t item, thr_says what) {
    return (plane->says[item] & what) != 0;
}

/* How deep an item stands: one without values is half a step above others that
 * are indented like it, unless what it holds is indented below it. */
static uint64_t
depth_of(const thr_plane *plane, const bool *empty, size_t item) {
    return 2 * (uint64_t)indent_of(plane, item)
           + (!empty[item] || holds_deeper(plane, empty, item));
}

static bool
all_alike(const thr_plane *plane, const bool *empty) {
    for (size_t i = 1; i < plane->nitems; i++)
        if (depth_of(plane, empty, i) != depth_of(plane, empty, 0))
            return false;
    return true;
}

/* Whether `item` is all that is indented below the row right above it, and is
 * called a total: no row has one part, and it a total. It is set off from its
 * parts, and stands where the row above it does. */
static bool
is_set_off(const thr_plane *plane, const bool *empty, size_t item) {
    size_t above = item - 1, next = item + 1;
    return !empty[above] && !empty[item] && says(plane, item, THR_SAYS_TOTAL)
           && (next >= plane->nitems
               || depth_of(plane, empty, next)
                      <= depth_of(plane, empty, above));
}

thresh_result
thr_indent_find(const thr_plane *plane, const bool *empty, thr_arena *arena,
                size_t **out, thresh_error *err) {
    *out = NULL;
    if (all_alike(plane, empty))
        return THRESH_OK;
    size_t *parent = thr_arena_array(arena, plane->nitems, sizeof *parent);
    size_t *open = thr_arena_array(arena, plane->nitems, sizeof *open);
    if (parent == NULL || open == NULL)
        return thr_arena_failure(arena, 0, err);
    size_t depth = 0;
    for (size_t i = 0; i < plane->nitems; i++) {
        while (depth > 0
               && depth_of(plane, empty, open[depth - 1])
                      >= depth_of(plane, empty, i))
            depth--;
        if (depth > 0 && open[depth - 1] + 1 == i
            && is_set_off(plane, empty, i))
            depth--;
        parent[i] = depth > 0 ? open[depth - 1] : THRESH_NONE;
        /* "Of which:" alone is no heading of what follows. */
        if (!empty[i] || !says(plane, i, THR_SAYS_OF_WHICH))
            open[depth++] = i;
    }
    *out = parent;
    return THRESH_OK;
}

size_t
thr_indent_total_of(const size_t *indent, const thr_plane *plane,
                    size_t item) {
    size_t at = indent != NULL ? indent[item] : THRESH_NONE;
    while (at != THRESH_NONE
           && !thr_words_total_of(thr_plane_label(plane, item),
                                  thr_plane_label(plane, at)))
        at = indent[at];
    return at;
}

/* Whether a total stands below a label without values by chance only: it calls
 * itself one but has no known parts, or parts that stand elsewhere. */
static bool
is_total_of_others(const size_t *indent, const thr_plane *plane,
                   const thr_tree *tree, size_t item) {
    if (!tree->is_total[item])
        return says(plane, item, THR_SAYS_TOTAL);
    for (size_t i = 0; i < tree->nsums; i++) {
        const thr_claim *claim = &tree->sums[i].claim;
        if (claim->total == item)
            return indent[claim->parts[0]] != indent[item]
                   && indent[claim->parts[0]] != item;
    }
    return false;
}

/* Whether a subtotal closes a label without values: it stands deeper than the
 * label, right below its parts, the first of which follows the label. */
static bool
closes_label(const thr_claim *claim, const bool *empty,
             const thr_plane *plane) {
    size_t first = claim->parts[0], last = claim->parts[claim->nparts - 1];
    return claim->kind == THRESH_SUM && first > 0 && empty[first - 1]
           && claim->total == last + 1 && last - first + 1 == claim->nparts
           && indent_of(plane, claim->total) > indent_of(plane, first - 1);
}

/* What stands between a label and the subtotal that closes it is below the
 * label, though one line is not indented. */
static void
close_labels(size_t *indent, const bool *empty, const thr_plane *plane,
             const thr_tree *tree) {
    for (size_t i = 0; i < tree->nsums; i++) {
        const thr_claim *claim = &tree->sums[i].claim;
        if (!closes_label(claim, empty, plane))
            continue;
        for (size_t item = claim->parts[0]; item <= claim->total; item++)
            indent[item] = claim->parts[0] - 1;
    }
}

/* "of which women" is a part of what stands above it, unless that is a part of
 * its own: then it is a total, whatever it is called. */
static void
attach_of_which(const thr_plane *plane, thr_tree *tree) {
    size_t above = THRESH_NONE;
    for (size_t i = 0; i < plane->nitems; i++) {
        if (!says(plane, i, THR_SAYS_OF_WHICH))
            above = i;
        else if (tree->parent[i] == THR_NO_PARENT
                 && !thr_tree_is_above(tree, i, above))
            tree->parent[i] = (uint32_t)above;
    }
}

/* A label `above` a part of `total` is a part of that too, if of none yet. */
static void
attach_total(const size_t *indent, thr_tree *tree, size_t above,
             size_t total) {
    if (total != THRESH_NONE && indent[total] != above
        && tree->parent[above] == THR_NO_PARENT
        && !thr_tree_is_above(tree, above, total))
        tree->parent[above] = (uint32_t)total;
}

void
thr_indent_apply(size_t *indent, const bool *empty, const thr_plane *plane,
                 thr_tree *tree) {
    if (indent != NULL)
        close_labels(indent, empty, plane, tree);
    for (size_t i = 0; indent != NULL && i < plane->nitems; i++) {
        size_t above = indent[i], total = thr_tree_parent(tree, i);
        if (above == THRESH_NONE || thr_tree_is_above(tree, i, above))
            continue;
        bool grouped = empty[above];
        if (!grouped && total != THRESH_NONE)
            continue;
        if (grouped && is_total_of_others(indent, plane, tree, i))
            above = tree->is_total[i] ? THRESH_NONE
                                      : thr_indent_total_of(indent, plane, i);
        if (above == THRESH_NONE)
            continue;
        tree->parent[i] = (uint32_t)above;
        attach_total(indent, tree, above, total);
    }
    attach_of_which(plane, tree);
}
