/* A loaded table: rows and notes in one arena. See table.h. */
#include "model/table.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/str.h"
#include "model/keys.h"
#include "model/unpack.h"

thresh_table *
thr_table_new(size_t max_memory) {
    thresh_table *table = calloc(1, sizeof *table);
    if (table != NULL)
        table->arena.limit = max_memory;
    return table;
}

void
thresh_table_free(thresh_table *table) {
    if (table == NULL)
        return;
    for (size_t i = 0; table->categories && i < table->ndimensions; i++)
        thr_categories_free(&table->categories[i]);
    for (size_t i = 0; i < table->nchunks; i++) {
        char **lent = table->chunks[i]->lent;
        for (size_t k = 0; lent != NULL && k < THR_CHUNK; k++)
            free(lent[k]);
        free(lent);
    }
    thr_arena_free(&table->arena);
    free(table);
}

void *
thr_table_append(thresh_table *table, void **array, size_t *count,
                 size_t *room, size_t size) {
    if (*count == *room) {
        size_t more = *room < 8 ? 8 : *room * 2;
        char *moved = thr_arena_array(&table->arena, more, size);
        if (moved == NULL)
            return NULL;
        if (*count > 0)
            memcpy(moved, *array, *count * size);
        *array = moved;
        *room = more;
    }
    return (char *)*array + (*count)++ * size;
}

static bool
copy_text(thresh_table *table, thresh_str *text) {
    return thr_arena_copy(&table->arena, *text, text);
}

thresh_result
thr_table_count_symbol(thresh_table *table, thresh_str text, uint32_t status,
                       uint64_t line, thresh_error *err) {
    for (size_t i = 0; i < table->nsymbols; i++)
        if (thr_str_equal(table->symbols[i].text, text)
            && table->symbols[i].status == status) {
            table->symbols[i].count++;
            return THRESH_OK;
        }
    void *array = table->symbols;
    thresh_symbol *symbol = thr_table_append(
        table, &array, &table->nsymbols, &table->symbols_room, sizeof *symbol);
    if (symbol == NULL)
        return thr_arena_failure(&table->arena, line, err);
    table->symbols = array;
    *symbol = (thresh_symbol){.text = text,
                              .status = status,
                              .count = 1,
                              .reason = THR_LIT("default meaning")};
    return THRESH_OK;
}

static thresh_result
count_cell(thresh_table *table, const thresh_cell *cell, thresh_error *err) {
    if (cell->kind == THRESH_BLANK)
        return THRESH_OK;
    table->counts.observations++;
    if (cell->kind == THRESH_TEXT)
        table->counts.text++;
    if (cell->kind != THRESH_SYMBOL)
        return THRESH_OK;
    if (cell->status & THRESH_NIL)
        table->counts.nil++;
    else if (!cell->has_value)
        table->counts.missing++;
    return thr_table_count_symbol(table, cell->text,
                                  thr_status_gravest(cell->status),
                                  cell->place.line, err);
}

static thresh_result
count_at(thresh_table *table, size_t row, size_t column, thresh_error *err) {
    thresh_cell cell = thr_cells_value(table, row, column);
    return count_cell(table, &cell, err);
}

thresh_result
thr_table_recount(thresh_table *table, thresh_error *err) {
    table->counts = (thresh_counts){.rows = table->counts.rows,
                                    .columns = table->counts.columns};
    table->nsymbols = 0;
    for (size_t row = 0; row < table->nrows; row++)
        for (size_t i = 0; i < table->ncolumns; i++)
            THR_TRY(count_at(table, row, i, err));
    return THRESH_OK;
}

/* Count a cell that is packed: the text of a symbol must outlive the row. */
thresh_result
thr_table_count_packed(thresh_table *table, size_t column,
                       const thresh_cell *cell, thresh_error *err) {
    const thr_packing *packed = &table->store.packing[column];
    if (cell->kind == THRESH_NUMBER) {
        table->counts.observations++;
        return THRESH_OK;
    }
    thresh_cell kept = *cell;
    if (cell->kind == THRESH_SYMBOL)
        kept.text =
            thr_store_cell(&table->store, packed->kind, packed->number)->text;
    return count_cell(table, &kept, err);
}

/* Pack the cells of `row`; where it has too few, the others are blank. */
static thresh_result
copy_cells(thresh_table *table, const thresh_row *row, thr_row *out,
           thresh_error *err) {
    size_t count = table->ncolumns, given = row->ncells;
    const thresh_cell *cells = row->cells;
    if (given < count) {
        thresh_cell *all = thr_arena_array(&table->arena, count, sizeof *all);
        if (all == NULL)
            return thr_arena_failure(&table->arena, row->line, err);
        if (given > 0)
            memcpy(all, cells, given * sizeof *all);
        for (size_t i = given; i < count; i++)
            all[i].place = (thresh_place){.line = row->line,
                                          .record = row->record};
        cells = all;
    }
    THR_TRY(thr_cells_pack(table, out, cells, count, err));
    for (size_t i = 0; i < given && i < count; i++)
        THR_TRY(thr_table_count_packed(table, i, &cells[i], err));
    return THRESH_OK;
}

