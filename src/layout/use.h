/* Records of the window that are used up: each is told with what it is,
 * counted, and let go of. */
#ifndef THR_LAYOUT_USE_H
#define THR_LAYOUT_USE_H

#include "frame/locate.h"
#include "layout/stray.h"
#include "scan/report.h"

/* Use up the first record for `role`, unless it is blank. */
void thr_use_record(thr_window *window, thr_report *report, thresh_role role,
                    const char *reason);

/* Use up the first `count` records, which belong to no table. */
void thr_use_rejected(thr_window *window, thr_report *report, thr_stray *stray,
                      size_t count);

/* Use up the header, and the blanks between it and the body. */
void thr_use_header(thr_window *window, thr_report *report,
                    const thr_location *location);

#endif
