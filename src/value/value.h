/* What one printed cell of the body is: a number, a symbol, a text, or
 * nothing.
 *
 *     "61 774"   number 61774          "-"    symbol, nil, 0
 *     "12.5¹"    number 12.5, mark 1   ".."   symbol, not available
 *     "12.5p"    number, provisional   ":c"   symbol, confidential
 */
#ifndef THR_VALUE_VALUE_H
#define THR_VALUE_VALUE_H

#include "base/buf.h"
#include "value/number.h"
#include "value/symbol.h"

/* Read `text` into `cell`, except its place. `symbols` may be NULL. Its marks
 * are appended to `marks`, which must not move while the cell is in use:
 * reserve room first. */
void thr_value_read(thresh_str text, const thr_number_style *style,
                    const thr_symbols *symbols, thr_buf *marks,
                    thresh_cell *cell);

/* The status of marks, such as "*", that the table or its office explains as
 * flags; 0 if there are none. */
uint32_t thr_value_marks_status(thresh_str marks, const thr_symbols *symbols);

/* Learn what its separators can mean, its marks and flags put aside. */
void thr_value_learn(thr_number_evidence *evidence, thresh_str text,
                     thresh_place place);

/* Whether it is a number, in any style, or a symbol that is no word: "x" and
 * "NA" may as well be headings. */
bool thr_value_is_figure(thresh_str text);

/* The unit that is printed with a number: "%" of "12.5%"; empty if none, or
 * if it is no number. */
thresh_str thr_value_unit(const thresh_cell *cell,
                          const thr_number_style *style);

/* The letters behind the digits of `text`: "p" of "12.5p", "bp" of "7 bp";
 * empty if there are none. `*number` becomes what stands before them. */
thresh_str thr_value_letters(thresh_str text, thresh_str *number);

#endif
