/* The meanings of symbols that are printed with a table.
 *
 *     Symbols: - nil; .. = not available; : confidential
 *     NA Not available.  X Not applicable.
 *     Missing data is marked by ---.
 *
 * A symbol counts as explained where a meaning follows it at once, or words
 * that say nothing else ("data", "represents"): "- Data for 2005 are not
 * available" is a note.
 */
#ifndef THR_SCAN_LEGEND_H
#define THR_SCAN_LEGEND_H

#include "grid/record.h"
#include "value/symbol.h"

/* Add to `symbols` what `text` explains; it must outlive them. `mark` is the
 * note mark before it: it may itself be the symbol. */
void thr_legend_read(thr_symbols *symbols, thresh_str mark, thresh_str text,
                     thresh_place place);

/* Whether `text` starts with signs and what they mean: a line of a legend,
 * whatever stands above it. */
bool thr_legend_starts(thresh_str text);

/* Whether a record is a line of a legend in two cells, a symbol and what it
 * means: ":" and "not available". */
bool thr_legend_is_line(const thr_record *record);

#endif
