/* The calls into libxlsxwriter, refused as memory is. It is a shared library,
 * whose own allocations the linker cannot put anything before. So is what is
 * ordered of it, which needs memory only now and then. See refuse.h. */
#include <xlsxwriter.h>

#include "base/error.h"
#include "refuse.h"
#include "workbook/workbook_inside.h"

WRAP(thresh_result, thr_workbook_order, thr_workbook *book, thr_sheet *sheet,
     thr_order order, const char *texts, size_t size, thresh_error *err) {
    return refuse_deep() ? thr_fail_memory(err)
                         : __real_thr_workbook_order(book, sheet, order, texts,
                                                     size, err);
}

/* A function of the library, and what its refusal returns. */
#define OF_LIBRARY(type, name, parameters, arguments, refused)      \
    type __real_##name parameters;                                  \
    type __wrap_##name parameters;                                  \
    type __wrap_##name parameters {                                 \
        return refuse_deep() ? (refused) : __real_##name arguments; \
    }

#define CALL(name, parameters, arguments)              \
    OF_LIBRARY(lxw_error, name, parameters, arguments, \
               LXW_ERROR_MEMORY_MALLOC_FAILED)

OF_LIBRARY(lxw_workbook *, workbook_new_opt,
           (const char *path, lxw_workbook_options *options), (path, options),
           NULL)
OF_LIBRARY(lxw_worksheet *, workbook_add_worksheet,
           (lxw_workbook * book, const char *name), (book, name), NULL)
OF_LIBRARY(lxw_format *, workbook_add_format, (lxw_workbook * book), (book),
           NULL)
CALL(workbook_set_properties,
     (lxw_workbook * book, lxw_doc_properties *properties), (book, properties))
CALL(worksheet_add_table,
     (lxw_worksheet * sheet, lxw_row_t row, lxw_col_t column, lxw_row_t last,
      lxw_col_t last_column, lxw_table_options *options),
     (sheet, row, column, last, last_column, options))
CALL(worksheet_ignore_errors,
     (lxw_worksheet * sheet, uint8_t type, const char *range),
     (sheet, type, range))
CALL(worksheet_merge_range,
     (lxw_worksheet * sheet, lxw_row_t row, lxw_col_t column, lxw_row_t last,
      lxw_col_t last_column, const char *text, lxw_format *format),
     (sheet, row, column, last, last_column, text, format))
CALL(worksheet_repeat_rows,
     (lxw_worksheet * sheet, lxw_row_t first, lxw_row_t last),
     (sheet, first, last))
CALL(worksheet_set_column,
     (lxw_worksheet * sheet, lxw_col_t first, lxw_col_t last, double width,
      lxw_format *format),
     (sheet, first, last, width, format))
CALL(worksheet_set_footer, (lxw_worksheet * sheet, const char *text),
     (sheet, text))
CALL(worksheet_set_row_opt,
     (lxw_worksheet * sheet, lxw_row_t row, double height, lxw_format *format,
      lxw_row_col_options *options),
     (sheet, row, height, format, options))
CALL(worksheet_write_blank,
     (lxw_worksheet * sheet, lxw_row_t row, lxw_col_t column,
      lxw_format *format),
     (sheet, row, column, format))
CALL(worksheet_write_boolean,
     (lxw_worksheet * sheet, lxw_row_t row, lxw_col_t column, int value,
      lxw_format *format),
     (sheet, row, column, value, format))
CALL(worksheet_write_formula_num,
     (lxw_worksheet * sheet, lxw_row_t row, lxw_col_t column,
      const char *formula, lxw_format *format, double result),
     (sheet, row, column, formula, format, result))
CALL(worksheet_write_number,
     (lxw_worksheet * sheet, lxw_row_t row, lxw_col_t column, double number,
      lxw_format *format),
     (sheet, row, column, number, format))
CALL(worksheet_write_rich_string,
     (lxw_worksheet * sheet, lxw_row_t row, lxw_col_t column,
      lxw_rich_string_tuple **pieces, lxw_format *format),
     (sheet, row, column, pieces, format))
CALL(worksheet_write_string,
     (lxw_worksheet * sheet, lxw_row_t row, lxw_col_t column, const char *text,
      lxw_format *format),
     (sheet, row, column, text, format))
