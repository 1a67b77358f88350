/* The inside of a thresh_table: what the layout fills in and the loader
 * completes. Everything that it points to lies in its arena.
 *
 *     frame    caption, dimensions, headings, columns: known before the rows
 *     rows     appended one by one while loading
 *     notes    known after the rows
 */
#ifndef THR_MODEL_TABLE_H
#define THR_MODEL_TABLE_H

#include "thresh/sums.h"

#include "base/arena.h"
#include "model/categories.h"
#include "model/cells.h"

typedef struct thr_row {
    thr_cells *cells; /* one for each column */
    uint32_t line;
    uint32_t record;
} thr_row;

enum { THR_CHUNK = 64 };

/* What is kept of some rows that follow each other. Their cells are mostly
 * near, and few records take several lines: a long table has many rows, so
 * that both are told in few bytes. */
typedef struct thr_chunk {
    int32_t away[THR_CHUNK]; /* of each row, from the chunk to its cells, in
                                bytes; 0 where they are not near */
    uint32_t lines[THR_CHUNK];
    thr_cells **far;   /* the cells of each row that are not; or NULL */
    uint32_t *records; /* of each row, where some are not their line; or NULL
                        */
    uint32_t *keys; /* of each row, one for each row dimension where there are
                       several: see keys.h */
    thresh_place **places; /* of its labels, where the keys do not tell them;
                              NULL where they do in all rows */
    char **lent; /* for each row, texts of its numbers, made again when asked
                    for; NULL as long as nobody asks */
} thr_chunk;

/* A key: how its place is told, and the category. */
enum { THR_KEY_HOW = 30 };
#define THR_KEY_CATEGORY ((UINT32_C(1) << THR_KEY_HOW) - 1)

/* Where the labels of a row dimension usually stand in their rows. */
typedef struct thr_seat {
    uint32_t field;
    uint32_t column;
    bool known;
} thr_seat;

/* A missing cell, and the value that a sum implies for it. */
typedef struct thr_implied {
    size_t row;
    size_t column;
    int64_t coef;
    uint8_t scale;
} thr_implied;

/* A separator of which the numbers do not tell what it does. */
typedef struct thr_doubt {
    char separator; /* ',' or '.', or 0 where there is no doubt */
    bool groups;    /* it is read as grouping thousands */
    thresh_place place;
    const char *why; /* what tells, or "" */
} thr_doubt;

/* Columns from `first` on that were printed further down, where the row labels
 * stand again: one place for each row and row dimension. */
typedef struct thr_block {
    size_t first;
    const thresh_place *places;
} thr_block;

struct thresh_table {
    thr_arena arena;
    thresh_caption caption;
    thresh_dimension *dimensions;
    size_t ndimensions;
    size_t naxis[3];            /* how many of them lie along each axis */
    thr_categories *categories; /* one list for each dimension */
    thresh_heading *headings;
    size_t nheadings;
    size_t header_rows;
    thresh_column *columns;
    size_t ncolumns;
    size_t *column_keys; /* for each column, a category for each column
                            dimension */
    thr_chunk **chunks;  /* of rows */
    size_t nchunks;
    size_t chunks_room;
    size_t nrows;
    thr_seat *seats;  /* of each of several row dimensions, from the first row
                         on */
    thr_store store;  /* what the cells of the rows share */
    uint32_t *panels; /* the first field of each of the tables that stand side
                         by side in its records */
    size_t npanels;
    thr_block *blocks;
    size_t nblocks;
    thresh_note *notes;
    size_t nnotes;
    size_t notes_room;
    thresh_symbol *symbols;
    size_t nsymbols;
    size_t symbols_room;
    thresh_str *reasons; /* of the symbols, before the proof; or NULL */
    thresh_counts counts;
    thr_doubt doubt;
    thresh_sum *sums;
    size_t nsums;
    thresh_failure *failures;
    size_t nfailures;
    thr_implied *implied; /* by row, then column */
    size_t nimplied;
    size_t implied_room;
    bool streamed; /* its rows are lent as they are read */
    bool loaded;
};

/* The gravest of several thresh_status bits; 0 of none. */
uint32_t thr_status_gravest(uint32_t status);

