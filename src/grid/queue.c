/* Lines held back. See queue.h. */
#include "grid/queue.h"

#include <stdlib.h>

#include "grid/held.h"

/* Double the ring, its lines moved to the start in order. */
static bool
enlarge(thr_queue *queue) {
    size_t more = queue->room ? queue->room * 2 : 16;
    thr_queued *items = calloc(more, sizeof *items);
    if (items == NULL)
        return false;
    for (size_t i = 0; i < queue->room; i++)
        items[i] = queue->items[(queue->first + i) % queue->room];
    free(queue->items);
    queue->items = items;
    queue->room = more;
    queue->first = 0;
    return true;
}

bool
thr_queue_push(thr_queue *queue, const thr_line *line) {
    if (queue->count == queue->room && !enlarge(queue))
        return false;
    thr_queued *item =
        &queue->items[(queue->first + queue->count) % queue->room];
    queue->bytes -= item->text.room;
    thr_held_copy(&item->text, line->text);
    queue->bytes += item->text.room;
    if (item->text.failed)
        return false;
    item->number = line->number;
    item->offset = line->offset;
    queue->count++;
    return true;
}

thr_line
thr_queue_at(const thr_queue *queue, size_t i) {
    const thr_queued *item = &queue->items[(queue->first + i) % queue->room];
    return (thr_line){.text = thr_buf_view(&item->text),
                      .number = item->number,
                      .offset = item->offset};
}

void
thr_queue_pop(thr_queue *queue, size_t count) {
    queue->first = (queue->first + count) % queue->room;
    queue->count -= count;
}

void
thr_queue_take(thr_queue *queue, thr_buf *text) {
    thr_buf *first = &queue->items[queue->first].text;
    thr_buf line = *first;
    queue->bytes += text->room - first->room;
    *first = *text;
    *text = line;
    thr_queue_pop(queue, 1);
}

void
thr_queue_free(thr_queue *queue) {
    for (size_t i = 0; i < queue->room; i++)
        thr_buf_free(&queue->items[i].text);
    free(queue->items);
    *queue = (thr_queue){0};
}
