/* Of which kind the headings of one level are, by a word for it from the
 * title's list of dimensions.
 *
 *     Crews by date, sex and age
 *
 *         | Both sexes  |             of the kind "sex": one has its word
 *         | 1 May 2020  | 1 May 2021  of the kind "date": all hold a year
 */
#ifndef THR_FRAME_KINDS_H
#define THR_FRAME_KINDS_H

#include "model/table.h"

/* Whether those of `level` are of the kind that `item` names. */
bool thr_kinds_has(const thresh_table *table, size_t level, thresh_str item);

#endif
