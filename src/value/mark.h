/* Note marks: what ties a label or a number to a footnote.
 *
 *     Serbia ¹                 ->   Serbia, mark 1
 *     Stateless persons 2)     ->   Stateless persons, mark 2
 *     Total*                   ->   Total, mark *
 *     ¹ 1st November 2006 ...  ->   mark 1 at the start of a note
 *     Renters \\1               ->   Renters, mark 1
 *     Births [note 2]          ->   Births, mark 2
 *     12(a)                    ->   12, mark a: at a value alone
 */
#ifndef THR_VALUE_MARK_H
#define THR_VALUE_MARK_H

#include "base/buf.h"

/* Cut the marks off the end of `text` and append them to `marks`, in printed
 * order with ";" between them: superscripts as plain digits. Returns whether
 * there were any. A text that is nothing but a mark is left whole. */
bool thr_mark_cut_end(thresh_str *text, thr_buf *marks);

/* The same for a value, where a letter in parentheses and "#" are marks too:
 * behind a label they may belong to it. */
bool thr_mark_cut_value(thresh_str *text, thr_buf *marks);

/* The same for the one mark that a note starts with. */
bool thr_mark_cut_start(thresh_str *text, thr_buf *mark);

#endif
