/* Cells of a workbook: what libxlsxwriter would write wrongly, or in silence
 * not at all, is stopped or put right here. See workbook.h. */
#include <string.h>

#include "base/error.h"
#include "base/str.h"
#include "workbook/cell_text.h"
#include "workbook/workbook_inside.h"

thresh_result
thr_sheet_check_size(uint64_t rows, uint64_t columns, const char *sheet,
                     thresh_error *err) {
    if (rows > THR_SHEET_ROWS)
        return thr_fail(err, THRESH_E_LIMIT,
                        "sheet \"%s\" would need %llu rows, but a workbook "
                        "has at most %d; write csv or json instead",
                        sheet, (unsigned long long)rows, THR_SHEET_ROWS);
    if (columns > THR_SHEET_COLUMNS)
        return thr_fail(err, THRESH_E_LIMIT,
                        "sheet \"%s\" would need %llu columns, but a workbook "
                        "has at most %d; write csv or json instead",
                        sheet, (unsigned long long)columns, THR_SHEET_COLUMNS);
    return THRESH_OK;
}

/* An order for a cell, whose place is checked. */
static thresh_result
prepare(thr_sheet *sheet, thr_order_kind kind, thr_spot spot,
        const thr_style *style, thr_order *out, thresh_error *err) {
    THR_TRY(thr_sheet_check_size(spot.row + 1, (uint64_t)spot.column + 1,
                                 sheet->name, err));
    *out = (thr_order){.kind = (uint8_t)kind,
                       .row = (uint32_t)spot.row,
                       .column = (uint32_t)spot.column};
    return thr_workbook_style(sheet->book, style, &out->style, err);
}

/* Put text in `buf` as the library takes it. */
static thresh_result
prepare_text(const thr_sheet *sheet, thr_spot spot, thr_buf *buf,
             thresh_str text, thresh_error *err) {
    thr_buf_clear(buf);
    if (!thr_cell_text_add(buf, text))
        return thr_fail_at(err, THRESH_E_ENCODING, spot.place,
                           "text for sheet \"%s\" is not valid UTF-8",
                           sheet->name);
    /* No text has more units than bytes. */
    size_t units = buf->len;
    if (units > THR_CELL_UNITS)
        units = thr_utf16_length(thr_buf_view(buf));
    if (units > THR_CELL_UNITS)
        return thr_fail_at(err, THRESH_E_LIMIT, spot.place,
                           "a text of %zu characters, but a cell of a "
                           "workbook holds %d: \"%.*s...\"; write csv or json "
                           "instead",
                           units, THR_CELL_UNITS, THR_STR(text));
    thr_buf_char(buf, '\0');
    return buf->failed ? thr_fail_memory(err) : THRESH_OK;
}

thresh_result
thr_sheet_text(thr_sheet *sheet, thr_spot spot, thresh_str text,
               const thr_style *style, thresh_error *err) {
    thr_order order;
    thr_buf *buf = &sheet->book->first;
    THR_TRY(prepare(sheet, THR_ORDER_TEXT, spot, style, &order, err));
    THR_TRY(prepare_text(sheet, spot, buf, text, err));
    return thr_workbook_order(sheet->book, sheet, order, buf->ptr, buf->len,
                              err);
}

thresh_result
thr_sheet_number(thr_sheet *sheet, thr_spot spot, int64_t coef, unsigned scale,
                 const thr_style *style, thresh_error *err) {
    return thr_sheet_formula(sheet, spot, NULL, coef, scale, style, err);
}

thresh_result
thr_sheet_formula(thr_sheet *sheet, thr_spot spot, const char *formula,
                  int64_t coef, unsigned scale, const thr_style *style,
                  thresh_error *err) {
    thr_order order;
    THR_TRY(prepare(sheet, formula ? THR_ORDER_FORMULA : THR_ORDER_NUMBER,
                    spot, style, &order, err));
    if (!thr_cell_number(coef, scale, &order.number))
        return thr_fail_at(err, THRESH_E_LIMIT, spot.place,
                           "a number of more than 15 digits, which a workbook "
                           "would round");
    return thr_workbook_order(sheet->book, sheet, order, formula,
                              formula ? strlen(formula) + 1 : 0, err);
}

thresh_result
thr_sheet_boolean(thr_sheet *sheet, thr_spot spot, bool value,
                  const thr_style *style, thresh_error *err) {
    thr_order order;
    THR_TRY(prepare(sheet, THR_ORDER_BOOLEAN, spot, style, &order, err));
    order.flag = value;
    return thr_workbook_order(sheet->book, sheet, order, NULL, 0, err);
}

