/* Columns, or rows, that their labels do not tell apart:
 *
 *     Region | 2007 | 2007        the value of Oslo in 2007 may be 1 or 2
 *     Oslo   | 1    | 2
 *
 * Each is kept, and a warning says which.
 */
#ifndef THR_FRAME_AMBIGUOUS_H
#define THR_FRAME_AMBIGUOUS_H

#include "model/table.h"
#include "scan/report.h"

/* Warn of the first columns of `table` that have the same categories. Fails
 * with THRESH_E_MEMORY. */
thresh_result thr_ambiguous_columns(const thresh_table *table,
                                    const thr_report *report,
                                    thresh_error *err);

/* The same for the rows of a loaded table. */
thresh_result thr_ambiguous_rows(const thresh_table *table,
                                 const thr_report *report, thresh_error *err);

#endif
