/* A bump allocator over blocks that grow with use. See arena.h. */
#include "base/arena.h"

#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"

enum { FIRST_BLOCK = 4096, LARGEST_BLOCK = 1 << 20 };

struct thr_arena_block {
    struct thr_arena_block *older;
    size_t size; /* of bytes */
    size_t used;
    alignas(max_align_t) char bytes[];
};

static bool
is_allowed(thr_arena *arena, size_t more) {
    bool allowed = arena->limit == 0
                   || (arena->used <= arena->limit
                       && more <= arena->limit - arena->used);
    arena->limited = arena->limited || !allowed;
    return allowed;
}

static struct thr_arena_block *
make_block(thr_arena *arena, size_t size) {
    if (size > SIZE_MAX - sizeof(struct thr_arena_block))
        return NULL;
    size_t total = sizeof(struct thr_arena_block) + size;
    if (!is_allowed(arena, total))
        return NULL;
    struct thr_arena_block *block = malloc(total);
    if (block == NULL)
        return NULL;
    *block = (struct thr_arena_block){.size = size};
    arena->used += total;
    return block;
}

/* The size of the next block. */
static size_t
next_size(const thr_arena *arena) {
    size_t size = arena->block ? arena->block->size * 2 : FIRST_BLOCK;
    return size > LARGEST_BLOCK ? LARGEST_BLOCK : size;
}

/* Put a block of `size` bytes in front of the others in `list`. */
static struct thr_arena_block *
add_block(thr_arena *arena, size_t size, struct thr_arena_block **list) {
    struct thr_arena_block *block = make_block(arena, size);
    if (block == NULL)
        return NULL;
    block->older = *list;
    *list = block;
    return block;
}

void *
thr_arena_aligned(thr_arena *arena, size_t size, size_t align) {
    struct thr_arena_block *block = arena->block;
    size_t gap = block != NULL ? -block->used % align : 0;
    if (block == NULL || block->size - block->used < gap
        || block->size - block->used - gap < size) {
        /* What is large has a block of its own, which leaves no room unused.
         */
        size_t next = next_size(arena);
        block = size > next ? add_block(arena, size, &arena->apart)
                            : add_block(arena, next, &arena->block);
        gap = 0;
        if (block == NULL)
            return NULL;
    }
    void *bytes = block->bytes + block->used + gap;
    block->used += gap + size;
    return bytes;
}

void *
thr_arena_raw(thr_arena *arena, size_t size) {
    return thr_arena_aligned(arena, size, alignof(max_align_t));
}

/* Zeroed here rather than block by block: much of a block is given away
 * without, or never. */
void *
thr_arena_alloc(thr_arena *arena, size_t size) {
    void *bytes = thr_arena_raw(arena, size);
    if (bytes != NULL && size > 0)
        memset(bytes, 0, size);
    return bytes;
}

void *
thr_arena_array(thr_arena *arena, size_t count, size_t size) {
    if (size != 0 && count > SIZE_MAX / size)
        return NULL;
    return thr_arena_alloc(arena, count * size);
}

void *
thr_arena_raw_array(thr_arena *arena, size_t count, size_t size) {
    if (size != 0 && count > SIZE_MAX / size)
        return NULL;
    return thr_arena_raw(arena, count * size);
}

bool
thr_arena_copy(thr_arena *arena, thresh_str text, thresh_str *out) {
    char *copy = thr_arena_aligned(arena, text.len, 1);
    if (copy == NULL)
        return false;
    if (text.len > 0)
        memcpy(copy, text.ptr, text.len);
    *out = (thresh_str){copy, text.len};
    return true;
}

bool
thr_arena_charge(thr_arena *arena, size_t bytes) {
    if (!is_allowed(arena, bytes))
        return false;
    arena->used += bytes;
    return true;
}

thresh_result
thr_arena_failure(const thr_arena *arena, uint64_t line, thresh_error *err) {
    thresh_place place = {.line = line, .column = line > 0};
    if (!arena->limited)
        return thr_fail_at(err, THRESH_E_MEMORY, &place, "out of memory");
    return thr_fail_at(err, THRESH_E_LIMIT, &place,
                       "the table needs more than the %zu bytes of memory "
                       "that it may take; raise max_memory (--max-memory), or "
                       "take its rows as they are read (--stream)",
                       arena->limit);
}

static void
free_blocks(struct thr_arena_block *block) {
    while (block != NULL) {
        struct thr_arena_block *older = block->older;
        free(block);
        block = older;
    }
}

void
thr_arena_free(thr_arena *arena) {
    free_blocks(arena->block);
    free_blocks(arena->apart);
    arena->block = arena->apart = NULL;
    arena->used = 0;
}
