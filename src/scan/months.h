/* Names of months, in the languages whose offices we know:
 *
 *     "March", "Sept.", "kesäkuu", "3月"
 */
#ifndef THR_SCAN_MONTHS_H
#define THR_SCAN_MONTHS_H

#include <stdbool.h>

#include "thresh/core.h"

/* Whether the word is one, or its start of three letters or more. */
bool thr_month_is(thresh_str word);

#endif
