/* Columns and rows that look alike. See ambiguous.h. */
#include "layout/ambiguous.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/str.h"

/* The labels of one column or row, one behind the other. */
static void
add_labels(const thresh_table *table, thresh_axis axis, size_t position,
           thr_buf *code) {
    size_t first = axis == THRESH_ROWS ? 0 : table->naxis[THRESH_ROWS];
    bool rows = axis == THRESH_ROWS;
    for (size_t i = first; i < first + table->naxis[axis]; i++) {
        size_t key = rows ? thr_table_row_key(table, position, i)
                          : table->column_keys[position * table->naxis[axis]
                                               + i - first];
        thr_buf_str(code, table->categories[i].items[key].label);
        thr_buf_char(code, '\0');
    }
}

static bool
has_label(thresh_str code) {
    for (size_t i = 0; i < code.len; i++)
        if (code.ptr[i] != '\0')
            return true;
    return false;
}

/* The first position whose labels an earlier one has, and how many there are
 * such. False if memory is exhausted. */
static bool
find_again(const thresh_table *table, thresh_axis axis, size_t count,
           size_t *position, size_t *again) {
    thr_categories seen = {0};
    thr_buf codes = {0};
    size_t *starts = calloc(count + 1, sizeof *starts);
    bool done = starts != NULL;
    for (size_t i = 0; i < count && done; i++) {
        starts[i] = codes.len;
        add_labels(table, axis, i, &codes);
        done = !codes.failed;
    }
    *again = 0;
    for (size_t i = 0; i < count && done; i++) {
        size_t end = i + 1 < count ? starts[i + 1] : codes.len;
        thresh_str code = thr_str_slice(thr_buf_view(&codes), starts[i], end);
        if (!has_label(code))
            continue;
        if (thr_categories_find(&seen, code) == THRESH_NONE) {
            done = thr_categories_add(&seen,
                                      &(thresh_category){.label = code});
        } else if ((*again)++ == 0) {
            *position = i;
        }
    }
    free(starts);
    thr_categories_free(&seen);
    thr_buf_free(&codes);
    return done;
}

thresh_result
thr_ambiguous_columns(const thresh_table *table, const thr_report *report,
                      thresh_error *err) {
    size_t position = 0, again;
    if (!find_again(table, THRESH_COLUMNS, table->ncolumns, &position, &again))
        return thr_fail_memory(err);
    if (again == 0)
        return THRESH_OK;
    const thresh_heading *leaf = table->columns[position].leaf;
    thr_report_warning(report, &leaf->place,
                       "\"%.*s\" heads another column too, with nothing to "
                       "tell them apart; --columns field does",
                       THR_STR(leaf->label));
    return THRESH_OK;
}

thresh_result
thr_ambiguous_rows(const thresh_table *table, const thr_report *report,
                   thresh_error *err) {
    size_t position = 0, again, last = table->naxis[THRESH_ROWS] - 1;
    if (!find_again(table, THRESH_ROWS, table->nrows, &position, &again))
        return thr_fail_memory(err);
    if (again == 0)
        return THRESH_OK;
    thresh_place place = thresh_table_label_place(table, last, position, 0);
    thresh_str label = table->categories[last]
                           .items[thr_table_row_key(table, position, last)]
                           .label;
    thr_report_warning(report, &place,
                       "\"%.*s\" is the label of another row too; --columns "
                       "parent,line tells them apart",
                       THR_STR(label));
    return THRESH_OK;
}
