/* What was ordered of a workbook, done by libxlsxwriter. See workbook_maker.h.
 */
#define _DEFAULT_SOURCE /* madvise() */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "base/error.h"
#include "workbook/workbook_maker.h"
#include "workbook/workbook_rows.h"

/* One time for all documents (2000-01-01), so that the same input gives the
 * same bytes. The library turns it into text as UTC. */
static const time_t created = 946684800;

enum { PAPER_A4 = 9, GREY = 0x595959, GROUND = 0xE9EDF2 };

static void
set_look(lxw_format *format, const thr_style *style) {
    static const uint8_t aligns[] = {LXW_ALIGN_NONE, LXW_ALIGN_LEFT,
                                     LXW_ALIGN_CENTER, LXW_ALIGN_RIGHT};
    format_set_align(format, aligns[style->align % 4]);
    if (style->top)
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    if (style->middle)
        format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    if (style->indent > 0)
        format_set_indent(format, style->indent);
    if (style->size > 0)
        format_set_font_size(format, style->size);
    if (style->bold)
        format_set_bold(format);
    if (style->muted)
        format_set_font_color(format, GREY);
    if (style->wrap)
        format_set_text_wrap(format);
    if (style->fill)
        format_set_bg_color(format, GROUND);
    if (style->rule_above)
        format_set_top(format, LXW_BORDER_THIN);
    if (style->rule_below)
        format_set_bottom(format, LXW_BORDER_THIN);
    if (style->raised)
        format_set_font_script(format, LXW_FONT_SUPERSCRIPT);
    if (style->number[0] != '\0')
        format_set_num_format(format, style->number);
}

static thresh_result
make_formats(thr_maker *m, thresh_error *err) {
    m->formats = calloc(m->book->nstyles + 1, sizeof(lxw_format *));
    if (m->formats == NULL)
        return thr_fail_memory(err);
    for (size_t i = 0; i < m->book->nstyles; i++) {
        lxw_format *format = workbook_add_format(m->workbook);
        if (format == NULL)
            return thr_fail_memory(err);
        set_look(format, &m->book->styles[i]);
        m->formats[i + 1] = format;
    }
    return THRESH_OK;
}

/* ## The orders */

/* The text behind this one. */
static char *
next_text(const char *text) {
    return (char *)text + strlen(text) + 1;
}

static lxw_error
set_properties(thr_maker *m, char *texts) {
    lxw_doc_properties properties = {.title = texts, .created = created};
    properties.subject = next_text(texts);
    properties.comments = next_text(properties.subject);
    return workbook_set_properties(m->workbook, &properties);
}

static lxw_error
add_sheet(thr_maker *m, const thr_order *order, const char *name) {
    m->workbook->options.constant_memory = order->flag;
    m->sheet = workbook_add_worksheet(m->workbook, name);
    if (m->sheet == NULL)
        return order->flag ? LXW_ERROR_CREATING_TMPFILE
                           : LXW_ERROR_MEMORY_MALLOC_FAILED;
    m->now = &m->sheets[m->nsheets++];
    *m->now = (thr_made_sheet){.sheet = m->sheet, .streamed = order->flag};
    return worksheet_ignore_errors(m->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT,
                                   "A1:XFD1048576");
}

/* Let what is written next stay beside the rows of a streamed sheet, and go
 * on with them. The library refuses a table object while it streams, and makes
 * the cells of a merged range at once, also those of rows that come later;
 * both are only descriptions here, as the cells are written apart. */
static void
halt(thr_maker *m) {
    m->sheet->optimize = LXW_FALSE;
}

static void
go_on(thr_maker *m) {
    m->sheet->optimize = m->now->streamed;
}

static lxw_error
merge(thr_maker *m, const thr_order *order) {
    halt(m);
    lxw_error code = worksheet_merge_range(
        m->sheet, order->row, (lxw_col_t)order->column,
        order->row + order->rows - 1,
        (lxw_col_t)(order->column + order->columns - 1), "",
        m->formats[order->style]);
    go_on(m);
    return code;
}

/* Count what is put in a cell: nothing makes none. */
static void
count_cell(thr_maker *m, const thr_order *order, const char *texts) {
    m->now->cells += !thr_order_is_nothing(order, texts);
    if (order->kind == THR_ORDER_FORMULA)
        m->now->formulas += strlen(texts + 1); /* it has no "=" there */
}

static lxw_error
put_text(thr_maker *m, const thr_order *order, const char *text) {
    lxw_col_t column = (lxw_col_t)order->column;
    lxw_format *format = m->formats[order->style];
    if (text[0] != '\0')
        return worksheet_write_string(m->sheet, order->row, column, text,
                                      format);
    if (format != NULL)
        return worksheet_write_blank(m->sheet, order->row, column, format);
    return LXW_NO_ERROR;
}

