/* The way down to a column through its headings, outermost first:
 *
 *     To region > Oslo and Akershus
 *
 * Headings only know their parents, so that the way is walked from its end. */
#ifndef THR_WRITE_HEADINGS_H
#define THR_WRITE_HEADINGS_H

#include "thresh/table.h"

/* How many headings stand over a column whose lowest is `leaf`; NULL has none.
 */
static inline size_t
thr_headings_over(const thresh_heading *leaf) {
    size_t count = 0;
    for (; leaf != NULL; leaf = leaf->parent)
        count++;
    return count;
}

/* Heading `index`, from 0 for the outermost, of the `count` over `leaf`. */
static inline const thresh_heading *
thr_heading_at(const thresh_heading *leaf, size_t count, size_t index) {
    for (size_t below = count - 1 - index; below > 0; below--)
        leaf = leaf->parent;
    return leaf;
}

#endif
