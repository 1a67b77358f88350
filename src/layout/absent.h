/* Why a source holds no table: it is empty, nothing cuts it into cells, or no
 * line has a label and figures. */
#ifndef THR_LAYOUT_ABSENT_H
#define THR_LAYOUT_ABSENT_H

#include "grid/grid.h"

/* Fails with THRESH_E_LAYOUT and the reason; `empty` tells that there was
 * nothing but blanks. */
thresh_result thr_absent(thr_grid *grid, bool empty, thresh_error *err);

#endif
