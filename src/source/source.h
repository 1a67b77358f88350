/* Bytes from somewhere: a caller's function, a file, memory. */
#ifndef THR_SOURCE_SOURCE_H
#define THR_SOURCE_SOURCE_H

#include "thresh/reader.h"

typedef struct thr_source {
    thresh_source from; /* read() and its context */
    char *name;         /* for messages; owned */
    int file;           /* descriptor that we opened, or -1 */
    const char *data;   /* what is left of memory */
    size_t size;
} thr_source;

/* Each fills `source`, to be ended with thr_source_close(). */
thresh_result thr_source_open(thr_source *source, const thresh_source *from,
                              thresh_error *err);
thresh_result thr_source_open_file(thr_source *source, const char *path,
                                   thresh_error *err);
thresh_result thr_source_open_memory(thr_source *source, const void *data,
                                     size_t size, thresh_error *err);

/* Up to `size` bytes into `buf`; `*got` is 0 at the end. */
thresh_result thr_source_read(thr_source *source, void *buf, size_t size,
                              size_t *got, thresh_error *err);

void thr_source_close(thr_source *source);

#endif
