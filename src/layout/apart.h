/* Whether text between two tables belongs to the one above.
 *
 *     Total                  1,204
 *     (Without the islands)           touches the rows, and a rule parts it
 *     ---------------------------     from what follows: above
 *     Boats are counted in June.      a page ends below it: above
 *     Harbour Statistics   Page 2
 *     TABLE II  Boats                 it names a table: below
 */
#ifndef THR_LAYOUT_APART_H
#define THR_LAYOUT_APART_H

#include "scan/window.h"

/* Whether the text in the first record of the window does. `touches` tells
 * that it stands right below the rows. */
bool thr_apart_is_above(const thr_window *window, bool touches);

#endif
