/* What is asked of one input. See run.h. */
#include "cli/run.h"

#include <stdio.h>
#include <unistd.h>

#include "cli/convert.h"
#include "cli/document.h"
#include "cli/explain.h"
#include "cli/outputs.h"
#include "cli/preview.h"
#include "cli/stream.h"
#include "cli/summary.h"
#include "cli/sums.h"
#include "cli/terminal.h"
#include "cli/trace.h"

/* Load the tables, and warn of totals that do not add up: with --check, they
 * are told later. */
static cli_status
load(cli_document *document, const thresh_listener *trace) {
    cli_status status = cli_document_load(document, trace);
    if (status != CLI_OK || document->options->check)
        return status;
    return cli_sums_warn(document);
}

/* Whether the tables are as --strict wants them. */
static cli_status
judge(const cli_document *document) {
    bool sound = document->warnings == 0 && !cli_sums_fail(document);
    return sound || !document->options->strict ? CLI_OK : CLI_UNSOUND;
}

/* The same before something is written. */
static cli_status
gate(const cli_document *document) {
    cli_status status = judge(document);
    if (status != CLI_OK)
        cli_say("%s: nothing is written, since --strict allows no warning "
                "and no total that does not add up",
                document->name);
    return status;
}

/* Tell of the totals that do not add up. */
static cli_status
check(const cli_document *document, FILE *out) {
    cli_status status = cli_sums_put(out, document);
    if (status == CLI_OK && cli_sums_fail(document))
        status = CLI_UNSOUND;
    return status;
}

static cli_status
check_only(cli_document *document) {
    cli_status status = load(document, NULL);
    if (status == CLI_OK)
        status = check(document, stdout);
    return cli_worse(status, judge(document));
}

/* After a failure the lines up to it are printed all the same: they show
 * where it began. */
static cli_status
explain(cli_document *document) {
    cli_trace trace = {0};
    thresh_listener listener = cli_trace_listener(&trace);
    cli_status status = load(document, &listener);
    status = cli_worse(status, cli_trace_finish(&trace, document));
    status = cli_worse(status, judge(document));
    cli_view view = cli_terminal_view();
    cli_status told = document->options->explain == CLI_EXPLAIN_JSON
                          ? cli_explain_json(stdout, &trace, document)
                          : cli_explain_text(&view, &trace, document);
    status = cli_worse(status, told);
    cli_trace_free(&trace);
    return status;
}

static cli_status
preview(cli_document *document) {
    cli_status status = load(document, NULL);
    if (status == CLI_OK)
        status = gate(document);
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

/* Where the failures of --check go: standard output, unless an output does. */
static FILE *
findings(const cli_outputs *outputs) {
    for (size_t i = 0; i < outputs->count; i++)
        if (outputs->items[i].path == NULL)
            return cli_err();
    return stdout;
}

/* With --check, tell of its failures and write all the same. */
static cli_status
write_outputs(cli_document *document, const cli_outputs *outputs) {
    cli_status found = CLI_OK;
    if (document->options->check)
        found = check(document, findings(outputs));
    cli_status status = gate(document);
    if (status == CLI_OK)
        status = cli_convert(document, outputs);
    return cli_worse(status, found);
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
        status = load(document, NULL);
    if (status == CLI_OK)
        status = write_outputs(document, &outputs);
    cli_outputs_free(&outputs);
    return status;
}

/* Questions that exclude each other. */
static cli_status
check_questions(const cli_options *options) {
    bool explain = options->explain != CLI_EXPLAIN_NOT;
    bool writes = options->noutputs > 0 || options->to != NULL;
    if (explain && (writes || options->form_given))
        return cli_usage("--explain prints how the input is read, and writes "
                         "no format: leave out -o, -t and their like");
    if (explain && options->check)
        return cli_usage("--explain and --check both answer on standard "
                         "output: ask one at a time");
    if (options->stream && (explain || options->check))
        return cli_usage("--%s needs all rows of a table, which --stream does "
                         "not keep: leave one of them out",
                         explain ? "explain" : "check");
    if (options->check && options->form_given && !writes)
        return cli_usage("--check alone writes no format: say with -o or -t "
                         "what --shape, --set and their like are for");
    return CLI_OK;
}

/* The summary comes last on a terminal that shows both streams. It is the
 * answer of --check. */
static void
summarise(const cli_document *document, cli_status status) {
    const cli_options *options = document->options;
    (void)fflush(stdout);
    bool told = status == CLI_OK || (options->check && status == CLI_UNSOUND);
    bool shown = options->check || options->verbose
                 || (options->dir == NULL && isatty(STDERR_FILENO));
    if (told && !options->quiet && shown)
        cli_summary_put(document);
}

cli_status
cli_run(const cli_options *options) {
    cli_document document;
    bool writes = options->noutputs > 0 || options->to != NULL;
    cli_status status = check_questions(options);
    if (status != CLI_OK)
        return status;
    cli_document_init(&document, options);
    if (options->stream)
        status = cli_stream(&document);
    else if (options->explain != CLI_EXPLAIN_NOT)
        status = explain(&document);
    else if (options->check && !writes)
        status = check_only(&document);
    else if (!writes && !options->form_given && isatty(STDOUT_FILENO))
        status = preview(&document);
    else
        status = convert(&document, options);
    summarise(&document, status);
    cli_document_free(&document);
    return status;
}
