/* The columns of a table of aligned text, found from its rows.
 *
 *     Oslo       548 617  268 942        0 to 5    the labels
 *     Troms      154 642   77 893       11 to 18   a number with a blank in it
 *                                       20 to 27
 *
 * A column ends where the rows share a blank. A blank before three digits may
 * group a number instead; it then never grows wider.
 */
#ifndef THR_ALIGNED_COLUMNS_H
#define THR_ALIGNED_COLUMNS_H

#include "aligned/page.h"

typedef struct thr_column {
    uint32_t lo;
    uint32_t hi;
    bool text; /* more texts than figures stand in it */
} thr_column;

typedef struct thr_columns {
    thr_column *items;
    size_t count;
    size_t room;
} thr_columns;

/* What holds rows: lines `body` to before `end`, of which those with data are
 * looked at; lines `top` to before `body` may be its headings. */
typedef struct thr_extent {
    size_t top;
    size_t body;
    size_t end;
} thr_extent;

/* Find the columns. False if memory is exhausted. */
bool thr_columns_find(thr_columns *columns, const thr_page *page,
                      const thr_extent *extent);

/* Find out which columns hold texts. False if memory is exhausted. */
bool thr_columns_look(thr_columns *columns, const thr_page *page,
                      const thr_extent *extent);

/* The column that `lo` to before `hi` shares most with; the nearest if it
 * shares none. There must be one at least. */
size_t thr_columns_at(const thr_columns *columns, uint32_t lo, uint32_t hi);

/* Characters that two extents share. */
static inline uint32_t
thr_shared(uint32_t alo, uint32_t ahi, uint32_t blo, uint32_t bhi) {
    uint32_t lo = alo > blo ? alo : blo, hi = ahi < bhi ? ahi : bhi;
    return lo < hi ? hi - lo : 0;
}

/* Distances between places, and between the middles of extents: the latter in
 * half characters. */
static inline uint32_t
thr_apart(uint32_t a, uint32_t b) {
    return a > b ? a - b : b - a;
}

static inline uint32_t
thr_off_centre(uint32_t alo, uint32_t ahi, uint32_t blo, uint32_t bhi) {
    return thr_apart(alo + ahi, blo + bhi);
}

/* Put a column at the end, where there is a place for it. False if memory is
 * exhausted. */
bool thr_columns_add(thr_columns *columns, uint32_t lo, uint32_t hi);

void thr_columns_free(thr_columns *columns);

#endif
