/* Marks that say yes, where a blank says no:
 *
 *                 Half day   Full day
 *     Alabama                   X
 *     Alaska          X
 *
 * Columns of one letter and blanks alone are ticked: the letter is their
 * value, whatever it means among figures.
 */
#ifndef THR_LAYOUT_TICKS_H
#define THR_LAYOUT_TICKS_H

#include "model/table.h"
#include "value/symbol.h"

/* Make the ticks of a loaded table text. A meaning that the table, its office
 * or the user gives the letter holds. */
thresh_result thr_ticks_read(thresh_table *table, const thr_symbols *symbols,
                             thresh_error *err);

#endif
