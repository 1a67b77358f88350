/* What is printed again on a further page, maybe in slightly other words.
 *
 *     Table 3. Births by age (cont.)         the title of Table 3
 *     TABLE 3.--Con.                         its number
 *     Mother's citizen- ship                 the heading Mother's citizenship
 *     - 12 -                                 a page number
 */
#ifndef THR_SCAN_AGAIN_H
#define THR_SCAN_AGAIN_H

#include "grid/record.h"

/* Take "(continued)", "--Con." and the like off the end of `text`; false if
 * there is none. What is left may be empty. */
bool thr_again_cut(thresh_str *text);

/* Whether two texts are the same but for case, blanks, hyphens, and words that
 * tell that something is continued. */
bool thr_again_same(thresh_str a, thresh_str b);

/* Whether `part` is some lines of `whole`, in that sense. */
bool thr_again_within(thresh_str whole, thresh_str part);

/* Whether all cells of two records are the same, in that sense. */
bool thr_again_record(const thr_record *a, const thr_record *b);

/* Whether `text` starts with "Page", or that in another language. */
bool thr_again_has_page_word(thresh_str text);

/* "12", "- 12 -", "Page 12 of 20", "Page: 12". */
bool thr_again_is_page(thresh_str text);

#endif
