/* Which of the lines above a header are the title.
 *
 *     Table 7. Boats and crews: 2008      title, for it has the number
 *
 *     See notes                           text below the title
 *
 *     Source: Harbours                    a note
 *
 * The title is the last block of text, unless a block further above starts
 * with the table's number, or the last one says of itself that it is none: it
 * is in brackets, or sends the reader on to the notes.
 */
#ifndef THR_FRAME_TITLE_LINES_H
#define THR_FRAME_TITLE_LINES_H

#include "scan/window.h"

typedef struct thr_title_lines {
    size_t page;  /* the first record of the page that the title is on */
    size_t start; /* index of the first record of the title */
    size_t end;   /* behind its last one */
    size_t notes; /* the first of the notes below it */
} thr_title_lines;

/* The title among the first `count` records; all are `count` if there is
 * none. */
thr_title_lines thr_title_lines_find(const thr_window *window, size_t count);

#endif