/* An empty table whose arena may take `max_memory` bytes; NULL if memory is
 * exhausted. End it with thresh_table_free(). */
thresh_table *thr_table_new(size_t max_memory);

/* Append a copy of `row`, with its texts, and count its observations. Each of
 * its keys becomes a category of its dimension. Fails with THRESH_E_LIMIT
 * where its line is the 2^32nd or a later one. */
thresh_result thr_table_add_row(thresh_table *table, const thresh_row *row,
                                thresh_error *err);

/* Append a row of a table of one row dimension, whose cells are packed and
 * counted, with the category `key` for itself. */
thresh_result thr_table_add_packed(thresh_table *table,
                                   const thresh_category *key,
                                   const thr_row *row, thresh_error *err);

/* Count the cell that was packed last for column `column`. */
thresh_result thr_table_count_packed(thresh_table *table, size_t column,
                                     const thresh_cell *cell,
                                     thresh_error *err);

/* Set row `at` of a chunk. False if memory is exhausted. */
bool thr_chunk_put(thresh_table *table, thr_chunk *chunk, size_t at,
                   const thr_row *row);

static inline thr_cells *
thr_chunk_cells(const thr_chunk *chunk, size_t at) {
    int32_t away = chunk->away[at];
    return away != 0 ? (thr_cells *)(void *)((char *)chunk + away)
                     : chunk->far[at];
}

/* The cells of row `index`, which must be there. */
static inline thr_cells *
thr_table_cells(const thresh_table *table, size_t index) {
    return thr_chunk_cells(table->chunks[index / THR_CHUNK],
                           index % THR_CHUNK);
}

/* Row `index`, which must be there. */
static inline thr_row
thr_table_row(const thresh_table *table, size_t index) {
    const thr_chunk *chunk = table->chunks[index / THR_CHUNK];
    size_t at = index % THR_CHUNK;
    uint32_t line = chunk->lines[at];
    return (thr_row){thr_chunk_cells(chunk, at), line,
                     chunk->records != NULL ? chunk->records[at] : line};
}

/* Its keys, in a table of several row dimensions. */
static inline uint32_t *
thr_table_row_many(const thresh_table *table, size_t index) {
    return table->chunks[index / THR_CHUNK]->keys
           + index % THR_CHUNK * table->naxis[THRESH_ROWS];
}

/* Its category in row dimension `dimension`. */
static inline size_t
thr_table_row_key(const thresh_table *table, size_t index, size_t dimension) {
    return table->naxis[THRESH_ROWS] == 1
               ? index
               : thr_table_row_many(table, index)[dimension]
                     & THR_KEY_CATEGORY;
}

/* Append room for one item to an array in the arena, moving it when full; NULL
 * if memory is exhausted. */
void *thr_table_append(thresh_table *table, void **array, size_t *count,
                       size_t *room, size_t size);

/* Room for THR_CHUNK rows, with keys where there are several row dimensions;
 * NULL if memory is exhausted. */
thr_chunk *thr_table_make_chunk(thresh_table *table);

/* Count the observations and their symbols anew, after their meanings have
 * changed. */
thresh_result thr_table_recount(thresh_table *table, thresh_error *err);

/* Count one more use of the symbol `text`, which must outlive the table. */
thresh_result thr_table_count_symbol(thresh_table *table, thresh_str text,
                                     uint32_t status, uint64_t line,
                                     thresh_error *err);

/* Append a copy of `note`. */
thresh_result thr_table_add_note(thresh_table *table, const thresh_note *note,
                                 thresh_error *err);

/* Append a category to dimension `dimension`, whose texts must outlive the
 * table. */
thresh_result thr_table_add_category(thresh_table *table, size_t dimension,
                                     const thresh_category *category,
                                     thresh_error *err);

/* Set, in `keys`, the categories of row `index`: one for each row dimension,
 * with the places of its own labels. */
void thr_table_row_keys(const thresh_table *table, size_t index,
                        thresh_category *keys);

/* Lend each column the categories that `column_keys` name, as they are now. */
thresh_result thr_table_key_columns(thresh_table *table, thresh_error *err);

#endif
