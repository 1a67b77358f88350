/* Telling the listener what happens, and keeping the tally of cells.
 *
 *     "Oslo | 12 | 14" as data   ->   line 3, data, why    tally: 3 labels
 *     2 values read from it                                1 label, 2 values
 *     a doubt                    ->   decision, with the option that settles
 */
#ifndef THR_SCAN_REPORT_H
#define THR_SCAN_REPORT_H

#include "thresh/reader.h"

#include "base/error.h"
#include "grid/dialect.h"
#include "grid/record.h"

typedef struct thr_report {
    const thresh_listener *listener;
    thresh_tally tally;
} thr_report;

/* A record was taken for `role`, all its cells counted so. A row of data is
 * counted as labels here; thr_report_values() moves its values over. */
void thr_report_line(thr_report *report, const thr_record *record,
                     thresh_role role, const char *reason);

/* The same of a row of data with `cells` cells that are not blank, of which
 * nothing is told. */
void thr_report_row(thr_report *report, size_t cells);

/* Of the cells last counted as labels, so many are observations, and so many
 * belong to no column. */
void thr_report_values(thr_report *report, size_t observations,
                       size_t rejected);

void thr_report_decision(const thr_report *report, const char *what,
                         thresh_str value, const char *reason);

/* The same where another reading was near: `hint` are the options that give
 * it, a line each, or none. */
void thr_report_doubt(const thr_report *report, const char *what,
                      thresh_str value, const char *reason, thresh_str hint);

/* The delimiter, and a warning where another one fits as well. */
void thr_report_dialect(const thr_report *report, const thr_dialect *dialect);

void thr_report_warning(const thr_report *report, const thresh_place *place,
                        const char *format, ...) THR_PRINTF(3, 4);

#endif
