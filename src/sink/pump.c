/* Bytes written by a second thread. See pump.h. */
#include "sink/pump.h"

#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Blocks in the ring, and bytes in each: large enough for a call of the kernel
 * to be cheap, small enough to stay in the cache. */
enum { BLOCKS = 4, BLOCK_SIZE = 256 * 1024 };

typedef struct block {
    size_t used;
    char bytes[BLOCK_SIZE];
} block;

struct thr_pump {
    thr_pump_write *write;
    void *ctx;
    pthread_t thread;
    pthread_mutex_t lock; /* of what follows */
    pthread_cond_t changed;
    uint64_t filled;  /* blocks handed to the thread */
    uint64_t written; /* of these, those that it is done with */
    bool ended;       /* no more will be filled */
    bool dropped;     /* those that are filled need not be written */
    int failure;      /* errno of the first write that failed, or 0 */
    block blocks[BLOCKS];
};

static block *
block_at(thr_pump *pump, uint64_t index) {
    return &pump->blocks[index % BLOCKS];
}

/* ## The thread */

/* Write blocks until there are no more. The lock is held but for the writing.
 */
static void *
run(void *ctx) {
    thr_pump *pump = ctx;
    (void)pthread_mutex_lock(&pump->lock);
    for (;;) {
        while (pump->written == pump->filled && !pump->ended)
            (void)pthread_cond_wait(&pump->changed, &pump->lock);
        if (pump->written == pump->filled)
            break;
        block *next = block_at(pump, pump->written);
        bool wanted = pump->failure == 0 && !pump->dropped;
        (void)pthread_mutex_unlock(&pump->lock);
        int failure = wanted ? pump->write(pump->ctx, next->bytes, next->used)
                             : 0;
        (void)pthread_mutex_lock(&pump->lock);
        if (pump->failure == 0)
            pump->failure = failure;
        pump->written++;
        (void)pthread_cond_signal(&pump->changed);
    }
    (void)pthread_mutex_unlock(&pump->lock);
    return NULL;
}

/* Start the thread with all signals blocked: they are for the program. */
static bool
start_thread(thr_pump *pump) {
    sigset_t all, before;
    (void)sigfillset(&all);
    if (pthread_sigmask(SIG_SETMASK, &all, &before) != 0)
        return false;
    bool started = pthread_create(&pump->thread, NULL, run, pump) == 0;
    (void)pthread_sigmask(SIG_SETMASK, &before, NULL);
    return started;
}

static void
free_pump(thr_pump *pump) {
    (void)pthread_cond_destroy(&pump->changed);
    (void)pthread_mutex_destroy(&pump->lock);
    free(pump);
}

thr_pump *
thr_pump_start(thr_pump_write *write, void *ctx) {
    thr_pump *pump = malloc(sizeof *pump);
    if (pump == NULL)
        return NULL;
    pump->write = write;
    pump->ctx = ctx;
    pump->filled = pump->written = 0;
    pump->ended = pump->dropped = false;
    pump->failure = 0;
    pump->blocks[0].used = 0;
    if (pthread_mutex_init(&pump->lock, NULL) != 0) {
        free(pump);
        return NULL;
    }
    if (pthread_cond_init(&pump->changed, NULL) != 0) {
        (void)pthread_mutex_destroy(&pump->lock);
        free(pump);
        return NULL;
    }
    if (!start_thread(pump)) {
        free_pump(pump);
        return NULL;
    }
    return pump;
}

/* ## The other side */

/* Hand the block that is being filled to the thread, and wait for the next to
 * be free. */
static int
hand_over(thr_pump *pump) {
    (void)pthread_mutex_lock(&pump->lock);
    pump->filled++;
    (void)pthread_cond_signal(&pump->changed);
    while (pump->filled - pump->written == BLOCKS)
        (void)pthread_cond_wait(&pump->changed, &pump->lock);
    int failure = pump->failure;
    block_at(pump, pump->filled)->used = 0;
    (void)pthread_mutex_unlock(&pump->lock);
    return failure;
}

int
thr_pump_put(thr_pump *pump, const void *bytes, size_t size) {
    const char *from = bytes;
    while (size > 0) {
        block *open = block_at(pump, pump->filled);
        size_t fits = BLOCK_SIZE - open->used;
        fits = fits < size ? fits : size;
        memcpy(open->bytes + open->used, from, fits);
        open->used += fits;
        from += fits;
        size -= fits;
        int failure = open->used == BLOCK_SIZE ? hand_over(pump) : 0;
        if (failure != 0)
            return failure;
    }
    return 0;
}

int
thr_pump_push(thr_pump *pump) {
    return block_at(pump, pump->filled)->used > 0 ? hand_over(pump) : 0;
}

/* Stop the thread; the errno of a write that failed. */
static int
stop(thr_pump *pump, bool dropped) {
    (void)pthread_mutex_lock(&pump->lock);
    pump->ended = true;
    pump->dropped = dropped;
    (void)pthread_cond_signal(&pump->changed);
    (void)pthread_mutex_unlock(&pump->lock);
    (void)pthread_join(pump->thread, NULL);
    int failure = pump->failure;
    free_pump(pump);
    return failure;
}

int
thr_pump_finish(thr_pump *pump) {
    (void)thr_pump_push(pump);
    return stop(pump, false);
}

void
thr_pump_drop(thr_pump *pump) {
    if (pump != NULL)
        (void)stop(pump, true);
}
