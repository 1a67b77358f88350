/* Columns that are continued further down. See join.h. */
#include "model/join.h"

#include <stdlib.h>

#include <string.h>

#include "base/error.h"
#include "base/str.h"
#include "model/unpack.h"

/* ## Whether */

static bool
same_dimensions(const thresh_table *a, const thresh_table *b) {
    for (int axis = THRESH_ROWS; axis <= THRESH_COLUMNS; axis++)
        if (a->naxis[axis] != b->naxis[axis])
            return false;
    size_t count = a->naxis[THRESH_ROWS] + a->naxis[THRESH_COLUMNS];
    for (size_t i = 0; i < count; i++)
        if (!thr_str_equal_nocase(a->dimensions[i].name,
                                  b->dimensions[i].name))
            return false;
    return true;
}

static thresh_str
column_label(const thresh_table *table, size_t column, size_t slot) {
    size_t key =
        table->column_keys[column * table->naxis[THRESH_COLUMNS] + slot];
    return thresh_table_category(table, table->naxis[THRESH_ROWS] + slot, key)
        .label;
}

/* Whether column `b` of `more` has a heading, and no column of `table` has the
 * same. */
static bool
is_new(const thresh_table *table, const thresh_table *more, size_t b) {
    if (more->columns[b].leaf == NULL)
        return false;
    for (size_t a = 0; a < table->ncolumns; a++) {
        size_t same = 0;
        for (size_t slot = 0; slot < table->naxis[THRESH_COLUMNS]; slot++)
            same += thr_str_equal(column_label(table, a, slot),
                                  column_label(more, b, slot));
        if (same == table->naxis[THRESH_COLUMNS])
            return false;
    }
    return true;
}

/* A title of its own makes it another table; a number alone may be the same
 * again. */
static bool
same_caption(const thresh_caption *a, const thresh_caption *b) {
    bool number = b->number.len == 0 || thr_str_equal(a->number, b->number);
    return number
           && (b->title.len == 0 || thr_str_equal_nocase(a->title, b->title));
}

bool
thr_join_may(const thresh_table *table, const thresh_table *more) {
    enum { MOST_COLUMNS = 512 };
    if (!same_dimensions(table, more)
        || !same_caption(&table->caption, &more->caption)
        || !thr_str_equal_nocase(table->caption.stubhead,
                                 more->caption.stubhead)
        || table->doubt.separator != more->doubt.separator
        || table->doubt.groups != more->doubt.groups
        || table->npanels + more->npanels > 0
        || table->ncolumns + more->ncolumns > MOST_COLUMNS)
        return false;
    for (size_t i = 0; i < more->ncolumns; i++)
        if (!is_new(table, more, i))
            return false;
    return true;
}

bool
thr_join_agrees(const thresh_table *table, const thresh_table *more) {
    if (table->nrows != more->nrows || table->nrows < 2)
        return false;
    for (size_t row = 0; row < table->nrows; row++)
        for (size_t d = 0; d < table->naxis[THRESH_ROWS]; d++) {
            thresh_category a = thresh_table_category(
                table, d, thr_table_row_key(table, row, d));
            thresh_category b = thresh_table_category(
                more, d, thr_table_row_key(more, row, d));
            if (!thr_str_equal_nocase(a.label, b.label))
                return false;
        }
    return true;
}

/* ## Columns */

typedef struct joiner {
    thresh_table *table;
    const thresh_table *more;
    size_t ncolumns; /* of `table`, before */
} joiner;

static thresh_result
no_memory(const joiner *j, thresh_error *err) {
    return thr_arena_failure(&j->table->arena, 0, err);
}

static bool
copy(const joiner *j, thresh_str *text) {
    return thr_arena_copy(&j->table->arena, *text, text);
}

/* The heading of `to` that stands where `heading` does in `from`. */
static const thresh_heading *
moved(const thresh_heading *heading, const thresh_heading *from,
      const thresh_heading *to) {
    return heading ? to + (heading - from) : NULL;
}

static thresh_result
join_headings(joiner *j, thresh_error *err) {
    thresh_table *table = j->table;
    size_t before = table->nheadings, after = j->more->nheadings;
    thresh_heading *all = thr_arena_array(&table->arena, before + after,
                                          sizeof *all);
    if (all == NULL)
        return no_memory(j, err);
    for (size_t i = 0; i < before; i++) {
        all[i] = table->headings[i];
        all[i].parent = moved(all[i].parent, table->headings, all);
    }
    for (size_t i = 0; i < after; i++) {
        thresh_heading *heading = &all[before + i];
        *heading = j->more->headings[i];
        heading->parent = moved(heading->parent, j->more->headings,
                                all + before);
        heading->first += j->ncolumns;
        if (!copy(j, &heading->label) || !copy(j, &heading->marks))
            return no_memory(j, err);
    }
    for (size_t i = 0; i < table->ncolumns; i++)
        table->columns[i].leaf = moved(table->columns[i].leaf, table->headings,
                                       all);
    table->headings = all;
    table->nheadings = before + after;
    if (j->more->header_rows > table->header_rows)
        table->header_rows = j->more->header_rows;
    return THRESH_OK;
}

/* The category that the column at `key` of `more` belongs to, made if new. */
static thresh_result
join_key(joiner *j, size_t slot, size_t key, size_t *out, thresh_error *err) {
    size_t dimension = j->table->naxis[THRESH_ROWS] + slot;
    thresh_category category = thresh_table_category(j->more, dimension, key);
    thr_categories *list = &j->table->categories[dimension];
    *out = j->table->naxis[THRESH_COLUMNS] > 1
               ? thr_categories_find(list, category.label)
               : THRESH_NONE;
    if (*out != THRESH_NONE)
        return THRESH_OK;
    if (!copy(j, &category.label) || !copy(j, &category.marks))
        return no_memory(j, err);
    *out = list->count;
    return thr_table_add_category(j->table, dimension, &category, err);
}

