/* Headings, title and stub heading to dimensions. See dimensions.h. */
#include "frame/dimensions.h"

#include <string.h>

#include "base/error.h"
#include "base/str.h"
#include "frame/claim.h"
#include "frame/levels.h"
#include "frame/packed.h"
#include "model/names.h"
#include "scan/features.h"
#include "scan/months.h"
#include "scan/period.h"

typedef struct finder {
    thresh_table *table;
    thr_claims claims;
    thr_levels *levels;      /* of the header */
    const char *cut_ins;     /* what these are, if times */
    thresh_str across;       /* what the stub heading calls the columns */
    const thresh_str *lines; /* ... what stands left of its lines */
} finder;

/* ## Names */

static bool
name_is_taken(const finder *f, size_t count, thresh_str name) {
    for (size_t i = 0; i < count; i++)
        if (thr_str_equal(f->table->dimensions[i].name, name))
            return true;
    return false;
}

/* Give dimension `index` a label, a unique name made of it, and a reason. */
static thresh_result
name_dimension(finder *f, size_t index, thresh_str label, const char *reason,
               thresh_error *err) {
    thr_arena *arena = &f->table->arena;
    thresh_dimension *dimension = &f->table->dimensions[index];
    thr_buf name = {0};
    thr_name_add(&name, label);
    size_t len = name.len;
    for (uint64_t i = 2;
         !name.failed && name_is_taken(f, index, thr_buf_view(&name)); i++) {
        name.len = len;
        thr_buf_char(&name, '_');
        thr_buf_uint(&name, i);
    }
    bool copied = !name.failed
                  && thr_arena_copy(arena, thr_buf_view(&name),
                                    &dimension->name)
                  && thr_arena_copy(arena, label, &dimension->label);
    thr_buf_free(&name);
    dimension->reason = thr_str(reason);
    return copied ? THRESH_OK : thr_arena_failure(arena, 0, err);
}

/* ## Rows */

/* Name row dimension `index` after the heading over it, or what the title's
 * list has left, or else `fallback`. */
static thresh_result
name_row(finder *f, size_t index, const thr_stubhead *head,
         const char *fallback, thresh_error *err) {
    thresh_dimension *dimension = &f->table->dimensions[index];
    dimension->axis = THRESH_ROWS;
    dimension->marks = head->marks;
    dimension->place = head->place;
    thresh_str label = thr_claims_names_columns(&f->claims, head->label)
                           ? (thresh_str){NULL, 0}
                           : head->label;
    const char *reason = "the heading over the row labels";
    if (label.len == 0 && head->times != NULL) {
        label = thr_claims_take_time(&f->claims, head->times);
        reason = "the row labels are times";
    }
    if (label.len == 0) {
        label = thr_claims_take(&f->claims, label, THRESH_NONE);
        reason = "the title's list of dimensions";
    }
    if (label.len == 0) {
        label = thr_str(fallback);
        reason = "nothing names the row labels";
    }
    return name_dimension(f, index, label, reason, err);
}

/* The heading over labels that are one dimension in several fields: the first
 * that is printed. */
static const thr_stubhead *
first_head(const thr_stubhead *heads, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (heads[i].label.len > 0)
            return &heads[i];
    return heads;
}

/* The headings of labels that hold several keys hold several names. */
static thresh_result
name_parts(finder *f, size_t index, const thr_stubhead *head,
           const thr_stub *stub, thresh_error *err) {
    thr_stubhead part = *head;
    thresh_str rest = head->label;
    for (size_t i = 0; i < stub->parts; i++) {
        part.label = thr_packed_next(&rest, stub->separator,
                                     i + 1 == stub->parts);
        THR_TRY(name_row(f, index + i, &part, "row", err));
    }
    return THRESH_OK;
}

static thresh_result
name_rows(finder *f, const thr_stubhead *heads, const thr_stub *stub,
          thresh_error *err) {
    size_t index = 0;
    /* What is printed over the labels is no name for the cut-ins. */
    for (size_t i = 0; i < stub->fields; i++)
        if (heads[i].label.len > 0
            && !thr_claims_names_columns(&f->claims, heads[i].label))
            (void)thr_claims_take(&f->claims, heads[i].label, THRESH_NONE);
    if (stub->cut_ins) {
        f->table->dimensions[0].cut_in = true;
        THR_TRY(name_row(f, index++, &(thr_stubhead){.times = f->cut_ins},
                         "group", err));
    }
    if (stub->staggered)
        return name_row(f, index, first_head(heads, stub->fields), "row", err);
    thr_stubhead last = heads[stub->fields - 1];
    f->across = thr_packed_across(&last.label);
    if (stub->parts > 0)
        return name_parts(f, index, &last, stub, err);
    for (size_t i = 0; i + 1 < stub->fields; i++)
        if (thr_stub_has(stub, i + 1))
            THR_TRY(name_row(f, index++, &heads[i], "row", err));
    return name_row(f, index, &last, "row", err);
}

