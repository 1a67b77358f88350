/* The lines of a Markdown table. See markdown_grid.h. */
#include "write/markdown_grid.h"

#include <stdlib.h>

#include "base/utf8.h"

/* A cell that is wider does not make all the others as wide. */
enum { MAX_WIDTH = 80 };

/* A delimiter of three characters reads well and is enough everywhere. */
enum { MIN_WIDTH = 3 };

bool
thr_markdown_grid_start(thr_markdown_grid *grid, size_t ncolumns) {
    thr_markdown_grid_free(grid);
    grid->columns = calloc(ncolumns + 1, sizeof *grid->columns);
    if (grid->columns == NULL)
        return false;
    grid->ncolumns = ncolumns;
    for (size_t i = 0; i < ncolumns; i++)
        grid->columns[i].width = MIN_WIDTH;
    return true;
}

static void
write_cell(const thr_markdown_column *column, thresh_str text, thr_buf *out) {
    size_t width = thr_utf8_width(text);
    size_t padding = width < column->width ? column->width - width : 0;
    thr_buf_text(out, " ");
    thr_buf_fill(out, ' ', column->right ? padding : 0);
    thr_buf_str(out, text);
    thr_buf_fill(out, ' ', column->right ? 0 : padding);
    thr_buf_text(out, " |");
}

static void
write_delimiters(const thr_markdown_grid *grid, thr_buf *out) {
    thr_buf_char(out, '|');
    for (size_t i = 0; i < grid->ncolumns; i++) {
        const thr_markdown_column *column = &grid->columns[i];
        thr_buf_char(out, ' ');
        thr_buf_fill(out, '-', column->width - (column->right ? 1 : 0));
        thr_buf_text(out, column->right ? ": |" : " |");
    }
    thr_buf_char(out, '\n');
}

void
thr_markdown_grid_write(thr_markdown_grid *grid, thr_buf *out) {
    grid->out = out;
    grid->at = 0;
    grid->headed = false;
}

static void
measure_cell(thr_markdown_column *column, thresh_str text) {
    size_t width = thr_utf8_width(text);
    width = width < MAX_WIDTH ? width : MAX_WIDTH;
    column->width = width > column->width ? width : column->width;
}

/* Write the cell that was added, and what stands around it in its line. */
static void
put_cell(thr_markdown_grid *grid) {
    thr_buf *out = grid->out;
    if (grid->at == 0)
        thr_buf_char(out, '|');
    write_cell(&grid->columns[grid->at], thr_buf_view(&grid->text), out);
    if (grid->at + 1 < grid->ncolumns)
        return;
    thr_buf_char(out, '\n');
    if (!grid->headed)
        write_delimiters(grid, out);
    grid->headed = true;
}

void
thr_markdown_grid_cell(thr_markdown_grid *grid) {
    if (grid->text.failed || grid->ncolumns == 0)
        return;
    if (grid->out == NULL)
        measure_cell(&grid->columns[grid->at], thr_buf_view(&grid->text));
    else
        put_cell(grid);
    thr_buf_clear(&grid->text);
    grid->at = grid->at + 1 < grid->ncolumns ? grid->at + 1 : 0;
}

void
thr_markdown_grid_free(thr_markdown_grid *grid) {
    free(grid->columns);
    thr_buf_free(&grid->text);
    *grid = (thr_markdown_grid){0};
}
