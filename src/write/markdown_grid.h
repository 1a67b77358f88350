/* The lines of a Markdown table, its cells padded so that they stand under
 * each other in a fixed-width font too:
 *
 *     | Citizenship | Total |
 *     | ----------- | ----: |
 *     | Denmark     | 1 464 |
 *
 * Cells are added one after the other, the heads of the columns first. */
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
    thr_buf text; /* of all cells */
    size_t *ends; /* where each cell ends in the text */
    size_t ncells;
    size_t room;
} thr_markdown_grid;

/* Start a table of `ncolumns` columns, aligned left. False if memory is
 * exhausted. */
bool thr_markdown_grid_start(thr_markdown_grid *grid, size_t ncolumns);

/* End the cell whose text, already markup, was appended to `grid->text`. */
void thr_markdown_grid_cell(thr_markdown_grid *grid);

/* Append the table. Failure sticks to either buffer. */
void thr_markdown_grid_write(thr_markdown_grid *grid, thr_buf *out);

void thr_markdown_grid_free(thr_markdown_grid *grid);

#endif