thr_chunk *
thr_table_make_chunk(thresh_table *table) {
    thr_chunk *chunk = thr_arena_alloc(&table->arena, sizeof *chunk);
    size_t nkeys = table->naxis[THRESH_ROWS];
    if (chunk == NULL || nkeys <= 1)
        return chunk;
    chunk->keys = thr_arena_array(&table->arena, THR_CHUNK * nkeys,
                                  sizeof *chunk->keys);
    return chunk->keys != NULL ? chunk : NULL;
}

/* Keep the records of a chunk, of which some are not their line. */
static bool
make_records(thresh_table *table, thr_chunk *chunk) {
    chunk->records = thr_arena_array(&table->arena, THR_CHUNK,
                                     sizeof *chunk->records);
    if (chunk->records != NULL)
        memcpy(chunk->records, chunk->lines, sizeof chunk->lines);
    return chunk->records != NULL;
}

bool
thr_chunk_put(thresh_table *table, thr_chunk *chunk, size_t at,
              const thr_row *row) {
    intptr_t away = (intptr_t)row->cells - (intptr_t)chunk;
    bool near = away == (int32_t)away;
    if (!near && chunk->far == NULL)
        chunk->far = thr_arena_array(&table->arena, THR_CHUNK,
                                     sizeof *chunk->far);
    if ((!near && chunk->far == NULL)
        || (chunk->records == NULL && row->record != row->line
            && !make_records(table, chunk)))
        return false;
    chunk->away[at] = near ? (int32_t)away : 0;
    if (!near)
        chunk->far[at] = row->cells;
    chunk->lines[at] = row->line;
    if (chunk->records != NULL)
        chunk->records[at] = row->record;
    return true;
}

/* The chunk that has room for one more row, which is no row of the table yet.
 */
static thr_chunk *
next_row(thresh_table *table) {
    if (table->nrows == table->nchunks * THR_CHUNK) {
        void *array = table->chunks;
        thr_chunk *rows = thr_table_make_chunk(table);
        thr_chunk **chunk = rows == NULL
                                ? NULL
                                : thr_table_append(
                                    table, &array, &table->nchunks,
                                    &table->chunks_room, sizeof *chunk);
        if (chunk == NULL)
            return NULL;
        table->chunks = array;
        *chunk = rows;
    }
    return table->chunks[table->nrows / THR_CHUNK];
}

/* Append the row that was made. */
static thresh_result
append_row(thresh_table *table, const thr_row *row, thresh_error *err) {
    thr_chunk *chunk = next_row(table);
    if (chunk == NULL
        || !thr_chunk_put(table, chunk, table->nrows % THR_CHUNK, row))
        return thr_arena_failure(&table->arena, row->line, err);
    table->nrows++;
    table->counts.rows++;
    return THRESH_OK;
}

thresh_result
thr_table_add_row(thresh_table *table, const thresh_row *row,
                  thresh_error *err) {
    if (row->line > UINT32_MAX || row->record > UINT32_MAX)
        return thr_fail_at(err, THRESH_E_LIMIT,
                           &(thresh_place){.line = row->line, .column = 1},
                           "a table that is loaded ends before line "
                           "4294967296; take its rows as they are read "
                           "(--stream)");
    thr_row whole = {.line = (uint32_t)row->line,
                     .record = (uint32_t)row->record};
    if (next_row(table) == NULL)
        return thr_arena_failure(&table->arena, row->line, err);
    THR_TRY(thr_keys_add(table, row, err));
    THR_TRY(copy_cells(table, row, &whole, err));
    return append_row(table, &whole, err);
}

thresh_result
thr_table_add_packed(thresh_table *table, const thresh_category *key,
                     const thr_row *row, thresh_error *err) {
    const thresh_row whole = {
        .keys = key, .line = row->line, .record = row->record};
    THR_TRY(thr_keys_add(table, &whole, err));
    return append_row(table, row, err);
}

thresh_result
thr_table_add_note(thresh_table *table, const thresh_note *note,
                   thresh_error *err) {
    void *array = table->notes;
    thresh_note *added = thr_table_append(table, &array, &table->nnotes,
                                          &table->notes_room, sizeof *added);
    if (added == NULL)
        return thr_arena_failure(&table->arena, note->place.line, err);
    table->notes = array;
    *added = *note;
    if (!copy_text(table, &added->mark) || !copy_text(table, &added->text))
        return thr_arena_failure(&table->arena, note->place.line, err);
    return THRESH_OK;
}

thresh_result
thr_table_key_columns(thresh_table *table, thresh_error *err) {
    size_t first = table->naxis[THRESH_ROWS];
    size_t each = table->naxis[THRESH_COLUMNS];
    size_t count = table->ncolumns * each;
    thresh_category *keys = thr_arena_array(&table->arena, count,
                                            sizeof *keys);
    if (keys == NULL)
        return thr_arena_failure(&table->arena, 0, err);
    for (size_t i = 0; i < count; i++)
        keys[i] = thresh_table_category(table, first + i % each,
                                        table->column_keys[i]);
    for (size_t i = 0; i < table->ncolumns; i++)
        table->columns[i].keys = &keys[i * each];
    return THRESH_OK;
}
