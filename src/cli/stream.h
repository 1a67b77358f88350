/* --stream: rows are written while they are read, so that memory does not grow
 * with the input, and a row comes out before the input ends.
 *
 *     a long table, row by row    -t csv    ->  its rows, is_total empty
 *                                 -t xlsx   ->  refused: it needs all of it
 *
 * What only a whole table can tell is left out: its sums, and so which rows
 * are totals, and the texts of its notes. What is settled in the window at its
 * start (256 lines) is held to, and a contradiction further down is a warning.
 */
#ifndef CLI_STREAM_H
#define CLI_STREAM_H

#include "cli/document.h"
#include "cli/outputs.h"

/* Check that the output, with its options, can be streamed. */
cli_status cli_stream_check(const cli_outputs *outputs,
                            const cli_options *options);

/* Convert the input to its one output. Failures are told to the user. */
cli_status cli_stream(cli_document *document);

#endif
