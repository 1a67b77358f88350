/* Whole numbers beside numbers with a dot before three digits:
 *
 *     Denmark    3.888    35      a dot that marked decimals would stand in
 *     Sweden   665.767   819      all numbers of a column, or of a row; one
 *     Finland       50 5.022      that groups stands in those of a thousand
 *                                 and more
 *
 * Decimals of unlike measures differ too, but then by columns alone, or by
 * rows alone.
 */
#ifndef THR_VALUE_MIXTURE_H
#define THR_VALUE_MIXTURE_H

#include "thresh/core.h"

typedef struct thr_mixture {
    uint64_t dotted; /* fields, a bit each, that hold "1.250" */
    uint64_t beside; /* ... that hold "35" where the same record has a dot */
    uint64_t record; /* the one of the last number */
    uint64_t small;  /* its fields that hold "35" */
    bool has_dotted; /* it has a dot */
    size_t smalls;   /* numbers such as "35" */
    bool large;      /* a number of a thousand or more has no dot */
} thr_mixture;

/* A number in which the dot may mark decimals or group. */
void thr_mixture_dotted(thr_mixture *mixture, thresh_place place);

/* A number with no mark in it, as printed. */
void thr_mixture_plain(thr_mixture *mixture, thresh_str text,
                       thresh_place place);

/* Whether the dot is more likely to group. */
bool thr_mixture_groups(const thr_mixture *mixture);

#endif
