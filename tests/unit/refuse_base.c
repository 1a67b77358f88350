/* What asks for memory in base/, refused at each call. See refuse.h. */
#include "refuse.h"

#include "base/arena.h"
#include "base/buf.h"

/* An arena asks the C library only now and then, and a buffer only when it
 * grows: these refuse at each call. */
WRAP(void *, thr_arena_alloc, thr_arena *arena, size_t size) {
    return refuse_now() ? NULL : __real_thr_arena_alloc(arena, size);
}

WRAP(void *, thr_arena_array, thr_arena *arena, size_t count, size_t size) {
    return refuse_now() ? NULL : __real_thr_arena_array(arena, count, size);
}

WRAP(bool, thr_arena_copy, thr_arena *arena, thresh_str text,
     thresh_str *out) {
    return !refuse_now() && __real_thr_arena_copy(arena, text, out);
}

static bool
fails(thr_buf *buf) {
    if (!buf->failed && refuse_now())
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
    return refuse_now() ? NULL : __real_thr_grow(array, room, need, size);
}
