/* A tree of sums into the table. See publish.h. */
#include "proof/publish.h"

#include <string.h>

#include "base/error.h"
#include "proof/implied.h"
#include "proof/lead.h"
#include "proof/words.h"

/* Lines that a dimension needs before "no sum was found" means that its
 * categories are no totals. */
enum { ENOUGH_LINES = 3 };

/* ## Sums */

static thresh_result
add_sums(thresh_table *table, const thr_plane *plane, const thr_tree *tree,
         thresh_error *err) {
    thr_arena *arena = &table->arena;
    thresh_sum *sums = thr_arena_array(arena, table->nsums + tree->nsums,
                                       sizeof *sums);
    if (sums == NULL)
        return thr_arena_failure(arena, 0, err);
    if (table->nsums > 0)
        memcpy(sums, table->sums, table->nsums * sizeof *sums);
    for (size_t i = 0; i < tree->nsums; i++) {
        const thr_found *found = &tree->sums[i];
        size_t nparts = found->claim.nparts;
        size_t *parts = thr_arena_array(arena, nparts, sizeof *parts);
        if (parts == NULL)
            return thr_arena_failure(arena, 0, err);
        memcpy(parts, found->claim.parts, nparts * sizeof *parts);
        sums[table->nsums + i] = (thresh_sum){.kind = found->claim.kind,
                                              .dimension = plane->dimension,
                                              .total = found->claim.total,
                                              .parts = parts,
                                              .nparts = nparts,
                                              .exact = found->match.exact,
                                              .rounded = found->match.rounded,
                                              .unknown = found->match.unknown,
                                              .failed = found->match.failed};
    }
    table->sums = sums;
    table->nsums += tree->nsums;
    return THRESH_OK;
}

/* ## Failures */

/* A number with the decimals of its line, which may be those of shares beside
 * counts: no more than the total's, `least`, unless they say something. */
static thresh_cell
number(int64_t coef, uint8_t scale, uint8_t least) {
    for (; scale > least && coef % 10 == 0; scale--)
        coef /= 10;
    return (thresh_cell){.kind = THRESH_NUMBER,
                         .has_value = true,
                         .coef = coef,
                         .scale = scale};
}

static size_t
count_failures(const thr_tree *tree) {
    size_t count = 0;
    for (size_t i = 0; i < tree->nsums; i++)
        count += tree->sums[i].match.failed;
    return count;
}

/* Look for the lines in which `found` fails, and add them behind the others.
 */
static void
add_failures_of(thresh_table *table, const thr_plane *plane,
                const thr_found *found, size_t sum, const thr_terms *terms) {
    for (size_t line = 0; line < plane->nlines; line++) {
        thr_line_match match = thr_match_line(plane, terms, &found->claim,
                                              line);
        if (match.verdict != THR_LINE_FAILED)
            continue;
        thresh_failure *failure = &table->failures[table->nfailures++];
        int64_t printed =
            thr_plane_value(plane, found->claim.total, line).number;
        *failure = (thresh_failure){.sum = sum};
        (void)thr_plane_cell(plane, found->claim.total, line, &failure->row,
                             &failure->column);
        const thresh_cell total = thresh_table_cell(table, failure->row,
                                                    failure->column);
        uint8_t scale = plane->scale[line];
        uint8_t least = total.kind == THRESH_NUMBER ? total.scale : scale;
        failure->parts = number(match.sum, scale, least);
        int64_t off;
        if (!__builtin_sub_overflow(printed, match.sum, &off))
            failure->difference = number(off, scale, least);
    }
}

static thresh_result
add_failures(thresh_table *table, const thr_plane *plane, const thr_tree *tree,
             const thr_terms *terms, thresh_error *err) {
    size_t count = count_failures(tree), before = table->nfailures;
    if (count == 0)
        return THRESH_OK;
    thresh_failure *failures = thr_arena_array(&table->arena, before + count,
                                               sizeof *failures);
    if (failures == NULL)
        return thr_arena_failure(&table->arena, 0, err);
    if (before > 0)
        memcpy(failures, table->failures, before * sizeof *failures);
    table->failures = failures;
    for (size_t i = 0; i < tree->nsums; i++)
        if (tree->sums[i].match.failed > 0)
            add_failures_of(table, plane, &tree->sums[i],
                            table->nsums - tree->nsums + i, terms);
    return THRESH_OK;
}

/* ## Categories */

/* The level of `item`, found by climbing to the first ancestor whose level is
 * known, in a tree that may be deep; climbing once more, the others on the way
 * get theirs. */
static void
set_level(thr_category *items, const thr_tree *tree, size_t item) {
    int64_t level = -1;
    size_t at = item;
    for (; at != THRESH_NONE && items[at].level < 0; level++)
        at = thr_tree_parent(tree, at);
    if (at != THRESH_NONE)
        level += items[at].level + 1;
    for (size_t top = at; item != top; level--) {
        items[item].level = (int16_t)(level < INT16_MAX ? level : INT16_MAX);
        item = thr_tree_parent(tree, item);
    }
}

/* A category that is no proved total is none; but one that calls itself a
 * total may be one of parts that are not in the table, one that others are
 * indented below may hold them without being their sum, and one that is the
 * sum of others here and there may be so without being their total. */
static thresh_truth
truth_of(const thr_tree *tree, bool says, size_t item, bool open) {
    if (tree->is_total[item])
        return THRESH_YES;
    return open || says ? THRESH_UNKNOWN : THRESH_NO;
}

static bool
has_parents(const thr_plane *plane, const thr_tree *tree) {
    for (size_t i = 0; i < plane->nitems; i++)
        if (tree->parent[i] != THR_NO_PARENT)
            return true;
    return false;
}

static thresh_result
set_categories(thresh_table *table, const thr_plane *plane,
               const thr_tree *tree, thr_arena *arena, thresh_error *err) {
    bool enough = tree->nsums > 0 || plane->nlines >= ENOUGH_LINES;
    if (!enough && !has_parents(plane, tree))
        return THRESH_OK;
    thr_categories *list = &table->categories[plane->dimension];
    bool *has_parts = thr_arena_array(arena, list->count, sizeof *has_parts);
    if (has_parts == NULL)
        return thr_arena_failure(arena, 0, err);
    for (size_t i = 0; i < list->count; i++)
        if (tree->parent[i] != THR_NO_PARENT)
            has_parts[tree->parent[i]] = true;
    for (size_t i = 0; i < tree->nsums; i++)
        if (tree->sums[i].claim.kind == THRESH_SUM)
            has_parts[tree->sums[i].claim.total] = true;
    for (size_t i = 0; i < list->count; i++) {
        thr_category *category = &list->items[i];
        category->parent = tree->parent[i];
        bool says = thr_plane_is_named(plane, i);
        category->is_total = truth_of(tree, says, i, has_parts[i] || !enough)
                             & 3U;
        set_level(list->items, tree, i);
    }
    return THRESH_OK;
}

thresh_result
thr_publish(thresh_table *table, const thr_plane *plane, const thr_tree *tree,
            const thr_terms *terms, thr_arena *arena, thresh_error *err) {
    thr_categories *list = &table->categories[plane->dimension];
    for (size_t i = 0; i < list->count; i++)
        list->items[i].says_total = thr_lead_says_total(plane, i);
    THR_TRY(set_categories(table, plane, tree, arena, err));
    THR_TRY(add_sums(table, plane, tree, err));
    for (size_t i = 0; i < tree->nsums; i++)
        THR_TRY(thr_implied_add(table, plane, &tree->sums[i], terms, err));
    return add_failures(table, plane, tree, terms, err);
}
