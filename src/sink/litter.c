/* Temporary files that a signal must not leave behind. See litter.h. */
#include "sink/litter.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
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

/* How many are in thr_litter_add(), and whether a handler was here. Each looks
 * at that of the other after it has set its own: a handler waits for a file
 * that it would not find, or the file is not made. */
static atomic_int making;
static atomic_bool removed;

static int
remember(const char *path) {
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

static bool
make_known(const char *path, thr_litter_make *make, void *ctx, int *number) {
    if (atomic_load(&removed)) {
        errno = ECANCELED;
        return false;
    }
    if (!make(path, ctx))
        return false;
    *number = remember(path);
    return true;
}

/* A handler in this thread would wait for ever. */
bool
thr_litter_add(const char *path, thr_litter_make *make, void *ctx,
               int *number) {
    sigset_t all, before;
    (void)sigfillset(&all);
    (void)pthread_sigmask(SIG_SETMASK, &all, &before);
    (void)atomic_fetch_add(&making, 1);
    bool made = make_known(path, make, ctx, number);
    int result = errno;
    (void)atomic_fetch_sub(&making, 1);
    (void)pthread_sigmask(SIG_SETMASK, &before, NULL);
    errno = result;
    return made;
}

void
thr_litter_forget(int number) {
    if (number >= 0)
        atomic_store(&slots[number].state, FREE);
}

void
thresh_remove_temporaries(void) {
    int before = errno;
    atomic_store(&removed, true);
    while (atomic_load(&making) > 0)
        (void)poll(NULL, 0, 1);
    for (int i = 0; i < SLOTS; i++)
        if (atomic_load(&slots[i].state) == SET)
            (void)unlink(slots[i].path);
    errno = before;
}
