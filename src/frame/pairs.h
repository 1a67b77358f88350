/* Lines above a table that say one thing of it each: a name, and beside it
 * what it is.
 *
 *     Population : | All usual residents      pairs: a colon stands behind
 *     Date :       | 2011                     the name,
 *     Sex          | Total                    or several follow each other;
 *     Unit         | Persons                  the table below is wider
 *
 *     Area | Total | Men | Women
 */
#ifndef THR_FRAME_PAIRS_H
#define THR_FRAME_PAIRS_H

#include "scan/window.h"

/* Whether record `i` of the window is such a line. */
bool thr_pairs_is_one(const thr_window *window, size_t i);

/* Whether it says what the table is called: its title stands beside a name
 * for it. */
bool thr_pairs_is_title(const thr_window *window, size_t i);

/* What stands beside the name. */
thresh_str thr_pairs_text(const thr_record *record);

#endif
