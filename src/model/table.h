/* The inside of a thresh_table: what the layout fills in and the loader
 * completes. Everything that it points to lies in its arena.
 *
 *     frame    caption, dimensions, headings, columns: known before the rows
 *     rows     appended one by one while loading
 *     notes    known after the rows
 */
#ifndef THR_MODEL_TABLE_H
#define THR_MODEL_TABLE_H

#include "thresh/table.h"

#include "base/arena.h"
#include "model/categories.h"

typedef struct thr_row {
    const size_t *keys;       /* a category for each row dimension */
    const thresh_cell *cells; /* one for each column */
    uint64_t line;
    uint64_t record;
} thr_row;

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
    thr_row *rows;
    size_t nrows;
    size_t rows_room;
    thresh_note *notes;
    size_t nnotes;
    size_t notes_room;
    thresh_symbol *symbols;
    size_t nsymbols;
    size_t symbols_room;
    thresh_counts counts;
    bool loaded;
};

/* An empty table whose arena may take `max_memory` bytes; NULL if memory is
 * exhausted. End it with thresh_table_free(). */
thresh_table *thr_table_new(size_t max_memory);

/* Append a copy of `row`, with its texts, and count its observations. Each of
 * its keys becomes a category of its dimension. */
thresh_result thr_table_add_row(thresh_table *table, const thresh_row *row,
                                thresh_error *err);

/* Append a copy of `note`. */
thresh_result thr_table_add_note(thresh_table *table, const thresh_note *note,
                                 thresh_error *err);

/* Append a category to dimension `dimension`, whose texts must outlive the
 * table. */
thresh_result thr_table_add_category(thresh_table *table, size_t dimension,
                                     const thresh_category *category,
                                     thresh_error *err);

/* Set, in `keys`, the categories of row `index`: one for each row dimension.
 */
void thr_table_row_keys(const thresh_table *table, size_t index,
                        thresh_category *keys);

/* Whether both have dimensions of the same names in the same order, so that
 * their observations can stand in one list. */
bool thr_table_same_schema(const thresh_table *a, const thresh_table *b);

#endif
