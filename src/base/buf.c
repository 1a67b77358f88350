/* Text under construction. See buf.h. */
#include "base/buf.h"

#include <stdlib.h>
#include <string.h>

#include "base/grow.h"

char *
thr_buf_reserve(thr_buf *buf, size_t size) {
    if (buf->failed)
        return NULL;
    if (buf->limit == 0 && buf->ptr != NULL && size <= buf->room - buf->len)
        return buf->ptr + buf->len;
    bool overflow = size > SIZE_MAX - buf->len;
    bool limit = !overflow && buf->limit != 0 && buf->len + size > buf->limit;
    char *grown = overflow || limit
                      ? NULL
                      : thr_grow(buf->ptr, &buf->room, buf->len + size, 1);
    if (grown == NULL) {
        buf->failed = true;
        return NULL;
    }
    buf->ptr = grown;
    return grown + buf->len;
}

void
thr_buf_add(thr_buf *buf, const void *bytes, size_t size) {
    char *room = thr_buf_reserve(buf, size);
    if (room == NULL || size == 0)
        return;
    memcpy(room, bytes, size);
    buf->len += size;
}

void
thr_buf_str(thr_buf *buf, thresh_str text) {
    thr_buf_add(buf, text.ptr, text.len);
}

void
thr_buf_text(thr_buf *buf, const char *text) {
    thr_buf_add(buf, text, strlen(text));
}

void
thr_buf_char(thr_buf *buf, char c) {
    thr_buf_add(buf, &c, 1);
}

void
thr_buf_fill(thr_buf *buf, char c, size_t count) {
    char *room = thr_buf_reserve(buf, count);
    if (room == NULL)
        return;
    memset(room, c, count);
    buf->len += count;
}

void
thr_buf_uint(thr_buf *buf, uint64_t number) {
    char digits[20];
    size_t at = sizeof digits;
    do {
        digits[--at] = (char)('0' + number % 10);
        number /= 10;
    } while (number != 0);
    thr_buf_add(buf, digits + at, sizeof digits - at);
}

void
thr_buf_clear(thr_buf *buf) {
    buf->len = 0;
    buf->failed = false;
}

thresh_str
thr_buf_view(const thr_buf *buf) {
    return (thresh_str){buf->ptr, buf->len};
}

void
thr_buf_free(thr_buf *buf) {
    free(buf->ptr);
    *buf = (thr_buf){.limit = buf->limit};
}
