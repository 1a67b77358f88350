/* How much memory the lines may take that are held back: in a queue, as lines,
 * and then in a window, as records of cells. */
#ifndef THR_GRID_HELD_H
#define THR_GRID_HELD_H

#include "grid/record.h"

/* Make `text` a copy of `line`, with THR_LINES_BEYOND bytes behind it that can
 * be read; `text->failed` if memory is exhausted. */
void thr_held_copy(thr_buf *text, thresh_str line);

/* Bytes that a record has taken, for its longest line so far. */
size_t thr_held_by(const thr_record *record);

/* THRESH_E_LIMIT where `bytes` are more than `limit`, unless that is 0; `line`
 * is the last that was read. */
thresh_result thr_held_check(size_t bytes, size_t limit, uint64_t line,
                             thresh_error *err);

#endif
