/* Which name a mistyped one was meant to be:
 *
 *     exel  ->  excel
 *     zzz   ->  (none)
 */
#ifndef THR_BASE_NEAREST_H
#define THR_BASE_NEAREST_H

#include "thresh/core.h"

/* A search: set `typed`, offer each name, read `name`. */
typedef struct thr_nearest {
    thresh_str typed;
    thresh_str name; /* empty as long as none is near */
    size_t distance; /* of that name */
} thr_nearest;

void thr_nearest_offer(thr_nearest *nearest, thresh_str name);

#endif
