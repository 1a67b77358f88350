/* Where, among the records ahead, the next table has its header and its rows.
 *
 *     7  Immigration, by citizenship and region. 2007
 *     8
 *     9  Citizenship | Total | To region |          header = 9
 *    10              |       | Oslo and Akershus    body = 11
 *    11  Total | 61 774 | 20 696                    stub = 1 field
 */
#ifndef THR_FRAME_LOCATE_H
#define THR_FRAME_LOCATE_H

#include "frame/panels.h"
#include "frame/shape.h"

typedef struct thr_location {
    size_t header;      /* index in the window of the first header record */
    size_t nheader;     /* header records; they need not touch the body */
    size_t body;        /* index of the first record of the body */
    size_t metadata;    /* index of the first row that tells what each column
                           is, or that of the body */
    size_t end;         /* index behind the last record before another header,
                           or as many as there are */
    thr_stub stub;      /* the leading fields, which are labels */
    thr_panels panels;  /* if several tables stand side by side */
    size_t fields;      /* fields of the widest record of header and body */
    bool texts;         /* no record has figures: all is text */
    bool flags;         /* fields without a heading hold flags */
    const char *reason; /* why the header ends where it does */
    thr_shape shape;    /* what the user says */
} thr_location;

/* Find the next table among the records in the window. `*found` is false if
 * none of them is a row of data. Fails with THRESH_E_MEMORY, and with
 * THRESH_E_ARGUMENT where it cannot have the shape that the user says. */
thresh_result thr_locate(const thr_window *window, const thr_shape *shape,
                         thr_location *out, bool *found, thresh_error *err);

#endif
