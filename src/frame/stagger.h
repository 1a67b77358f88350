/* Headings whose words stand on several lines of aligned text.
 *
 *                 Opening balance         over two columns: a spanner
 *      Closing   _________________
 *      balance              This          "Closing balance today" and "This
 *       today     Today     month         month" are one heading each
 */
#ifndef THR_FRAME_STAGGER_H
#define THR_FRAME_STAGGER_H

#include "scan/window.h"

/* One cell of a heading: record and field. */
typedef struct thr_stagger_cell {
    size_t record; /* in the window */
    size_t field;
} thr_stagger_cell;

/* Over how many columns the cell stands, as its place tells; 0 where it does
 * not: where columns are not aligned. */
size_t thr_stagger_span(const thr_window *window, thr_stagger_cell at);

/* Whether the words of `below` go on with those of `above`, which is the next
 * text over it: both stand over the same columns, with no line or rule
 * between, and neither is a level by itself, with the same words over other
 * columns. Over `labels` there are no levels. */
bool thr_stagger_goes_on(const thr_window *window, thr_stagger_cell above,
                         thr_stagger_cell below, bool labels);

#endif
