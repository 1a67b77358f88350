/* Cells that are like no other, or like few: with a percent sign, a flag, a
 * mark, or no number at all. Those that are printed alike, each in its field,
 * are one, whose place is that of the row it is looked at in.
 *
 *     39.4% | 18.7% | 39.4%   ->   0, 1, 0
 */
#ifndef THR_MODEL_WHOLES_H
#define THR_MODEL_WHOLES_H

#include "model/table.h"

/* Keep a copy of `cell`, or find one. `field` is where the cells of its column
 * stand, and `row` has its line and record. */
thresh_result thr_whole_keep(thresh_table *table, const thresh_cell *cell,
                             uint32_t field, const thr_row *row,
                             int64_t *number, thresh_error *err);

/* Whether it stands in its row and in that field, so that its place need not
 * be kept. */
bool thr_whole_stands(const thresh_cell *cell, uint32_t field,
                      const thr_row *row);

#endif
