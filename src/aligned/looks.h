/* What a word of aligned text looks like by itself, so that columns of figures
 * can be seen. What it means exactly is not settled here.
 *
 *     61,774   $9.5   (0.3)   *-237   970E   ---   (X)   (1.5-2)   figures
 *     1.   1)   1st   2006-07   Total                      words
 *     =====   -----   _____                                rules
 */
#ifndef THR_ALIGNED_LOOKS_H
#define THR_ALIGNED_LOOKS_H

#include "thresh/core.h"

typedef enum thr_token_kind {
    THR_WORD,
    THR_FIGURE, /* a number in any style, or a sign that stands for one */
    THR_RULE    /* ====, ----, ____ */
} thr_token_kind;

thr_token_kind thr_looks_kind(thresh_str text);

/* A number by its looks. A dot or bracket at the end is that of "1." and
 * "1)", which count things. */
bool thr_looks_numeric(thresh_str text);

/* Whether one blank between both may group a number: "61 774". `start` says
 * that the number starts with `left`. */
bool thr_looks_grouped(thresh_str left, thresh_str right, bool start);

/* A note mark as it stands behind a number, "(1)": it may be a number, too. */
bool thr_looks_like_mark(thresh_str text);

/* Whether every byte is one of `set`. */
bool thr_looks_made_of(thresh_str text, const char *set);

#endif
