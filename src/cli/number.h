/* Numbers that are not printed in a table, in the style of those that are.
 *
 *     of a table with 61 774 and 20 696:   36511 -> 36 511
 *     of a table with 1.234,50:            36511.25 -> 36.511,25
 */
#ifndef CLI_NUMBER_H
#define CLI_NUMBER_H

#include <stdio.h>

#include "thresh/table.h"

typedef struct cli_number_style {
    char group[8];   /* between thousands; "" for nothing */
    char decimal[8]; /* "" where none is known, which gives a dot */
} cli_number_style;

/* The style of the first numbers of `table` that show one. */
cli_number_style cli_number_style_of(const thresh_table *table);

/* Print the value of `cell`, which has one. */
void cli_number_put(FILE *out, const thresh_cell *cell,
                    const cli_number_style *style);

#endif
