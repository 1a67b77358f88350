/* The words over columns to cells: which words stand over which column, and
 * which run over several.
 *
 *                     Opening balance         over columns 3 to 5: cell 3
 *       Type of     Today  This   This        cells 1, 3, 4, 5
 *       account            month  year        cells 1, 4, 5
 */
#ifndef THR_ALIGNED_HEADING_H
#define THR_ALIGNED_HEADING_H

#include "aligned/headed.h"
#include "aligned/pieces.h"

/* Append the cells of one line of a heading, and learn from it what stands
 * below the next one. A line between rows is cut in the same way, with no
 * words below. False if memory is exhausted. */
bool thr_heading_cut(thr_pieces *pieces, const thr_page *page, size_t line,
                     thr_headed *headed);

#endif
