/* Which lines of figures may be headings, though they look like rows.
 *
 *     Year       2012   2013        years
 *     Lag           1      2    3   columns that are counted, over a gap
 *                        (P)    (Q)   what years are, below them
 *     Age     15 to  25 to  65 and
 *                24     64  over    figures that go on with the words above
 *                 1      3          and that the words below go on with
 *     Measure Grade  Grade
 */
#ifndef THR_ALIGNED_FIGURED_H
#define THR_ALIGNED_FIGURED_H

#include "aligned/page.h"

/* Whether the figures of a line, if it is a row, can as well be headings. The
 * looks of all lines are known. */
bool thr_figured_may_head(const thr_page *page, size_t at);

/* Whether such a line counts the columns from 1 on: other headings are above
 * it, a rule between or not. */
bool thr_figured_counts(const thr_page *page, size_t at);

#endif
