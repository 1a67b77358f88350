/* --explain: what each line of the input was taken for, and why.
 *
 *     delimiter  tab   every line of the table has 8 of them
 *      3  title        holds "by" and a year     Immigration, by ...
 */
#ifndef CLI_EXPLAIN_H
#define CLI_EXPLAIN_H

#include "cli/document.h"
#include "cli/terminal.h"
#include "cli/trace.h"

cli_status cli_explain_text(const cli_view *view, const cli_trace *trace,
                            const cli_document *document);

/* The same for programs: lines with their roles, and of each table the cells
 * that are labels and entries, with the links between them. */
cli_status cli_explain_json(FILE *out, const cli_trace *trace,
                            const cli_document *document);

#endif
