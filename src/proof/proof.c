/* A loaded table to its sums. See proof.h. */
#include "proof/proof.h"

#include "base/error.h"
#include "proof/codes.h"
#include "proof/difference.h"
#include "proof/implied.h"
#include "proof/indent.h"
#include "proof/lead.h"
#include "proof/lines.h"
#include "proof/nil.h"
#include "proof/picked.h"
#include "proof/publish.h"
#include "proof/repeats.h"
#include "proof/running.h"
#include "proof/sectors.h"
#include "proof/twins.h"
#include "proof/words.h"

typedef struct proof {
    thresh_table *table;
    const thresh_listener *listener;
    thr_arena arena; /* for one dimension; what it takes counts with what the
                        table has taken */
    thr_plane plane;
    bool *empty;    /* items with nothing printed beside their label */
    bool *left_out; /* items that are no parts and no totals */
    size_t *indent; /* parents by indentation, or NULL */
    size_t nils;    /* exact lines with a nil among the parts */
} proof;

/* ## Items */

/* The most that is known of an item in any line. */
static thr_state
best_state(const thr_plane *plane, size_t item) {
    thr_state best = THR_ABSENT;
    for (size_t line = 0; line < plane->nlines && best != THR_KNOWN; line++) {
        thr_state state = thr_plane_value(plane, item, line).state;
        best = state > best ? state : best;
    }
    return best;
}

/* Rates, and parts that are counted already, add up to nothing. */
static thresh_result
leave_out(proof *p, thresh_error *err) {
    const thr_plane *plane = &p->plane;
    p->left_out = thr_arena_array(&p->arena, plane->nitems,
                                  sizeof *p->left_out);
    p->empty = thr_arena_array(&p->arena, plane->nitems, sizeof *p->empty);
    if (p->left_out == NULL || p->empty == NULL)
        return thr_arena_failure(&p->arena, 0, err);
    for (size_t i = 0; i < plane->nitems; i++) {
        thr_state best = best_state(plane, i);
        p->empty[i] = best == THR_ABSENT;
        p->left_out[i] =
            best != THR_KNOWN
            || (plane->says[i] & (THR_SAYS_RATE | THR_SAYS_OF_WHICH)) != 0;
    }
    return THRESH_OK;
}

/* ## Searching */

static thr_search
search_of(proof *p, const thr_terms *terms) {
    return (thr_search){.plane = &p->plane,
                        .terms = *terms,
                        .left_out = p->left_out,
                        .indent = p->indent,
                        .arena = &p->arena};
}

static thresh_result
find_tree(proof *p, bool lenient, const thr_terms *terms, thr_tree *tree,
          thresh_error *err) {
    thr_search search = search_of(p, terms);
    search.lenient = lenient;
    return thr_tree_find(tree, &search, err);
}

static void
warn_gave_up(const proof *p) {
    const thresh_listener *listener = p->listener;
    if (listener == NULL || listener->warning == NULL)
        return;
    thresh_error warning;
    thresh_place place =
        thresh_table_category(p->table, p->plane.dimension, 0).place;
    thr_fail_at(&warning, THRESH_OK, &place,
                "the search for totals along \"%.*s\" was cut short: there "
                "are too many sums to try, so some totals may not be known",
                (int)p->table->dimensions[p->plane.dimension].name.len,
                p->table->dimensions[p->plane.dimension].name.ptr);
    listener->warning(listener->ctx, &warning);
}

/* Find the sums that hold under `terms`, and the differences. `tree` is what
 * the lenient search found: where nothing was likely enough for it to try,
 * nothing is for the strict one. */
