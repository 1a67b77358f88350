/* Memory that ends where a test wants it to. See refuse.h. */
#define _DEFAULT_SOURCE /* MAP_ANONYMOUS */
#include "refuse.h"

#include <execinfo.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>

enum {
    FRAMES = 8, /* of the stack that tell places apart */
    DEEP = 10,  /* ... where one function is called for all */
    OWN = 2,    /* further ones are in this file */
    SLOTS = 1 << 16,
    NOTED = 1 << 14
};

/* What is counted is counted in processes that are made meanwhile as well: a
 * workbook is made in one. */
typedef struct watch {
    size_t calls;
    size_t allowed; /* of these, so many are answered */
    bool once;
    bool watching;
    uint64_t places[SLOTS]; /* hashes; 0 = none */
    size_t noted[NOTED];
    size_t nnoted;
} watch;

static watch *all;
static long live;

static watch *
counts(void) {
    if (all == NULL) {
        all = mmap(NULL, sizeof *all, PROT_READ | PROT_WRITE,
                   MAP_SHARED | MAP_ANONYMOUS, -1, 0);
        if (all == MAP_FAILED)
            abort();
        all->allowed = SIZE_MAX;
    }
    return all;
}

/* Whether a call from here is the first. */
static bool
is_new(watch *c, int depth) {
    void *frames[DEEP + OWN];
    int count = backtrace(frames, depth + OWN);
    uint64_t hash = 0xCBF29CE484222325;
    for (int i = OWN; i < count; i++)
        hash = (hash ^ (uintptr_t)frames[i]) * 0x100000001B3;
    hash |= 1;
    size_t slot = (hash >> 20) % SLOTS;
    while (c->places[slot] != 0 && c->places[slot] != hash)
        slot = (slot + 1) % SLOTS;
    bool is_first = c->places[slot] == 0;
    c->places[slot] = hash;
    return is_first;
}

static bool
refuses_at(int depth) {
    watch *c = counts();
    size_t call = c->calls++;
    if (c->watching && c->nnoted < NOTED && is_new(c, depth))
        c->noted[c->nnoted++] = call;
    return c->once ? call == c->allowed : call >= c->allowed;
}

bool
refuse_now(void) {
    return refuses_at(FRAMES);
}

bool
refuse_deep(void) {
    return refuses_at(DEEP);
}

void
refuse_watch(void) {
    watch *c = counts();
    c->calls = 0;
    c->nnoted = 0;
    c->allowed = SIZE_MAX;
    c->watching = true;
}

size_t
refuse_noted(const size_t **out) {
    watch *c = counts();
    c->watching = false;
    *out = c->noted;
    return c->nnoted;
}

void
refuse_from(size_t call, bool only) {
    watch *c = counts();
    c->calls = 0;
    c->allowed = call;
    c->once = only;
}

void
refuse_none(void) {
    counts()->allowed = SIZE_MAX;
}

long
refuse_live(void) {
    return live;
}

static void *
counted(void *memory) {
    live += memory != NULL;
    return memory;
}

WRAP(void *, malloc, size_t size) {
    return refuse_now() ? NULL : counted(__real_malloc(size));
}

WRAP(void *, calloc, size_t count, size_t size) {
    return refuse_now() ? NULL : counted(__real_calloc(count, size));
}

void *__real_realloc(void *old, size_t size);
void *__wrap_realloc(void *old, size_t size);
void *
__wrap_realloc(void *old, size_t size) {
    if (refuse_now())
        return NULL;
    return old ? __real_realloc(old, size) : counted(__real_malloc(size));
}

WRAP(char *, strdup, const char *text) {
    return refuse_now() ? NULL : counted(__real_strdup(text));
}

WRAP(void, free, void *memory) {
    live -= memory != NULL;
    __real_free(memory);
}
