/* Text in memory, read as far as a test needs: bytes in chunks, records in a
 * window, tables; and a log of what the reader told its listener.
 */
#ifndef TESTS_UNIT_READ_TEXT_H
#define TESTS_UNIT_READ_TEXT_H

#include "base/buf.h"
#include "scan/window.h"
#include "thresh/reader.h"

/* A source that gives its bytes in small pieces, and can fail. */
typedef struct text_bytes {
    thresh_str rest;
    size_t chunk; /* bytes of one piece; 0 = all at once */
    size_t
        fails; /* fail, with EIO, once so many bytes were given; 0 = never */
    size_t given;
} text_bytes;

thresh_source text_source(text_bytes *bytes);

/* Records of a text: source, lines, grid and window over it. */
typedef struct text_records {
    thr_source source;
    thr_lines lines;
    thr_grid *grid;
    thr_window window;
} text_records;

/* Open `text`, detect its dialect unless `delimiter` is given, and fill the
 * window. `listener` may be NULL. */
void open_records(text_records *records, const char *text, char delimiter,
                  const thresh_listener *listener);
void close_records(text_records *records);

/* The next table of `text`, loaded; NULL where that fails, with `err` filled
 * in, which may be NULL. `listener` may be NULL. */
thresh_table *load_text(const char *text, const thresh_listener *listener,
                        thresh_error *err);

/* A listener that writes down what it is told, a line each:
 *
 *     warning 3:1 text from here on ...
 *     line 5 data
 *     decision delimiter=tab
 *     decision dimension=column or --name column=NAME
 */
typedef struct text_log {
    thr_buf warnings;
    thr_buf lines;
    thr_buf decisions;
} text_log;

thresh_listener log_listener(text_log *log);
void free_log(text_log *log);

/* Whether the log holds `part`. */
bool log_has(const thr_buf *log, const char *part);

#endif
