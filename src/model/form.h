/* How a plain number is printed, apart from its digits: with that and its
 * value, its text can be made again.
 *
 *     "61 774"   61774, in groups with " " between them
 *     "-0.50"    -50, two decimals behind "."
 *     "007"      no plain number: made of 7 it would be "7"
 */
#ifndef THR_MODEL_FORM_H
#define THR_MODEL_FORM_H

#include "thresh/table.h"

typedef struct thr_form {
    char group[4];  /* between groups of three digits */
    uint8_t ngroup; /* its bytes; 0 = no groups */
    uint8_t decimals;
    char decimal; /* before them */
} thr_form;

/* Room for the text of any plain number; and bytes behind one that may be
 * overwritten while it is made. */
enum { THR_FORM_MOST = 40, THR_FORM_SLACK = 8 };

/* Find the form of a number. False unless its text is just what
 * thr_form_text() makes of its value. */
bool thr_form_find(thr_form *form, const thresh_cell *cell);

/* Whether thr_form_find() finds this form in a number: quicker, where it is
 * likely. */
bool thr_form_is(const thr_form *form, const thresh_cell *cell);

/* Write the text of `coef` into `room`; returns its bytes. No more than that
 * and THR_FORM_SLACK are overwritten. */
size_t thr_form_text(const thr_form *form, int64_t coef,
                     char room[THR_FORM_MOST]);

/* Length of that text in bytes, and in code points. */
size_t thr_form_length(const thr_form *form, int64_t coef, size_t *width);

#endif
