/* Printed numbers to exact decimals, under a style that all numbers of a
 * table share:
 *
 *     61 774      61774 / 10^0
 *     1.234,50    123450 / 10^2     where the comma is the decimal mark
 *     12,34,567   1234567 / 10^0    where thousands are grouped as in India
 *     (12.5%)     -125 / 10^1       unit %
 *     1.5E+06     1500000 / 10^0    as spreadsheets print it
 *
 * Blanks and apostrophes only ever group. A comma or dot groups or marks the
 * decimals; which of both is settled once a table, from all its numbers:
 * "1,5" and "1,234,567" and "1.234,5" each say something, "1,250" nothing. A
 * text that does not fit the style exactly is not a number.
 */
#ifndef THR_VALUE_NUMBER_H
#define THR_VALUE_NUMBER_H

#include "value/affix.h"
#include "value/mixture.h"

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
    thr_mixture mixture;
    size_t minus;         /* numbers with a minus before them */
    size_t brackets;      /* numbers in parentheses */
    thresh_place bracket; /* of the first, if it has no unit */
    size_t amounts;       /* of these, those that cannot be note marks */
    size_t indian;        /* numbers that are grouped as in India alone */
    size_t western;       /* numbers that cannot be */
    size_t flagged;  /* numbers with letters that many offices use as flags */
    size_t lettered; /* numbers with other letters behind them */
} thr_number_evidence;

typedef struct thr_number_style {
    char decimal;         /* '.' or ',' */
    char group;           /* ',' or '.' or 0; blanks group in any case */
    char doubt;           /* ',' or '.' where it could do both, or 0; it is
                             taken for `decimal` or `group` */
    bool beside;          /* whole numbers beside it tell what it does */
    bool indian;          /* the comma groups by two digits: 12,34,567 */
    bool brackets_unsure; /* "(5)" may as well be a note mark: no number */
    bool brackets_plain;  /* "(5)" is 5: its column is printed so */
    thresh_place bracket; /* of the only one, where it has no unit; or none */
    bool letters_unsure;  /* letters behind digits make codes: "5a", "5b" */
    thresh_place place;   /* where the first in doubt stood */
    const char *reason;
} thr_number_style;

/* One number as printed. */
typedef struct thr_number {
    int64_t coef;
    uint8_t scale;
    thr_sign sign;
    thresh_str unit; /* "%"; empty if none */
} thr_number;

/* Learn from a cell what its separators can mean; a text that is no number
 * in any style teaches nothing. */
void thr_number_learn(thr_number_evidence *evidence, thresh_str text,
                      thresh_place place);

/* What is known of the decimal mark beside what a table shows: ',' or '.', or
 * 0. */
typedef struct thr_decimal {
    char given;  /* by the user */
    char before; /* the tables above showed it */
} thr_decimal;

/* Settle the style. Where the numbers show their decimal mark, that is `known`
 * to the tables that follow. */
thr_number_style thr_number_settle(const thr_number_evidence *evidence,
                                   thr_decimal *known);

/* Read `text`, trimmed, as one number. False where it is none, or has more
 * than 18 digits. */
bool thr_number_parse(thresh_str text, const thr_number_style *style,
                      thr_number *out);

#endif
