/* The sheet "Table" of a workbook. See xlsx_table.h. */
#include "write/xlsx_table.h"

#include "base/buf.h"
#include "base/error.h"
#include "base/utf8.h"

enum {
    TEXT_SIZE = 11,
    TITLE_SIZE = 14,
    MAX_INDENT = 15,
    NOTE_WIDTH = 110,    /* how wide notes run below the table, at most */
    PORTRAIT_WIDTH = 100 /* what fits on A4 upright without shrinking much */
};

/* "Table 11. Immigration and emigration. NOK million" */
static void
add_subtitle(thr_buf *buf, const thresh_caption *caption) {
    if (caption->number.len > 0) {
        thr_buf_text(buf, "Table ");
        thr_buf_str(buf, caption->number);
    }
    const thresh_str rest[] = {caption->topic, caption->unit};
    for (size_t i = 0; i < 2; i++) {
        if (rest[i].len > 0 && buf->len > 0)
            thr_buf_text(buf, ". ");
        thr_buf_str(buf, rest[i]);
    }
}

/* How many columns of the sheet a line of text below or above may run over. */
static size_t
text_columns(const thr_xlsx_table *out) {
    size_t all = out->nstub + out->ncolumns;
    size_t count = 0;
    while (count < all && thr_xlsx_width(out, 0, count) < NOTE_WIDTH)
        count++;
    return count > 0 ? count : 1;
}

/* Make the next row one cell that holds `text` of `size` points in as many
 * lines as it takes. */
static thresh_result
merge_line(thr_xlsx_table *out, thresh_str text, double size,
           const thr_style *style, thresh_error *err) {
    size_t columns = text_columns(out);
    double width = thr_xlsx_width(out, 0, columns) * TEXT_SIZE / size;
    size_t lines = thr_xlsx_lines(text, width - 2);
    thr_spot spot = {out->next_row, 0, NULL};
    THR_TRY(thr_sheet_merge_line(out->sheet, spot, columns, style, err));
    /* A size of 14 makes lines of 19 points, one of 11 of 15. */
    double height = (double)lines * (size > TEXT_SIZE ? size + 5 : 15) + 2;
    if (lines == 1 && size <= TEXT_SIZE)
        height = 0;
    return thr_sheet_set_row(out->sheet, out->next_row, height, 0, err);
}

static thresh_result
write_caption(thr_xlsx_table *out, thresh_error *err) {
    const thresh_caption *caption = thresh_table_caption(out->table);
    if (caption->title.len > 0) {
        thr_style style = {
            .bold = true, .wrap = true, .middle = true, .size = TITLE_SIZE};
        thr_spot spot = {out->next_row, 0, NULL};
        THR_TRY(merge_line(out, caption->title, TITLE_SIZE, &style, err));
        THR_TRY(thr_sheet_text(out->sheet, spot, caption->title, &style, err));
        out->next_row++;
    }
    thr_buf subtitle = {0};
    add_subtitle(&subtitle, caption);
    thr_style style = {.muted = true};
    thr_spot spot = {out->next_row, 0, NULL};
    thresh_result result = THRESH_OK;
    if (subtitle.failed)
        result = thr_fail_memory(err);
    else if (subtitle.len > 0) {
        result = thr_sheet_text(out->sheet, spot, thr_buf_view(&subtitle),
                                &style, err);
        out->next_row++;
    }
    thr_buf_free(&subtitle);
    if (out->next_row > 0)
        out->next_row++;
    return result;
}

/* Whether groups are summed up below their parts: in most of them the parent
 * comes later. */
static bool
totals_are_below(const thr_xlsx_table *out) {
    const thresh_dimension *dimensions;
    (void)thresh_table_dimensions(out->table, &dimensions);
    size_t above = 0;
    size_t below = 0;
    size_t last = out->nstub - 1;
    for (size_t i = 0; i < dimensions[last].ncategories; i++) {
        thresh_category category = thresh_table_category(out->table, last, i);
        if (category.level <= 0)
            continue;
        above += category.parent < i;
        below += category.parent > i;
    }
    return below > above;
}

static thresh_result
set_page(thr_xlsx_table *out, thresh_error *err) {
    thr_printing printing = {out->header_row, out->header_rows, false};
    double width = thr_xlsx_width(out, 0, out->nstub + out->ncolumns);
    printing.landscape = width > PORTRAIT_WIDTH;
    THR_TRY(thr_sheet_freeze(out->sheet, out->header_row + out->header_rows,
                             out->nstub, err));
    THR_TRY(thr_sheet_hide_grid(out->sheet, err));
    THR_TRY(thr_sheet_set_outline(out->sheet, totals_are_below(out), err));
    return thr_sheet_set_printing(out->sheet, &printing, err);
}

/* How many rows the sheet takes. Four more: title, subtitle, and a blank row
 * above and below. */
static uint64_t
rows_of(const thresh_table *table) {
    return (uint64_t)thresh_table_rows(table) + thresh_table_header_rows(table)
           + 1 + thresh_table_notes(table, NULL) + 4;
}

