/* Lines held back: while the dialect is being detected, and while a quoted
 * cell is open. First in, first out; the memory of lines is used again. */
#ifndef THR_GRID_QUEUE_H
#define THR_GRID_QUEUE_H

#include "base/buf.h"
#include "source/lines.h"

typedef struct thr_queued {
    thr_buf text;
    uint64_t number;
    uint64_t offset;
} thr_queued;

typedef struct thr_queue {
    thr_queued *items; /* a ring */
    size_t room;
    size_t first;
    size_t count;
    size_t bytes; /* taken for their texts */
} thr_queue;

/* Append a copy of `line`. False if memory is exhausted. */
bool thr_queue_push(thr_queue *queue, const thr_line *line);

/* The i-th line from the front; it lives until it is popped. */
thr_line thr_queue_at(const thr_queue *queue, size_t i);

void thr_queue_pop(thr_queue *queue, size_t count);

/* Let go of the first line, whose text is exchanged for what `text` holds: it
 * need not be copied. */
void thr_queue_take(thr_queue *queue, thr_buf *text);
void thr_queue_free(thr_queue *queue);

#endif
