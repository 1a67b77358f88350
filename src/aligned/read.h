/* Lines of aligned text to a page: their tokens, without the colons that rule
 * columns, and which lines are rows, or may be headings.
 *
 *     "Total       61 774    20 696"    its figures stand apart: a row
 *     "            2006      2007  "    a row that may be headings
 *     "Prices in 2006 and in 2007  "    text
 */
#ifndef THR_ALIGNED_READ_H
#define THR_ALIGNED_READ_H

#include "aligned/page.h"

/* Take `count` lines in the place of those it had; their texts must outlive
 * it. False if memory is exhausted. */
bool thr_page_read(thr_page *page, const thresh_str *lines, size_t count);

#endif
