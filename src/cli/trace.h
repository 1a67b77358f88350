/* What the reader tells while it reads, kept until the tables are known. */
#ifndef CLI_TRACE_H
#define CLI_TRACE_H

#include "thresh/reader.h"

#include "cli/document.h"

/* A text kept by a trace: see cli_trace_text(). */
typedef struct cli_kept {
    size_t start;
    size_t len;
} cli_kept;

typedef struct cli_line {
    uint64_t line;
    uint64_t record;
    const char *role;
    cli_kept text;
    cli_kept reason;
} cli_line;

typedef struct cli_decision {
    cli_kept what;
    cli_kept value;
    cli_kept reason;
    cli_kept hint; /* options of another reading, a line each */
} cli_decision;

typedef struct cli_trace {
    cli_line *lines;
    size_t nlines;
    size_t lines_room;
    cli_decision *decisions;
    size_t ndecisions;
    size_t decisions_room;
    char *bytes; /* all texts, end to end */
    size_t nbytes;
    size_t bytes_room;
    bool failed; /* memory is exhausted: something is missing */
} cli_trace;

/* A listener that fills `trace`, which starts as {0}. */
thresh_listener cli_trace_listener(cli_trace *trace);

/* Put the lines in order, and call those of total rows "total", with the sum
 * that proves it. */
cli_status cli_trace_finish(cli_trace *trace, const cli_document *document);

thresh_str cli_trace_text(const cli_trace *trace, cli_kept kept);

void cli_trace_free(cli_trace *trace);

#endif
