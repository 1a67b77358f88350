/* What one printed cell of the body is: a number, a symbol, a text, or
 * nothing.
 *
 *     "61 774"   number 61774          "-"    symbol, nil, 0
 *     "12.5¹"    number 12.5, mark 1   ".."   symbol, not available
 */
#ifndef THR_GRID_VALUE_H
#define THR_GRID_VALUE_H

#include "base/buf.h"
#include "grid/number.h"
#include "thresh/table.h"

/* Read `text` into `cell`, except its place. Its marks are appended to
 * `marks`, which must not move while the cell is in use: reserve room first.
 */
void thr_value_read(thresh_str text, const thr_number_style *style,
                    thr_buf *marks, thresh_cell *cell);

/* Learn what its separators can mean, its marks put aside. */
void thr_value_learn(thr_number_evidence *evidence, thresh_str text,
                     thresh_place place);

/* Whether it is a number, in any style, or a symbol that is no word: "x" and
 * "NA" may as well be headings. */
bool thr_value_is_figure(thresh_str text);

#endif
