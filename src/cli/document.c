/* The input, read once. See document.h. */
#include "cli/document.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Without -v, no more warnings than this are printed. */
enum { WARNINGS_SHOWN = 20 };

void
cli_document_init(cli_document *document, const cli_options *options) {
    const char *input = options->input;
    bool named = input != NULL && strcmp(input, "-") != 0;
    *document = (cli_document){.name = named ? input : "<stdin>",
                               .options = options};
}

void
cli_document_warn(cli_document *document, const char *output,
                  const thresh_error *warning) {
    document->warnings++;
    if (document->options->quiet)
        return;
    if (document->warnings <= WARNINGS_SHOWN || document->options->verbose)
        cli_warn(document->name, output, warning);
    else if (document->warnings == WARNINGS_SHOWN + 1)
        cli_say("further warnings are not shown; -v shows all");
}

static void
on_warning(void *ctx, const thresh_error *warning) {
    cli_document_warn(ctx, NULL, warning);
}

/* The library has one context for all that it tells: the trace has another. */
static void
on_line(void *ctx, const thresh_line *line) {
    const cli_document *document = ctx;
    document->trace->line(document->trace->ctx, line);
}

static void
on_decision(void *ctx, const thresh_decision *decision) {
    const cli_document *document = ctx;
    document->trace->decision(document->trace->ctx, decision);
}

static ptrdiff_t
read_stdin(void *ctx, void *buf, size_t size) {
    (void)ctx;
    ssize_t got;
    do
        got = read(STDIN_FILENO, buf, size);
    while (got == -1 && errno == EINTR);
    return got;
}

static thresh_read_options
read_options(cli_document *document) {
    const cli_options *options = document->options;
    thresh_read_options opts = {
        .delimiter = options->delimiter,
        .encoding = options->encoding,
        .decimal = options->decimal,
        .symbols = options->symbols,
        .nil = options->nil,
        .skip = options->skip,
        .header_rows = options->header_rows,
        .stub_columns = options->stub_columns,
        .max_memory = options->max_memory,
        .names = options->renames,
        .listener = {.warning = on_warning, .ctx = document},
    };
    if (document->trace != NULL) {
        opts.listener.line = on_line;
        opts.listener.decision = on_decision;
    }
    return opts;
}

cli_status
cli_document_open(cli_document *document, thresh_reader **reader) {
    thresh_read_options opts = read_options(document);
    const char *input = document->options->input;
    thresh_source source = {.name = document->name, .read = read_stdin};
    thresh_error err = {0};
    thresh_result result =
        input != NULL && strcmp(input, "-") != 0
            ? thresh_reader_open_file(reader, input, &opts, &err)
            : thresh_reader_open(reader, &source, &opts, &err);
    if (result == THRESH_E_ARGUMENT)
        return cli_usage("%s", err.message);
    return result == THRESH_OK ? CLI_OK
                               : cli_report(document->name, NULL, &err);
}

cli_status
cli_document_try(const cli_options *options) {
    cli_document document;
    cli_document_init(&document, options);
    thresh_read_options opts = read_options(&document);
    thresh_reader *reader;
    thresh_error err = {0};
    if (thresh_reader_open_memory(&reader, "", 0, &opts, &err) != THRESH_OK)
        return cli_usage("%s", err.message);
    thresh_reader_close(reader);
    return CLI_OK;
}

static bool
make_room(cli_document *document) {
    if (document->ntables < document->room)
        return true;
    size_t room = document->room == 0 ? 8 : document->room * 2;
    thresh_table **more = realloc(document->tables,
                                  room * sizeof *document->tables);
    if (more == NULL)
        return false;
    document->tables = more;
    document->room = room;
    return true;
}

/* Take the tables that are wanted, and pass over the others. */
static thresh_result
load_tables(cli_document *document, thresh_reader *reader, thresh_error *err) {
    size_t wanted = document->options->table;
    thresh_result result = THRESH_OK;
    for (size_t number = 1; result == THRESH_OK; number++) {
        thresh_table *passed = NULL;
        if (wanted != 0 && number != wanted) {
            /* Loaded, since what continues its columns counts as a part. */
            result = thresh_table_load(&passed, reader, err);
            thresh_table_free(passed);
            continue;
        }
        if (!make_room(document)) {
            *err = (thresh_error){.result = THRESH_E_MEMORY,
                                  .message = "out of memory"};
            return THRESH_E_MEMORY;
        }
        thresh_table **next = &document->tables[document->ntables];
        result = thresh_table_load(next, reader, err);
        document->ntables += result == THRESH_OK;
    }
    return result;
}

cli_status
cli_document_reconcile(const cli_document *document) {
    const thresh_tally *tally = &document->tally;
    uint64_t sum = tally->observations + tally->labels + tally->captions
                   + tally->notes + tally->furniture + tally->rejected;
    if (sum == tally->cells)
        return CLI_OK;
    return cli_fail("internal error: %s has %" PRIu64 " cells that are not "
                    "blank, but %" PRIu64 " were accounted for; nothing is "
                    "written. Please report this",
                    document->name, tally->cells, sum);
}

cli_status
cli_document_no_table(const cli_document *document) {
    (void)cli_fail("%s: there is no table %zu", document->name,
                   document->options->table);
    return CLI_NO_TABLE;
}

cli_status
cli_document_load(cli_document *document, const thresh_listener *trace) {
    document->trace = trace;
    thresh_reader *reader;
    thresh_error err = {0};
    cli_status status = cli_document_open(document, &reader);
    if (status != CLI_OK)
        return status;
    thresh_result result = load_tables(document, reader, &err);
    document->tally = thresh_reader_tally(reader);
    thresh_reader_close(reader);
    if (result != THRESH_END)
        return cli_report(document->name, NULL, &err);
    status = cli_document_reconcile(document);
    if (status == CLI_OK && document->ntables == 0)
        status = cli_document_no_table(document);
    return status;
}

static bool
same_text(thresh_str a, thresh_str b) {
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

static bool
same_dimensions(const thresh_table *a, const thresh_table *b) {
    const thresh_dimension *of_a, *of_b;
    size_t count = thresh_table_dimensions(a, &of_a);
    if (thresh_table_dimensions(b, &of_b) != count)
        return false;
    for (size_t i = 0; i < count; i++)
        if (!same_text(of_a[i].name, of_b[i].name))
            return false;
    return true;
}

static bool
same_columns(const thresh_table *a, const thresh_table *b) {
    const thresh_column *of_a, *of_b;
    size_t count = thresh_table_columns(a, &of_a);
    if (thresh_table_columns(b, &of_b) != count)
        return false;
    for (size_t i = 0; i < count; i++) {
        const thresh_heading *x = of_a[i].leaf, *y = of_b[i].leaf;
        for (; x != NULL && y != NULL; x = x->parent, y = y->parent)
            if (!same_text(x->label, y->label))
                return false;
        if (x != y)
            return false;
    }
    return true;
}

bool
cli_document_is_uniform(const cli_document *document, bool wide) {
    for (size_t i = 1; i < document->ntables; i++) {
        const thresh_table *a = document->tables[0], *b = document->tables[i];
        if (!same_dimensions(a, b) || (wide && !same_columns(a, b)))
            return false;
    }
    return true;
}

void
cli_document_free(cli_document *document) {
    for (size_t i = 0; i < document->ntables; i++)
        thresh_table_free(document->tables[i]);
    free(document->tables);
}