static lxw_error
put_runs(thr_maker *m, const thr_order *order, char *texts) {
    lxw_format *raised = m->formats[order->raised];
    lxw_rich_string_tuple first = {order->flag ? raised : NULL, texts};
    lxw_rich_string_tuple second = {order->flag ? NULL : raised,
                                    next_text(texts)};
    lxw_rich_string_tuple *runs[] = {&first, &second, NULL};
    return worksheet_write_rich_string(m->sheet, order->row,
                                       (lxw_col_t)order->column, runs,
                                       m->formats[order->style]);
}

/* The fields as the library wants them: an array of pointers, ended by NULL,
 * and behind it what they point to. */
static lxw_table_column **
list_columns(const thr_order *order, char *texts, lxw_format *header) {
    size_t size = sizeof(lxw_table_column *) + sizeof(lxw_table_column);
    lxw_table_column **pointers = calloc((size_t)order->columns + 1, size);
    if (pointers == NULL)
        return NULL;
    lxw_table_column *columns =
        (lxw_table_column *)(void *)(pointers + order->columns + 1);
    for (size_t i = 0; i < order->columns; i++) {
        texts = next_text(texts);
        columns[i].header = texts; /* which it copies */
        columns[i].header_format = header;
        pointers[i] = &columns[i];
    }
    return pointers;
}

static lxw_error
add_list(thr_maker *m, const thr_order *order, char *texts) {
    lxw_table_column **columns = list_columns(order, texts,
                                              m->formats[order->style]);
    if (columns == NULL)
        return LXW_ERROR_MEMORY_MALLOC_FAILED;
    lxw_table_options options = {
        .name = texts,
        .columns = columns,
        .style_type = LXW_TABLE_STYLE_TYPE_LIGHT,
        .style_type_number = 1,
    };
    halt(m);
    lxw_error code = worksheet_add_table(
        m->sheet, 0, 0, order->row, (lxw_col_t)(order->columns - 1), &options);
    go_on(m);
    free(columns);
    return code;
}

lxw_error
thr_maker_set_row(thr_maker *m, const thr_order *order) {
    lxw_row_col_options options = {.level = (uint8_t)order->columns};
    return worksheet_set_row_opt(m->sheet, order->row,
                                 order->number > 0 ? order->number
                                                   : LXW_DEF_ROW_HEIGHT,
                                 NULL, &options);
}

static lxw_error
set_columns(thr_maker *m, const thr_order *order) {
    return worksheet_set_column(
        m->sheet, (lxw_col_t)order->column,
        (lxw_col_t)(order->column + order->columns - 1),
        order->number > 0 ? order->number : LXW_DEF_COL_WIDTH, NULL);
}

static lxw_error
set_printing(thr_maker *m, const thr_order *order) {
    worksheet_set_paper(m->sheet, PAPER_A4);
    if (order->flag)
        worksheet_set_landscape(m->sheet);
    worksheet_fit_to_pages(m->sheet, 1, 0);
    lxw_error code = LXW_NO_ERROR;
    if (order->rows > 0)
        code = worksheet_repeat_rows(m->sheet, order->row,
                                     order->row + order->rows - 1);
    if (code != LXW_NO_ERROR)
        return code;
    return worksheet_set_footer(m->sheet, "&C&P / &N");
}

/* What stands in a cell. */
lxw_error
thr_maker_put_cell(thr_maker *m, const thr_order *order, char *texts) {
    lxw_worksheet *sheet = m->sheet;
    lxw_format *format = m->formats[order->style];
    lxw_row_t row = order->row;
    lxw_col_t column = (lxw_col_t)order->column;
    switch (order->kind) {
    case THR_ORDER_TEXT: return put_text(m, order, texts);
    case THR_ORDER_NUMBER:
        return worksheet_write_number(sheet, row, column, order->number,
                                      format);
    case THR_ORDER_FORMULA:
        return worksheet_write_formula_num(sheet, row, column, texts, format,
                                           order->number);
    case THR_ORDER_BOOLEAN:
        return worksheet_write_boolean(sheet, row, column, order->flag,
                                       format);
    default: return put_runs(m, order, texts);
    }
}

static bool
is_cell(const thr_order *order) {
    return order->kind >= THR_ORDER_TEXT && order->kind <= THR_ORDER_RUNS;
}

/* An order for a row or a cell: of a streamed sheet, it may be one that takes
 * no part of the library. */
static lxw_error
follow_row(thr_maker *m, const thr_order *order, char *texts) {
    bool taken = false;
    lxw_error code = LXW_NO_ERROR;
    if (is_cell(order))
        count_cell(m, order, texts);
    if (m->now->streamed)
        code = thr_rows_take(m, order, texts, &taken);
    if (code != LXW_NO_ERROR || taken)
        return code;
    return is_cell(order) ? thr_maker_put_cell(m, order, texts)
                          : thr_maker_set_row(m, order);
}

