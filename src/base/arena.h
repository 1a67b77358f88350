/* Memory that is given back all at once: a bump allocator over blocks. Each
 * table has one, so that nothing inside a table is freed singly. */
#ifndef THR_BASE_ARENA_H
#define THR_BASE_ARENA_H

#include "thresh/core.h"

typedef struct thr_arena {
    struct thr_arena_block *block; /* the newest; it links to the others */
    struct thr_arena_block *apart; /* those of what is large; they do too */
    size_t used;                   /* bytes taken from the system */
    size_t limit;                  /* bytes it may take; 0 = no limit */
    bool limited;                  /* that limit has refused some */
} thr_arena;

/* `size` bytes, zeroed and aligned for any type; `size` may be 0. NULL when
 * memory or the limit is exhausted: see thr_arena_failure(). */
void *thr_arena_alloc(thr_arena *arena, size_t size);

/* The same, not zeroed, for something that needs no more than to stand at a
 * multiple of `align`, a power of two: close behind what was allocated last.
 */
void *thr_arena_aligned(thr_arena *arena, size_t size, size_t align);

/* Room for `count` items of `size` bytes; NULL also where that overflows. */
void *thr_arena_array(thr_arena *arena, size_t count, size_t size);

/* The same for what is written before it is read: these bytes are not zeroed.
 */
void *thr_arena_raw(thr_arena *arena, size_t size);
void *thr_arena_raw_array(thr_arena *arena, size_t count, size_t size);

/* A copy of `text` that lives as long as the arena. */
bool thr_arena_copy(thr_arena *arena, thresh_str text, thresh_str *out);

/* Count `bytes` that the same owner took elsewhere, without the arena. False
 * when the limit is exhausted by them. */
bool thr_arena_charge(thr_arena *arena, size_t bytes);

/* Report why an allocation of `arena` failed: the limit, or memory. Returns
 * that result. `line` is the source line being read, or 0. */
thresh_result thr_arena_failure(const thr_arena *arena, uint64_t line,
                                thresh_error *err);

void thr_arena_free(thr_arena *arena);

#endif
