/* What adds up, on the sheet "Notes" of a workbook:
 *
 *     Sums
 *     Dimension     Total           Parts   Lines   In how many it holds
 *     citizenship   Oceania total   2       8       8 exact
 *
 *     Totals that do not add up
 *     Cell          Total           Printed   Parts    By how much, and where
 *     B12           Europe total    36 513    36 512   difference 1 (column
 * ..)
 */
#ifndef THR_WRITE_XLSX_SUMS_H
#define THR_WRITE_XLSX_SUMS_H

#include "thresh/table.h"

#include "write/xlsx_formulas.h"
#include "write/xlsx_page.h"

/* Write both lists; nothing where there is nothing to tell. `values` is where
 * the table's values stand on a sheet of the workbook; NULL if they do not. */
thresh_result thr_xlsx_sums(thr_xlsx_page *page, const thresh_table *table,
                            const thr_xlsx_origin *values, thresh_error *err);

#endif
