/* The labels of a table for --explain=json, and which of them each value has.
 *
 *     {"at": [4, 1], "text": "Norway", "parent": [3, 1], "axis": "row"}
 *
 * What stands above a label says what it is a part of: a spanner, a cut-in, a
 * row printed less deep, a total that has a name, or parts with parts.
 */
#ifndef CLI_EXPLAIN_LABELS_H
#define CLI_EXPLAIN_LABELS_H

#include <stdio.h>

#include "thresh/table.h"

/* Print all labels of `table`; false if memory is exhausted. */
bool cli_explain_labels(FILE *out, const thresh_table *table);

/* The leaf labels of an observation: its row's, then its column's. */
void cli_explain_links(FILE *out, const thresh_table *table, size_t row,
                       size_t column);

#endif
