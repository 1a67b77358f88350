/* Marks that are letters. A label may end in "(a)", and a number may have a
 * letter behind it, for other reasons: they are marks where notes start so.
 *
 *     (a) Includes boats.      ->   mark a, at the start of a note
 *     a Break in series.       ->   mark a
 *     Household goods(b)       ->   Household goods, mark b, if a note says b
 *     3.2a                     ->   3.2, mark a, if a note says a
 */
#ifndef THR_VALUE_LETTER_MARK_H
#define THR_VALUE_LETTER_MARK_H

#include <stdint.h>

#include "base/buf.h"

/* Letters as a set: bit 0 is "a". That of a mark is empty if it is no single
 * small letter. */
uint32_t thr_letter_mark_set(thresh_str mark);

/* Cut the letter off the start of a note and append it to `mark`: in
 * parentheses, or by itself before a capital. */
bool thr_letter_mark_cut_start(thresh_str *text, thr_buf *mark);

/* Cut letters in parentheses off the end of `text`, if all are in `known`, and
 * append them to `marks` with ";" between. */
bool thr_letter_mark_cut_end(thresh_str *text, uint32_t known, thr_buf *marks);

/* Append the letters behind a number to `marks`, in the same way; false, and
 * nothing is appended, unless all are in `known`. */
bool thr_letter_mark_add(thresh_str letters, uint32_t known, thr_buf *marks);

#endif
