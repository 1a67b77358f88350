/* Lines that belong to no table: counted as they are met, and told once, when
 * there is a table at all. If there is none, the error says it.
 */
#ifndef THR_LAYOUT_STRAY_H
#define THR_LAYOUT_STRAY_H

#include "scan/report.h"

typedef struct thr_stray {
    size_t count;       /* not told yet */
    thresh_place first; /* of them */
} thr_stray;

/* Count `record`, unless it is blank. */
void thr_stray_take(thr_stray *stray, const thr_record *record);

/* Warn of those that were counted, and start anew. */
void thr_stray_tell(thr_stray *stray, const thr_report *report);

#endif
