/* Tables that are printed side by side, so that a record holds several rows.
 *
 *     Age | Number |   | Age | Number      the headings are equal: one table,
 *     0   | 31     |   | 2   | 52          whose rows go on at the right
 *     1   | 33     |   | 3   | 50
 *
 *     Country | Beef |   | Country | Pork  they differ: each row has values in
 *     Brazil  | 31   |   | China   | 52    the columns of its own panel
 *
 *     Year | Births |   | Year | Deaths    the labels are equal: a row is a
 *     2006 | 31     |   | 2006 | 52        row
 */
#ifndef THR_FRAME_PANELS_H
#define THR_FRAME_PANELS_H

#include "frame/stub.h"

enum { THR_PANELS = 8 };

typedef enum thr_panel_kind {
    THR_PANELS_SAME,  /* their headings are those of the first */
    THR_PANELS_OTHER, /* they have columns of their own */
    THR_PANELS_AGAIN  /* they say the labels of the first again */
} thr_panel_kind;

typedef struct thr_panels {
    size_t count; /* 0 where there are no panels */
    thr_panel_kind kind;
    size_t starts[THR_PANELS]; /* the first label of each */
    size_t labels[THR_PANELS]; /* how many there are */
    const char *reason;
} thr_panels;

/* Find the panels of the records in `range`, whose stub is `stub`. */
void thr_panels_find(const thr_window *window, const thr_stub_range *range,
                     const thr_stub *stub, thr_panels *out);

/* Whether `field` holds labels of a panel, the first included. */
bool thr_panels_is_label(const thr_panels *panels, size_t field);

/* Whether `field`, beyond the stub, has no column of its own. */
bool thr_panels_hides(const thr_panels *panels, size_t field);

/* How many rows a record holds. */
size_t thr_panels_rows(const thr_panels *panels);

/* Make `view` show row `index` of `record`: its labels in the first fields,
 * its values in those of the columns. Each cell tells where it was printed.
 * The texts stay those of `record`. False if memory is exhausted. */
bool thr_panels_view(const thr_panels *panels, size_t index,
                     const thr_record *record, thr_record *view);

#endif
