/* Telling how a table was found to be built: header, stub, cut-ins, blanks
 * that repeat labels; and, where another reading was near, with which options
 * the user gets that.
 *
 *     header         lines 3 to 4   its years stand above other figures
 *     label columns  1              no text stands in most rows beside them
 */
#ifndef THR_FRAME_STRUCTURE_H
#define THR_FRAME_STRUCTURE_H

#include "frame/locate.h"
#include "scan/report.h"

/* The line above the header that has cells in columns, as a row of it would;
 * 0 if there is none. The caption is not used up yet. */
uint64_t thr_structure_above(const thr_window *window,
                             const thr_location *location);

/* Tell it. `above` is that line. */
void thr_structure_tell(const thr_window *window, const thr_location *location,
                        uint64_t above, const thr_report *report);

#endif
