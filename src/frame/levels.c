/* Header levels, and which of them are dimensions. See levels.h. */
#include "frame/levels.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/str.h"
#include "scan/features.h"

const thresh_heading *
thr_levels_heading(const thresh_table *table, size_t column, size_t level) {
    const thresh_heading *at = table->columns[column].leaf;
    while (at != NULL && at->level > level && at->parent != NULL)
        at = at->parent;
    return at;
}

/* The spanner of `column` at `level`: a heading with others below it. */
static const thresh_heading *
spanner_of(const thresh_table *table, size_t column, size_t level) {
    const thresh_heading *at = thr_levels_heading(table, column, level);
    bool spans = at != NULL && at->level == level
                 && at != table->columns[column].leaf;
    return spans ? at : NULL;
}

const thresh_heading *
thr_levels_lone(const thr_levels *levels, const thresh_table *table,
                size_t level) {
    const thresh_heading *at = NULL;
    size_t headed = 0;
    for (size_t i = 0; levels->nspanners[level] == 1 && i < table->ncolumns;
         i++) {
        if (at == NULL)
            at = spanner_of(table, i, level);
        headed += table->columns[i].leaf != NULL;
    }
    return at != NULL && 2 * at->span > headed ? at : NULL;
}

static size_t
count_spanners(const thresh_table *table, size_t level) {
    size_t count = 0;
    const thresh_heading *last = NULL;
    for (size_t i = 0; i < table->ncolumns; i++) {
        const thresh_heading *at = spanner_of(table, i, level);
        count += at != NULL && at != last;
        last = at != NULL ? at : last;
    }
    return count;
}

static size_t
lowest_level(const thresh_table *table) {
    size_t level = 0;
    for (size_t i = 0; i < table->ncolumns; i++) {
        const thresh_heading *leaf = table->columns[i].leaf;
        if (leaf != NULL && leaf->level > level)
            level = leaf->level;
    }
    return level;
}

bool
thr_levels_is_year(const thresh_table *table, size_t level) {
    const thresh_heading *at = spanner_of(table, 0, level);
    return at != NULL && at->span == table->ncolumns
           && thr_text_is_year(at->label);
}

/* ## Crossing */

/* Whether column `i` has a heading at each of the levels. */
static bool
has_all(const thresh_table *table, const thr_levels *levels, size_t i) {
    for (size_t slot = 0; slot < levels->count; slot++) {
        size_t level = levels->levels[slot];
        const thresh_heading *at = thr_levels_heading(table, i, level);
        if (at == NULL || at->level != level)
            return false;
    }
    return true;
}

/* Add what is new of `label` to `list`, and append its number to `code`. */
static bool
add_code(thr_categories *list, thresh_str label, thr_buf *code) {
    size_t number = thr_categories_find(list, label);
    if (number == THRESH_NONE) {
        number = list->count;
        if (!thr_categories_add(list, &(thresh_category){.label = label},
                                NULL))
            return false;
    }
    thr_buf_add(code, &number, sizeof number);
    return !code->failed;
}

/* Code each column that has all levels by the headings that it stands under.
 * `codes` gets them one behind the other. */
static bool
code_columns(const thresh_table *table, const thr_levels *levels,
             thr_categories *lists, thr_buf *codes, size_t *full) {
    for (size_t i = 0; i < table->ncolumns; i++) {
        if (!has_all(table, levels, i))
            continue;
        ++*full;
        for (size_t slot = 0; slot < levels->count; slot++)
            if (!add_code(
                    &lists[slot],
                    thr_levels_heading(table, i, levels->levels[slot])->label,
                    codes))
                return false;
    }
    return true;
}

/* Whether no two of `count` codes of `size` bytes are equal. */
static bool
all_differ(const thr_buf *codes, size_t count, size_t size, bool *failed) {
    thr_categories seen = {0};
    bool differ = true;
    for (size_t i = 0; i < count && differ && !*failed; i++) {
        thresh_str code = {codes->ptr + i * size, size};
        differ = thr_categories_find(&seen, code) == THRESH_NONE;
        *failed = !thr_categories_add(&seen, &(thresh_category){.label = code},
                                      NULL);
    }
    thr_categories_free(&seen);
    return differ;
}

