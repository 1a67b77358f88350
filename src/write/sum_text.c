/* Sums of a table in words. See sum_text.h. */
#include "write/sum_text.h"

#include "base/ascii.h"
#include "base/str.h"
#include "model/unpack.h"

/* ## Numbers */

/* The signs between the digits of a printed number. */
typedef struct signs {
    thresh_str group;
    thresh_str decimal;
} signs;

/* What stands before the decimals is the decimal sign, and what stands before
 * three digits, or six, left of it parts the thousands. */
static signs
learn_signs(const thresh_cell *cell) {
    signs out = {{NULL, 0}, THR_LIT(".")};
    size_t left = 0, end = THRESH_NONE;
    for (size_t i = 0; i < cell->text.len; i++)
        left += thr_is_digit(cell->text.ptr[i]);
    for (size_t i = 0; i < cell->text.len; i++) {
        if (!thr_is_digit(cell->text.ptr[i]))
            continue;
        if (end != THRESH_NONE && i > end) {
            thresh_str between = thr_str_slice(cell->text, end, i);
            if (left == cell->scale)
                out.decimal = between;
            else if (left > cell->scale && (left - cell->scale) % 3 == 0)
                out.group = between;
        }
        end = i + 1;
        left--;
    }
    return out;
}

void
thr_number_like_add(thr_buf *out, const thresh_cell *cell,
                    const thresh_cell *like) {
    char number[THRESH_NUMBER_MAX];
    size_t len = thresh_cell_number(cell, number);
    size_t whole = len - (cell->scale > 0 ? (size_t)cell->scale + 1 : 0);
    signs printed = learn_signs(like);
    for (size_t i = 0; i < len; i++) {
        if (i > 0 && i < whole && (whole - i) % 3 == 0
            && thr_is_digit(number[i - 1]))
            thr_buf_str(out, printed.group);
        if (number[i] == '.')
            thr_buf_str(out, printed.decimal);
        else
            thr_buf_char(out, number[i]);
    }
}

/* ## Failures */

static void
add_quoted(thr_buf *out, thresh_str text) {
    thr_buf_char(out, '"');
    thr_buf_str(out, text);
    thr_buf_char(out, '"');
}

/* Append the labels of the total's other dimensions along one axis; `*before`
 * is what parts them from what stands there. */
static void
add_others(thr_buf *out, const thresh_table *table,
           const thresh_failure *failure, size_t along, thresh_axis axis,
           const char **before) {
    const thresh_dimension *dimensions;
    size_t count = thresh_table_dimensions(table, &dimensions);
    const char *name = axis == THRESH_ROWS ? "row " : "column ";
    for (size_t i = 0; i < count; i++) {
        if (i == along || dimensions[i].axis != axis)
            continue;
        size_t key = thresh_table_key(table, i, failure->row, failure->column);
        thresh_str label = thresh_table_category(table, i, key).label;
        if (label.len == 0)
            continue;
        thr_buf_text(out, *before);
        thr_buf_text(out, name);
        add_quoted(out, label);
        *before = ", ";
        name = "";
    }
}

/* ' (column "Oslo")', or nothing where that has no name. */
static void
add_line(thr_buf *out, const thresh_table *table,
         const thresh_failure *failure) {
    const thresh_sum *sums;
    (void)thresh_table_sums(table, &sums);
    size_t along = sums[failure->sum].dimension;
    const char *before = " (";
    add_others(out, table, failure, along, THRESH_ROWS, &before);
    add_others(out, table, failure, along, THRESH_COLUMNS, &before);
    thr_buf_text(out, before[0] == ',' ? ")" : "");
}

static void
add_difference(thr_buf *out, const thresh_table *table,
               const thresh_failure *failure) {
    char room[THR_FORM_MOST];
    thresh_cell total = thr_cells_one(table, failure->row, failure->column,
                                      room);
    thr_buf_text(out, "difference ");
    thr_number_like_add(out, &failure->difference, &total);
}

void
thr_sum_failure_add(thr_buf *out, const thresh_table *table,
                    const thresh_failure *failure) {
    const thresh_sum *sums;
    (void)thresh_table_sums(table, &sums);
    const thresh_sum *sum = &sums[failure->sum];
    char room[THR_FORM_MOST];
    thresh_cell total = thr_cells_one(table, failure->row, failure->column,
                                      room);
    add_quoted(out,
               thresh_table_category(table, sum->dimension, sum->total).label);
    thr_buf_text(out, " is ");
    thr_buf_str(out, total.text);
    thr_buf_text(out, sum->kind == THRESH_DIFFERENCE
                          ? ", the difference of its parts is "
                          : ", its parts add up to ");
    thr_number_like_add(out, &failure->parts, &total);
    add_line(out, table, failure);
    if (!failure->difference.has_value)
        return;
    thr_buf_text(out, ": ");
    add_difference(out, table, failure);
}

void
thr_sum_off_add(thr_buf *out, const thresh_table *table,
                const thresh_failure *failure) {
    if (failure->difference.has_value)
        add_difference(out, table, failure);
    else
        thr_buf_text(out, "a difference too large to tell");
    add_line(out, table, failure);
}

/* ## Results */

void
thr_sum_result_add(thr_buf *out, const thresh_sum *sum) {
    const struct {
        size_t count;
        const char *words;
    } parts[] = {{sum->exact, " exact"},
                 {sum->rounded, " within rounding"},
                 {sum->unknown, " with parts missing"},
                 {sum->failed, " failed"}};
    const char *before = "";
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (parts[i].count == 0)
            continue;
        thr_buf_text(out, before);
        thr_buf_uint(out, parts[i].count);
        thr_buf_text(out, parts[i].words);
        before = ", ";
    }
}
