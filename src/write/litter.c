/* Temporary files that a signal must not leave behind. See litter.h. */
#include "write/litter.h"

#include <errno.h>
#include <stdatomic.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

#include "thresh/writer.h"

/* A fixed array, since a handler may interrupt anything, malloc() too. */
enum { SLOTS = 32, LONGEST = 4096 };

enum { FREE, TAKEN, SET };

typedef struct slot {
    atomic_int state;
    char path[LONGEST];
} slot;

static slot slots[SLOTS];

int
thr_litter_remember(const char *path) {
    size_t size = strlen(path) + 1;
    for (int i = 0; size <= LONGEST && i < SLOTS; i++) {
        int state = FREE;
        if (!atomic_compare_exchange_strong(&slots[i].state, &state, TAKEN))
            continue;
        memcpy(slots[i].path, path, size);
        atomic_store(&slots[i].state, SET);
        return i;
    }
    return -1;
}

void
thr_litter_forget(int number) {
    if (number >= 0)
        atomic_store(&slots[number].state, FREE);
}

void
thresh_remove_temporaries(void) {
    int before = errno;
    for (int i = 0; i < SLOTS; i++)
        if (atomic_load(&slots[i].state) == SET)
            (void)unlink(slots[i].path);
    errno = before;
}
