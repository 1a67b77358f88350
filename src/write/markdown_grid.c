/* The lines of a Markdown table. See markdown_grid.h. */
#include "write/markdown_grid.h"

#include <stdlib.h>

#include "base/grow.h"
#include "base/str.h"
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

static thresh_str
cell_text(const thr_markdown_grid *grid, size_t cell) {
    size_t start = cell > 0 ? grid->ends[cell - 1] : 0;
    if (grid->ends[cell] == start)
        return (thresh_str){NULL, 0};
    return thr_str_slice(thr_buf_view(&grid->text), start, grid->ends[cell]);
}

void
thr_markdown_grid_cell(thr_markdown_grid *grid) {
    size_t *ends = thr_grow(grid->ends, &grid->room, grid->ncells + 1,
                            sizeof *ends);
    if (ends == NULL)
        grid->text.failed = true;
    else
        grid->ends = ends;
    if (grid->text.failed || grid->ncolumns == 0)
        return;
    grid->ends[grid->ncells] = grid->text.len;
    thr_markdown_column *column =
        &grid->columns[grid->ncells % grid->ncolumns];
    size_t width = thr_utf8_width(cell_text(grid, grid->ncells));
    width = width < MAX_WIDTH ? width : MAX_WIDTH;
    column->width = width > column->width ? width : column->width;
    grid->ncells++;
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
    if (grid->text.failed || grid->ncolumns == 0) {
        out->failed |= grid->text.failed;
        return;
    }
    for (size_t i = 0; i < grid->ncells; i++) {
        size_t column = i % grid->ncolumns;
        if (column == 0)
            thr_buf_char(out, '|');
        write_cell(&grid->columns[column], cell_text(grid, i), out);
        if (column + 1 < grid->ncolumns)
            continue;
        thr_buf_char(out, '\n');
        if (i + 1 == grid->ncolumns)
            write_delimiters(grid, out);
    }
}

void
thr_markdown_grid_free(thr_markdown_grid *grid) {
    free(grid->columns);
    free(grid->ends);
    thr_buf_free(&grid->text);
    *grid = (thr_markdown_grid){0};
}
