/* What adds up in the tables of a document, and what does not.
 *
 *     158 of 158 totals add up
 *
 *     table.txt:13:29: "Europe total" is 36 512, its parts add up to 36 511
 *     (column "Total"): difference 1                            (on one line)
 */
#ifndef CLI_SUMS_H
#define CLI_SUMS_H

#include <stdio.h>

#include "thresh/sums.h"

#include "cli/document.h"

/* Room for what cli_sum_describe() writes. */
enum { CLI_SUM_TEXT = 192 };

/* Write what proves a sum: "sum of 7 rows, 8 of 8 columns". */
void cli_sum_describe(char text[CLI_SUM_TEXT], const thresh_table *table,
                      const thresh_sum *sum);

/* Whether a total, or a difference, does not add up. */
bool cli_sums_fail(const cli_document *document);

/* Print "; 158 of 158 totals add up". Where there is nothing to add up, that
 * is said only if `always`. */
void cli_sums_summarise(const cli_document *document, bool always);

/* Print each total that does not add up, one in a line, by its place. */
cli_status cli_sums_put(FILE *out, const cli_document *document);

/* The same as warnings: the first five, or all of them with -v. */
cli_status cli_sums_warn(cli_document *document);

#endif
