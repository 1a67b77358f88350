/* Words for times, in the languages whose offices we know.
 *
 *     "2007", "1 January 2007", "2. Quartal 2007"    periods
 *     "March", "Sept.", "Q1", "2nd quarter"          parts of a year
 */
#ifndef THR_SCAN_PERIOD_H
#define THR_SCAN_PERIOD_H

#include <stdbool.h>

#include "thresh/core.h"

/* Whether a word may stand in a period: it has a digit, or names a month or a
 * part of a year, or joins. */
bool thr_period_is_word(thresh_str word);

/* A few words with a year among them. */
bool thr_period_is(thresh_str text);

/* "Q1", "K 4", "1st quarter". */
bool thr_period_is_quarter(thresh_str text);

/* A month, a quarter or another part, and no year. */
bool thr_period_in_year(thresh_str text);

#endif
