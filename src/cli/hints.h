/* The commands that read the input otherwise, where the reader was in doubt.
 *
 *     If this is wrong
 *       thresh --header-rows 1 table.txt    header: lines 3 to 4
 */
#ifndef CLI_HINTS_H
#define CLI_HINTS_H

#include "cli/options.h"
#include "cli/terminal.h"
#include "cli/trace.h"

/* More would help nobody. */
enum { CLI_HINTS_MOST = 16 };

typedef struct cli_hint {
    thresh_str options; /* "--header-rows 1"; borrowed from the trace */
    const cli_decision *decision;
} cli_hint;

/* Each once, however many tables it would change. */
typedef struct cli_hints {
    cli_hint items[CLI_HINTS_MOST];
    size_t count;
} cli_hints;

cli_hints cli_hints_find(const cli_trace *trace);

/* The command for the `index`-th; NULL where memory is exhausted. The caller
 * frees it. */
char *cli_hints_command(const cli_hints *hints, size_t index,
                        const cli_options *options);

/* Print all of them, if there are any. False where memory is exhausted. */
bool cli_hints_put(const cli_view *view, const cli_trace *trace,
                   const cli_options *options);

#endif
