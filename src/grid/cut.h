/* Cutting a line at a delimiter.
 *
 *     Norway;"8;276";3159    ->    Norway | "8;276" | 3159
 */
#ifndef THR_GRID_CUT_H
#define THR_GRID_CUT_H

#include "thresh/core.h"

/* Cut the next cell off a line; false when none is left. The second knows
 * quotes, and leaves them on: a quoted cell goes to its closing quote, or to
 * the end of the line. */
bool thr_cut(thresh_str *rest, char delimiter, thresh_str *cell);
bool thr_cut_quoted(thresh_str *rest, char delimiter, thresh_str *cell);

/* A cell without the quotes around it, if it is whole within them. */
thresh_str thr_cut_unquoted(thresh_str cell);

#endif
