/* Pieces of the JSON that --explain=json prints. */
#ifndef CLI_JSON_H
#define CLI_JSON_H

#include <stdio.h>

#include "thresh/table.h"

/* Print `before` and a JSON string. What is hidden is escaped: a terminal may
 * see it. */
void cli_json_text(FILE *out, const char *before, thresh_str text);

/* A cell: its record and field, "[4, 1]". */
void cli_json_place(FILE *out, thresh_place place);

/* Begin the next member of a list, on a line that starts with `indent`. */
void cli_json_next(FILE *out, bool *first, const char *indent);

#endif
