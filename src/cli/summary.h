/* What a document has, in a line:
 *
 *     1 table, 78 rows x 8 columns = 624 observations, 14 nil; 158 of 158
 *     totals add up                                            (on one line)
 */
#ifndef CLI_SUMMARY_H
#define CLI_SUMMARY_H

#include "cli/document.h"

/* Print it to the user. */
void cli_summary_put(const cli_document *document);

#endif
