/* A row that was cut by itself (plain.h), straight into the table that is
 * loaded. Its numbers are packed as they were read: one that is printed like
 * others, with the same separators at the same places, has their shape.
 *
 *     Denmark→1 504→483→-   ->   1504 "in groups" | 483 "digits" | "a dash"
 *
 * The plain twin is thr_plain_next() and thr_table_add_row().
 */
#ifndef THR_LAYOUT_PLAIN_LOAD_H
#define THR_LAYOUT_PLAIN_LOAD_H

#include "layout/plain.h"

enum { THR_PLAIN_SCALES = 19 };

typedef struct thr_plain_load {
    thresh_table *table;
    uint8_t
        digits[THR_PLAIN_SCALES]; /* shapes of numbers without groups, by */
    uint8_t grouped[THR_PLAIN_SCALES]; /* decimals, and with; or THR_WHOLE */
    char group; /* what separates the groups of the latter */
} thr_plain_load;

/* Start with `table`, which must outlive it. */
void thr_plain_load_start(thr_plain_load *load, thresh_table *table);

/* Append the next line of the source to the table, if it is such a row. Fails
 * as the grid does, and with THRESH_E_MEMORY or _LIMIT. */
thresh_result thr_plain_load_next(thr_plain_load *load, thr_plain *plain,
                                  bool *found, thresh_error *err);

#endif