static thresh_result
find_all(proof *p, const thr_terms *terms, thr_tree *tree, thresh_error *err) {
    thr_plane *plane = &p->plane;
    thr_differences nets = {0};
    if (tree->tried || tree->gave_up)
        THR_TRY(find_tree(p, false, terms, tree, err));
    THR_TRY(thr_differences_of_sums(&nets, plane, terms, tree, p->left_out,
                                    &p->arena, err));
    if (nets.count > 0)
        THR_TRY(find_tree(p, false, terms, tree, err));
    if (tree->gave_up)
        warn_gave_up(p);
    for (size_t i = 0; i < nets.count; i++) {
        THR_TRY(thr_tree_add(tree, &nets.items[i].claim, &nets.items[i].match,
                             &p->arena, err));
        p->left_out[nets.items[i].claim.total] = false;
    }
    nets.count = 0;
    const thr_search search = search_of(p, terms);
    THR_TRY(thr_picked_find(tree, &search, err));
    thr_running_apply(tree);
    for (size_t i = 0; i < plane->nitems; i++)
        p->left_out[i] |= tree->is_total[i]
                          || tree->parent[i] != THR_NO_PARENT;
    for (size_t i = 0; i < tree->nsums; i++)
        p->left_out[tree->sums[i].claim.total] = true;
    THR_TRY(thr_differences_find(&nets, plane, terms, p->left_out, &p->arena,
                                 err));
    thr_indent_apply(p->indent, p->empty, plane, tree);
    THR_TRY(thr_codes_apply(plane, tree, err));
    THR_TRY(thr_repeats_apply(plane, p->empty, tree, &p->arena, err));
    thr_sectors_apply(plane, p->empty, tree);
    thr_lead_apply(plane, p->empty, tree);
    for (size_t i = 0; i < nets.count; i++)
        THR_TRY(thr_tree_add(tree, &nets.items[i].claim, &nets.items[i].match,
                             &p->arena, err));
    return THRESH_OK;
}

static thresh_result
prove_plane(proof *p, thresh_error *err) {
    thr_plane *plane = &p->plane;
    thr_tree tree;
    thr_terms terms = {.rounding = THR_ALL_ROUNDED};
    bool *skip = thr_arena_array(&p->arena, plane->nlines, sizeof *skip);
    if (skip == NULL)
        return thr_arena_failure(&p->arena, 0, err);
    THR_TRY(leave_out(p, err));
    THR_TRY(thr_indent_find(plane, p->empty, &p->arena, &p->indent, err));
    THR_TRY(find_tree(p, true, &terms, &tree, err));
    THR_TRY(thr_lines_learn(plane, &tree, skip, &terms, &p->arena, err));
    THR_TRY(find_all(p, &terms, &tree, err));
    p->nils += thr_nil_count(plane, &tree, &terms);
    return thr_publish(p->table, plane, &tree, &terms, &p->arena, err);
}

/* What is looked for in all of a table fails at its first row. */
static thresh_result
place_failure(const thresh_table *table, thresh_result result,
              thresh_error *err) {
    if (result != THRESH_E_LIMIT || err == NULL || err->line > 0
        || table->nrows == 0)
        return result;
    err->line = thr_table_row(table, 0).line;
    err->column = 1;
    return result;
}

thresh_result
thr_proof_run(thresh_table *table, const thresh_listener *listener,
              thresh_error *err) {
    proof p = {.table = table, .listener = listener};
    thresh_result result = THRESH_OK;
    for (size_t i = 0; i < table->ndimensions && result == THRESH_OK; i++) {
        bool fits = false;
        if (table->dimensions[i].axis == THRESH_CONSTANT
            || thr_twin_of(table, i) != i)
            continue;
        p.arena = (thr_arena){.limit = table->arena.limit,
                              .used = table->arena.used};
        result = thr_plane_open(&p.plane, table, i, &p.arena, &fits, err);
        if (result == THRESH_OK && fits)
            result = prove_plane(&p, err);
        thr_arena_free(&p.arena);
    }
    thr_twins_copy(table);
    thr_implied_settle(table);
    if (result == THRESH_OK && p.nils > 0)
        result = thr_nil_explain(table, p.nils, err);
    if (result == THRESH_OK)
        result = thr_table_key_columns(table, err);
    return place_failure(table, result, err);
}
