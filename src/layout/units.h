/* The units that are printed with the numbers: "%" of "12.5%".
 *
 * The value of "12.5%" is 12.5; what it counts is told as a decision, and is
 * the unit of the table where all its numbers are printed with it.
 */
#ifndef THR_LAYOUT_UNITS_H
#define THR_LAYOUT_UNITS_H

#include "model/table.h"
#include "scan/report.h"
#include "value/number.h"

thresh_result thr_units_tell(thresh_table *table,
                             const thr_number_style *style,
                             const thr_report *report, thresh_error *err);

#endif
