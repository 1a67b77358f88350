/* What is asked of one input.
 *
 *     outputs -> document (the input, read once)
 *                    -> convert   the outputs
 *                    -> preview   a look, on a terminal
 *                    -> explain   how each line was read
 *                    -> check     the totals that do not add up
 *     outputs -> stream           rows written while they are read
 */
#ifndef CLI_RUN_H
#define CLI_RUN_H

#include "cli/options.h"

cli_status cli_run(const cli_options *options);

#endif
