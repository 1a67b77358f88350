/* Which rows of a table say what was worked out from other rows, by their
 * figures, where no sum is proved.
 *
 *     Heating   100  100  100        the whole of the shares below it
 *       Gas      62   41   49
 *       Other    38   59   51
 *
 *     1990      889  204             the change from the first row to
 *     2008     3401  830             the last
 *     Change, % 282.6  306.9
 */
#ifndef CLI_WORKED_H
#define CLI_WORKED_H

#include "thresh/table.h"

/* Why `row` is worked out from other rows, in words, or NULL if nothing shows
 * that it is. */
const char *cli_worked_out(const thresh_table *table, size_t row);

/* Whether `row`, of category `key` of row dimension `dimension`, lies between
 * the rows of what the category holds wherever it has a figure: an average or
 * a rate, which was not added up. */
bool cli_worked_between(const thresh_table *table, size_t dimension,
                        size_t key, size_t row);

/* Whether the rows of what the category holds come to less than half of `row`
 * wherever they have figures: some of its parts, whose total it is not. */
bool cli_worked_above(const thresh_table *table, size_t dimension, size_t key,
                      size_t row);

#endif
