/* What the command says on standard error. See messages.h. */
#include "cli/messages.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "cli/text.h"

/* Of each thread its own: files that are converted at once are told of one
 * after the other. */
static _Thread_local FILE *messages;

FILE *
cli_err(void) {
    return messages != NULL ? messages : stderr;
}

void
cli_err_set(FILE *out) {
    messages = out;
}

cli_status
cli_worse(cli_status first, cli_status second) {
    return first != CLI_OK ? first : second;
}

/* Long enough for a path and a message; what is longer is cut. */
enum { LONGEST = 4096 + 512 };

static void
say(const char *format, va_list args) {
    char text[LONGEST];
    (void)vsnprintf(text, sizeof text, format, args);
    (void)fputs("thresh: ", cli_err());
    (void)cli_text_put(cli_err(), cli_str(text), CLI_UNCUT);
    (void)fputc('\n', cli_err());
}

void
cli_say(const char *format, ...) {
    va_list args;
    va_start(args, format);
    say(format, args);
    va_end(args);
}

cli_status
cli_fail(const char *format, ...) {
    va_list args;
    va_start(args, format);
    say(format, args);
    va_end(args);
    return CLI_FAILED;
}

cli_status
cli_fail_memory(void) {
    return cli_fail("out of memory");
}

cli_status
cli_usage(const char *format, ...) {
    va_list args;
    va_start(args, format);
    say(format, args);
    va_end(args);
    (void)fputs("Try 'thresh --help'.\n", cli_err());
    return CLI_USAGE;
}

/* Whether the message begins with the file itself: what the system says of a
 * file does. */
static bool
names_file(const thresh_error *err, const char *name) {
    size_t len = strlen(name);
    return err->result == THRESH_E_READ
           || (strncmp(err->message, name, len) == 0
               && err->message[len] == ':');
}

void
cli_put_place(FILE *out, const char *name, uint64_t line, uint32_t column) {
    (void)cli_text_put(out, cli_str(name), CLI_UNCUT);
    if (line > 0)
        (void)fprintf(out, ":%" PRIu64, line);
    if (line > 0 && column > 0)
        (void)fprintf(out, ":%" PRIu32, column);
    (void)fputs(": ", out);
}

/* Print "table.txt:12:5: " for a place in the input, else "out.csv: " for an
 * output, else "table.txt: ". */
static void
put_place(const char *input, const char *output, const thresh_error *err) {
    const char *name = output != NULL && err->line == 0 ? output : input;
    if (err->line > 0 || !names_file(err, name))
        cli_put_place(cli_err(), name, err->line, err->column);
}

/* Print the message, with the output that it is about if the place did not
 * name it. */
static void
put_message(const char *output, const thresh_error *err) {
    if (output != NULL && err->line > 0) {
        (void)cli_text_put(cli_err(), cli_str(output), CLI_UNCUT);
        (void)fputs(": ", cli_err());
    }
    (void)cli_text_put(cli_err(), cli_str(err->message), CLI_UNCUT);
    (void)fputc('\n', cli_err());
}

cli_status
cli_report(const char *input, const char *output, const thresh_error *err) {
    (void)fputs("thresh: ", cli_err());
    put_place(input, output, err);
    put_message(output, err);
    if (err->result == THRESH_E_ARGUMENT)
        return CLI_USAGE; /* an option does not suit the input */
    return err->result == THRESH_E_LAYOUT ? CLI_NO_TABLE : CLI_FAILED;
}

void
cli_warn(const char *input, const char *output, const thresh_error *warning) {
    put_place(input, output, warning);
    (void)fputs("warning: ", cli_err());
    put_message(output, warning);
}
