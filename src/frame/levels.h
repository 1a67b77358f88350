/* Header levels, and which of them are dimensions.
 *
 *     Males       | Females          levels 0 and 1 are crossed:
 *     2006 | 2007 | 2006 | 2007      two dimensions
 *
 *     Imports       | Exports        they are not: one dimension, of
 *     Oil | Timber  | Fish           Imports: Oil, Imports: Timber, ...
 *
 *     2006                           a year over all columns is a dimension,
 *     Males | Females                whatever stands below it
 */
#ifndef THR_FRAME_LEVELS_H
#define THR_FRAME_LEVELS_H

#include "model/table.h"

typedef struct thr_levels {
    size_t *levels; /* a header level for each column dimension */
    size_t count;   /* at least 1, where columns need names */
    bool spanned;   /* one dimension but for a lone year, whose labels hold the
                       spanners */
    size_t nspanners[]; /* how many spanners each header level has */
} thr_levels;

/* Find them in the headings of `table`, in memory of its arena. */
thresh_result thr_levels_find(thr_levels **out, thresh_table *table,
                              thresh_error *err);

/* The heading of `column` at `level` or, if it has none there, the next above,
 * or else its lowest; NULL for a column without any. */
const thresh_heading *thr_levels_heading(const thresh_table *table,
                                         size_t column, size_t level);

/* Whether one year stands over all columns at `level`. */
bool thr_levels_is_year(const thresh_table *table, size_t level);

/* The lone spanner of `level`, if it stands over most of the headings; NULL if
 * is none, or more than one. */
const thresh_heading *thr_levels_lone(const thr_levels *levels,
                                      const thresh_table *table, size_t level);

#endif
