/* What ends the command from outside: it leaves no file behind, and ends as
 * the signal says, so that a shell or `make` knows what happened. */
#ifndef CLI_SIGNALS_H
#define CLI_SIGNALS_H

/* Have interruptions remove temporary files first. A write that nobody reads,
 * or that a limit forbids, fails like any other instead of ending the
 * command. */
void cli_signals_guard(void);

/* Nobody reads standard output any more. */
void cli_signals_note_pipe(void);

/* If so, end by SIGPIPE, as other commands do: at the very end, when all other
 * outputs are written. Returns otherwise, and where the one who started the
 * command ignores that signal. */
void cli_signals_end(void);

#endif
