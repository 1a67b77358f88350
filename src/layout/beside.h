/* The rows that one record holds, one by one: several where tables stand side
 * by side.
 *
 *     0 | 31 |   | 2 | 52        the row of 0, then that of 2
 */
#ifndef THR_LAYOUT_BESIDE_H
#define THR_LAYOUT_BESIDE_H

#include "frame/panels.h"
#include "layout/rows.h"

typedef struct thr_beside {
    thr_panels panels;
    size_t next;     /* of its rows */
    thr_record view; /* of the last */
} thr_beside;

/* Read the next row of `record` into `row`, passing over blank ones; `*found`
 * is false if there is none left. `after` is as for thr_rows_read(). */
thresh_result thr_beside_next(thr_beside *beside, thr_rows *rows,
                              const thr_record *record, thresh_str after,
                              thr_report *report, thresh_row *row, bool *found,
                              thresh_error *err);

void thr_beside_free(thr_beside *beside);

#endif