/* ## Columns */

/* Whether the label of a category holds a spanner above its heading. */
static bool
is_spanned(const finder *f, const thresh_heading *leaf) {
    for (const thresh_heading *at = leaf->parent;
         f->levels->spanned && at != NULL; at = at->parent)
        if (thr_levels_lone(f->levels, f->table, at->level) == NULL)
            return true;
    return false;
}

/* Whether all categories of a level are times, as `is_time` knows them. */
static bool
all_times(const finder *f, size_t level, bool (*is_time)(thresh_str)) {
    for (size_t i = 0; i < f->table->ncolumns; i++) {
        const thresh_heading *at = thr_levels_heading(f->table, i, level);
        if (at == NULL || !is_time(at->label) || is_spanned(f, at))
            return false;
    }
    return f->table->ncolumns > 0;
}

/* Name the dimension of one level: after a lone spanner above it, its years,
 * or what the title's list has left. */
static thresh_result
name_level(finder *f, size_t index, size_t level, thresh_error *err) {
    const thresh_heading *spanner =
        level > 0 && !thr_levels_is_year(f->table, level - 1)
            ? thr_levels_lone(f->levels, f->table, level - 1)
            : NULL;
    if (spanner != NULL) {
        thresh_str item = thr_claims_take(&f->claims, spanner->label, level);
        if (item.len > 0)
            return name_dimension(f, index, item,
                                  "the title's list of dimensions, and the "
                                  "spanner over the columns",
                                  err);
        return name_dimension(f, index, spanner->label,
                              "the spanner over the columns", err);
    }
    if (f->across.len > 0 && f->levels->count == 1)
        return name_dimension(
            f, index, f->across,
            "what stands behind the backslash in the heading "
            "over the row labels",
            err);
    if (all_times(f, level, thr_text_is_year))
        return name_dimension(f, index, THR_LIT("year"),
                              "every heading is a year", err);
    thresh_str item = thr_claims_take(&f->claims, (thresh_str){NULL, 0},
                                      level);
    if (item.len > 0)
        return name_dimension(f, index, item, "the title's list of dimensions",
                              err);
    if (all_times(f, level, thr_month_is))
        return name_dimension(f, index, THR_LIT("month"),
                              "every heading is a month", err);
    if (all_times(f, level, thr_period_is_quarter))
        return name_dimension(f, index, THR_LIT("quarter"),
                              "every heading is a quarter", err);
    if (all_times(f, level, thr_period_is))
        return name_dimension(f, index, THR_LIT("period"),
                              "every heading is a period", err);
    if (!f->levels->spanned && f->lines[level].len > 0)
        return name_dimension(f, index, f->lines[level],
                              "what stands left of the headings", err);
    return name_dimension(f, index, THR_LIT("column"),
                          "nothing names the columns", err);
}

/* The label of a column that is a category by itself, and its marks: those of
 * its heading, with the spanners above it that do not name them all. */
static thresh_result
spanned_label(const finder *f, const thresh_heading *leaf,
              thresh_category *category, thresh_error *err) {
    enum { DEEPEST = 16 };
    const thresh_heading *path[DEEPEST];
    size_t depth = 0;
    for (const thresh_heading *at = leaf; at != NULL && depth < DEEPEST;
         at = at->parent)
        if (at == leaf
            || thr_levels_lone(f->levels, f->table, at->level) == NULL)
            path[depth++] = at;
    thr_buf text = {0}, marks = {0};
    while (depth-- > 0) {
        thr_buf_str(&text, path[depth]->label);
        thr_buf_text(&text, depth > 0 ? ": " : "");
        bool more = marks.len > 0 && path[depth]->marks.len > 0;
        thr_buf_text(&marks, more ? ";" : "");
        thr_buf_str(&marks, path[depth]->marks);
    }
    thr_arena *arena = &f->table->arena;
    bool copied =
        !text.failed && !marks.failed
        && thr_arena_copy(arena, thr_buf_view(&text), &category->label)
        && thr_arena_copy(arena, thr_buf_view(&marks), &category->marks);
    thr_buf_free(&text);
    thr_buf_free(&marks);
    return copied ? THRESH_OK : thr_arena_failure(&f->table->arena, 0, err);
}

