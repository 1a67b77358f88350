/* Arrays that grow by doubling, and by half when they are long, outside an
 * arena. */
#ifndef THR_BASE_GROW_H
#define THR_BASE_GROW_H

#include <stddef.h>

/* Make `array`, of items of `size` bytes with room for `room` of them, hold at
 * least `need`. Returns the array, perhaps moved, and updates `room`; NULL if
 * memory is exhausted, with array and room as they were. */
void *thr_grow(void *array, size_t *room, size_t need, size_t size);

#endif
