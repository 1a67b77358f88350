/* Numbered lines of valid UTF-8, out of bytes in any encoding: line ends LF,
 * CRLF or CR, a byte order mark at the start taken off, anything that is not
 * text refused with its place.
 *
 *     "a\r\nb\n"   ->   1 "a" at byte 0, 2 "b" at byte 3
 *
 * What is not as it should be is told, each kind once: a guessed encoding,
 * line ends that mix CR with others or come from CRLF written twice, marks
 * that are no part of the text, characters that do not show.
 *
 * However the source cuts its bytes into chunks, the lines are the same.
 */
#ifndef THR_SOURCE_LINES_H
#define THR_SOURCE_LINES_H

#include "source/decode.h"
#include "source/remark.h"

typedef struct thr_line {
    thresh_str text; /* without its line end; lent until the next call */
    uint64_t number; /* from 1 */
    uint64_t offset; /* of its first byte in the decoded input */
} thr_line;

/* So many bytes can be read behind a line that was peeked at. */
enum { THR_LINES_BEYOND = 8 };

/* Whom to tell before bytes are asked for: that may take long. */
typedef struct thr_before_read {
    void (*tell)(void *ctx); /* NULL = nobody */
    void *ctx;
} thr_before_read;

typedef struct thr_lines {
    thr_decoder decoder;
    thr_before_read before_read;
    thr_remarks remarks;
    size_t max_line;
    char *bytes;
    size_t room;
    size_t from;     /* start of what is not yet handed out */
    size_t to;       /* end of what was read */
    size_t scanned;  /* up to here no line end was found */
    uint64_t offset; /* in the decoded input, of bytes[from] */
    uint64_t number; /* of the last line handed out */
    bool started;    /* past the byte order mark */
    bool after_cr;   /* a LF that follows belongs to that CR */
    bool lone_cr;    /* lines were ended by CR alone */
    bool lf;         /* lines were ended by LF, or CR and LF */
    bool told;       /* the encoding */
    bool late;       /* there is another since, not told yet */
    bool guessed;    /* that it is a guess is to be told at byte guessed_at */
    uint64_t guessed_at;
    size_t peeked; /* bytes of the line that was peeked at, with its end */
    bool ended;    /* the source has no more */
} thr_lines;

/* Start over `source`, which must outlive it. `max_line` in bytes. */
void thr_lines_start(thr_lines *lines, thr_source *source, size_t max_line);

/* Before the first line: whom to tell, which may be NULL; and the name of the
 * encoding, if it is known. The second fails with THRESH_E_ARGUMENT if there
 * is none of that name. */
void thr_lines_tell(thr_lines *lines, const thresh_listener *listener);
thresh_result thr_lines_encoding(thr_lines *lines, const char *name,
                                 thresh_error *err);

/* The next line, or THRESH_END. Fails with THRESH_E_READ, E_ENCODING, E_LIMIT,
 * E_MEMORY. */
thresh_result thr_lines_next(thr_lines *lines, thr_line *out,
                             thresh_error *err);

/* Look at the next line, if nothing is to be told of it: it is text, ends as
 * others before it did, and waits whole or can be read. If not, `*found` is
 * false and thr_lines_next() has to read it. Fails as that does. */
thresh_result thr_lines_peek(thr_lines *lines, thr_line *out, bool *found,
                             thresh_error *err);

/* Pass over the line that was found last. It lives until the next call. */
void thr_lines_pass(thr_lines *lines);

void thr_lines_free(thr_lines *lines);

#endif