/* Make the categories of one level; columns with equal headings share one. */
static thresh_result
fill_level(finder *f, size_t dimension, size_t slot, thresh_error *err) {
    thresh_table *table = f->table;
    for (size_t i = 0; i < table->ncolumns; i++) {
        const thresh_heading *at = thr_levels_heading(f->table, i,
                                                      f->levels->levels[slot]);
        thresh_category category = {.parent = THRESH_NONE, .level = -1};
        if (at != NULL) {
            category.label = at->label;
            category.marks = at->marks;
            category.place = at->place;
        }
        if (at != NULL && f->levels->spanned)
            THR_TRY(spanned_label(f, at, &category, err));
        thr_categories *list = &table->categories[dimension];
        size_t *key = &table->column_keys[i * f->levels->count + slot];
        *key = f->levels->count > 1 ? thr_categories_find(list, category.label)
                                    : THRESH_NONE;
        if (*key != THRESH_NONE)
            continue;
        *key = list->count;
        THR_TRY(thr_table_add_category(table, dimension, &category, err));
    }
    return THRESH_OK;
}

static thresh_result
find_columns(finder *f, size_t first, thresh_error *err) {
    thresh_table *table = f->table;
    table->column_keys = thr_arena_array(&table->arena,
                                         table->ncolumns * f->levels->count,
                                         sizeof *table->column_keys);
    if (table->column_keys == NULL)
        return thr_arena_failure(&table->arena, 0, err);
    for (size_t slot = 0; slot < f->levels->count; slot++) {
        table->dimensions[first + slot].axis = THRESH_COLUMNS;
        THR_TRY(name_level(f, first + slot, f->levels->levels[slot], err));
        THR_TRY(fill_level(f, first + slot, slot, err));
    }
    return thr_table_key_columns(table, err);
}

/* ## Constant */

/* The title's period, unless the header is made of years. */
static thresh_result
add_period(finder *f, size_t index, thresh_place place, thresh_error *err) {
    thresh_dimension *dimension = &f->table->dimensions[index];
    dimension->axis = THRESH_CONSTANT;
    bool year = thr_text_is_year(f->table->caption.period);
    THR_TRY(name_dimension(f, index,
                           year ? THR_LIT("year") : THR_LIT("period"),
                           "the end of the title", err));
    thresh_category category = {.label = f->table->caption.period,
                                .parent = THRESH_NONE,
                                .level = -1,
                                .place = place};
    return thr_table_add_category(f->table, index, &category, err);
}

/* Whether the times of rows say more than the title's period: years do than
 * any, months than a span of years. */
static bool
says_more(const thr_stubhead *head, thresh_str period) {
    bool dated = head->times != NULL
                 && (strcmp(head->times, "year") == 0
                     || strcmp(head->times, "period") == 0);
    bool times = head->times != NULL || thr_text_names_time(head->label);
    return dated || (times && !thr_text_is_year(period));
}

static bool
has_period(const finder *f, const thr_stubhead *heads, size_t nheads) {
    thresh_str period = f->table->caption.period;
    if (period.len == 0)
        return false;
    for (size_t i = 0; i < nheads; i++)
        if (says_more(&heads[i], period))
            return false;
    for (size_t i = 0; i < f->table->nheadings; i++)
        if (thr_text_is_year(f->table->headings[i].label))
            return false;
    return true;
}

thresh_result
thr_dimensions_find(thresh_table *table, const thr_printed_names *printed,
                    const thr_stub *stub, const thr_title *title,
                    thresh_place title_place, thresh_error *err) {
    const thr_stubhead *stubheads = printed->stubheads;
    finder f = {
        .table = table, .lines = printed->lines, .cut_ins = printed->cut_ins};
    THR_TRY(thr_levels_find(&f.levels, table, err));
    if (stub->valued)
        f.levels->count = 0; /* "Value" says nothing of the values */
    f.claims = (thr_claims){
        .table = table, .levels = f.levels, .title = title};
    for (size_t i = 0; i < f.levels->count; i++)
        f.claims.nyears += all_times(&f, f.levels->levels[i],
                                     thr_text_is_year);
    f.claims.listed = thr_claims_are_listed(&f.claims, stubheads,
                                            stub->fields);
    size_t nconstant = has_period(&f, stubheads, stub->fields),
           nstub = thr_stub_dimensions(stub);
    size_t count = nstub + f.levels->count + nconstant;
    table->dimensions = thr_arena_array(&table->arena, count,
                                        sizeof *table->dimensions);
    table->categories = thr_arena_array(&table->arena, count,
                                        sizeof *table->categories);
    if (table->dimensions == NULL || table->categories == NULL)
        return thr_arena_failure(&table->arena, 0, err);
    table->ndimensions = count;
    table->naxis[THRESH_ROWS] = nstub;
    table->naxis[THRESH_COLUMNS] = f.levels->count;
    table->naxis[THRESH_CONSTANT] = nconstant;
    THR_TRY(name_rows(&f, stubheads, stub, err));
    THR_TRY(find_columns(&f, nstub, err));
    if (nconstant > 0)
        THR_TRY(add_period(&f, nstub + f.levels->count, title_place, err));
    return THRESH_OK;
}
