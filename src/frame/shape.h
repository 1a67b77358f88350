/* The header as high as the user says, where it was recognised lower or
 * higher.
 *
 *     7  Permits | granted             2: lines 8 and 9; the line above is a
 *     8  Town    | Year                   title then
 *     9          | 2006 | 2007         1: line 9 has years, and line 8 is the
 *    10  Hamar   | 1998 | 2010            header: line 9 is a row then
 */
#ifndef THR_FRAME_SHAPE_H
#define THR_FRAME_SHAPE_H

#include "scan/window.h"

/* The shape of the tables, as the user says; 0 = recognise. */
typedef struct thr_shape {
    uint32_t header_rows; /* lines that are not blank, or THRESH_NO_HEADER */
    uint32_t stub_fields;
    bool texts; /* no table was found yet: one may be of texts alone */
} thr_shape;

/* Make the header [*start, *end) above the body at `*body` have
 * `shape->header_rows` lines. What it lacks is taken from the rows in columns
 * above, then from those below it; what it has too many of is given back to
 * the title, or to the body where a line of figures stands last. Fails with
 * THRESH_E_ARGUMENT if there are not so many lines. */
thresh_result thr_shape_header(const thr_shape *shape,
                               const thr_window *window, size_t *start,
                               size_t *end, size_t *body, thresh_error *err);

#endif
