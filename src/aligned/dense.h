/* Rows with single blanks between their cells, as text copied from a page has
 * them, set out in columns:
 *
 *     Province Cattle Sheep           Province   Cattle    Sheep
 *     Northern 120,345 45,210    ->   Northern  120,345   45,210
 *     Old South 98,221 33,018         Old South  98,221   33,018
 *     All 218,566 78,228              All       218,566   78,228
 */
#ifndef THR_ALIGNED_DENSE_H
#define THR_ALIGNED_DENSE_H

#include "aligned/page.h"

/* Give the tokens of such rows, and of the heading above them if it has a word
 * for each column, the places that they would have in columns. Three rows or
 * more must end in as many figures, two or more, behind a label. Where a blank
 * may as well group digits, the heading must tell how many columns there are.
 */
void thr_dense_spread(thr_page *page);

#endif
