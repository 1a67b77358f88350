/* What stands around the digits of a printed number: its sign, the unit, the
 * parentheses of accountants.
 *
 *     ($5)      digits 5, negative, unit $      −12.5 %   12.5, negative, %
 *     1 234 kr  digits 1 234, unit kr           5-        5, negative
 *     △5        digits 5, negative              Ê523      digits 523
 */
#ifndef THR_VALUE_AFFIX_H
#define THR_VALUE_AFFIX_H

#include "thresh/core.h"

typedef enum thr_sign {
    THR_SIGN_NONE = 0,
    THR_SIGN_BEFORE,   /* -5 */
    THR_SIGN_PLUS,     /* +5 */
    THR_SIGN_EITHER,   /* ±5, a margin of error: 5 */
    THR_SIGN_BEHIND,   /* 5- */
    THR_SIGN_TRIANGLE, /* △5, in Japan */
    THR_SIGN_BRACKETS  /* (5) */
} thr_sign;

typedef struct thr_affixes {
    thr_sign sign;
    thresh_str unit; /* "%", "$", "kr"; empty if none */
} thr_affixes;

/* Cut all that off `text`. False if there are two signs, or two units, or
 * nothing is left. */
bool thr_affix_cut(thresh_str *text, thr_affixes *out);

/* The length of a blank that `text` starts with, a no-break space that was
 * decoded as if it were "Ê" (0xCA of Mac OS Roman) counted; 0 if none. */
size_t thr_affix_blank(thresh_str text);

#endif
