/* The first rows and columns of a table, aligned: the middle of a preview. */
#ifndef CLI_GRID_H
#define CLI_GRID_H

#include "thresh/table.h"

#include "cli/terminal.h"

/* What a grid left out. */
typedef struct cli_hidden {
    size_t rows;
    size_t columns;
} cli_hidden;

/* Print at most `rows` rows of `table`, and as many columns as have room. */
thresh_result cli_grid_put(const cli_view *view, const thresh_table *table,
                           size_t rows, cli_hidden *hidden);

#endif
