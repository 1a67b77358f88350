/* Which name a mistyped one was meant to be:
 *
 *     exel  ->  excel
 *     zzz   ->  (none)
 */
#ifndef THR_WRITE_NEAREST_H
#define THR_WRITE_NEAREST_H

#include "thresh/core.h"

/* A search: set `typed`, offer each name, read `name`. */
typedef struct thr_nearest {
    thresh_str typed;
    const char *name; /* NULL as long as none is near */
    size_t distance;  /* of that name */
} thr_nearest;

void thr_nearest_offer(thr_nearest *nearest, const char *name);

#endif
