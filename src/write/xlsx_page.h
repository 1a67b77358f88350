/* The sheet "Notes" of a workbook under construction: lists below each other,
 * each with a heading and names over its columns. */
#ifndef THR_WRITE_XLSX_PAGE_H
#define THR_WRITE_XLSX_PAGE_H

#include "workbook/workbook.h"

enum { THR_PAGE_COLUMNS = 5 };

typedef struct thr_xlsx_page {
    thr_sheet *sheet;
    uint64_t row; /* the next to be written */
} thr_xlsx_page;

/* How most texts look on it. */
extern const thr_style thr_xlsx_page_plain;

/* Add the sheet with its columns' widths. */
thresh_result thr_xlsx_page_open(thr_xlsx_page *page, thr_workbook *book,
                                 thresh_str name, thresh_error *err);

/* How many characters stand in a line that runs over the columns from the
 * second on. */
size_t thr_xlsx_page_line(void);

/* A heading with a blank row before it. */
thresh_result thr_xlsx_page_heading(thr_xlsx_page *page, const char *text,
                                    thresh_error *err);

/* The names of the columns of a list: THR_PAGE_COLUMNS of them. */
thresh_result thr_xlsx_page_names(thr_xlsx_page *page,
                                  const char *const *names, thresh_error *err);

/* One cell of the row that `page->row` counts. */
thresh_result thr_xlsx_page_text(thr_xlsx_page *page, size_t column,
                                 thresh_str text, thresh_error *err);
thresh_result thr_xlsx_page_count(thr_xlsx_page *page, size_t column,
                                  size_t count, thresh_error *err);

#endif
