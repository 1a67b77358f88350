/* Why there is no table. See absent.h. */
#include "layout/absent.h"

#include "base/error.h"

thresh_result
thr_absent(thr_grid *grid, bool empty, thresh_error *err) {
    const thr_dialect *dialect;
    thresh_place place = {.line = empty ? 0 : 1, .column = empty ? 0 : 1};
    THR_TRY(thr_grid_dialect(grid, &dialect, err));
    if (empty)
        return thr_fail_at(err, THRESH_E_LAYOUT, &place,
                           "no table found: the input is empty");
    if (dialect->delimiter == 0)
        return thr_fail_at(err, THRESH_E_LAYOUT, &place,
                           "no table found: no tab, semicolon, pipe or comma "
                           "cuts two lines or more into the same number of "
                           "cells with figures among them, and no figures "
                           "stand below each other; name the delimiter if "
                           "there is one");
    return thr_fail_at(err, THRESH_E_LAYOUT, &place,
                       "no table found: cut at each %s, no line has a label "
                       "and figures",
                       thr_dialect_name(dialect->delimiter));
}
