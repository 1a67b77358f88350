/* A table seen along one dimension: its categories are items, and every place
 * where all of them could have a value is a line.
 *
 *                        line: Total   Oslo   Hedmark
 *     item: Total              61774  20696      2776
 *     item: Norway              8276   3159       423
 *
 * Along the rows, a line is a column, and along the columns a line is a row.
 * Where an axis has several dimensions, a line is also one choice of the
 * others, unless each category stands alone (a code beside each name). Values
 * of a line are whole numbers in one unit: the smallest decimal place that is
 * printed in it.
 */
#ifndef THR_PROOF_PLANE_H
#define THR_PROOF_PLANE_H

#include "base/arena.h"
#include "model/table.h"

typedef enum thr_state {
    THR_ABSENT,  /* nothing printed, or no such place */
    THR_MISSING, /* printed, but no number is known */
    THR_KNOWN
} thr_state;

typedef struct thr_value {
    thr_state state;
    int64_t number;
    int64_t unit; /* of its last printed digit; 0 for a nil, which is exact */
} thr_value;

/* A value as it is kept: the search looks at each many times. */
typedef struct thr_packed {
    int64_t number;
    uint8_t state;
    uint8_t places; /* decimal places from its last digit to the line's unit,
                       or UINT8_MAX where it has none */
} thr_packed;

typedef struct thr_plane {
    const thresh_table *table;
    size_t dimension;
    thresh_axis axis;
    size_t nitems;
    size_t nlines;
    size_t ngroups; /* choices of the other dimensions of the axis */
    size_t *slots;  /* row or column of each item and group, or THRESH_NONE;
                       NULL where it is the item itself */
    uint8_t *scale; /* decimals of each line */
    thr_packed *values; /* of each item, its lines */
    int64_t *step; /* what all numbers of each line are multiples of; 0 where
                      all are zero */
    bool *repeats; /* whether each line has the numbers of one before it, or a
                      multiple of them: it is no further evidence */
} thr_plane;

/* Look at `table` along `dimension`, with memory of `arena`. `*fits` is false
 * where the dimension has fewer than two categories, or so few of the places
 * are filled that the view would be larger than the table. */
thresh_result thr_plane_open(thr_plane *plane, const thresh_table *table,
                             size_t dimension, thr_arena *arena, bool *fits,
                             thresh_error *err);

/* The powers of ten that fit. */
extern const int64_t thr_plane_units[19];

/* In the header, since the search asks for little else. */
static inline thr_value
thr_plane_value(const thr_plane *plane, size_t item, size_t line) {
    const thr_packed *value = &plane->values[item * plane->nlines + line];
    return (thr_value){.state = (thr_state)value->state,
                       .number = value->number,
                       .unit = value->places == UINT8_MAX
                                   ? 0
                                   : thr_plane_units[value->places]};
}

/* What the numbers of a line were rounded to, judged by what all of them are
 * multiples of: 1, 5, 10, 50, 100, ... of its unit. */
int64_t thr_plane_base(const thr_plane *plane, size_t line);

/* The kind of a line, below 32: lines of one kind are rounded alike. Lines of
 * multiples of five or ten of their unit are one kind; else it is the number
 * of decimals. */
unsigned thr_plane_kind(const thr_plane *plane, size_t line);

/* The row and column of the cell there; false if there is no such place. */
bool thr_plane_cell(const thr_plane *plane, size_t item, size_t line,
                    size_t *row, size_t *column);

thresh_str thr_plane_label(const thr_plane *plane, size_t item);

#endif
