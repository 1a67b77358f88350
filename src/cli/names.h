/* The outputs of --dir, each named after its file.
 *
 *     OUT, csv:   a.txt, sub/b.txt   ->   OUT/a.csv, OUT/b.csv
 *                 a.txt, sub/a.txt   ->   refused: both would be OUT/a.csv
 */
#ifndef CLI_NAMES_H
#define CLI_NAMES_H

#include "cli/options.h"

typedef struct cli_names {
    char **outputs; /* one for each input */
    char **sorted;  /* the same, by name */
    size_t count;
} cli_names;

/* Make the folder, if it is not there, and the names. What would be written
 * twice, or over an input, is told to the user. End it with cli_names_free(),
 * also after a failure. */
cli_status cli_names_make(cli_names *names, const cli_options *options);

/* Whether `path` is one of the outputs. */
bool cli_names_have(const cli_names *names, const char *path);

void cli_names_free(cli_names *names);

#endif
