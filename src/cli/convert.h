/* Tables in memory -> the outputs.
 *
 *     3 tables alike       -o t.csv  ->  t.csv
 *     3 tables, different  -o t.csv  ->  t-1.csv, t-2.csv, t-3.csv
 *     3 tables, different  -o t.json ->  t.json
 */
#ifndef CLI_CONVERT_H
#define CLI_CONVERT_H

#include "cli/document.h"
#include "cli/outputs.h"

/* Check that no output is the input, or named twice. */
cli_status cli_convert_check(const cli_outputs *outputs,
                             const cli_options *options);

/* Write the tables to all outputs. Failures are told to the user; outputs that
 * were complete before one stay. */
cli_status cli_convert(cli_document *document, const cli_outputs *outputs);

#endif
