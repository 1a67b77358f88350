/* One value of a published table as a cell of a sheet.
 *
 *     61 774   the number 61774, shown by #,##0; or, if it is a total and that
 *              was asked for, a formula with that result
 *     12.50 %  the number 12.5, shown by #,##0.00" %"
 *     1 200 ¹  the number 1200, shown by #,##0"¹"
 *     -        the number 0, if it means nil; shown by #,##0;-#,##0;"-"
 *     ..       the text "..": there is no value
 *     5 to 16  the text
 */
#include <string.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "base/error.h"
#include "base/str.h"
#include "workbook/cell_text.h"
#include "write/xlsx_table.h"

/* Append `text` as a number format shows it as it is. */
static void
add_literal(thr_buf *format, thresh_str text) {
    if (text.len == 0)
        return;
    thr_buf_char(format, '"');
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '"')
            thr_buf_text(format, "\"\\\"\"");
        else
            thr_buf_char(format, text.ptr[i]);
    }
    thr_buf_char(format, '"');
}

static void
add_digits(thr_buf *format, bool grouped, unsigned scale) {
    thr_buf_text(format, grouped ? "#,##0" : "0");
    if (scale > 0) {
        thr_buf_char(format, '.');
        thr_buf_fill(format, '0', scale);
    }
}

/* What is printed after the digits and is no part of the number: " %", "p".
 */
static thresh_str
printed_after(const thresh_cell *cell) {
    size_t end = cell->text.len;
    while (end > 0 && !thr_is_digit(cell->text.ptr[end - 1]))
        end--;
    thresh_str after = thr_str_from(cell->text, end);
    bool sign = thr_str_find(after, THR_LIT(")")) != THRESH_NONE;
    if (cell->coef < 0 && !thr_str_equal(thr_str_trim(after), THR_LIT("%")))
        sign = true;
    return end == 0 || sign ? (thresh_str){NULL, 0} : after;
}

/* The number format of a cell with a value. */
static void
add_format(thr_buf *format, thr_buf *ending, const thresh_cell *cell,
           bool grouped) {
    bool nil = cell->kind == THRESH_SYMBOL;
    thr_buf_clear(ending);
    thr_buf_str(ending, nil ? cell->text : printed_after(cell));
    if (!thr_raised_marks_add(ending, cell->marks)) {
        thr_buf_char(ending, ' ');
        thr_plain_marks_add(ending, cell->marks);
    }
    add_digits(format, grouped, cell->scale);
    if (nil) {
        thr_buf_text(format, ";-");
        add_digits(format, grouped, cell->scale);
        thr_buf_char(format, ';');
    }
    add_literal(format, thr_buf_view(ending));
    format->failed = format->failed || ending->failed;
}

/* Set `style->number`. What does not fit is left away and told. */
static thresh_result
set_format(thr_xlsx_table *out, const thresh_cell *cell, bool grouped,
           thr_style *style, thresh_error *err) {
    thr_buf *format = &out->format;
    thr_buf_clear(format);
    add_format(format, &out->ending, cell, grouped);
    if (!format->failed && format->len >= THR_NUMBER_FORMAT_MAX) {
        thresh_writer_warn(out->writer, &cell->place,
                           "the note marks of this number are too long to "
                           "stand beside it in a workbook");
        thr_buf_clear(format);
        add_digits(format, grouped, cell->scale);
    }
    if (format->failed)
        return thr_fail_memory(err);
    memcpy(style->number, format->ptr, format->len);
    return THRESH_OK;
}

static thresh_result
write_number(thr_xlsx_table *out, size_t row, size_t column,
             const thresh_cell *cell, const thr_style *style,
             thresh_error *err) {
    thr_spot spot = {out->next_row, out->nstub + column, &cell->place};
    thr_buf *formula = &out->formula;
    thr_buf_clear(formula);
    bool live = out->live
                && thr_xlsx_formula_add(&out->formulas, row, column, formula);
    thr_buf_char(formula, '\0');
    if (formula->failed)
        return thr_fail_memory(err);
    return thr_sheet_formula(out->sheet, spot, live ? formula->ptr : NULL,
                             cell->coef, cell->scale, style, err);
}

thresh_result
thr_xlsx_cell(thr_xlsx_table *out, size_t row, size_t column,
              const thresh_cell *cell, thr_style style, thresh_error *err) {
    const thr_xlsx_column *look = &out->columns[column];
    thr_spot spot = {out->next_row, out->nstub + column, &cell->place};
    double ignored;
    if (cell->has_value
        && thr_cell_number(cell->coef, cell->scale, &ignored)) {
        THR_TRY(set_format(out, cell, look->grouped, &style, err));
        return write_number(out, row, column, cell, &style, err);
    }
    if (cell->has_value)
        thresh_writer_warn(out->writer, &cell->place,
                           "a number of more than 15 digits, which a workbook "
                           "would round: written as text");
    style.align = look->has_number ? THR_ALIGN_RIGHT : THR_ALIGN_LEFT;
    style.wrap = look->wrap;
    return thr_sheet_marked(out->sheet, spot, cell->text, cell->marks, &style,
                            err);
}