/* Write the texts of both buffers as one cell, one of them raised. */
static thresh_result
put_runs(thr_sheet *sheet, thr_spot spot, bool first_raised,
         const thr_style *style, thresh_error *err) {
    thr_workbook *book = sheet->book;
    thr_order order;
    thr_style look = {.raised = true};
    if (style != NULL) {
        look.bold = style->bold;
        look.muted = style->muted;
        look.size = style->size;
    }
    THR_TRY(prepare(sheet, THR_ORDER_RUNS, spot, style, &order, err));
    THR_TRY(thr_workbook_style(book, &look, &order.raised, err));
    order.flag = first_raised;
    thr_buf_str(&book->first, thr_buf_view(&book->second));
    if (book->first.failed)
        return thr_fail_memory(err);
    return thr_workbook_order(book, sheet, order, book->first.ptr,
                              book->first.len, err);
}

/* Write both texts as one, `first` before `second`. */
static thresh_result
put_joined(thr_sheet *sheet, thr_spot spot, thresh_str first,
           thresh_str second, const thr_style *style, thresh_error *err) {
    thr_buf joined = {0};
    thr_buf_str(&joined, first);
    thr_buf_str(&joined, second);
    thresh_result result =
        joined.failed
            ? thr_fail_memory(err)
            : thr_sheet_text(sheet, spot, thr_buf_view(&joined), style, err);
    thr_buf_free(&joined);
    return result;
}

static thresh_result
put_pair(thr_sheet *sheet, thr_spot spot, thresh_str first, thresh_str second,
         bool first_raised, const thr_style *style, thresh_error *err) {
    thr_workbook *book = sheet->book;
    THR_TRY(prepare_text(sheet, spot, &book->first, first, err));
    THR_TRY(prepare_text(sheet, spot, &book->second, second, err));
    return put_runs(sheet, spot, first_raised, style, err);
}

/* Marks stand as raised characters where there are such, which even a copy
 * into plain text keeps apart from the label; else as a run of the cell in
 * superscript, with a blank between. */
thresh_result
thr_sheet_marked(thr_sheet *sheet, thr_spot spot, thresh_str text,
                 thresh_str marks, const thr_style *style, thresh_error *err) {
    if (marks.len == 0)
        return thr_sheet_text(sheet, spot, text, style, err);
    thr_buf made = {0};
    bool raised = thr_raised_marks_add(&made, marks);
    if (!raised && text.len > 0)
        thr_buf_char(&made, ' ');
    if (!raised)
        thr_plain_marks_add(&made, marks);
    thresh_str ending = thr_buf_view(&made);
    thresh_result result;
    if (made.failed)
        result = thr_fail_memory(err);
    else if (raised || text.len == 0)
        result = put_joined(sheet, spot, text, ending, style, err);
    else
        result = put_pair(sheet, spot, text, ending, false, style, err);
    thr_buf_free(&made);
    return result;
}

thresh_result
thr_sheet_note(thr_sheet *sheet, thr_spot spot, thresh_str mark,
               thresh_str text, const thr_style *style, thresh_error *err) {
    if (mark.len == 0 || text.len == 0)
        return thr_sheet_text(sheet, spot, mark.len ? mark : text, style, err);
    thr_buf start = {0};
    thr_buf rest = {0};
    bool raised = thr_raised_marks_add(&start, mark);
    if (!raised)
        thr_plain_marks_add(&start, mark);
    thr_buf_char(&rest, ' ');
    thr_buf_str(&rest, text);
    thresh_result result;
    if (start.failed || rest.failed)
        result = thr_fail_memory(err);
    else if (raised)
        result = put_joined(sheet, spot, thr_buf_view(&start),
                            thr_buf_view(&rest), style, err);
    else
        result = put_pair(sheet, spot, thr_buf_view(&start),
                          thr_buf_view(&rest), true, style, err);
    thr_buf_free(&start);
    thr_buf_free(&rest);
    return result;
}

thresh_result
thr_sheet_merge(thr_sheet *sheet, thr_spot spot, uint64_t rows, size_t columns,
                const thr_style *style, thresh_error *err) {
    if (rows == 1 && columns == 1)
        return THRESH_OK;
    thr_order order;
    thr_spot last = {spot.row + rows - 1, spot.column + columns - 1,
                     spot.place};
    THR_TRY(prepare(sheet, THR_ORDER_MERGE, last, style, &order, err));
    order.row = (uint32_t)spot.row;
    order.column = (uint32_t)spot.column;
    order.rows = (uint32_t)rows;
    order.columns = (uint16_t)columns;
    return thr_workbook_order(sheet->book, sheet, order, NULL, 0, err);
}

thresh_result
thr_sheet_merge_line(thr_sheet *sheet, thr_spot spot, size_t columns,
                     const thr_style *style, thresh_error *err) {
    const thresh_str nothing = {NULL, 0};
    THR_TRY(thr_sheet_merge(sheet, spot, 1, columns, style, err));
    for (size_t i = 1; i < columns; i++) {
        thr_spot blank = {spot.row, spot.column + i, spot.place};
        THR_TRY(thr_sheet_text(sheet, blank, nothing, style, err));
    }
    return THRESH_OK;
}
