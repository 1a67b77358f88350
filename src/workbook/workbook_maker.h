/* Orders to a workbook, in a process of its own; and the one include of
 * libxlsxwriter in the project:
 *
 *     workbook_make.c     the process, and what it has to have written
 *     workbook_orders.c   order after order, each a call of the library
 *     workbook_rows.c     rows of plain cells, past the library
 */
#ifndef THR_WORKBOOK_WORKBOOK_MAKER_H
#define THR_WORKBOOK_WORKBOOK_MAKER_H

#include <xlsxwriter.h>

#include "workbook/workbook_inside.h"

/* A sheet, and what was written to it if it is streamed: the library does not
 * hold its cells. */
typedef struct thr_made_sheet {
    lxw_worksheet *sheet;
    bool streamed;
    uint64_t cells;
    uint64_t formulas; /* bytes of their texts */
    char *waiting;     /* orders of a row that is not written; or NULL */
    char *waiting_end;
    uint32_t row; /* of these */
    uint32_t next_column;
    uint8_t level; /* of grouping that the row has */
} thr_made_sheet;

typedef struct thr_maker {
    const thr_workbook *book;
    lxw_workbook *workbook;
    lxw_format **formats; /* one for each style */
    thr_made_sheet *sheets;
    uint32_t nsheets; /* made so far */
    thr_made_sheet *now;
    lxw_worksheet *sheet; /* of that */
    thr_buf row;          /* that is being written */
} thr_maker;

/* Whether an order is for a blank cell that looks like any other: it is not
 * written. `texts` are those of the order. */
static inline bool
thr_order_is_nothing(const thr_order *order, const char *texts) {
    return order->kind == THR_ORDER_TEXT && texts[0] == '\0'
           && order->style == 0;
}

/* What a code of the library means to our caller. */
thresh_result thr_maker_check(lxw_error code, thresh_error *err);

/* Follow an order for a cell of `m->sheet`. */
lxw_error thr_maker_put_cell(thr_maker *m, const thr_order *order,
                             char *texts);

/* Follow an order for a row of `m->sheet`. */
lxw_error thr_maker_set_row(thr_maker *m, const thr_order *order);

/* Follow all orders of the workbook. */
thresh_result thr_maker_follow(thr_maker *m, thresh_error *err);

#endif
