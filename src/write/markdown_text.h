/* Text that stays text in Markdown: what would be markup where it stands is
 * made inert, and nothing else is touched.
 *
 *     *a* | b_c & d        \*a\* \| b_c & d
 *     <b> &amp; [x](y)     \<b> \&amp; \[x\](y)
 *     http://a.b           http\://a.b
 *     1. x                 1\. x            at the start of a line
 *
 * Line ends and other controls become blanks: a cell is one line. Characters
 * that hide or turn the direction of text are written as entities, and bytes
 * that are not UTF-8 become U+FFFD. */
#ifndef THR_WRITE_MARKDOWN_TEXT_H
#define THR_WRITE_MARKDOWN_TEXT_H

#include "base/buf.h"

/* Append text within a line: a cell, a heading. */
void thr_markdown_add(thr_buf *buf, thresh_str text);

/* Append text that a line starts with, where "-", "1." and the like would
 * begin a list. */
void thr_markdown_add_line(thr_buf *buf, thresh_str text);

#endif
