/* The first rows and columns of a table, aligned. See grid.h.
 *
 * A column is as wide as its widest value, or the longest word of its heading,
 * which is wrapped: the heading's last line stands above the first row.
 */
#include "cli/grid.h"

#include <stdlib.h>

#include "cli/text.h"

enum { GAP = 2, WIDEST_WORD = 14, WIDEST_VALUE = 32, INDENT = 2 };

typedef struct grid {
    const cli_view *view;
    const thresh_table *table;
    const thresh_dimension *dimensions;
    const thresh_column *columns;
    size_t nlabels;  /* row dimensions */
    size_t nrows;    /* shown */
    size_t ncolumns; /* shown */
    size_t *widths;  /* of the labels, then of the columns */
} grid;

static size_t
larger(size_t a, size_t b) {
    return a > b ? a : b;
}

static thresh_category
row_label(const grid *all, size_t dimension, size_t row) {
    size_t key = thresh_table_key(all->table, dimension, row, 0);
    return thresh_table_category(all->table, dimension, key);
}

static size_t
indent_of(const thresh_category *label) {
    return label->level > 0 ? INDENT * (size_t)label->level : 0;
}

static thresh_str
heading_of(const grid *all, size_t column) {
    const thresh_heading *leaf = all->columns[column].leaf;
    return leaf == NULL ? (thresh_str){NULL, 0} : leaf->label;
}

/* The name of a label column: as printed, if the table has one for it. */
static thresh_str
label_heading(const grid *all, size_t dimension) {
    return all->dimensions[dimension].label;
}

/* Take the next word off `rest`. */
static thresh_str
next_word(thresh_str *rest) {
    while (rest->len > 0 && *rest->ptr == ' ') {
        rest->ptr++;
        rest->len--;
    }
    thresh_str word = {rest->ptr, 0};
    if (rest->len == 0)
        return word; /* of no text at all, there is no place to go to */
    while (word.len < rest->len && word.ptr[word.len] != ' ')
        word.len++;
    rest->ptr += word.len;
    rest->len -= word.len;
    return word;
}

static size_t
longest_word(thresh_str text) {
    size_t width = 0;
    for (thresh_str word = next_word(&text); word.len > 0;
         word = next_word(&text))
        width = larger(width, cli_text_width(word));
    return width;
}

/* Take as many words off `rest` as fit into `width`, at least one. */
static thresh_str
next_line(thresh_str *rest, size_t width) {
    thresh_str line = next_word(rest);
    for (;;) {
        thresh_str after = *rest;
        thresh_str word = next_word(&after);
        thresh_str longer = {line.ptr,
                             (size_t)(word.ptr - line.ptr) + word.len};
        if (word.len == 0 || cli_text_width(longer) > width)
            return line;
        line = longer;
        *rest = after;
    }
}

static size_t
count_lines(thresh_str text, size_t width) {
    size_t lines = 0;
    while (next_line(&text, width).len > 0)
        lines++;
    return lines;
}

/* Line `wanted` of a wrapped text; empty past its last. */
static thresh_str
line_at(thresh_str text, size_t width, size_t wanted) {
    thresh_str line = next_line(&text, width);
    for (size_t i = 0; i < wanted; i++)
        line = next_line(&text, width);
    return line;
}

static size_t
label_width(const grid *all, size_t dimension) {
    size_t width = cli_text_width(label_heading(all, dimension));
    for (size_t r = 0; r < all->nrows; r++) {
        thresh_category label = row_label(all, dimension, r);
        width = larger(width, cli_text_width(label.label) + indent_of(&label));
    }
    size_t most = all->view->width * 2 / 5 / all->nlabels;
    return width < most ? width : most;
}

static size_t
column_width(const grid *all, size_t column) {
    size_t width = longest_word(heading_of(all, column));
    if (width > WIDEST_WORD)
        width = WIDEST_WORD;
    for (size_t r = 0; r < all->nrows; r++) {
        thresh_cell cell = thresh_table_cell(all->table, r, column);
        width = larger(width, cli_text_width(cell.text));
    }
    return larger(width < WIDEST_VALUE ? width : WIDEST_VALUE, 1);
}

/* Measure the labels, then columns as long as they fit into a line. */
static void
measure(grid *all, size_t ncolumns) {
    size_t taken = 0;
    for (size_t d = 0; d < all->nlabels; d++) {
        all->widths[d] = label_width(all, d);
        taken += all->widths[d] + GAP;
    }
    for (size_t c = 0; c < ncolumns; c++) {
        size_t width = column_width(all, c);
        if (c > 0 && taken + width > all->view->width)
            break;
        all->widths[all->nlabels + c] = width;
        taken += width + GAP;
        all->ncolumns++;
    }
}

/* The heading of level `level` above a column, if it is a spanner. */
static const thresh_heading *
spanner_at(const grid *all, size_t column, size_t level) {
    const thresh_heading *leaf = all->columns[column].leaf;
    const thresh_heading *heading = leaf == NULL ? NULL : leaf->parent;
    while (heading != NULL && heading->level != level)
        heading = heading->parent;
    return heading;
}

