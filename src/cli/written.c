/* One output while it is written. See written.h. */
#include "cli/written.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/signals.h"

static const char *
name_of(const cli_written *written) {
    return written->path == NULL ? "standard output" : written->path;
}

/* Give all of `buf` to standard output. */
static int
write_stdout(void *ctx, const void *buf, size_t size) {
    cli_written *written = ctx;
    const char *next = buf;
    while (size > 0) {
        ssize_t done = write(STDOUT_FILENO, next, size);
        if (done == -1 && errno == EINTR)
            continue;
        if (done == -1) {
            written->reason = errno;
            return -1;
        }
        next += done;
        size -= (size_t)done;
    }
    return 0;
}

static void
on_warning(void *ctx, const thresh_error *warning) {
    const cli_written *written = ctx;
    cli_document_warn(written->document, name_of(written), warning);
}

/* Tell of a failure, unless it is that a reader such as `head` has enough. */
static cli_status
fail(const cli_written *written, const thresh_error *err) {
    if (written->reason == EPIPE) {
        cli_signals_note_pipe();
        return CLI_FAILED;
    }
    if (written->reason != 0)
        return cli_fail("standard output: cannot write: %s",
                        strerror(written->reason));
    return cli_worse(
        cli_report(written->document->name, name_of(written), err),
        CLI_FAILED);
}

/* Whether it is a file that gets its name when it is complete. */
static bool
is_kept(const cli_written *written) {
    struct stat found;
    return written->path != NULL
           && (stat(written->path, &found) != 0 || S_ISREG(found.st_mode));
}

/* There was a warning while it was written. */
static cli_status
refuse(const cli_written *written) {
    (void)cli_fail(is_kept(written)
                       ? "%s: not written, since --strict allows no warning"
                       : "%s: what was written is not to be used, since "
                         "--strict allows no warning",
                   name_of(written));
    return CLI_UNSOUND;
}

cli_status
cli_written_open(cli_written *written, size_t tables) {
    thresh_sink sink = {.path = written->path,
                        .unsynced = written->document->options->sync_later};
    if (written->path == NULL)
        sink = (thresh_sink){.write = write_stdout, .ctx = written};
    thresh_write_options opts = cli_output_options(
        written->output, written->document->options, tables);
    opts.listener = (thresh_listener){.warning = on_warning, .ctx = written};
    written->warnings = written->document->warnings;
    thresh_error err = {0};
    if (thresh_writer_open(&written->writer, written->output->cls, &sink,
                           &opts, &err)
        != THRESH_OK)
        return fail(written, &err);
    return CLI_OK;
}

void
cli_written_abandon(cli_written *written) {
    thresh_writer_abandon(written->writer);
    written->writer = NULL;
}

cli_status
cli_written_close(cli_written *written, thresh_result result,
                  thresh_error *err) {
    const cli_options *options = written->document->options;
    bool refused = options->strict
                   && written->document->warnings > written->warnings;
    if (result == THRESH_OK && !refused) {
        result = thresh_writer_close(written->writer, err);
        written->writer = NULL;
    } else {
        /* Bytes for a pipe are on their way all the same. */
        cli_written_abandon(written);
    }
    if (result != THRESH_OK)
        return fail(written, err);
    if (refused)
        return refuse(written);
    if (written->path != NULL && options->verbose)
        cli_say("wrote %s (%s)", written->path, written->output->cls->name);
    return CLI_OK;
}
