/* Memory that ends where a test wants it to. See refuse.h. */
#include "refuse.h"

#include <execinfo.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"

enum {
    FRAMES = 5, /* of the stack that tell places apart */
    DEEP = 8,   /* ... where one function is called for all */
    OWN = 2,    /* further ones are in this file */
    SLOTS = 1 << 16,
    NOTED = 1 << 14
};

static size_t calls;
static size_t allowed = SIZE_MAX; /* of these, so many are answered */
static bool once;
static bool watching;
static long live;
static uint64_t places[SLOTS]; /* hashes; 0 = none */
static size_t noted[NOTED];
static size_t nnoted;

/* Whether a call from here is the first. */
static bool
is_new(int depth) {
    void *frames[DEEP + OWN];
    int count = backtrace(frames, depth + OWN);
    uint64_t hash = 0xCBF29CE484222325;
    for (int i = OWN; i < count; i++)
        hash = (hash ^ (uintptr_t)frames[i]) * 0x100000001B3;
    hash |= 1;
    size_t slot = (hash >> 20) % SLOTS;
    while (places[slot] != 0 && places[slot] != hash)
        slot = (slot + 1) % SLOTS;
    bool is_first = places[slot] == 0;
    places[slot] = hash;
    return is_first;
}

static bool
refuses_at(int depth) {
    size_t call = calls++;
    if (watching && nnoted < NOTED && is_new(depth))
        noted[nnoted++] = call;
    return once ? call == allowed : call >= allowed;
}

static bool
refuses(void) {
    return refuses_at(FRAMES);
}

bool
refuse_deep(void) {
    return refuses_at(DEEP);
}

void
refuse_watch(void) {
    calls = 0;
    nnoted = 0;
    allowed = SIZE_MAX;
    watching = true;
}

size_t
refuse_noted(const size_t **out) {
    watching = false;
    *out = noted;
    return nnoted;
}

void
refuse_from(size_t call, bool only) {
    calls = 0;
    allowed = call;
    once = only;
}

void
refuse_none(void) {
    allowed = SIZE_MAX;
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

/* What the linker asks for is declared nowhere else: __real_f is the function
 * that was, __wrap_f what is called instead. */
#define WRAP(type, name, ...)        \
    type __real_##name(__VA_ARGS__); \
    type __wrap_##name(__VA_ARGS__); \
    type __wrap_##name(__VA_ARGS__)

WRAP(void *, malloc, size_t size) {
    return refuses() ? NULL : counted(__real_malloc(size));
}

WRAP(void *, calloc, size_t count, size_t size) {
    return refuses() ? NULL : counted(__real_calloc(count, size));
}

void *__real_realloc(void *old, size_t size);
void *__wrap_realloc(void *old, size_t size);
void *
__wrap_realloc(void *old, size_t size) {
    if (refuses())
        return NULL;
    return old ? __real_realloc(old, size) : counted(__real_malloc(size));
}

WRAP(char *, strdup, const char *text) {
    return refuses() ? NULL : counted(__real_strdup(text));
}

WRAP(void, free, void *memory) {
    live -= memory != NULL;
    __real_free(memory);
}

/* An arena asks the C library only now and then, and a buffer only when it
 * grows: these refuse at each call. */
WRAP(void *, thr_arena_alloc, thr_arena *arena, size_t size) {
    return refuses() ? NULL : __real_thr_arena_alloc(arena, size);
}

WRAP(void *, thr_arena_array, thr_arena *arena, size_t count, size_t size) {
    return refuses() ? NULL : __real_thr_arena_array(arena, count, size);
}

WRAP(bool, thr_arena_copy, thr_arena *arena, thresh_str text,
     thresh_str *out) {
    return !refuses() && __real_thr_arena_copy(arena, text, out);
}

static bool
fails(thr_buf *buf) {
    if (!buf->failed && refuses())
        buf->failed = true;
    return buf->failed;
}

WRAP(void, thr_buf_add, thr_buf *buf, const void *bytes, size_t size) {
    if (!fails(buf))
        __real_thr_buf_add(buf, bytes, size);
}

WRAP(void, thr_buf_str, thr_buf *buf, thresh_str text) {
    if (!fails(buf))
        __real_thr_buf_str(buf, text);
}

WRAP(void, thr_buf_text, thr_buf *buf, const char *text) {
    if (!fails(buf))
        __real_thr_buf_text(buf, text);
}

WRAP(void, thr_buf_char, thr_buf *buf, char c) {
    if (!fails(buf))
        __real_thr_buf_char(buf, c);
}

WRAP(void, thr_buf_fill, thr_buf *buf, char c, size_t count) {
    if (!fails(buf))
        __real_thr_buf_fill(buf, c, count);
}

WRAP(void, thr_buf_uint, thr_buf *buf, uint64_t number) {
    if (!fails(buf))
        __real_thr_buf_uint(buf, number);
}

WRAP(char *, thr_buf_reserve, thr_buf *buf, size_t size) {
    return fails(buf) ? NULL : __real_thr_buf_reserve(buf, size);
}

WRAP(void *, thr_grow, void *array, size_t *room, size_t need, size_t size) {
    return refuses() ? NULL : __real_thr_grow(array, room, need, size);
}
