/* The input, read once: its tables in memory, and what was said on the way.
 */
#ifndef CLI_DOCUMENT_H
#define CLI_DOCUMENT_H

#include "thresh/reader.h"

#include "cli/options.h"

typedef struct cli_document {
    const char *name; /* of the input, for messages */
    thresh_table **tables;
    size_t ntables;
    size_t room;
    size_t nstreamed;       /* tables that were written as they were read */
    thresh_counts streamed; /* rows and observations of these */
    thresh_tally tally;
    uint64_t warnings;
    const cli_options *options;
    const thresh_listener *trace; /* or NULL */
} cli_document;

/* Prepare to load what the options name. End it with cli_document_free(). */
void cli_document_init(cli_document *document, const cli_options *options);

/* Start reading the input. Failures are told to the user. */
cli_status cli_document_open(cli_document *document, thresh_reader **reader);

/* Check how the input is to be read, without reading any. */
cli_status cli_document_try(const cli_options *options);

/* Every cell that was read must have become something: else tell. */
cli_status cli_document_reconcile(const cli_document *document);

/* Tell that the input has fewer tables than --table asks for. */
cli_status cli_document_no_table(const cli_document *document);

/* Load the tables: all, or that of --table. `trace`, which may be NULL, hears
 * of the lines and decisions. Failures are told to the user; the tables
 * before them stay. */
cli_status cli_document_load(cli_document *document,
                             const thresh_listener *trace);

/* Count a warning and print it. `output` is the file written, or NULL. */
void cli_document_warn(cli_document *document, const char *output,
                       const thresh_error *warning);

/* Whether all tables have dimensions of the same names and, if `wide`, the
 * same columns. */
bool cli_document_is_uniform(const cli_document *document, bool wide);

void cli_document_free(cli_document *document);

#endif
