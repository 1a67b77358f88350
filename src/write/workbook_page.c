/* A sheet of a workbook as a page: widths, heights, panes, printing, and the
 * table object. See workbook.h. */
#include <stdlib.h>

#include "base/error.h"
#include "base/str.h"
#include "write/workbook_inside.h"

enum { PAPER_A4 = 9 };

thresh_result
thr_sheet_set_column(thr_sheet *sheet, size_t first, size_t count,
                     double width, thresh_error *err) {
    if (count == 0)
        return THRESH_OK;
    THR_TRY(
        thr_sheet_check_size(1, (uint64_t)first + count, sheet->name, err));
    locale_t callers = thr_workbook_enter(sheet->book);
    lxw_error code = worksheet_set_column(
        sheet->worksheet, (lxw_col_t)first, (lxw_col_t)(first + count - 1),
        width > 0 ? width : LXW_DEF_COL_WIDTH, NULL);
    thr_workbook_leave(callers);
    return thr_workbook_check(code, NULL, err);
}

thresh_result
thr_sheet_set_row(thr_sheet *sheet, uint64_t row, double height,
                  unsigned outline, thresh_error *err) {
    if (height <= 0 && outline == 0)
        return THRESH_OK;
    THR_TRY(thr_sheet_check_size(row + 1, 1, sheet->name, err));
    if (outline > THR_MAX_OUTLINE)
        outline = THR_MAX_OUTLINE;
    lxw_row_col_options options = {.level = (uint8_t)outline};
    locale_t callers = thr_workbook_enter(sheet->book);
    lxw_error code = worksheet_set_row_opt(
        sheet->worksheet, (lxw_row_t)row,
        height > 0 ? height : LXW_DEF_ROW_HEIGHT, NULL, &options);
    thr_workbook_leave(callers);
    return thr_workbook_check(code, NULL, err);
}

void
thr_sheet_set_outline(thr_sheet *sheet, bool totals_below) {
    worksheet_outline_settings(sheet->worksheet, LXW_TRUE, totals_below,
                               LXW_TRUE, LXW_FALSE);
}

void
thr_sheet_freeze(thr_sheet *sheet, uint64_t rows, size_t columns) {
    if (rows < THR_SHEET_ROWS && columns < THR_SHEET_COLUMNS)
        worksheet_freeze_panes(sheet->worksheet, (lxw_row_t)rows,
                               (lxw_col_t)columns);
}

void
thr_sheet_hide_grid(thr_sheet *sheet) {
    worksheet_gridlines(sheet->worksheet, LXW_HIDE_ALL_GRIDLINES);
}

thresh_result
thr_sheet_set_printing(thr_sheet *sheet, const thr_printing *printing,
                       thresh_error *err) {
    lxw_worksheet *worksheet = sheet->worksheet;
    uint64_t first = printing->first_repeated;
    uint64_t end = first + printing->nrepeated;
    THR_TRY(thr_sheet_check_size(end, 1, sheet->name, err));
    locale_t callers = thr_workbook_enter(sheet->book);
    worksheet_set_paper(worksheet, PAPER_A4);
    if (printing->landscape)
        worksheet_set_landscape(worksheet);
    worksheet_fit_to_pages(worksheet, 1, 0);
    lxw_error code = LXW_NO_ERROR;
    if (end > first)
        code = worksheet_repeat_rows(worksheet, (lxw_row_t)first,
                                     (lxw_row_t)(end - 1));
    if (code == LXW_NO_ERROR)
        code = worksheet_set_footer(worksheet, "&C&P / &N");
    thr_workbook_leave(callers);
    return thr_workbook_check(code, NULL, err);
}

/* The fields as the library wants them: an array of pointers, ended by NULL,
 * and behind it what they point to. */
static lxw_table_column **
list_columns(const thr_list *list, lxw_format *header) {
    size_t size = sizeof(lxw_table_column *) + sizeof(lxw_table_column);
    lxw_table_column **pointers = calloc(list->nfields + 1, size);
    if (pointers == NULL)
        return NULL;
    lxw_table_column *columns =
        (lxw_table_column *)(void *)(pointers + list->nfields + 1);
    for (size_t i = 0; i < list->nfields; i++) {
        columns[i].header = list->fields[i]; /* which it copies */
        columns[i].header_format = header;
        pointers[i] = &columns[i];
    }
    return pointers;
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
    if (list->nfields == 0)
        return THRESH_OK;
    THR_TRY(
        thr_sheet_check_size(last_row + 1, list->nfields, sheet->name, err));
    lxw_format *header;
    THR_TRY(thr_workbook_format(sheet->book, list->header, &header, err));
    lxw_table_column **columns = list_columns(list, header);
    if (columns == NULL)
        return thr_fail_memory(err);
    lxw_table_options options = {
        .name = list->name,
        .columns = columns,
        .style_type = LXW_TABLE_STYLE_TYPE_LIGHT,
        .style_type_number = 1,
    };
    locale_t callers = thr_workbook_enter(sheet->book);
    thr_sheet_halt(sheet);
    lxw_error code = worksheet_add_table(
        sheet->worksheet, 0, 0, (lxw_row_t)last_row,
        (lxw_col_t)(list->nfields - 1), &options);
    thr_sheet_go_on(sheet);
    thr_workbook_leave(callers);
    free(columns);
    return thr_workbook_check(code, NULL, err);
}
