/* Text under construction. Failure sticks: once memory or the limit is
 * exhausted, `failed` is set, appending does nothing more, and one check at
 * the end is enough. */
#ifndef THR_BASE_BUF_H
#define THR_BASE_BUF_H

#include "thresh/core.h"

typedef struct thr_buf {
    char *ptr;
    size_t len;
    size_t room;
    size_t limit; /* bytes it may hold; 0 = no limit */
    bool failed;
} thr_buf;

void thr_buf_add(thr_buf *buf, const void *bytes, size_t size);
void thr_buf_str(thr_buf *buf, thresh_str text);
void thr_buf_text(thr_buf *buf, const char *text);
void thr_buf_char(thr_buf *buf, char c);
/* The same character `count` times. */
void thr_buf_fill(thr_buf *buf, char c, size_t count);
/* A whole number in decimal. */
void thr_buf_uint(thr_buf *buf, uint64_t number);

/* Room for `size` more bytes behind what it holds, or NULL with `failed` set:
 * the caller writes there, and adds what he wrote to `len`. */
char *thr_buf_reserve(thr_buf *buf, size_t size);

/* Empty it, keeping its memory and clearing `failed`. */
void thr_buf_clear(thr_buf *buf);
/* A view of what it holds, good until the next append. */
thresh_str thr_buf_view(const thr_buf *buf);
void thr_buf_free(thr_buf *buf);

#endif
