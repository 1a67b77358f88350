/* Arrays that grow by doubling, and by half when they are long. See grow.h. */
#include "base/grow.h"

#include <stdint.h>
#include <stdlib.h>

void *
thr_grow(void *array, size_t *room, size_t need, size_t size) {
    if (array != NULL && need <= *room)
        return array;
    enum { LONG = 1 << 12 };
    size_t more = *room < 8 ? 8 : *room;
    while (more < need) {
        if (more > SIZE_MAX / 2)
            return NULL;
        more += more < LONG ? more : more / 2;
    }
    if (size != 0 && more > SIZE_MAX / size)
        return NULL;
    void *moved = realloc(array, more * size);
    if (moved != NULL)
        *room = more;
    return moved;
}
