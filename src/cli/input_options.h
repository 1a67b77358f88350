/* The options that say how to read the input, or take a number, and the choice
 * of one word of several that they share with others.
 *
 *     --decimal=comma    options->decimal = ','
 */
#ifndef CLI_INPUT_OPTIONS_H
#define CLI_INPUT_OPTIONS_H

#include "cli/options.h"

/* Find `word` in `choices`, which ends with NULL. THRESH_NONE, after telling
 * the user, if it is not there. */
size_t cli_choose(const char *option, const char *word,
                  const char *const *choices);

cli_status cli_apply_table(cli_options *options, const char *argument);
cli_status cli_apply_skip(cli_options *options, const char *argument);
cli_status cli_apply_header_rows(cli_options *options, const char *argument);
cli_status cli_apply_stub_columns(cli_options *options, const char *argument);
cli_status cli_apply_name(cli_options *options, const char *argument);
cli_status cli_apply_delimiter(cli_options *options, const char *argument);
cli_status cli_apply_encoding(cli_options *options, const char *argument);
cli_status cli_apply_decimal(cli_options *options, const char *argument);
cli_status cli_apply_symbols(cli_options *options, const char *argument);
cli_status cli_apply_jobs(cli_options *options, const char *argument);
cli_status cli_apply_max_memory(cli_options *options, const char *argument);
cli_status cli_apply_nil(cli_options *options, const char *argument);

#endif
