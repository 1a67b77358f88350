/* The inside of a workbook, for the files that are behind workbook.h. What is
 * to be done is written down first, and done when all is known, by a process
 * of its own:
 *
 *     workbook.c        opening, closing, sheets, styles
 *     workbook_cells.c  what stands in a cell         -> orders
 *     workbook_page.c   widths, heights, panes, ...   -> orders
 *     workbook_make.c   orders -> libxlsxwriter -> a file that is sound, with
 *                       workbook_orders.c
 *
 * An order is a thr_order, and behind it its texts, each ended by NUL. */
#ifndef THR_WORKBOOK_WORKBOOK_INSIDE_H
#define THR_WORKBOOK_WORKBOOK_INSIDE_H

#include "base/arena.h"
#include "base/buf.h"
#include "sink/temporary.h"
#include "workbook/workbook.h"

typedef enum thr_order_kind {
    THR_ORDER_PROPERTIES, /* texts: title, subject, comments */
    THR_ORDER_SHEET,      /* text: its name; `flag`: it is streamed. What
                             follows concerns it */
    THR_ORDER_TURN,       /* what follows concerns sheet `row` */
    THR_ORDER_TEXT,       /* text; "" is a blank cell */
    THR_ORDER_NUMBER,
    THR_ORDER_FORMULA, /* text; `number` is its result */
    THR_ORDER_BOOLEAN,
    THR_ORDER_RUNS,  /* texts: two runs; `flag`: the first is raised */
    THR_ORDER_MERGE, /* `rows` x `columns` cells */
    THR_ORDER_LIST,  /* texts: its name, then `columns` fields */
    THR_ORDER_COLUMN,
    THR_ORDER_ROW,     /* `columns` is its level of grouping */
    THR_ORDER_OUTLINE, /* `flag`: totals stand below */
    THR_ORDER_FREEZE,
    THR_ORDER_GRID,
    THR_ORDER_PRINTING, /* `flag`: landscape; `rows` are repeated */
} thr_order_kind;

typedef struct thr_order {
    uint8_t kind;
    bool flag;
    uint16_t style;  /* its number from 1; 0 = none */
    uint16_t raised; /* RUNS: the style of the raised one */
    uint16_t columns;
    uint32_t row;
    uint32_t column;
    uint32_t rows;
    uint32_t texts; /* bytes behind it */
    double number;  /* or a width or height */
} thr_order;

struct thr_sheet {
    thr_workbook *book;
    const char *name;
    bool streamed; /* its rows go to a temporary file, one by one */
    thr_sheet *previous;
    uint32_t index;
};

struct thr_workbook {
    const char *path;
    thr_arena arena; /* holds the sheets */
    thr_sheet *newest;
    thr_sheet *current; /* whom the last order concerned */
    uint32_t nsheets;
    thr_style *styles;
    size_t nstyles;
    size_t styles_room;
    size_t last_style; /* the one used last: most cells look alike */
    thr_buf first;     /* the text of a cell, or its first run, and a NUL */
    thr_buf second;
    uint64_t held; /* cells of the sheets that are not streamed, about */
    size_t nstreamed;
    thr_buf orders;      /* the last of them */
    thr_temporary spill; /* those before, once there are many */
    size_t nspilled;     /* bytes there */
    char *spilled;       /* what is there, for the process that follows it */
};

/* Write down an order for `sheet`, or for the whole if it is NULL. `texts` are
 * `size` bytes and may be NULL. */
thresh_result thr_workbook_order(thr_workbook *book, thr_sheet *sheet,
                                 thr_order order, const char *texts,
                                 size_t size, thresh_error *err);

/* The number of a style; 0 for NULL. */
thresh_result thr_workbook_style(thr_workbook *book, const thr_style *style,
                                 uint16_t *out, thresh_error *err);

/* Do what was ordered: make the file, and have it checked. */
thresh_result thr_workbook_make(thr_workbook *book, thresh_error *err);

#endif
