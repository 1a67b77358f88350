/* Rows of a streamed sheet. See workbook_rows.h. */
#include "workbook/workbook_rows.h"

#include <stdio.h>
#include <string.h>

/* ## What is plain */

/* What needs neither an escape nor an attribute. U+FFFE and U+FFFF, which the
 * library may escape, begin with 0xEF. */
static bool
is_plain(const char *text) {
    const unsigned char *at = (const unsigned char *)text;
    if (*at == ' ')
        return false;
    while (*at >= ' ' && *at != '&' && *at != '<' && *at != '>' && *at != 0x7F
           && *at != 0xEF)
        at++;
    return *at == '\0' && at[-1] != ' ';
}

static bool
is_plain_cell(const thr_order *order, const char *texts) {
    switch (order->kind) {
    case THR_ORDER_TEXT: return texts[0] == '\0' || is_plain(texts);
    case THR_ORDER_NUMBER:
    case THR_ORDER_BOOLEAN: return true;
    default: return false;
    }
}

/* Whether an order says how deep the row that waits is grouped, and no more.
 */
static bool
is_plain_row(const thr_made_sheet *now, const thr_order *order) {
    return order->kind == THR_ORDER_ROW && order->number <= 0
           && now->waiting != NULL;
}

/* ## XML */

/* "AB": columns have at most three letters. */
static void
put_column(thr_buf *out, uint32_t column) {
    char letters[4];
    size_t at = sizeof letters;
    for (uint32_t rest = column + 1; rest > 0 && at > 0;
         rest = (rest - 1) / 26)
        letters[--at] = (char)('A' + (rest - 1) % 26);
    thr_buf_add(out, letters + at, sizeof letters - at);
}

/* Whole numbers are most; the others are printed as the library does it. */
static void
put_number(thr_buf *out, double number) {
    enum { ROOM = 32 };
    const double most = 1e15;
    uint64_t whole = number > 0 && number < most ? (uint64_t)number : 0;
    if (whole > 0 && !(number > (double)whole)) {
        thr_buf_uint(out, whole);
        return;
    }
    char *room = thr_buf_reserve(out, ROOM);
    if (room != NULL)
        out->len += (size_t)snprintf(room, ROOM, "%.16G", number);
}

static void
put_content(thr_buf *out, const thr_order *order, const char *texts) {
    switch (order->kind) {
    case THR_ORDER_NUMBER:
        thr_buf_text(out, "><v>");
        put_number(out, order->number);
        thr_buf_text(out, "</v></c>");
        break;
    case THR_ORDER_BOOLEAN:
        thr_buf_text(out, " t=\"b\"><v>");
        thr_buf_char(out, order->flag ? '1' : '0');
        thr_buf_text(out, "</v></c>");
        break;
    default:
        if (texts[0] == '\0') {
            thr_buf_text(out, "/>");
            break;
        }
        thr_buf_text(out, " t=\"inlineStr\"><is><t>");
        thr_buf_text(out, texts);
        thr_buf_text(out, "</t></is></c>");
    }
}

static void
put_cell(const thr_maker *m, thr_buf *out, const thr_order *order,
         const char *texts) {
    lxw_format *format = m->formats[order->style];
    int32_t style = format ? lxw_format_get_xf_index(format) : 0;
    thr_buf_text(out, "<c r=\"");
    put_column(out, order->column);
    thr_buf_uint(out, (uint64_t)order->row + 1);
    if (style > 0) {
        thr_buf_text(out, "\" s=\"");
        thr_buf_uint(out, (uint64_t)style);
    }
    thr_buf_char(out, '"');
    put_content(out, order, texts);
}

/* ## Waiting */

/* The next of the orders that wait from `at` on; returns where it ends. */
static char *
next_order(char *at, thr_order *order, char **texts) {
    memcpy(order, at, sizeof *order);
    *texts = at + sizeof *order;
    return *texts + order->texts;
}

