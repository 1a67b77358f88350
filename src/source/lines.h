/* Numbered lines of valid UTF-8, out of bytes: line ends LF, CRLF or CR, a
 * byte order mark at the start taken off, anything that is not text refused
 * with its place.
 *
 *     "a\r\nb\n"   ->   1 "a" at byte 0, 2 "b" at byte 3
 *
 * However the source cuts its bytes into chunks, the lines are the same.
 */
#ifndef THR_SOURCE_LINES_H
#define THR_SOURCE_LINES_H

#include "source/source.h"

typedef struct thr_line {
    thresh_str text; /* without its line end; lent until the next call */
    uint64_t number; /* from 1 */
    uint64_t offset; /* of its first byte in the input */
} thr_line;

typedef struct thr_lines {
    thr_source *source;
    size_t max_line;
    char *bytes;
    size_t room;
    size_t from;     /* start of what is not yet handed out */
    size_t to;       /* end of what was read */
    size_t scanned;  /* up to here no line end was found */
    uint64_t offset; /* in the input, of bytes[from] */
    uint64_t number; /* of the last line handed out */
    bool after_cr;   /* a LF that follows belongs to that CR */
    bool ended;      /* the source has no more */
} thr_lines;

/* Start over `source`, which must outlive it. `max_line` in bytes. */
void thr_lines_start(thr_lines *lines, thr_source *source, size_t max_line);

/* The next line, or THRESH_END. Fails with THRESH_E_READ, E_ENCODING, E_LIMIT,
 * E_MEMORY. */
thresh_result thr_lines_next(thr_lines *lines, thr_line *out,
                             thresh_error *err);

void thr_lines_free(thr_lines *lines);

#endif
