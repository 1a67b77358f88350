/* The lines of a Markdown table, its cells padded so that they stand under
 * each other in a fixed-width font too:
 *
 *     | Citizenship | Total |
 *     | ----------- | ----: |
 *     | Denmark     | 1 464 |
 *
 * Cells are added one after the other, the heads of the columns first, and all
 * of them twice: first to see how wide the columns are, then to be written. No
 * cell is kept. */
#ifndef THR_WRITE_MARKDOWN_GRID_H
#define THR_WRITE_MARKDOWN_GRID_H

#include "base/buf.h"

typedef struct thr_markdown_column {
    bool right;   /* aligned right, as numbers are */
    size_t width; /* of its widest cell */
} thr_markdown_column;

typedef struct thr_markdown_grid {
    thr_markdown_column *columns;
    size_t ncolumns;
    thr_buf text; /* of the cell that is being added */
    size_t at;    /* its column */
    bool headed;  /* the heads are written */
    thr_buf *out; /* NULL as long as cells are measured */
} thr_markdown_grid;

/* Start a table of `ncolumns` columns, aligned left, whose cells are measured.
 * False if memory is exhausted. */
bool thr_markdown_grid_start(thr_markdown_grid *grid, size_t ncolumns);

/* From here on the cells, again from the first, are appended to `out`. */
void thr_markdown_grid_write(thr_markdown_grid *grid, thr_buf *out);

/* End the cell whose text, already markup, was appended to `grid->text`.
 * Failure sticks to it. */
void thr_markdown_grid_cell(thr_markdown_grid *grid);

void thr_markdown_grid_free(thr_markdown_grid *grid);

#endif
