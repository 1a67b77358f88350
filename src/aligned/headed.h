/* What is known of a heading while its lines are cut, from the lowest up.
 *
 *           Boats            3: over columns 1 and 2, one group from here on
 *       Sail    Steam        2: words over column 1, and over column 2
 *     ---------------
 *         12       14        1: nothing but the columns of the figures
 */
#ifndef THR_ALIGNED_HEADED_H
#define THR_ALIGNED_HEADED_H

#include "aligned/columns.h"

/* Columns that one heading is over, the first and the last. */
typedef struct thr_group {
    size_t first;
    size_t last;
} thr_group;

/* What stands in the lines of a heading that were cut already, from the lowest
 * up: for each column in `below` where its words start and end, and nothing
 * (`lo` = `hi`) while it has none, in `said` a number for what they say, and
 * in `groups` what the highest heading over it is over as well. */
typedef struct thr_headed {
    const thr_columns *columns;
    thr_column *below;
    uint64_t *said;
    thr_group *groups;
} thr_headed;

/* Nothing stands over any column yet. False if memory is exhausted; to be
 * freed in any case. */
bool thr_headed_begin(thr_headed *headed, const thr_columns *columns);
void thr_headed_free(thr_headed *headed);

static inline bool
thr_headed_has_words(const thr_headed *headed, size_t column) {
    return headed->below[column].hi > headed->below[column].lo;
}

/* A column together with the words over it. */
thr_column thr_headed_column(const thr_headed *headed, size_t column);

#endif