static void
put_labels_blank(const grid *all) {
    for (size_t d = 0; d < all->nlabels; d++)
        cli_text_blanks(all->view->out, all->widths[d] + GAP);
}

/* Print a spanner, with a line over what it spans. */
static void
put_spanner(const grid *all, const thresh_heading *spanner, size_t width) {
    size_t taken = 0;
    if (spanner != NULL)
        taken = cli_text_put(all->view->out, spanner->label, width);
    if (spanner != NULL && taken + 1 < width) {
        (void)fputc(' ', all->view->out);
        for (taken++; taken < width; taken++)
            (void)fputs("─", all->view->out);
    }
    cli_text_blanks(all->view->out, width - taken);
}

/* Print the spanners of one level, if there are any. */
static void
put_spanners(const grid *all, size_t level) {
    const size_t *widths = all->widths + all->nlabels;
    bool any = false;
    for (size_t c = 0; c < all->ncolumns && !any; c++)
        any = spanner_at(all, c, level) != NULL;
    if (!any)
        return;
    put_labels_blank(all);
    for (size_t c = 0; c < all->ncolumns;) {
        const thresh_heading *spanner = spanner_at(all, c, level);
        size_t width = widths[c++];
        while (spanner != NULL && c < all->ncolumns
               && spanner_at(all, c, level) == spanner)
            width += GAP + widths[c++];
        put_spanner(all, spanner, width);
        cli_text_blanks(all->view->out, c < all->ncolumns ? GAP : 0);
    }
    (void)fputc('\n', all->view->out);
}

/* Print the lowest headings, wrapped, their last lines side by side. */
static void
put_headings(const grid *all) {
    const size_t *widths = all->widths + all->nlabels;
    size_t lines = all->nlabels > 0;
    for (size_t c = 0; c < all->ncolumns; c++)
        lines = larger(lines, count_lines(heading_of(all, c), widths[c]));
    for (size_t i = 0; i < lines; i++) {
        if (i + 1 < lines)
            put_labels_blank(all);
        for (size_t d = 0; i + 1 == lines && d < all->nlabels; d++) {
            cli_text_left(all->view->out, label_heading(all, d),
                          all->widths[d]);
            cli_text_blanks(all->view->out, GAP);
        }
        for (size_t c = 0; c < all->ncolumns; c++) {
            thresh_str heading = heading_of(all, c);
            size_t own = count_lines(heading, widths[c]);
            thresh_str line = {NULL, 0};
            if (i + own >= lines)
                line = line_at(heading, widths[c], i + own - lines);
            cli_text_right(all->view->out, line, widths[c]);
            cli_text_blanks(all->view->out, c + 1 < all->ncolumns ? GAP : 0);
        }
        (void)fputc('\n', all->view->out);
    }
}

static void
put_row(const grid *all, size_t row) {
    for (size_t d = 0; d < all->nlabels; d++) {
        thresh_category label = row_label(all, d, row);
        size_t indent = indent_of(&label);
        if (indent > all->widths[d] / 2)
            indent = all->widths[d] / 2;
        cli_text_blanks(all->view->out, indent);
        cli_text_left(all->view->out, label.label, all->widths[d] - indent);
        cli_text_blanks(all->view->out, GAP);
    }
    for (size_t c = 0; c < all->ncolumns; c++) {
        thresh_cell cell = thresh_table_cell(all->table, row, c);
        cli_text_right(all->view->out, cell.text,
                       all->widths[all->nlabels + c]);
        cli_text_blanks(all->view->out, c + 1 < all->ncolumns ? GAP : 0);
    }
    (void)fputc('\n', all->view->out);
}

thresh_result
cli_grid_put(const cli_view *view, const thresh_table *table, size_t rows,
             cli_hidden *hidden) {
    grid all = {.view = view, .table = table};
    size_t total = thresh_table_rows(table);
    size_t ncolumns = thresh_table_columns(table, &all.columns);
    (void)thresh_table_dimensions(table, &all.dimensions);
    all.nlabels = thresh_table_axis_dimensions(table, THRESH_ROWS);
    all.nrows = rows < total ? rows : total;
    all.widths = calloc(all.nlabels + ncolumns + 1, sizeof *all.widths);
    if (all.widths == NULL)
        return THRESH_E_MEMORY;
    measure(&all, ncolumns);
    size_t levels = thresh_table_header_rows(table);
    cli_style(view, "1");
    for (size_t level = 0; level + 1 < levels; level++)
        put_spanners(&all, level);
    put_headings(&all);
    cli_style(view, NULL);
    for (size_t r = 0; r < all.nrows; r++)
        put_row(&all, r);
    *hidden = (cli_hidden){.rows = total - all.nrows,
                           .columns = ncolumns - all.ncolumns};
    free(all.widths);
    return THRESH_OK;
}
