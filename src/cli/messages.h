/* What the command says on standard error, and how it ends. Text from
 * elsewhere is made inert: see text.h. */
#ifndef CLI_MESSAGES_H
#define CLI_MESSAGES_H

#include <stdio.h>

#include "thresh/core.h"

#if defined(__GNUC__)
#define CLI_PRINTF(text, first) __attribute__((format(printf, text, first)))
#else
#define CLI_PRINTF(text, first)
#endif

/* The exit statuses. */
typedef enum cli_status {
    CLI_OK = 0,
    CLI_FAILED = 1,
    CLI_USAGE = 2,
    CLI_NO_TABLE = 3,
    CLI_UNSOUND = 4 /* --check or --strict found something */
} cli_status;

/* Where messages go: standard error, unless this thread says otherwise. */
FILE *cli_err(void);

/* Have the messages of this thread written to `out`; NULL = standard error
 * again. */
void cli_err_set(FILE *out);

/* The worse of two: the first that is not CLI_OK. */
cli_status cli_worse(cli_status first, cli_status second);

/* "thresh: ...". */
void cli_say(const char *format, ...) CLI_PRINTF(1, 2);

/* The same for a failure. Returns CLI_FAILED. */
cli_status cli_fail(const char *format, ...) CLI_PRINTF(1, 2);
cli_status cli_fail_memory(void);

/* The same for a mistake in the call, with a hint. Returns CLI_USAGE. */
cli_status cli_usage(const char *format, ...) CLI_PRINTF(1, 2);

/* "thresh: table.txt:12:5: message". `output` is the file being written, or
 * NULL. Returns the status that belongs to the error's result. */
cli_status cli_report(const char *input, const char *output,
                      const thresh_error *err);

/* Print "table.txt:12:5: ", or less of it where a place is unknown. */
void cli_put_place(FILE *out, const char *name, uint64_t line,
                   uint32_t column);

/* "table.txt:12:5: warning: message". */
void cli_warn(const char *input, const char *output,
              const thresh_error *warning);

#endif
