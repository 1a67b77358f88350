/* Records of the window that are used up. See use.h. */
#include "layout/use.h"

void
thr_use_record(thr_window *window, thr_report *report, thresh_role role,
               const char *reason) {
    const thr_record *record = thr_window_at(window, 0);
    bool blank = record->filled == 0;
    thr_report_line(report, record, blank ? THRESH_ROLE_BLANK : role,
                    blank ? "blank" : reason);
    thr_window_pop(window);
}

void
thr_use_rejected(thr_window *window, thr_report *report, thr_stray *stray,
                 size_t count) {
    for (size_t i = 0; i < count; i++) {
        thr_stray_take(stray, thr_window_at(window, 0));
        thr_use_record(window, report, THRESH_ROLE_REJECTED,
                       "no line with figures follows");
    }
}

void
thr_use_header(thr_window *window, thr_report *report,
               const thr_location *location) {
    for (size_t i = location->header; i < location->body; i++)
        thr_use_record(window, report, THRESH_ROLE_HEADER,
                       i >= location->metadata ? "it tells what each column is"
                                               : location->reason);
}
