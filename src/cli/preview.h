/* A table at a glance, for a terminal.
 *
 *     Table 11: Immigration, by citizenship and region. 2007
 *     citizenship (78), region (8), year = 2007
 *
 *                            To region ──────────────────
 *                            Oslo and  Hedmark and
 *     Citizenship     Total  Akershus     Oppland
 *     Total          61 774    20 696       2 776
 *     Norway          8 276     3 159         423
 *     … 76 more rows, 5 more columns
 */
#ifndef CLI_PREVIEW_H
#define CLI_PREVIEW_H

#include "cli/document.h"
#include "cli/terminal.h"

/* Print the first tables. */
cli_status cli_preview(const cli_view *view, const cli_document *document);

#endif
