/* What a stream is connected to: a terminal of some width, with colours, or
 * not. */
#ifndef CLI_TERMINAL_H
#define CLI_TERMINAL_H

#include <stdio.h>

#include "thresh/core.h"

/* How to print on standard output. */
typedef struct cli_view {
    FILE *out;
    size_t width; /* CLI_UNCUT where it is no terminal */
    bool colour;
} cli_view;

/* Make sure that the descriptors 0, 1 and 2 are taken, so that no file that is
 * opened later can be mistaken for a standard stream that the caller closed.
 * Using such a stream still fails. */
void cli_terminal_guard(void);

/* The view that standard output gives. Colour follows NO_COLOR and TERM. */
cli_view cli_terminal_view(void);

/* Begin or, with NULL, end text in a style such as "1;34". */
void cli_style(const cli_view *view, const char *style);

#endif
