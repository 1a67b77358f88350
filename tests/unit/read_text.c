/* Text in memory, read. See read_text.h. */
#include "read_text.h"

#include <errno.h>
#include <string.h>

#include "base/str.h"

enum { WINDOW = 64, MAX_LINE = 1 << 20, MAX_FIELDS = 1000 };

static ptrdiff_t
give(void *ctx, void *buf, size_t size) {
    text_bytes *bytes = ctx;
    if (bytes->fails > 0 && bytes->given >= bytes->fails) {
        errno = EIO;
        return -1;
    }
    if (bytes->chunk > 0 && size > bytes->chunk)
        size = bytes->chunk;
    if (bytes->fails > 0 && size > bytes->fails - bytes->given)
        size = bytes->fails - bytes->given;
    if (size > bytes->rest.len)
        size = bytes->rest.len;
    if (size > 0)
        memcpy(buf, bytes->rest.ptr, size);
    bytes->rest = thr_str_from(bytes->rest, size);
    bytes->given += size;
    return (ptrdiff_t)size;
}

thresh_source
text_source(text_bytes *bytes) {
    return (thresh_source){.read = give, .ctx = bytes};
}

void
open_records(text_records *records, const char *text, char delimiter,
             const thresh_listener *listener) {
    const thr_grid_limits limits = {.max_fields = MAX_FIELDS,
                                    .window = WINDOW};
    *records = (text_records){0};
    if (thr_source_open_memory(&records->source, text, strlen(text), NULL)
        != THRESH_OK)
        return;
    thr_lines_start(&records->lines, &records->source, MAX_LINE);
    records->grid = thr_grid_new(&records->lines, &limits, delimiter,
                                 listener);
    if (records->grid != NULL
        && thr_window_start(&records->window, records->grid, WINDOW)
        && thr_window_fill(&records->window, WINDOW, NULL) != THRESH_OK)
        records->window.count = 0;
}

void
close_records(text_records *records) {
    thr_window_free(&records->window);
    thr_grid_free(records->grid);
    thr_lines_free(&records->lines);
    thr_source_close(&records->source);
}

thresh_table *
load_text(const char *text, const thresh_listener *listener,
          thresh_error *err) {
    thresh_read_options opts = {0};
    if (listener != NULL)
        opts.listener = *listener;
    thresh_reader *reader;
    if (thresh_reader_open_memory(&reader, text, strlen(text), &opts, err)
        != THRESH_OK)
        return NULL;
    thresh_table *table;
    if (thresh_table_load(&table, reader, err) != THRESH_OK)
        table = NULL;
    thresh_reader_close(reader);
    return table;
}

static void
log_warning(void *ctx, const thresh_error *warning) {
    text_log *log = ctx;
    thr_buf_text(&log->warnings, "warning ");
    thr_buf_uint(&log->warnings, warning->line);
    thr_buf_char(&log->warnings, ':');
    thr_buf_uint(&log->warnings, warning->column);
    thr_buf_char(&log->warnings, ' ');
    thr_buf_text(&log->warnings, warning->message);
    thr_buf_char(&log->warnings, '\n');
}

static void
log_line(void *ctx, const thresh_line *line) {
    text_log *log = ctx;
    thr_buf_text(&log->lines, "line ");
    thr_buf_uint(&log->lines, line->place.line);
    thr_buf_char(&log->lines, ' ');
    thr_buf_text(&log->lines, thresh_role_name(line->role));
    thr_buf_char(&log->lines, '\n');
}

static void
log_decision(void *ctx, const thresh_decision *decision) {
    text_log *log = ctx;
    thr_buf_text(&log->decisions, "decision ");
    thr_buf_text(&log->decisions, decision->what);
    thr_buf_char(&log->decisions, '=');
    thr_buf_str(&log->decisions, decision->value);
    thr_buf_text(&log->decisions, decision->hint.len > 0 ? " or " : "");
    thr_buf_str(&log->decisions, decision->hint);
    thr_buf_char(&log->decisions, '\n');
}

thresh_listener
log_listener(text_log *log) {
    return (thresh_listener){.warning = log_warning,
                             .line = log_line,
                             .decision = log_decision,
                             .ctx = log};
}

void
free_log(text_log *log) {
    thr_buf_free(&log->warnings);
    thr_buf_free(&log->lines);
    thr_buf_free(&log->decisions);
}

bool
log_has(const thr_buf *log, const char *part) {
    return thr_str_find(thr_buf_view(log), thr_str(part)) != THRESH_NONE;
}
