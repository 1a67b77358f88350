/* The sums of a table in JSON:
 *
 *     {"kind": "sum", "dimension": "citizenship", "total": 2, "parts": [3,
 * 17], "exact": 8, "rounded": 0, "unknown": 0, "failed": []}
 *
 * `total` and `parts` are indexes in the dimension's categories, and `failed`
 * lists the lines in which the sum does not hold.
 */
#ifndef THR_WRITE_JSON_SUMS_H
#define THR_WRITE_JSON_SUMS_H

#include "thresh/table.h"
#include "write/json_text.h"

/* Append the member "sums" of a loaded table. */
void thr_json_sums(thr_json *json, const thresh_table *table);

#endif
