/* The sheet "Notes" under construction. See xlsx_page.h. */
#include "write/xlsx_page.h"

#include "base/error.h"
#include "base/str.h"

enum {
    WIDTH_FIRST = 24,
    WIDTH_SECOND = 34,
    WIDTH_COUNT = 12,
    WIDTH_LAST = 70
};

const thr_style thr_xlsx_page_plain = {
    .align = THR_ALIGN_LEFT, .wrap = true, .top = true};
static const thr_style number = {
    .align = THR_ALIGN_LEFT, .top = true, .number = "#,##0"};
static const thr_style heading = {.bold = true, .size = 12};
static const thr_style above = {
    .bold = true, .fill = true, .wrap = true, .rule_below = true};

thresh_result
thr_xlsx_page_open(thr_xlsx_page *page, thr_workbook *book, thresh_str name,
                   thresh_error *err) {
    const thr_printing printing = {.landscape = true};
    const double widths[THR_PAGE_COLUMNS] = {
        WIDTH_FIRST, WIDTH_SECOND, WIDTH_COUNT, WIDTH_COUNT, WIDTH_LAST};
    *page = (thr_xlsx_page){0};
    THR_TRY(thr_workbook_add_sheet(book, name, 0, &page->sheet, err));
    THR_TRY(thr_sheet_hide_grid(page->sheet, err));
    for (size_t i = 0; i < THR_PAGE_COLUMNS; i++)
        THR_TRY(thr_sheet_set_column(page->sheet, i, 1, widths[i], err));
    return thr_sheet_set_printing(page->sheet, &printing, err);
}

size_t
thr_xlsx_page_line(void) {
    return WIDTH_SECOND + 2 * WIDTH_COUNT + WIDTH_LAST;
}

static thresh_result
put(thr_xlsx_page *page, size_t column, thresh_str text,
    const thr_style *style, thresh_error *err) {
    thr_spot spot = {page->row, column, NULL};
    return thr_sheet_text(page->sheet, spot, text, style, err);
}

thresh_result
thr_xlsx_page_heading(thr_xlsx_page *page, const char *text,
                      thresh_error *err) {
    page->row++;
    THR_TRY(put(page, 0, thr_str(text), &heading, err));
    page->row++;
    return THRESH_OK;
}

thresh_result
thr_xlsx_page_names(thr_xlsx_page *page, const char *const *names,
                    thresh_error *err) {
    for (size_t i = 0; i < THR_PAGE_COLUMNS; i++)
        THR_TRY(put(page, i, thr_str(names[i]), &above, err));
    page->row++;
    return THRESH_OK;
}

thresh_result
thr_xlsx_page_text(thr_xlsx_page *page, size_t column, thresh_str text,
                   thresh_error *err) {
    return put(page, column, text, &thr_xlsx_page_plain, err);
}

thresh_result
thr_xlsx_page_count(thr_xlsx_page *page, size_t column, size_t count,
                    thresh_error *err) {
    thr_spot spot = {page->row, column, NULL};
    return thr_sheet_number(page->sheet, spot, (int64_t)count, 0, &number,
                            err);
}
