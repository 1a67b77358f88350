/* Commas that part words or digits, and no cells.
 *
 *     Boats, ships and gear           prose
 *     Oslo          61,774            thousands
 *     Oslo          61,7    3,14      decimals, with columns aligned by blanks
 *     Oslo,61.7,3.14                  none
 */
#ifndef THR_GRID_LOOSE_COMMA_H
#define THR_GRID_LOOSE_COMMA_H

#include "thresh/core.h"

#include <stdbool.h>

/* Whether some comma of a line is loose. Within quotes it is not told from
 * others by that, and neither prose nor a number has two commas with nothing
 * between. */
bool thr_loose_comma_in(thresh_str line);

#endif
