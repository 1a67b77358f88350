/* Rows between a header and its figures that tell what each column is, as
 * offices print above time series.
 *
 *              | Births | Deaths          the header
 *     Unit     | Number | Number          a note, and the unit of the table
 *     Freq.    | Month  | Month           a note
 *     Series   | A101   | A102            a note: A101; A102
 *     Jan 2007 | 4 900  | 3 500           the first row
 */
#ifndef THR_FRAME_METADATA_H
#define THR_FRAME_METADATA_H

#include "model/table.h"
#include "scan/window.h"

/* Where such rows stand among the records before or at `body`, the first with
 * figures: [*first, *end), both `body` where there are none. */
void thr_metadata_find(const thr_window *window, size_t body, size_t *first,
                       size_t *end);

/* Whether the first cell of a record is the name of such a row. */
bool thr_metadata_is_row(const thr_record *record);

/* Cut "Units: Persons" in two; `*unit` tells that the second is a unit. False
 * if it is no such text. */
bool thr_metadata_cut(thresh_str text, thresh_str *what, bool *unit);

/* Make a note of one record, of a name and what it is, and the unit of the
 * table if that is what it names. */
thresh_result thr_metadata_line(thresh_table *table, const thr_record *record,
                                thresh_error *err);

/* Make a note of each record in [first, end), and the unit of the table where
 * all its columns have the same. */
thresh_result thr_metadata_read(thresh_table *table, const thr_window *window,
                                size_t first, size_t end, thresh_error *err);

#endif