lxw_error
thr_rows_write(thr_maker *m, thr_made_sheet *made) {
    thr_buf *out = &m->row;
    thr_order order;
    char *texts;
    if (made->waiting == NULL)
        return LXW_NO_ERROR;
    thr_buf_clear(out);
    thr_buf_text(out, "<row r=\"");
    thr_buf_uint(out, (uint64_t)made->row + 1);
    if (made->level > 0) {
        thr_buf_text(out, "\" outlineLevel=\"");
        thr_buf_uint(out, made->level);
    }
    thr_buf_text(out, "\">");
    for (char *at = made->waiting; at < made->waiting_end;) {
        at = next_order(at, &order, &texts);
        if (order.kind != THR_ORDER_ROW
            && !thr_order_is_nothing(&order, texts))
            put_cell(m, out, &order, texts);
    }
    thr_buf_text(out, "</row>");
    made->waiting = NULL;
    made->sheet->optimize_row->row_num = made->row;
    if (out->failed)
        return LXW_ERROR_MEMORY_MALLOC_FAILED;
    /* Whether the file took it is asked at its end. */
    (void)fwrite(out->ptr, 1, out->len, made->sheet->optimize_tmpfile);
    return LXW_NO_ERROR;
}

/* Leave what waits to the library. */
static lxw_error
give_back(thr_maker *m) {
    thr_made_sheet *now = m->now;
    lxw_error code = LXW_NO_ERROR;
    thr_order order;
    char *texts;
    for (char *at = now->waiting;
         at != NULL && at < now->waiting_end && code == LXW_NO_ERROR;) {
        at = next_order(at, &order, &texts);
        code = order.kind == THR_ORDER_ROW
                   ? thr_maker_set_row(m, &order)
                   : thr_maker_put_cell(m, &order, texts);
    }
    now->waiting = NULL;
    return code;
}

/* Begin to wait with a row, unless the library has some of it. What it has of
 * another is written first. */
static bool
begin_row(thr_made_sheet *now, const thr_order *order, char *start) {
    const lxw_row *open = now->sheet->optimize_row;
    bool is_open = open->data_changed || open->row_changed;
    if (is_open && order->row <= open->row_num)
        return false;
    if (is_open)
        lxw_worksheet_write_single_row(now->sheet);
    now->waiting = now->waiting_end = start;
    now->row = order->row;
    now->next_column = 0;
    now->level = 0;
    return true;
}

/* The library goes over the columns that a sheet has from the first to the
 * last, and tells them. */
static void
widen(lxw_worksheet *sheet, const thr_order *order) {
    lxw_col_t column = (lxw_col_t)order->column;
    if (order->row < sheet->dim_rowmin)
        sheet->dim_rowmin = order->row;
    if (order->row > sheet->dim_rowmax)
        sheet->dim_rowmax = order->row;
    if (column < sheet->dim_colmin)
        sheet->dim_colmin = column;
    if (column > sheet->dim_colmax)
        sheet->dim_colmax = column;
}

/* Let a plain cell wait behind the others of its row. */
static bool
take_cell(thr_made_sheet *now, const thr_order *order) {
    if (order->column < now->next_column)
        return false;
    now->next_column = order->column + 1;
    widen(now->sheet, order);
    return true;
}

/* Let the grouping of a row wait with it; the sheet tells the deepest. */
static bool
take_level(thr_made_sheet *now, const thr_order *order) {
    now->level = (uint8_t)order->columns;
    if (now->level > now->sheet->outline_row_level)
        now->sheet->outline_row_level = now->level;
    return true;
}

lxw_error
thr_rows_take(thr_maker *m, const thr_order *order, char *texts, bool *taken) {
    thr_made_sheet *now = m->now;
    char *start = texts - sizeof *order;
    lxw_error code = LXW_NO_ERROR;
    *taken = false;
    if (now->waiting != NULL && now->row != order->row)
        code = thr_rows_write(m, now);
    if (code != LXW_NO_ERROR)
        return code;
    if (thr_order_is_nothing(order, texts)) {
        if (now->waiting != NULL && now->waiting_end == start)
            now->waiting_end = texts + order->texts;
        *taken = true;
        return LXW_NO_ERROR;
    }
    bool cell = is_plain_cell(order, texts);
    bool plain = cell || is_plain_row(now, order);
    if (cell && now->waiting == NULL)
        plain = begin_row(now, order, start);
    if (!plain || now->waiting_end != start
        || !(cell ? take_cell : take_level)(now, order))
        return give_back(m);
    now->waiting_end = texts + order->texts;
    *taken = true;
    return LXW_NO_ERROR;
}