/* Whether the levels are crossed: every heading of one stands once with every
 * heading of the others, as years do with sexes, but for one in four. Columns
 * beside them, such as a total, may lack a level. */
static thresh_result
find_crossed(const thresh_table *table, const thr_levels *levels,
             bool *crossed, thresh_error *err) {
    thr_categories *lists = calloc(levels->count, sizeof *lists);
    thr_buf codes = {0};
    size_t full = 0, product = 1;
    bool failed = lists == NULL
                  || !code_columns(table, levels, lists, &codes, &full);
    for (size_t slot = 0; slot < levels->count && !failed; slot++)
        product *= lists[slot].count;
    *crossed = !failed && full > 0 && 4 * full >= 3 * product
               && 2 * full >= table->ncolumns
               && all_differ(&codes, full, levels->count * sizeof(size_t),
                             &failed);
    for (size_t slot = 0; lists != NULL && slot < levels->count; slot++)
        thr_categories_free(&lists[slot]);
    free(lists);
    thr_buf_free(&codes);
    return failed ? thr_fail_memory(err) : THRESH_OK;
}

/* Whether each column has the same heading at `level`, as "Number" below
 * "Men" and "Women": it tells the unit of them all, and is no dimension. */
static bool
is_unit(thresh_table *table, size_t level) {
    for (size_t i = 0; i < table->ncolumns; i++) {
        const thresh_heading *leaf = table->columns[i].leaf;
        if (leaf == NULL || leaf->level != level
            || !thr_str_equal(leaf->label, table->columns[0].leaf->label))
            return false;
    }
    if (table->ncolumns > 1 && table->caption.unit.len == 0)
        table->caption.unit = table->columns[0].leaf->label;
    return table->ncolumns > 1;
}

/* Whether a lone spanner stands over few columns: it tells what these are. */
static bool
has_few(const thr_levels *levels, const thresh_table *table, size_t lowest) {
    for (size_t level = 0; level < lowest; level++)
        if (levels->nspanners[level] == 1
            && thr_levels_lone(levels, table, level) == NULL)
            return true;
    return false;
}

/* Make the level of a lone year the first of the others. */
static void
add_year(thr_levels *levels, size_t year) {
    if (year == THRESH_NONE)
        return;
    for (size_t i = levels->count++; i > 0; i--)
        levels->levels[i] = levels->levels[i - 1];
    levels->levels[0] = year;
}

/* Levels with several spanners, and the lowest level, are candidates. A lone
 * year over all columns is one besides: it is a key of all values, and no name
 * for what stands below it. */
thresh_result
thr_levels_find(thr_levels **out, thresh_table *table, thresh_error *err) {
    size_t lowest = lowest_level(table);
    thr_arena *arena = &table->arena;
    thr_levels *levels = thr_arena_alloc(
        arena, sizeof *levels + (lowest + 1) * sizeof *levels->nspanners);
    if (levels != NULL)
        levels->levels = thr_arena_array(arena, lowest + 1,
                                         sizeof *levels->levels);
    if (levels == NULL || levels->levels == NULL)
        return thr_arena_failure(arena, 0, err);
    size_t year = THRESH_NONE;
    for (size_t level = 0; level <= lowest; level++) {
        levels->nspanners[level] = count_spanners(table, level);
        if (level < lowest && levels->nspanners[level] > 1)
            levels->levels[levels->count++] = level;
        if (level < lowest && year == THRESH_NONE
            && thr_levels_is_year(table, level))
            year = level;
    }
    if (levels->count == 0 || !is_unit(table, lowest))
        levels->levels[levels->count++] = lowest;
    bool crossed = true;
    if (levels->count > 1)
        THR_TRY(find_crossed(table, levels, &crossed, err));
    levels->spanned = levels->count == 1 && has_few(levels, table, lowest);
    if (!crossed) {
        levels->spanned = true;
        levels->levels[0] = lowest;
        levels->count = 1;
    }
    add_year(levels, year);
    *out = levels;
    return THRESH_OK;
}
