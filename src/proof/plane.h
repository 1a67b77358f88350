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
#include "model/unpack.h"
#include "proof/words.h"

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

enum { THR_PLAIN_NIL = UINT8_MAX - 1 };

#define THR_NOWHERE UINT32_MAX
#define THR_STEP_WIDE UINT32_MAX

typedef struct thr_plane {
    const thresh_table *table;
    size_t dimension;
    thresh_axis axis;
    size_t nitems;
    size_t nlines;
    size_t ngroups;  /* choices of the other dimensions of the axis */
    uint32_t *slots; /* row or column of each item and group, or THR_NOWHERE;
                       NULL where it is the item itself */
    uint8_t *scale;  /* decimals of each line */
    uint8_t plain[THR_WHOLE + 1]; /* of each shape of cells: the decimals of
                                     numbers with nothing else, THR_PLAIN_NIL,
                                     or UINT8_MAX for all others */
    uint8_t *says;  /* of each item, what its label says: thr_says bits */
    bool *simple;   /* rows of the table whose cells are all numbers of 32 bits
                       with the decimals of their lines and nothing else, or
                       nils; NULL where there are slots */
    uint32_t *step; /* what all numbers of each line are multiples of; 0 where
                       all are zero */
    int64_t *wide_step; /* the same where `step` has THR_STEP_WIDE */
    bool *repeats; /* whether each line has the numbers of one before it, or a
                      multiple of them: it is no further evidence */
} thr_plane;

/* Look at `table` along `dimension`, with memory of `arena`. `*fits` is false
 * where the dimension has fewer than two categories, or so few of the places
 * are filled that the view would be larger than the table. */
thresh_result thr_plane_open(thr_plane *plane, const thresh_table *table,
                             size_t dimension, thr_arena *arena, bool *fits,
                             thresh_error *err);

/* The numbers of a row of the table, a nil as 0, where all of them are known
 * as they stand; else NULL. Most rows are like that, and what is asked of many
 * of them is asked of these numbers alone. */
static inline const int32_t *
thr_plane_numbers(const thr_plane *plane, size_t row) {
    return plane->simple != NULL && plane->simple[row]
               ? thr_table_cells(plane->table, row)->narrow
               : NULL;
}

/* A value that is found by slots, or is no number as it stands. */
thr_value thr_plane_other(const thr_plane *plane, size_t item, size_t line);

/* One item, to read many of its values: in the header, since the search asks
 * for little else. Most cells hold a number that needs nothing done to it. */
typedef struct thr_item {
    const thr_plane *plane;
    size_t item;
    const thr_cells *cells; /* where they are those of one row */
    const uint8_t *shapes;
    const int32_t *numbers; /* of each line, where that is all there is to
                               know; else NULL */
} thr_item;

static inline thr_value
thr_plane_read(const thr_plane *plane, const thr_cells *cells,
               const uint8_t *shapes, size_t column, size_t item,
               size_t line) {
    uint8_t plain = plane->plain[shapes[column]];
    if (plain == plane->scale[line])
        return (thr_value){.state = THR_KNOWN,
                           .number = thr_cells_number(cells, column),
                           .unit = 1};
    if (plain == THR_PLAIN_NIL)
        return (thr_value){.state = THR_KNOWN};
    return thr_plane_other(plane, item, line);
}

static inline thr_value
thr_plane_value(const thr_plane *plane, size_t item, size_t line) {
    if (plane->slots != NULL)
        return thr_plane_other(plane, item, line);
    bool rows = plane->axis == THRESH_ROWS;
    size_t row = rows ? item : line, column = rows ? line : item;
    const thr_cells *cells = thr_table_cells(plane->table, row);
    /* A zero may be a nil, which has no unit. */
    if (plane->simple != NULL && plane->simple[row]
        && cells->narrow[column] != 0)
        return (thr_value){
            .state = THR_KNOWN, .number = cells->narrow[column], .unit = 1};
    return thr_plane_read(plane, cells,
                          thr_cells_shapes(cells, plane->table->ncolumns),
                          column, item, line);
}

static inline thr_item
thr_plane_item(const thr_plane *plane, size_t item) {
    thr_item out = {.plane = plane, .item = item};
    if (plane->axis == THRESH_ROWS && plane->slots == NULL) {
        out.cells = thr_table_cells(plane->table, item);
        out.shapes = thr_cells_shapes(out.cells, plane->table->ncolumns);
        out.numbers = thr_plane_numbers(plane, item);
    }
    return out;
}

static inline thr_value
thr_item_value(const thr_item *item, size_t line) {
    return item->cells == NULL
               ? thr_plane_value(item->plane, item->item, line)
               : thr_plane_read(item->plane, item->cells, item->shapes, line,
                                item->item, line);
}

/* Whether an item calls itself a total. */
static inline bool
thr_plane_is_named(const thr_plane *plane, size_t item) {
    return (plane->says[item] & THR_SAYS_TOTAL) != 0;
}

/* What all numbers of a line are multiples of; 0 where all are zero. */
static inline int64_t
thr_plane_step(const thr_plane *plane, size_t line) {
    uint32_t step = plane->step[line];
    return step == THR_STEP_WIDE ? plane->wide_step[line] : step;
}

/* Whether there may be numbers below zero. */
static inline bool
thr_plane_signed(const thr_plane *plane) {
    return plane->table->store.negative;
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
