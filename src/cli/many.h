/* --dir: several files, each to an output of its own, and some of them at
 * once.
 *
 *     -d OUT -t csv a.txt sub/b.txt   ->   OUT/a.csv, OUT/b.csv
 *
 * What is said of them comes in their order. The status is the worst of
 * theirs: what failed, before what was no table, before what was unsound.
 */
#ifndef CLI_MANY_H
#define CLI_MANY_H

#include "cli/options.h"

cli_status cli_many(const cli_options *options);

#endif
