/* --help, --version, and the short usage. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include <stdio.h>

void cli_help(FILE *out);
void cli_version(FILE *out);

/* A few lines, for a call without input. */
void cli_help_short(FILE *out);

#endif
