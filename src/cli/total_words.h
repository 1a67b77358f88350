/* What the words of a label say about totals, in the languages whose offices
 * we know. */
#ifndef CLI_TOTAL_WORDS_H
#define CLI_TOTAL_WORDS_H

#include "thresh/core.h"

/* Whether a label says that it is a total: "Total", "Poultry, total", "Total,
 * all goods", and not "Share of total" or "Total supply". */
bool cli_words_call_total(thresh_str label);

/* Whether a label says nothing but that: "Total", "Grand total", "Months,
 * total". It names no whole, as "Total households" and "Both sexes" do, only
 * the end of an addition. */
bool cli_words_bare_total(thresh_str label);

#endif
