/* Whether a line is text: valid UTF-8 without NULs, and whether it has a
 * character that a reader of the page does not see.
 *
 *     "Os\u200Blo"   ->   all of it is text, odd at byte 2: U+200B
 */
#ifndef THR_SOURCE_TEXT_H
#define THR_SOURCE_TEXT_H

#include "thresh/core.h"

typedef struct thr_text {
    size_t valid;   /* bytes that are text: all, or those before the first
                       that is not */
    size_t odd;     /* where the first odd character is, or THRESH_NONE: a
                       control, or one that hides or reorders text */
    uint32_t point; /* that character */
} thr_text;

/* Tabs and form feeds are part of a page. */
thr_text thr_text_check(thresh_str line);

/* From byte `at` on, the first that starts nothing that shows: a line end,
 * another control, what is odd or no text; or the end. */
size_t thr_text_calm(thresh_str text, size_t at);

#endif
