/* The cells of a loaded table, packed: of each one number and one byte, which
 * says what shape it has. A plain number is made again from its value and the
 * form that it shares with others; so are blanks and symbols. What is like no
 * other cell is kept whole, once where it is printed many times.
 *
 *     61 774 | - | 5 to 16
 *     numbers   61774         0             0 (the first that is kept whole)
 *     shapes    "in groups"   "a dash"      "kept whole"
 */
#ifndef THR_MODEL_CELLS_H
#define THR_MODEL_CELLS_H

#include <string.h>

#include "model/form.h"

enum { THR_LAST_START = (1 << 30) - 1 };

enum { THR_MOST_SHAPES = 255, THR_WHOLE = 255, THR_LOT = 16 };

#define THR_SHARED UINT64_MAX

/* What cells of one shape share. */
typedef struct thr_mould {
    thresh_cell cell; /* but text and value of a number, and the place */
    thr_form form;
    size_t width;  /* of its text in code points, of what is no number */
    bool nowhere;  /* behind the end of its record: it has no field */
    bool is_plain; /* a number with nothing but a value */
} thr_mould;

/* The cells of one row. Behind it stand their numbers, of 32 bits or, at no
 * multiple of their size, of 64; then the shapes, then the columns. */
typedef struct thr_cells {
    uint32_t start : 30;      /* column in the source where the first stands */
    uint32_t wide : 1;        /* its numbers take 64 bits */
    uint32_t has_columns : 1; /* they do not follow each other: each has its
                                 own */
    int32_t narrow[];
} thr_cells;

/* One cell of the row that is packed: see pack.h. */
typedef struct thr_packing {
    int64_t number;
    uint32_t column; /* where it stands in the source */
    uint32_t width;  /* of its text in code points */
    uint8_t kind;    /* its shape, or THR_WHOLE */
} thr_packing;

typedef struct thr_store {
    thr_mould *shapes;
    size_t nshapes;
    size_t shapes_room;
    uint8_t recent[3];  /* of them, those found last */
    thresh_cell **lots; /* of cells that are kept whole, THR_LOT each */
    size_t nlots;
    size_t lots_room;
    size_t nwholes;
    uint32_t *known;   /* open addressing: those that may be found again, by
                          their number and one; or 0 */
    size_t known_room; /* a power of two */
    size_t nknown;
    bool negative;        /* some number may be below zero */
    thr_packing *packing; /* the row that is packed */
    size_t room;
} thr_store;

static inline int64_t
thr_cells_number(const thr_cells *cells, size_t column) {
    if (!cells->wide)
        return cells->narrow[column];
    int64_t number;
    memcpy(&number, cells->narrow + 2 * column, sizeof number);
    return number;
}

/* The shape of each of `count` cells. */
static inline const uint8_t *
thr_cells_shapes(const thr_cells *cells, size_t count) {
    return (const uint8_t *)(cells->narrow + (count << cells->wide));
}

static inline thresh_cell *
thr_store_whole(const thr_store *store, size_t number) {
    return &store->lots[number / THR_LOT][number % THR_LOT];
}

/* Whether a cell that is kept whole stands where those of its row do, and may
 * be that of many rows: its place is that of none. */
static inline bool
thr_whole_is_shared(const thresh_cell *whole) {
    return whole->place.record == THR_SHARED;
}

/* The cell that those of this shape share, or that is kept whole. */
static inline const thresh_cell *
thr_store_cell(const thr_store *store, uint8_t shape, int64_t number) {
    return shape == THR_WHOLE ? thr_store_whole(store, (size_t)number)
                              : &store->shapes[shape].cell;
}

/* Whether any cell may have decimals. */
bool thr_store_has_decimals(const thr_store *store);

#endif
