/* Rows are written while they are read. See stream.h. */
#include "cli/stream.h"

#include <stdio.h>
#include <string.h>

#include "cli/convert.h"
#include "cli/written.h"

/* ## What cannot be streamed */

/* "csv, ndjson": the formats that can take rows as they are read. */
static const char *
list_formats(char *text, size_t size) {
    const thresh_writer_class *cls;
    *text = '\0';
    for (size_t i = 0; (cls = thresh_writer_at(i)) != NULL; i++) {
        if ((cls->flags & THRESH_WANT_WHOLE) != 0)
            continue;
        if (*text != '\0')
            strncat(text, ", ", size - strlen(text) - 1);
        strncat(text, cls->name, size - strlen(text) - 1);
    }
    return text;
}

/* Whether `name` is one of the words of `list`. */
static bool
lists(const char *list, const char *name) {
    size_t len = strlen(name);
    while (list != NULL && *list != '\0') {
        list += strspn(list, ", ");
        size_t word = strcspn(list, ", ");
        if (word == len && memcmp(list, name, len) == 0)
            return true;
        list += word;
    }
    return false;
}

cli_status
cli_stream_check(const cli_outputs *outputs, const cli_options *options) {
    static const char *const proved[] = {"parent", "level", "implied"};
    const cli_output *output = &outputs->items[0];
    char formats[128];
    if (outputs->count > 1)
        return cli_usage("--stream writes one output, while the input is "
                         "read: leave it out for several");
    if ((output->cls->flags & THRESH_WANT_WHOLE) != 0)
        return cli_usage("%s needs all rows of a table, which --stream does "
                         "not keep: leave it out, or choose one of %s",
                         output->cls->name,
                         list_formats(formats, sizeof formats));
    if (options->no_totals)
        return cli_usage("--no-totals needs the sums of a table, which are "
                         "known when all of it is read: leave --stream out");
    for (size_t i = 0; i < sizeof proved / sizeof *proved; i++)
        if (lists(output->columns, proved[i]))
            return cli_usage("the column '%s' needs the sums of a table, "
                             "which are known when all of it is read: leave "
                             "--stream out",
                             proved[i]);
    return CLI_OK;
}

/* ## Tables */

/* In one list of records nothing but a column tells tables apart, and whether
 * there are several is known too late to add one. */
static void
warn_mixed(const cli_written *file, size_t number) {
    cli_document *document = file->document;
    if (number != 2 || document->options->table != 0
        || lists(file->output->columns, "table"))
        return;
    const thresh_error warning = {
        .message = "the rows of a second table follow, and nothing tells "
                   "them from those of the first: add --columns table, or "
                   "choose one with --table N"};
    cli_document_warn(document, NULL, &warning);
}

/* Read the rows of the table that was lent, and leave them. */
static thresh_result
pass_rows(thresh_reader *reader, thresh_error *err) {
    const thresh_row *row;
    thresh_result result;
    do
        result = thresh_reader_row(reader, &row, err);
    while (result == THRESH_OK);
    return result == THRESH_END ? THRESH_OK : result;
}

/* Go past so many tables, or all that are left. THRESH_END where there are no
 * more. */
static thresh_result
pass_over(thresh_reader *reader, size_t tables, thresh_error *err) {
    const thresh_table *passed;
    thresh_result result = THRESH_OK;
    for (size_t i = 0; result == THRESH_OK && i < tables; i++) {
        result = thresh_reader_table(reader, &passed, err);
        if (result == THRESH_OK)
            result = pass_rows(reader, err);
    }
    return result;
}

/* Write the next table, and count what it has. */
static thresh_result
write_one(cli_written *file, thresh_reader *reader, thresh_error *err) {
    cli_document *document = file->document;
    uint64_t before = thresh_reader_tally(reader).observations;
    uint64_t rows;
    thresh_result result = thresh_convert_next(reader, file->writer, true,
                                               &rows, err);
    if (result != THRESH_OK)
        return result;
    document->nstreamed++;
    document->streamed.rows += (size_t)rows;
    document->streamed.observations +=
        (size_t)(thresh_reader_tally(reader).observations - before);
    warn_mixed(file, document->nstreamed);
    return THRESH_OK;
}

/* Write the tables that are wanted. THRESH_END if all went well. */
static thresh_result
write_tables(cli_written *file, thresh_reader *reader, thresh_error *err) {
    size_t wanted = file->document->options->table;
    thresh_result result = pass_over(reader, wanted > 0 ? wanted - 1 : 0, err);
    if (result != THRESH_OK)
        return result;
    do
        result = write_one(file, reader, err);
    while (result == THRESH_OK && wanted == 0);
    return result == THRESH_OK ? pass_over(reader, SIZE_MAX, err) : result;
}

/* A second table does not fit where the first one went. */
static void
explain_misfit(const cli_written *file, thresh_error *err) {
    if (err->result != THRESH_E_UNSUPPORTED)
        return;
    (void)snprintf(err->message, sizeof err->message,
                   "table %zu has other dimensions or columns than the first, "
                   "so one %s cannot hold both: choose one with --table N, or "
                   "leave --stream out and name a file with -o, which then "
                   "gets one for each",
                   file->document->nstreamed + 1, file->output->cls->name);
}

/* ## All of it */

static cli_status
write_file(cli_written *file, thresh_reader *reader) {
    cli_document *document = file->document;
    thresh_error err = {0};
    thresh_result result = write_tables(file, reader, &err);
    document->tally = thresh_reader_tally(reader);
    if (result != THRESH_END) {
        explain_misfit(file, &err);
        return cli_written_close(file, result, &err);
    }
    cli_status status = cli_document_reconcile(document);
    if (status == CLI_OK && document->nstreamed == 0)
        status = cli_document_no_table(document);
    if (status == CLI_OK)
        status = cli_written_close(file, THRESH_OK, &err);
    cli_written_abandon(file);
    return status;
}

static cli_status
convert(cli_document *document, const cli_output *output) {
    cli_written file = {
        .output = output, .path = output->path, .document = document};
    thresh_reader *reader;
    cli_status status = cli_document_open(document, &reader);
    if (status != CLI_OK)
        return status;
    status = cli_written_open(&file, 1);
    if (status == CLI_OK)
        status = write_file(&file, reader);
    thresh_reader_close(reader);
    return status;
}

cli_status
cli_stream(cli_document *document) {
    const cli_options *options = document->options;
    cli_outputs outputs;
    cli_status status = cli_outputs_choose(&outputs, options);
    if (status == CLI_OK)
        status = cli_stream_check(&outputs, options);
    if (status == CLI_OK)
        status = cli_convert_check(&outputs, options);
    if (status == CLI_OK && options->verbose)
        cli_say(
            "--stream: no sums are looked for (is_total is empty), and the "
            "texts of notes are left out");
    if (status == CLI_OK)
        status = convert(document, &outputs.items[0]);
    cli_outputs_free(&outputs);
    return status;
}
