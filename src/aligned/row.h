/* One row of aligned text to cells, by where they stand; or, where a row does
 * not keep to the columns, by their order, if there are as many as columns.
 *
 *     Oslo              548 617  268 942      by place
 *     Troms and the rest  154 642   77 893    by order
 */
#ifndef THR_ALIGNED_ROW_H
#define THR_ALIGNED_ROW_H

#include "aligned/columns.h"
#include "aligned/pieces.h"

typedef enum thr_row_fit {
    THR_ROW_FITS,
    THR_ROW_BY_ORDER,
    THR_ROW_IS_TEXT, /* neither: one piece */
    THR_ROW_FAILED   /* memory is exhausted */
} thr_row_fit;

/* Append the cells of a row. A text right of the last column gets a column of
 * its own. */
thr_row_fit thr_row_cut(thr_pieces *pieces, const thr_page *page, size_t line,
                        const thr_columns *columns);

/* Where the text of a line starts and ends, its indentation included; false if
 * it has none. */
bool thr_row_whole(const thr_page *page, size_t line, size_t *from,
                   size_t *to);

#endif
