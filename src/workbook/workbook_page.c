/* A sheet of a workbook as a page: widths, heights, panes, printing, and the
 * table object. See workbook.h. */
#include "base/error.h"
#include "base/str.h"
#include "workbook/workbook_inside.h"

static thresh_result
put(thr_sheet *sheet, thr_order order, thresh_error *err) {
    return thr_workbook_order(sheet->book, sheet, order, NULL, 0, err);
}

thresh_result
thr_sheet_set_column(thr_sheet *sheet, size_t first, size_t count,
                     double width, thresh_error *err) {
    THR_TRY(
        thr_sheet_check_size(1, (uint64_t)first + count, sheet->name, err));
    thr_order order = {.kind = THR_ORDER_COLUMN,
                       .column = (uint32_t)first,
                       .columns = (uint16_t)count,
                       .number = width};
    return put(sheet, order, err);
}

thresh_result
thr_sheet_set_row(thr_sheet *sheet, uint64_t row, double height,
                  unsigned outline, thresh_error *err) {
    if (height <= 0 && outline == 0)
        return THRESH_OK;
    THR_TRY(thr_sheet_check_size(row + 1, 1, sheet->name, err));
    if (outline > THR_MAX_OUTLINE)
        outline = THR_MAX_OUTLINE;
    thr_order order = {.kind = THR_ORDER_ROW,
                       .row = (uint32_t)row,
                       .columns = (uint16_t)outline,
                       .number = height};
    return put(sheet, order, err);
}

thresh_result
thr_sheet_set_outline(thr_sheet *sheet, bool totals_below, thresh_error *err) {
    thr_order order = {.kind = THR_ORDER_OUTLINE, .flag = totals_below};
    return put(sheet, order, err);
}

thresh_result
thr_sheet_freeze(thr_sheet *sheet, uint64_t rows, size_t columns,
                 thresh_error *err) {
    thr_order order = {.kind = THR_ORDER_FREEZE,
                       .row = (uint32_t)rows,
                       .column = (uint32_t)columns};
    return put(sheet, order, err);
}

thresh_result
thr_sheet_hide_grid(thr_sheet *sheet, thresh_error *err) {
    return put(sheet, (thr_order){.kind = THR_ORDER_GRID}, err);
}

thresh_result
thr_sheet_set_printing(thr_sheet *sheet, const thr_printing *printing,
                       thresh_error *err) {
    uint64_t end = printing->first_repeated + printing->nrepeated;
    THR_TRY(thr_sheet_check_size(end, 1, sheet->name, err));
    thr_order order = {.kind = THR_ORDER_PRINTING,
                       .flag = printing->landscape,
                       .row = (uint32_t)printing->first_repeated,
                       .rows = (uint32_t)printing->nrepeated};
    return put(sheet, order, err);
}

static void
put_text(thr_buf *buf, const char *text) {
    thr_buf_text(buf, text);
    thr_buf_char(buf, '\0');
}

/* The library writes it with the table object, which is too late for a sheet
 * that is streamed. */
thresh_result
thr_sheet_list_header(thr_sheet *sheet, const thr_list *list,
                      thresh_error *err) {
    for (size_t i = 0; sheet->streamed && i < list->nfields; i++) {
        thr_spot spot = {0, i, NULL};
        THR_TRY(thr_sheet_text(sheet, spot, thr_str(list->fields[i]),
                               list->header, err));
    }
    return THRESH_OK;
}

thresh_result
thr_sheet_list(thr_sheet *sheet, const thr_list *list, thresh_error *err) {
    /* Excel takes no table without a row below its header. */
    uint64_t last_row = list->nrows > 0 ? list->nrows : 1;
    THR_TRY(
        thr_sheet_check_size(last_row + 1, list->nfields, sheet->name, err));
    thr_order order = {.kind = THR_ORDER_LIST,
                       .row = (uint32_t)last_row,
                       .columns = (uint16_t)list->nfields};
    THR_TRY(thr_workbook_style(sheet->book, list->header, &order.style, err));
    thr_buf *texts = &sheet->book->first;
    thr_buf_clear(texts);
    put_text(texts, list->name);
    for (size_t i = 0; i < list->nfields; i++)
        put_text(texts, list->fields[i]);
    if (texts->failed)
        return thr_fail_memory(err);
    return thr_workbook_order(sheet->book, sheet, order, texts->ptr,
                              texts->len, err);
}
