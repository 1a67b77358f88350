/* Signals. See signals.h. */
#include "cli/signals.h"

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>

#include "thresh/writer.h"

static bool pipe_is_ignored; /* by the one who started us */
static bool pipe_is_closed;

static void
end_by(int number) {
    sigset_t one;
    struct sigaction usual = {.sa_handler = SIG_DFL};
    (void)sigaction(number, &usual, NULL);
    (void)sigemptyset(&one);
    (void)sigaddset(&one, number);
    (void)raise(number);
    (void)sigprocmask(SIG_UNBLOCK, &one, NULL);
}

static void
on_interruption(int number) {
    thresh_remove_temporaries();
    end_by(number);
}

/* What was ignored at the start, as under nohup, stays so. */
static bool
is_ignored(int number) {
    struct sigaction action;
    return sigaction(number, NULL, &action) == 0
           && action.sa_handler == SIG_IGN;
}

void
cli_signals_guard(void) {
    const int interruptions[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU};
    struct sigaction action = {.sa_handler = on_interruption};
    (void)sigfillset(&action.sa_mask);
    for (size_t i = 0; i < sizeof interruptions / sizeof *interruptions; i++)
        if (!is_ignored(interruptions[i]))
            (void)sigaction(interruptions[i], &action, NULL);
    pipe_is_ignored = is_ignored(SIGPIPE);
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    (void)sigaction(SIGPIPE, &ignore, NULL);
    (void)sigaction(SIGXFSZ, &ignore, NULL);
}

void
cli_signals_note_pipe(void) {
    pipe_is_closed = true;
}

void
cli_signals_end(void) {
    if (pipe_is_closed && !pipe_is_ignored)
        end_by(SIGPIPE);
}
