/**
 * # thresh/sums.h - what adds up in a loaded table
 *
 * A table is proved when it is loaded: along each dimension, the categories
 * that are the sum of others are found, in every line where they have values.
 * A line is a column for the categories of the rows, and a row for those of
 * the columns.
 *
 *     Europe total = Western Europe total + Eastern Europe total
 *     in 8 lines: 8 exact
 *
 * A sum is claimed only where chance is ruled out by the number and the size
 * of the values that agree. One that fails in a few lines is kept, with these
 * lines; the values stay as published.
 */
#ifndef THRESH_SUMS_H
#define THRESH_SUMS_H

#include "thresh/table.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What a category is, of others. */
typedef enum thresh_sum_kind {
    THRESH_SUM = 0,   /**< all of its parts, added */
    THRESH_DIFFERENCE /**< its first part less its second: "net" */
} thresh_sum_kind;

/** One sum, and how often it holds. */
typedef struct thresh_sum {
    thresh_sum_kind kind;
    size_t dimension;    /**< along which */
    size_t total;        /**< category that is the sum */
    const size_t *parts; /**< categories that it is made of */
    size_t nparts;
    size_t exact;   /**< lines in which it holds to the last digit */
    size_t rounded; /**< lines off by no more than rounding can do */
    size_t unknown; /**< lines in which a part is missing */
    size_t failed;  /**< lines in which it does not hold */
} thresh_sum;

/** One line in which a sum does not hold. */
typedef struct thresh_failure {
    size_t sum;    /**< index in thresh_table_sums() */
    size_t row;    /**< of the total */
    size_t column; /**< of the total */
    /** What its parts add up to: has_value, coef and scale are set. */
    thresh_cell parts;
    /** The printed total less that, likewise. */
    thresh_cell difference;
} thresh_failure;

/** The sums found, dimension by dimension. Lends an array and returns its
 *  length; empty until loaded. */
THRESH_API size_t thresh_table_sums(const thresh_table *table,
                                    const thresh_sum **out);

/** The lines in which they fail, sum by sum. Lends as above. */
THRESH_API size_t thresh_table_failures(const thresh_table *table,
                                        const thresh_failure **out);

/** The value that a sum implies for a missing cell: a symbol without a value
 *  that is the only part missing in a line, of a sum that is exact in all
 *  lines without a gap. Sets `has_value`, `coef` and `scale` of `out`. False
 *  if there is none, or if two sums imply different values.
 *
 *  Figures are often left out to protect those whom they count. Nothing writes
 *  an implied value unless it is asked to. */
THRESH_API bool thresh_table_implied(const thresh_table *table, size_t row,
                                     size_t column, thresh_cell *out);

#ifdef __cplusplus
}
#endif
#endif
