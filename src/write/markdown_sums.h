/* What does not add up in a table, below it in Markdown:
 *
 *     Does not add up:
 *
 *     - "Europe total" is 36 513, its parts add up to 36 512 (column "Oslo"):
 *       difference 1
 */
#ifndef THR_WRITE_MARKDOWN_SUMS_H
#define THR_WRITE_MARKDOWN_SUMS_H

#include "thresh/table.h"

#include "base/buf.h"

/* Append the list after a blank line; nothing where nothing fails. */
void thr_markdown_sums_write(const thresh_table *table, thr_buf *out);

#endif
