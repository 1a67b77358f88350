/* The sheet "Notes" of a workbook: what is known of a table beside its values,
 * in words. */
#ifndef THR_WRITE_XLSX_NOTES_H
#define THR_WRITE_XLSX_NOTES_H

#include "thresh/writer.h"

#include "workbook/workbook.h"
#include "write/xlsx_formulas.h"

/* `values` is where the table's values stand on another sheet; NULL if they do
 * not. */
thresh_result thr_xlsx_notes(thresh_writer *writer, const thresh_table *table,
                             const thr_xlsx_origin *values, thr_workbook *book,
                             thresh_str name, thresh_error *err);

#endif
