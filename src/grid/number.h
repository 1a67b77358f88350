/* Printed numbers to exact decimals, under a style that all numbers of a
 * table share:
 *
 *     61 774      61774 / 10^0
 *     1.234,50    123450 / 10^2     where the comma is the decimal mark
 *     -0.5        -5 / 10^1
 *
 * Blanks and apostrophes only ever group. A comma or dot groups or marks the
 * decimals; which of both is settled once a table, from all its numbers:
 * "1,5" and "1,234,567" and "1.234,5" each say something, "1,250" nothing. A
 * text that does not fit the style exactly is not a number.
 */
#ifndef THR_GRID_NUMBER_H
#define THR_GRID_NUMBER_H

#include "thresh/core.h"

/* What the numbers of a table say of one separator. */
typedef struct thr_separator {
    size_t decimal;     /* numbers in which it can only mark decimals */
    size_t group;       /* numbers in which it can only group */
    size_t either;      /* numbers in which it could do both */
    thresh_place first; /* where the first of these stood */
} thr_separator;

typedef struct thr_number_evidence {
    thr_separator comma;
    thr_separator dot;
} thr_number_evidence;

typedef struct thr_number_style {
    char decimal;       /* '.' or ',' */
    char group;         /* ',' or '.' or 0; blanks group in any case */
    char doubt;         /* ',' or '.' where it could do both, or 0 */
    thresh_place place; /* where the first of these stood */
    const char *reason;
} thr_number_style;

/* Learn from a cell what its separators can mean; a text that is no number
 * in any style teaches nothing. */
void thr_number_learn(thr_number_evidence *evidence, thresh_str text,
                      thresh_place place);

/* Settle the style. */
thr_number_style thr_number_settle(const thr_number_evidence *evidence);

/* Read `text`, trimmed, as one number. False where it is none, or has more
 * than 18 digits. */
bool thr_number_parse(thresh_str text, const thr_number_style *style,
                      int64_t *coef, uint8_t *scale);

#endif
