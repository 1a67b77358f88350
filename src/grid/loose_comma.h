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

/* Whether the commas of a line are all loose, and there is one: "887
 * 508,71,513 815" parts cells, though one of its commas stands before three
 * digits. Within quotes it is not told from others by that, and neither prose
 * nor a number has two commas with nothing between. */
bool thr_loose_comma_in(thresh_str line);

#endif
