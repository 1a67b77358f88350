/* Names that must differ, also for readers that do not look at case: R on
 * some systems, SQL, Excel tables.
 *
 *     value, Value, value   ->   value, Value_2, value_3
 */
#ifndef THR_WRITE_UNIQUE_H
#define THR_WRITE_UNIQUE_H

#include "base/arena.h"

typedef struct thr_unique {
    thr_arena *arena; /* holds the names and the slots */
    struct thr_unique_slot *slots;
    size_t nslots; /* a power of two, more than twice the names */
} thr_unique;

/* Prepare for at most `names` names. False if memory is exhausted. */
bool thr_unique_start(thr_unique *unique, thr_arena *arena, size_t names);

/* Take `name`, or the first free one of `name`_2, `name`_3 ... False if memory
 * is exhausted. */
bool thr_unique_take(thr_unique *unique, thresh_str name, thresh_str *out);

#endif
