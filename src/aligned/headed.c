/* What is known of a heading. See headed.h. */
#include "aligned/headed.h"

#include <stdlib.h>

bool
thr_headed_begin(thr_headed *headed, const thr_columns *columns) {
    *headed = (thr_headed){
        .columns = columns,
        .below = calloc(columns->count + 1, sizeof *headed->below),
        .said = calloc(columns->count + 1, sizeof *headed->said),
        .groups = calloc(columns->count + 1, sizeof *headed->groups)};
    if (headed->below == NULL || headed->said == NULL
        || headed->groups == NULL)
        return false;
    for (size_t i = 0; i < columns->count; i++)
        headed->groups[i] = (thr_group){i, i};
    return true;
}

void
thr_headed_free(thr_headed *headed) {
    free(headed->below);
    free(headed->said);
    free(headed->groups);
}

thr_column
thr_headed_column(const thr_headed *headed, size_t column) {
    thr_column all = headed->columns->items[column];
    const thr_column *below = &headed->below[column];
    if (below->hi > below->lo && below->lo < all.lo)
        all.lo = below->lo;
    if (below->hi > below->lo && below->hi > all.hi)
        all.hi = below->hi;
    return all;
}
