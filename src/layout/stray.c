/* Lines that belong to no table. See stray.h. */
#include "layout/stray.h"

void
thr_stray_take(thr_stray *stray, const thr_record *record) {
    if (record->filled > 0 && stray->count++ == 0)
        stray->first = thr_record_place(record, 1);
}

void
thr_stray_tell(thr_stray *stray, const thr_report *report) {
    if (stray->count > 0)
        thr_report_warning(report, &stray->first,
                           "%zu lines from here on belong to no table: no "
                           "line with figures follows soon",
                           stray->count);
    stray->count = 0;
}
