/* The outputs that the command line asks for, each with its format and with
 * the options that concern it.
 *
 *     -o t.csv -o t.md --set excel=1 --shape long
 *         t.csv   csv       excel=1   long
 *         t.md    markdown            long
 */
#ifndef CLI_OUTPUTS_H
#define CLI_OUTPUTS_H

#include "thresh/writer.h"

#include "cli/options.h"

typedef struct cli_output {
    const char *path; /* NULL = standard output */
    const thresh_writer_class *cls;
    thresh_shape shape;
    const char *columns;
    bool no_totals;
    const char **set; /* ended by NULL */
} cli_output;

typedef struct cli_outputs {
    cli_output *items;
    size_t count;
    const char **set; /* the memory of all their settings */
} cli_outputs;

/* Settle the outputs; where none is named, it is standard output. Mistakes are
 * told to the user. End it with cli_outputs_free(), also after a failure. */
cli_status cli_outputs_choose(cli_outputs *outputs,
                              const cli_options *options);

void cli_outputs_free(cli_outputs *outputs);

/* Whether it will be written wide, not long. */
bool cli_output_is_wide(const cli_output *output);

/* How an output is called in messages. */
const char *cli_output_name(const cli_output *output);

/* What the library is to be told of an output that takes `tables` tables. */
thresh_write_options cli_output_options(const cli_output *output,
                                        const cli_options *options,
                                        size_t tables);

#endif
