/* How the columns of a published table are shown on a sheet: grouping of
 * thousands, alignment and width, learned from all their cells.
 *
 *     61 774   some number is grouped     #,##0
 *     2007     large, and none is         0
 */
#include "base/ascii.h"
#include "base/error.h"
#include "base/str.h"
#include "base/utf8.h"
#include "model/unpack.h"
#include "write/xlsx_table.h"

enum {
    MIN_WIDTH = 9,
    MAX_WIDTH = 30,
    MIN_STUB_WIDTH = 12,
    MAX_STUB_WIDTH = 48,
    PADDING = 2,
    BOLD = 3, /* padding for a heading: bold letters are wider */
    MAX_HEADING_LINES = 3,
    MAX_EQUAL_WIDTH = 16, /* up to here all columns get the same width */
    INDENT_WIDTH = 2
};

/* How many digits the whole part of a printed number has, and whether
 * anything stands between them. */
static size_t
whole_digits(const thresh_cell *cell, bool *grouped) {
    size_t ndigits = 0;
    size_t last = 0;
    size_t wanted = 1;
    for (uint64_t rest = cell->coef < 0 ? 0 - (uint64_t)cell->coef
                                        : (uint64_t)cell->coef;
         rest >= 10; rest /= 10)
        wanted++;
    wanted = wanted > cell->scale ? wanted - cell->scale : 1;
    *grouped = false;
    for (size_t i = 0; i < cell->text.len && ndigits < wanted; i++) {
        if (!thr_is_digit(cell->text.ptr[i]))
            continue;
        *grouped = *grouped || (ndigits > 0 && i > last + 1);
        last = i;
        ndigits++;
    }
    return ndigits;
}

/* Tell `column` of one of its cells; `plain` counts large numbers that are
 * not grouped. */
static void
learn_cell(thr_xlsx_column *column, const thresh_cell *cell, bool *plain) {
    size_t width = thr_utf8_width(cell->text);
    if (cell->marks.len > 0)
        width += 1 + thr_utf8_width(cell->marks);
    if (width > column->value_width)
        column->value_width = width;
    if (cell->kind == THRESH_SYMBOL)
        column->has_number = true;
    if (cell->kind != THRESH_NUMBER)
        return;
    bool grouped;
    bool large = whole_digits(cell, &grouped) > 3;
    column->has_number = true;
    column->grouped = column->grouped || grouped;
    *plain = *plain || (large && !grouped);
}

static size_t
longest_word(thresh_str text) {
    size_t longest = 0;
    while (text.len > 0) {
        size_t end = 0;
        while (end < text.len
               && thr_blank_at_start(thr_str_from(text, end)) == 0)
            end++;
        size_t width = thr_utf8_width(thr_str_slice(text, 0, end));
        if (width > longest)
            longest = width;
        text = thr_str_from(text, end);
        while (thr_blank_at_start(text) > 0)
            text = thr_str_from(text, thr_blank_at_start(text));
    }
    return longest;
}

size_t
thr_xlsx_lines(thresh_str text, double width) {
    size_t lines = 1;
    double used = 0;
    while (text.len > 0) {
        size_t end = 0;
        while (end < text.len
               && thr_blank_at_start(thr_str_from(text, end)) == 0)
            end++;
        double word = (double)thr_utf8_width(thr_str_slice(text, 0, end));
        if (used > 0 && used + 1 + word > width) {
            lines++;
            used = 0;
        }
        used += (used > 0 ? 1 : 0) + word;
        for (; used > width && width >= 1; used -= width)
            lines++;
        text = thr_str_from(text, end);
        while (thr_blank_at_start(text) > 0)
            text = thr_str_from(text, thr_blank_at_start(text));
    }
    return lines;
}

static double
bounded(double width, double low, double high) {
    return width < low ? low : width > high ? high : width;
}

static void
learn_column(thr_xlsx_table *out, size_t index) {
    const thresh_column *columns;
    (void)thresh_table_columns(out->table, &columns);
    thr_xlsx_column *column = &out->columns[index];
    bool plain = false;
    size_t nrows = thresh_table_rows(out->table);
    for (size_t row = 0; row < nrows; row++) {
        char room[THR_FORM_MOST];
        thresh_cell cell = thr_cells_one(out->table, row, index, room);
        learn_cell(column, &cell, &plain);
    }
    column->grouped = column->grouped || !plain;
    size_t ndimensions = thresh_table_axis_dimensions(out->table,
                                                      THRESH_COLUMNS);
    for (size_t i = 0; i < ndimensions; i++)
        if (columns[index].keys[i].is_total == THRESH_YES)
            column->is_total = true;
    column->width = (double)(column->value_width + PADDING);
    if (columns[index].leaf != NULL) {
        thresh_str heading = columns[index].leaf->label;
        double word = (double)(longest_word(heading) + BOLD);
        column->width = word > column->width ? word : column->width;
        while (column->width < MAX_WIDTH
               && thr_xlsx_lines(heading, column->width - 2)
                      > MAX_HEADING_LINES)
            column->width++;
    }
    column->wrap = column->value_width > MAX_WIDTH - PADDING;
    column->width = bounded(column->width, MIN_WIDTH, MAX_WIDTH);
}

/* Columns of nearly the same width look best with quite the same. */
static void
even_out(thr_xlsx_table *out) {
    double widest = 0;
    for (size_t i = 0; i < out->ncolumns; i++)
        if (out->columns[i].width > widest)
            widest = out->columns[i].width;
    for (size_t i = 0; i < out->ncolumns && widest <= MAX_EQUAL_WIDTH; i++)
        out->columns[i].width = widest;
}

static void
learn_stub(thr_xlsx_table *out, size_t index) {
    const thresh_dimension *dimensions;
    (void)thresh_table_dimensions(out->table, &dimensions);
    size_t widest = longest_word(dimensions[index].label);
    for (size_t i = 0; i < dimensions[index].ncategories; i++) {
        thresh_category category = thresh_table_category(out->table, index, i);
        size_t width = thr_utf8_width(category.label);
        if (category.marks.len > 0)
            width += 1 + thr_utf8_width(category.marks);
        if (category.level > 0)
            width += (size_t)category.level * INDENT_WIDTH;
        widest = width > widest ? width : widest;
    }
    out->stub_widths[index] = bounded((double)(widest + PADDING),
                                      MIN_STUB_WIDTH, MAX_STUB_WIDTH);
}

thresh_result
thr_xlsx_measure(thr_xlsx_table *out, thresh_error *err) {
    out->stub_widths = thr_arena_array(&out->arena, out->nstub,
                                       sizeof *out->stub_widths);
    out->columns = thr_arena_array(&out->arena, out->ncolumns,
                                   sizeof *out->columns);
    if (out->stub_widths == NULL || out->columns == NULL)
        return thr_arena_failure(&out->arena, 0, err);
    for (size_t i = 0; i < out->nstub; i++)
        learn_stub(out, i);
    for (size_t i = 0; i < out->ncolumns; i++)
        learn_column(out, i);
    even_out(out);
    for (size_t i = 0; i < out->nstub + out->ncolumns; i++)
        THR_TRY(thr_sheet_set_column(out->sheet, i, 1,
                                     thr_xlsx_width(out, i, 1), err));
    return THRESH_OK;
}

double
thr_xlsx_width(const thr_xlsx_table *out, size_t first, size_t count) {
    double width = 0;
    for (size_t i = first; i < first + count; i++)
        width += i < out->nstub ? out->stub_widths[i]
                                : out->columns[i - out->nstub].width;
    return width;
}
