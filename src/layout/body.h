/* What a record below a header is: a row, a header again, a note, or the
 * start of something else.
 *
 *     Africa total | 4 348 | 1 174           row
 *                                            blank
 *     Citizenship | Total | To region        header again: the page broke
 *     Asia, Turkey included ¹ | 9 577 | ..   row
 *                                            blank
 *     ¹ 1st November 2006 Serbia ...         note
 */
#ifndef THR_LAYOUT_BODY_H
#define THR_LAYOUT_BODY_H

#include "layout/repeat.h"
#include "model/table.h"

/* Records that were looked at before, by their number in the source from 0: a
 * line of text looks ahead to what follows, and so does the next. */
typedef struct thr_seen {
    size_t from, until; /* none of these is what was looked for */
} thr_seen;

/* What is known of the table around the record. */
typedef struct thr_body {
    const thresh_table *table;
    thr_stub stub;
    thr_panels panels;
    thr_repeat repeat; /* the header */
    bool after_blank;  /* nothing but blank lines since the last row, or a
                          note */
    bool after_note;
    size_t rows;         /* so far */
    size_t texts;        /* rows so far whose values are texts */
    thr_seen labels;     /* nothing but text in the stub */
    thr_seen no_figures; /* no figures */
} thr_body;

typedef enum thr_verdict_kind {
    THR_IS_BLANK,
    THR_IS_ROW,
    THR_IS_HEADER, /* and as many records as thr_repeat_count() says */
    THR_IS_GROUP,
    THR_IS_NOTE,
    THR_IS_FURNITURE,
    THR_IS_ELSEWHERE /* it belongs to another table, or to none */
} thr_verdict_kind;

typedef struct thr_verdict {
    thr_verdict_kind kind;
    const char *reason;
} thr_verdict;

/* What stands below the header at `location`; to be freed in any case. The
 * table must outlive it. */
thresh_result thr_body_start(thr_body *body, const thresh_table *table,
                             const thr_window *window,
                             const thr_location *location, thresh_error *err);
void thr_body_free(thr_body *body);

/* Judge the first record of the window, which is filled as far as needed. */
thresh_result thr_body_judge(thr_body *body, thr_window *window,
                             thr_verdict *out, thresh_error *err);

#endif