static thresh_result
join_columns(joiner *j, thresh_error *err) {
    thresh_table *table = j->table;
    size_t before = j->ncolumns, count = before + j->more->ncolumns;
    size_t each = table->naxis[THRESH_COLUMNS];
    thresh_column *columns = thr_arena_array(&table->arena, count,
                                             sizeof *columns);
    size_t *keys = thr_arena_array(&table->arena, count * each, sizeof *keys);
    if (columns == NULL || keys == NULL)
        return no_memory(j, err);
    memcpy(columns, table->columns, before * sizeof *columns);
    memcpy(keys, table->column_keys, before * each * sizeof *keys);
    const thresh_heading *added = table->headings + table->nheadings
                                  - j->more->nheadings;
    for (size_t i = before; i < count; i++) {
        columns[i] = j->more->columns[i - before];
        columns[i].leaf = moved(columns[i].leaf, j->more->headings, added);
        for (size_t slot = 0; slot < each; slot++)
            THR_TRY(join_key(j, slot,
                             j->more->column_keys[(i - before) * each + slot],
                             &keys[i * each + slot], err));
    }
    table->columns = columns;
    table->ncolumns = count;
    table->column_keys = keys;
    return thr_table_key_columns(table, err);
}

/* ## Rows */

/* Where the labels of the rows of `more` stand. */
static thresh_result
join_places(joiner *j, thresh_error *err) {
    thresh_table *table = j->table;
    size_t each = table->naxis[THRESH_ROWS];
    thr_block *blocks = thr_arena_array(&table->arena, table->nblocks + 1,
                                        sizeof *blocks);
    thresh_place *places = thr_arena_array(&table->arena, table->nrows * each,
                                           sizeof *places);
    if (blocks == NULL || places == NULL)
        return no_memory(j, err);
    for (size_t i = 0; i < table->nrows * each; i++)
        places[i] = thresh_table_label_place(j->more, i % each, i / each, 0);
    if (table->nblocks > 0)
        memcpy(blocks, table->blocks, table->nblocks * sizeof *blocks);
    blocks[table->nblocks++] = (thr_block){j->ncolumns, places};
    table->blocks = blocks;
    return THRESH_OK;
}

/* Pack each row anew, with the cells of `more` behind its own. */
static thresh_result
join_row(joiner *j, size_t row, thresh_cell *cells, char *room,
         thresh_error *err) {
    thresh_table *table = j->table;
    size_t count = table->ncolumns;
    table->ncolumns = j->ncolumns; /* as it was packed */
    thr_cells_unpack(table, row, cells, room);
    table->ncolumns = count;
    thr_cells_unpack(j->more, row, cells + j->ncolumns,
                     room + j->ncolumns * THR_FORM_MOST);
    return thr_table_pack_again(table, row, cells, err);
}

static thresh_result
join_rows(joiner *j, thresh_error *err) {
    size_t count = j->table->ncolumns;
    thresh_cell *cells = calloc(count, sizeof *cells);
    char *room = calloc(count, THR_FORM_MOST);
    thresh_result result = cells != NULL && room != NULL
                               ? THRESH_OK
                               : thr_fail_memory(err);
    for (size_t row = 0; row < j->table->nrows && result == THRESH_OK; row++)
        result = join_row(j, row, cells, room, err);
    free(cells);
    free(room);
    return result;
}

/* ## What is said of all */

/* Add up the symbols; a new one keeps its reason. */
static thresh_result
join_symbols(joiner *j, thresh_error *err) {
    thresh_table *table = j->table;
    size_t most = table->nsymbols + j->more->nsymbols;
    thresh_symbol *all = thr_arena_array(&table->arena, most, sizeof *all);
    thresh_str *reasons = thr_arena_array(&table->arena, most,
                                          sizeof *reasons);
    if (all == NULL || reasons == NULL)
        return no_memory(j, err);
    size_t count = table->nsymbols;
    for (size_t i = 0; i < count; i++)
        all[i] = table->symbols[i];
    for (size_t i = 0; i < j->more->nsymbols; i++) {
        thresh_symbol symbol = j->more->symbols[i];
        size_t at = 0;
        while (at < count
               && (all[at].status != symbol.status
                   || !thr_str_equal(all[at].text, symbol.text)))
            at++;
        if (at < count) {
            all[at].count += symbol.count;
            continue;
        }
        if (!copy(j, &symbol.text) || !copy(j, &symbol.reason))
            return no_memory(j, err);
        all[count++] = symbol;
    }
    for (size_t i = 0; i < count; i++)
        reasons[i] = all[i].reason;
    table->symbols = all;
    table->nsymbols = count;
    table->symbols_room = most;
    table->reasons = reasons;
    return THRESH_OK;
}

static void
join_counts(thresh_counts *counts, const thresh_counts *more) {
    counts->observations += more->observations;
    counts->nil += more->nil;
    counts->missing += more->missing;
    counts->text += more->text;
}

thresh_result
thr_join(thresh_table *table, const thresh_table *more, thresh_error *err) {
    joiner j = {table, more, table->ncolumns};
    THR_TRY(join_headings(&j, err));
    THR_TRY(join_columns(&j, err));
    THR_TRY(join_places(&j, err));
    THR_TRY(join_rows(&j, err));
    THR_TRY(join_symbols(&j, err));
    join_counts(&table->counts, &more->counts);
    for (size_t i = 0; i < more->nnotes; i++)
        THR_TRY(thr_table_add_note(table, &more->notes[i], err));
    return THRESH_OK;
}
