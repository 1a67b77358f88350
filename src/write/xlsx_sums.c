/* What adds up, on the sheet "Notes". See xlsx_sums.h. */
#include "write/xlsx_sums.h"

#include "base/error.h"
#include "model/unpack.h"
#include "write/sum_text.h"

/* A list that no one reads to its end. */
enum { MOST_SUMS = 10000, MOST_FAILURES = 1000 };

/* Write the text of `buf`, which may have failed, and empty it. */
static thresh_result
put_buf(thr_xlsx_page *page, size_t column, thr_buf *buf, thresh_error *err) {
    if (buf->failed)
        return thr_fail_memory(err);
    thresh_result result = thr_xlsx_page_text(page, column, thr_buf_view(buf),
                                              err);
    thr_buf_clear(buf);
    return result;
}

/* "and 12 more": the rest of a list. */
static thresh_result
put_more(thr_xlsx_page *page, size_t count, size_t most, thr_buf *buf,
         thresh_error *err) {
    if (count <= most)
        return THRESH_OK;
    thr_buf_text(buf, "and ");
    thr_buf_uint(buf, count - most);
    thr_buf_text(buf, " more");
    THR_TRY(put_buf(page, 0, buf, err));
    page->row++;
    return THRESH_OK;
}

static thresh_str
label_of(const thresh_table *table, const thresh_sum *sum) {
    return thresh_table_category(table, sum->dimension, sum->total).label;
}

static thresh_result
put_sum(thr_xlsx_page *page, const thresh_table *table, const thresh_sum *sum,
        thr_buf *buf, thresh_error *err) {
    const thresh_dimension *dimensions;
    (void)thresh_table_dimensions(table, &dimensions);
    size_t lines = sum->exact + sum->rounded + sum->unknown + sum->failed;
    THR_TRY(thr_xlsx_page_text(page, 0, dimensions[sum->dimension].name, err));
    THR_TRY(thr_xlsx_page_text(page, 1, label_of(table, sum), err));
    THR_TRY(thr_xlsx_page_count(page, 2, sum->nparts, err));
    THR_TRY(thr_xlsx_page_count(page, 3, lines, err));
    thr_sum_result_add(buf, sum);
    if (sum->kind == THRESH_DIFFERENCE)
        thr_buf_text(buf, "; the first part less the second");
    THR_TRY(put_buf(page, 4, buf, err));
    page->row++;
    return THRESH_OK;
}

static thresh_result
put_sums(thr_xlsx_page *page, const thresh_table *table, thr_buf *buf,
         thresh_error *err) {
    static const char *const names[] = {"Dimension", "Total", "Parts", "Lines",
                                        "In how many lines it holds"};
    const thresh_sum *sums;
    size_t count = thresh_table_sums(table, &sums);
    if (count == 0)
        return THRESH_OK;
    THR_TRY(thr_xlsx_page_heading(page, "Sums", err));
    THR_TRY(thr_xlsx_page_names(page, names, err));
    for (size_t i = 0; i < count && i < MOST_SUMS; i++)
        THR_TRY(put_sum(page, table, &sums[i], buf, err));
    return put_more(page, count, MOST_SUMS, buf, err);
}

static thresh_result
put_number(thr_xlsx_page *page, size_t column, const thresh_cell *cell,
           const thresh_cell *like, thr_buf *buf, thresh_error *err) {
    thr_number_like_add(buf, cell, like);
    return put_buf(page, column, buf, err);
}

static thresh_result
put_failure(thr_xlsx_page *page, const thresh_table *table,
            const thresh_failure *failure, const thr_xlsx_origin *values,
            thr_buf *buf, thresh_error *err) {
    const thresh_sum *sums;
    (void)thresh_table_sums(table, &sums);
    char room[THR_FORM_MOST];
    thresh_cell total = thr_cells_one(table, failure->row, failure->column,
                                      room);
    if (values != NULL) {
        thr_xlsx_name_add(buf, values->row + failure->row,
                          values->column + failure->column);
    } else {
        thr_buf_text(buf, "line ");
        thr_buf_uint(buf, total.place.line);
    }
    THR_TRY(put_buf(page, 0, buf, err));
    THR_TRY(thr_xlsx_page_text(page, 1, label_of(table, &sums[failure->sum]),
                               err));
    THR_TRY(put_number(page, 2, &total, &total, buf, err));
    THR_TRY(put_number(page, 3, &failure->parts, &total, buf, err));
    thr_sum_off_add(buf, table, failure);
    THR_TRY(put_buf(page, 4, buf, err));
    page->row++;
    return THRESH_OK;
}

static thresh_result
put_failures(thr_xlsx_page *page, const thresh_table *table,
             const thr_xlsx_origin *values, thr_buf *buf, thresh_error *err) {
    static const char *const names[] = {"Cell", "Total", "Printed", "Parts",
                                        "By how much, and where"};
    const thresh_failure *failures;
    size_t count = thresh_table_failures(table, &failures);
    if (count == 0)
        return THRESH_OK;
    THR_TRY(thr_xlsx_page_heading(page, "Totals that do not add up", err));
    THR_TRY(thr_xlsx_page_names(page, names, err));
    for (size_t i = 0; i < count && i < MOST_FAILURES; i++)
        THR_TRY(put_failure(page, table, &failures[i], values, buf, err));
    return put_more(page, count, MOST_FAILURES, buf, err);
}

thresh_result
thr_xlsx_sums(thr_xlsx_page *page, const thresh_table *table,
              const thr_xlsx_origin *values, thresh_error *err) {
    thr_buf buf = {0};
    thresh_result result = put_failures(page, table, values, &buf, err);
    if (result == THRESH_OK)
        result = put_sums(page, table, &buf, err);
    thr_buf_free(&buf);
    return result;
}
