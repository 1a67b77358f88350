/* The command: argv -> tables -> what was asked for.
 *
 *     options -> outputs -> document (the input, read once)
 *                              -> convert   the outputs
 *                              -> preview   a look, on a terminal
 *                              -> explain   how each line was read
 */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/convert.h"
#include "cli/document.h"
#include "cli/explain.h"
#include "cli/help.h"
#include "cli/options.h"
#include "cli/outputs.h"
#include "cli/preview.h"
#include "cli/terminal.h"
#include "cli/trace.h"

/* After a failure the lines up to it are printed all the same: they show
 * where it began. */
static cli_status
explain(cli_document *document) {
    cli_trace trace = {0};
    thresh_listener listener = cli_trace_listener(&trace);
    cli_status status = cli_document_load(document, &listener);
    status = cli_worse(status, cli_trace_finish(&trace, document));
    cli_view view = cli_terminal_view();
    if (document->options->explain == CLI_EXPLAIN_JSON)
        cli_explain_json(stdout, &trace, document);
    else
        cli_explain_text(&view, &trace, document);
    cli_trace_free(&trace);
    return status;
}

static cli_status
preview(cli_document *document) {
    cli_status status = cli_document_load(document, NULL);
    if (status != CLI_OK)
        return status;
    cli_view view = cli_terminal_view();
    return cli_preview(&view, document);
}

/* A workbook would upset a terminal. */
static cli_status
check_terminal(const cli_outputs *outputs, const cli_options *options) {
    const cli_output *first = &outputs->items[0];
    if (options->noutputs == 0 && (first->cls->flags & THRESH_WANT_PATH) != 0
        && isatty(STDOUT_FILENO))
        return cli_usage("%s is not text: name a file with -o, or redirect "
                         "standard output",
                         first->cls->name);
    return CLI_OK;
}

static cli_status
convert(cli_document *document, const cli_options *options) {
    cli_outputs outputs;
    cli_status status = cli_outputs_choose(&outputs, options);
    if (status == CLI_OK)
        status = check_terminal(&outputs, options);
    if (status == CLI_OK)
        status = cli_convert_check(&outputs, options);
    if (status == CLI_OK)
        status = cli_document_load(document, NULL);
    if (status == CLI_OK)
        status = cli_convert(document, &outputs);
    cli_outputs_free(&outputs);
    return status;
}

static cli_status
run(const cli_options *options) {
    cli_document document;
    cli_status status;
    bool to_look = options->noutputs == 0 && options->to == NULL
                   && !options->form_given && isatty(STDOUT_FILENO);
    if (options->explain != CLI_EXPLAIN_NOT
        && (options->noutputs > 0 || options->to != NULL
            || options->form_given))
        return cli_usage("--explain prints how the input is read, and writes "
                         "no format: leave out -o, -t and their like");
    cli_document_init(&document, options);
    if (options->explain != CLI_EXPLAIN_NOT)
        status = explain(&document);
    else if (to_look)
        status = preview(&document);
    else
        status = convert(&document, options);
    /* The summary comes last on a terminal that shows both streams. */
    (void)fflush(stdout);
    if (status == CLI_OK && !options->quiet
        && (options->verbose || isatty(STDERR_FILENO)))
        cli_document_summarise(&document);
    cli_document_free(&document);
    return status;
}

static cli_status
start(const cli_options *options) {
    if (options->help)
        cli_help(stdout);
    else if (options->version)
        cli_version(stdout);
    else if (options->input == NULL && isatty(STDIN_FILENO)) {
        cli_help_short(stderr);
        return CLI_USAGE;
    } else
        return run(options);
    return CLI_OK;
}

/* Whether nobody reads standard output any more, as `head` does once it has
 * enough. */
static bool
is_pipe_closed(void) {
    struct pollfd out = {.fd = STDOUT_FILENO, .events = POLLOUT};
    return poll(&out, 1, 0) == 1 && (out.revents & POLLERR) != 0;
}

/* Only now is it known whether standard output took everything. */
static cli_status
finish(cli_status status) {
    bool failed = ferror(stdout) != 0;
    errno = 0;
    if (fflush(stdout) != 0)
        failed = true;
    int reason = errno;
    if (!failed)
        return status;
    if (reason == EPIPE || is_pipe_closed())
        return cli_worse(status, CLI_FAILED);
    cli_fail("standard output: cannot write%s%s", reason == 0 ? "" : ": ",
             reason == 0 ? "" : strerror(reason));
    return cli_worse(status, CLI_FAILED);
}

int
main(int argc, char **argv) {
    cli_options options;
    cli_terminal_guard();
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    (void)sigaction(SIGPIPE, &ignore, NULL);
    cli_status status = cli_options_parse(&options, argc, argv);
    if (status == CLI_OK)
        status = start(&options);
    cli_options_free(&options);
    return (int)finish(status);
}
