/* One output while it is written: opened, written to, then closed or
 * abandoned; and what is told of it on the way. */
#ifndef CLI_WRITTEN_H
#define CLI_WRITTEN_H

#include "cli/document.h"
#include "cli/outputs.h"

typedef struct cli_written {
    const cli_output *output;
    const char *path; /* NULL = standard output */
    thresh_writer *writer;
    cli_document *document;
    uint64_t warnings; /* of the document before any of this one */
    int reason;        /* errno, where writing to standard output failed */
} cli_written;

/* Open `written`, of which `output`, `path` and `document` are set, for so
 * many tables. Failures are told to the user. End it with
 * cli_written_close() or cli_written_abandon(). */
cli_status cli_written_open(cli_written *written, size_t tables);

/* Finish it if writing went well (`result`, else `err`) and --strict allows
 * it; else leave the file as it was, and tell why. */
cli_status cli_written_close(cli_written *written, thresh_result result,
                             thresh_error *err);

/* Leave the file as it was. */
void cli_written_abandon(cli_written *written);

#endif
