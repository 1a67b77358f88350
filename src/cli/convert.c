/* Tables in memory -> the outputs. See convert.h. */
#include "cli/convert.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/files.h"
#include "cli/formats.h"
#include "cli/written.h"

/* One file to write, with the tables for it. */
typedef struct job {
    cli_written file;
    char *path; /* NULL = standard output */
    size_t first;
    size_t ntables;
} job;

typedef struct jobs {
    job *items;
    size_t count;
} jobs;

/* "out.csv", 2 -> "out-2.csv"; 0 leaves the path as it is. NULL if memory is
 * exhausted. */
static char *
numbered_path(const char *path, size_t number) {
    const char *suffix = cli_suffix(cli_file_name(path));
    int stem = (int)(suffix - path);
    size_t size = strlen(path) + 32;
    char *made = malloc(size);
    if (made != NULL && number > 0)
        (void)snprintf(made, size, "%.*s-%zu%s", stem, path, number, suffix);
    else if (made != NULL)
        (void)snprintf(made, size, "%s", path);
    return made;
}

/* Whether one output of this kind cannot hold all tables. */
static bool
needs_splitting(const cli_output *output, const cli_document *document) {
    return (output->cls->flags & THRESH_ONE_SCHEMA) != 0
           && !cli_document_is_uniform(document, cli_output_is_wide(output));
}

/* Add the jobs of one output: one, or one for each table. */
static cli_status
add_jobs(jobs *all, const cli_output *output, cli_document *document) {
    bool split = needs_splitting(output, document);
    const char *what = cli_output_is_wide(output) ? "dimensions or columns"
                                                  : "dimensions";
    if (split && output->path == NULL)
        return cli_fail("the %zu tables of %s have different %s, and one %s "
                        "cannot hold them: choose one with --table N, from 1 "
                        "to %zu, or write all to files, NAME-1%s, "
                        "NAME-2%s and so on, with -o NAME%s",
                        document->ntables, document->name, what,
                        output->cls->name, document->ntables,
                        output->cls->suffix, output->cls->suffix,
                        output->cls->suffix);
    size_t files = split ? document->ntables : 1;
    for (size_t i = 0; i < files; i++) {
        job *one = &all->items[all->count++];
        *one = (job){.file = {.output = output, .document = document},
                     .first = i,
                     .ntables = split ? 1 : document->ntables};
        if (output->path == NULL)
            continue;
        one->path = numbered_path(output->path, split ? i + 1 : 0);
        if (one->path == NULL)
            return cli_fail_memory();
        one->file.path = one->path;
    }
    if (split && !document->options->quiet)
        cli_say("the tables have different %s: '%s' becomes '%s' to '%s'",
                what, output->path, all->items[all->count - files].path,
                all->items[all->count - 1].path);
    return CLI_OK;
}

/* The name of the input if it is a file that was named, else NULL. */
static const char *
input_path(const cli_options *options) {
    const char *input = options->input;
    return input == NULL || strcmp(input, "-") == 0 ? NULL : input;
}

static cli_status
fail_twice(const cli_output *a, const cli_output *b) {
    if (strcmp(cli_output_name(a), cli_output_name(b)) == 0)
        return cli_usage("%s is to be written twice", cli_output_name(a));
    return cli_usage("%s and %s are the same file", cli_output_name(a),
                     cli_output_name(b));
}

cli_status
cli_convert_check(const cli_outputs *outputs, const cli_options *options) {
    if (options->taken != NULL)
        return CLI_OK; /* the names of all were checked before, together */
    for (size_t i = 0; i < outputs->count; i++) {
        const cli_output *output = &outputs->items[i];
        if (cli_files_clash(input_path(options), output->path))
            return cli_usage("%s is the input: it would be overwritten",
                             cli_output_name(output));
        for (size_t k = 0; k < i; k++)
            if (cli_files_same(outputs->items[k].path, output->path))
                return fail_twice(&outputs->items[k], output);
    }
    return CLI_OK;
}

/* The same for the files that outputs were split into. */
static cli_status
check_split(const jobs *all, const cli_options *options) {
    for (size_t i = 0; i < all->count; i++) {
        const job *one = &all->items[i];
        bool split = one->path != NULL
                     && strcmp(one->path, one->file.output->path) != 0;
        if (split && cli_files_clash(input_path(options), one->path))
            return cli_usage("%s is the input: it would be overwritten",
                             one->path);
        for (size_t k = 0; split && k < all->count; k++)
            if (all->items[k].file.output != one->file.output
                && cli_files_same(all->items[k].path, one->path))
                return cli_usage("two outputs would be %s", one->path);
        if (split && options->taken != NULL
            && options->taken(options->taken_ctx, one->path))
            return cli_fail("%s: not written: that is the output of another "
                            "file",
                            one->path);
    }
    return CLI_OK;
}

static cli_status
write_job(job *one) {
    thresh_table **tables = one->file.document->tables;
    thresh_error err = {0};
    thresh_result result = THRESH_OK;
    one->file.warnings = one->file.document->warnings;
    for (size_t i = 0; result == THRESH_OK && i < one->ntables; i++)
        result = thresh_writer_table(one->file.writer, tables[one->first + i],
                                     &err);
    return cli_written_close(&one->file, result, &err);
}

/* Open all before any is written, so that one that cannot be written is known
 * first. */
static cli_status
run_jobs(jobs *all) {
    cli_status status = CLI_OK;
    for (size_t i = 0; status == CLI_OK && i < all->count; i++)
        status = cli_written_open(&all->items[i].file, all->items[i].ntables);
    if (status != CLI_OK)
        return status;
    for (size_t i = 0; i < all->count; i++)
        status = cli_worse(status, write_job(&all->items[i]));
    return status;
}

cli_status
cli_convert(cli_document *document, const cli_outputs *outputs) {
    jobs all = {0};
    all.items = calloc(outputs->count * document->ntables, sizeof *all.items);
    if (all.items == NULL)
        return cli_fail_memory();
    cli_status status = CLI_OK;
    for (size_t i = 0; status == CLI_OK && i < outputs->count; i++)
        status = add_jobs(&all, &outputs->items[i], document);
    if (status == CLI_OK)
        status = check_split(&all, document->options);
    if (status == CLI_OK)
        status = run_jobs(&all);
    for (size_t i = 0; i < all.count; i++) {
        cli_written_abandon(&all.items[i].file);
        free(all.items[i].path);
    }
    free(all.items);
    return status;
}