bool
thr_xlsx_table_fits(const thresh_table *table) {
    return rows_of(table) <= THR_SHEET_ROWS;
}

thresh_result
thr_xlsx_table_begin(thr_xlsx_table *out, thresh_writer *writer,
                     const thresh_table *table, thr_workbook *book,
                     thresh_str name, thresh_error *err) {
    *out = (thr_xlsx_table){.writer = writer, .table = table};
    out->nstub = thresh_table_axis_dimensions(table, THRESH_ROWS);
    out->ncolumns = thresh_table_columns(table, NULL);
    out->header_rows = thresh_table_header_rows(table);
    if (out->header_rows == 0 && thresh_table_caption(table)->stubhead.len > 0)
        out->header_rows = 1;
    uint64_t rows = rows_of(table);
    uint64_t columns = (uint64_t)out->nstub + out->ncolumns;
    THR_TRY(thr_sheet_check_size(rows, columns, "Table", err));
    THR_TRY(
        thr_workbook_add_sheet(book, name, rows * columns, &out->sheet, err));
    THR_TRY(thr_xlsx_measure(out, err));
    THR_TRY(write_caption(out, err));
    out->header_row = out->next_row;
    out->next_row += out->header_rows;
    THR_TRY(thr_xlsx_header(out, err));
    out->origin = (thr_xlsx_origin){out->next_row, out->nstub};
    out->live = thresh_writer_option(writer, "formulas")[0] == '1';
    if (out->live)
        THR_TRY(
            thr_xlsx_formulas_open(&out->formulas, table, out->origin, err));
    return set_page(out, err);
}

/* Whether a label of the stub only repeats that of the row before: labels to
 * the left of the last are printed once. */
static bool
repeats(const thr_xlsx_table *out, uint64_t row, size_t dimension) {
    if (row == 0 || dimension + 1 == out->nstub)
        return false;
    for (size_t i = 0; i <= dimension; i++)
        if (thresh_table_key(out->table, i, (size_t)row, 0)
            != thresh_table_key(out->table, i, (size_t)row - 1, 0))
            return false;
    return true;
}

static thresh_result
write_stub(thr_xlsx_table *out, const thresh_row *row, thr_style style,
           thresh_error *err) {
    for (size_t i = 0; i < out->nstub; i++) {
        const thresh_category *key = &row->keys[i];
        thr_spot spot = {out->next_row, i, &key->place};
        style.indent = (uint8_t)(key->level <= 0           ? 0
                                 : key->level < MAX_INDENT ? key->level
                                                           : MAX_INDENT);
        style.align = THR_ALIGN_LEFT;
        style.wrap = thr_utf8_width(key->label) > (size_t)out->stub_widths[i];
        thresh_category shown = *key;
        if (repeats(out, row->index, i))
            shown = (thresh_category){0};
        THR_TRY(thr_sheet_marked(out->sheet, spot, shown.label, shown.marks,
                                 &style, err));
    }
    return THRESH_OK;
}

thresh_result
thr_xlsx_table_row(thr_xlsx_table *out, const thresh_row *row,
                   thresh_error *err) {
    bool is_total = false;
    for (size_t i = 0; i < out->nstub; i++)
        is_total = is_total || row->keys[i].is_total == THRESH_YES;
    thr_style style = {.bold = is_total};
    style.rule_below = row->index + 1 == thresh_table_rows(out->table);
    THR_TRY(write_stub(out, row, style, err));
    for (size_t i = 0; i < row->ncells; i++) {
        style.bold = is_total || out->columns[i].is_total;
        THR_TRY(thr_xlsx_cell(out, (size_t)row->index, i, &row->cells[i],
                              style, err));
    }
    int32_t level = row->keys[out->nstub - 1].level;
    THR_TRY(thr_sheet_set_row(out->sheet, out->next_row, 0,
                              level > 0 ? (unsigned)level : 0, err));
    out->next_row++;
    return THRESH_OK;
}

thresh_result
thr_xlsx_table_end(thr_xlsx_table *out, thresh_error *err) {
    const thresh_note *notes;
    size_t count = thresh_table_notes(out->table, &notes);
    if (out->formulas.too_long)
        thresh_writer_warn(out->writer, NULL,
                           "a total of so many parts is no formula, but the "
                           "printed value: a workbook holds at most 255 "
                           "arguments and 8192 characters");
    thr_style style = {.wrap = true, .top = true};
    out->next_row++;
    for (size_t i = 0; i < count; i++) {
        thr_spot spot = {out->next_row, 0, &notes[i].place};
        THR_TRY(merge_line(out, notes[i].text, TEXT_SIZE, &style, err));
        THR_TRY(thr_sheet_note(out->sheet, spot, notes[i].mark, notes[i].text,
                               &style, err));
        out->next_row++;
    }
    return THRESH_OK;
}

void
thr_xlsx_table_free(thr_xlsx_table *out) {
    thr_xlsx_formulas_free(&out->formulas);
    thr_buf_free(&out->format);
    thr_buf_free(&out->ending);
    thr_buf_free(&out->formula);
    thr_arena_free(&out->arena);
}
