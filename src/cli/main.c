/* The command: argv -> what was asked for, of one input (run.h) or of several
 * files (many.h).
 */
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "cli/help.h"
#include "cli/many.h"
#include "cli/options.h"
#include "cli/run.h"
#include "cli/signals.h"
#include "cli/terminal.h"

/* A long table is read, proved and written, one after the other: what one of
 * them took and gave back goes back to the system before the next. */
static void
give_memory_back(void) {
#ifdef __GLIBC__
    enum { LARGE = 256 << 10 };
    (void)mallopt(M_MMAP_THRESHOLD, LARGE);
#endif
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
    } else if (options->dir != NULL)
        return cli_many(options);
    else {
        give_memory_back();
        return cli_run(options);
    }
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
    if (reason == EPIPE || is_pipe_closed()) {
        cli_signals_note_pipe();
        return cli_worse(status, CLI_FAILED);
    }
    cli_fail("standard output: cannot write%s%s", reason == 0 ? "" : ": ",
             reason == 0 ? "" : strerror(reason));
    return cli_worse(status, CLI_FAILED);
}

int
main(int argc, char **argv) {
    cli_options options;
    cli_terminal_guard();
    cli_signals_guard();
    cli_status status = cli_options_parse(&options, argc, argv);
    if (status == CLI_OK)
        status = start(&options);
    cli_options_free(&options);
    status = finish(status);
    cli_signals_end();
    return (int)status;
}
