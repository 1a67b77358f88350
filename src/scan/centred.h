/* Labels printed over the columns, between the rows that they hold for, are
 * lifted into the first field, where all others stand.
 *
 *     Harbour   | May  | June            Harbour   | May | June
 *               | Sail |                 Sail      |     |
 *     Northport | 120  | 118     ->      Northport | 120 | 118
 *               | Motor |                Motor     |     |
 *     Northport | 444  | 452             Northport | 444 | 452
 */
#ifndef THR_SCAN_CENTRED_H
#define THR_SCAN_CENTRED_H

#include "scan/window.h"

/* The field, behind the first, in which such labels stand alone; 0 if there
 * are none: one alone may be a unit, unless it stands between figures. Years
 * are such labels where there are several, and no other figure stands so. */
size_t thr_centred_find(const thr_window *window);

#endif