static lxw_error
follow(thr_maker *m, const thr_order *order, char *texts) {
    switch (order->kind) {
    case THR_ORDER_PROPERTIES: return set_properties(m, texts);
    case THR_ORDER_SHEET: return add_sheet(m, order, texts);
    case THR_ORDER_TURN:
        m->now = &m->sheets[order->row];
        m->sheet = m->now->sheet;
        break;
    case THR_ORDER_LIST: return add_list(m, order, texts);
    case THR_ORDER_COLUMN: return set_columns(m, order);
    case THR_ORDER_MERGE: return merge(m, order);
    case THR_ORDER_OUTLINE:
        worksheet_outline_settings(m->sheet, LXW_TRUE, order->flag, LXW_TRUE,
                                   LXW_FALSE);
        break;
    case THR_ORDER_FREEZE:
        worksheet_freeze_panes(m->sheet, order->row, (lxw_col_t)order->column);
        break;
    case THR_ORDER_GRID:
        worksheet_gridlines(m->sheet, LXW_HIDE_ALL_GRIDLINES);
        break;
    case THR_ORDER_PRINTING: return set_printing(m, order);
    default: return follow_row(m, order, texts);
    }
    return LXW_NO_ERROR;
}

/* Follow the order at `*at`, and go on to the next. */
static lxw_error
follow_next(thr_maker *m, char *orders, size_t *at) {
    thr_order order;
    memcpy(&order, orders + *at, sizeof order);
    char *texts = orders + *at + sizeof order;
    *at += sizeof order + order.texts;
    return follow(m, &order, texts);
}

/* Follow orders that are in memory. */
static lxw_error
follow_all(thr_maker *m, char *orders, size_t len) {
    lxw_error code = LXW_NO_ERROR;
    for (size_t at = 0; at < len && code == LXW_NO_ERROR;)
        code = follow_next(m, orders, &at);
    return code;
}

/* Follow those that were taken to a file, which is mapped: what is done need
 * not stay in memory. */
static lxw_error
follow_spilled(thr_maker *m, char *orders, size_t len) {
    enum { STRETCH = 4 << 20 };
    lxw_error code = LXW_NO_ERROR;
    size_t let_go = 0;
    for (size_t at = 0; at < len && code == LXW_NO_ERROR;) {
        code = follow_next(m, orders, &at);
        if (at - let_go < 2 * (size_t)STRETCH)
            continue;
        (void)madvise(orders + let_go, STRETCH, MADV_DONTNEED);
        let_go += STRETCH;
    }
    return code;
}

thresh_result
thr_maker_check(lxw_error code, thresh_error *err) {
    switch (code) {
    case LXW_NO_ERROR: return THRESH_OK;
    case LXW_ERROR_MEMORY_MALLOC_FAILED: return thr_fail_memory(err);
    case LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE:
    case LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED:
    case LXW_ERROR_255_STRING_LENGTH_EXCEEDED:
        return thr_fail(err, THRESH_E_LIMIT,
                        "the workbook cannot hold this: %s",
                        lxw_strerror(code));
    default:
        return thr_fail(err, THRESH_E_WRITE, "cannot write the workbook: %s",
                        lxw_strerror(code));
    }
}

/* Write the last rows of the streamed sheets. The library does not look
 * whether the temporary files took all: what they lack would be missing from
 * the workbook. */
static thresh_result
end_streams(thr_maker *m, thresh_error *err) {
    for (uint32_t i = 0; i < m->nsheets; i++) {
        if (!m->sheets[i].streamed)
            continue;
        THR_TRY(thr_maker_check(thr_rows_write(m, &m->sheets[i]), err));
        lxw_worksheet_write_single_row(m->sheets[i].sheet);
        FILE *file = m->sheets[i].sheet->optimize_tmpfile;
        if (fflush(file) != 0 || ferror(file))
            return thr_fail(err, THRESH_E_WRITE,
                            "cannot write the workbook: there is no room for "
                            "its temporary files");
    }
    return THRESH_OK;
}

thresh_result
thr_maker_follow(thr_maker *m, thresh_error *err) {
    const thr_workbook *book = m->book;
    THR_TRY(make_formats(m, err));
    m->sheets = calloc((size_t)book->nsheets + 1, sizeof *m->sheets);
    if (m->sheets == NULL)
        return thr_fail_memory(err);
    lxw_error code = LXW_NO_ERROR;
    if (book->spilled != NULL)
        code = follow_spilled(m, book->spilled, book->nspilled);
    if (code == LXW_NO_ERROR)
        code = follow_all(m, book->orders.ptr, book->orders.len);
    THR_TRY(thr_maker_check(code, err));
    return end_streams(m, err);
}
