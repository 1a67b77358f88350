/* Sums of a table in words:
 *
 *     "Europe total" is 36 513, its parts add up to 36 512 (column "Oslo"):
 *     difference 1
 *     exact in 7 lines, 1 failed
 */
#ifndef THR_WRITE_SUM_TEXT_H
#define THR_WRITE_SUM_TEXT_H

#include "thresh/sums.h"

#include "base/buf.h"

/* Append what is wrong in one line of a sum, in a line of text without an end.
 */
void thr_sum_failure_add(thr_buf *out, const thresh_table *table,
                         const thresh_failure *failure);

/* Append only by how much, and in which line: 'difference 1 (column "Oslo")'.
 */
void thr_sum_off_add(thr_buf *out, const thresh_table *table,
                     const thresh_failure *failure);

/* Append in how many lines a sum holds, and in how many it does not. */
void thr_sum_result_add(thr_buf *out, const thresh_sum *sum);

/* Append the value of `cell` with the signs that stand in the printed number
 * `like`: 36512 like "36 513" is 36 512. */
void thr_number_like_add(thr_buf *out, const thresh_cell *cell,
                         const thresh_cell *like);

#endif
