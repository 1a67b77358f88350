/* Records of figures that are part of a header.
 *
 *     Year   | 2010 | 2011       years over other figures
 *            | (1)  | (2)        the columns by number
 *            | 24   | 64         the rest of "15 to" and "25 to" above
 *            | 1 000 | 1 000     what they count in
 *     North  | 12   | 14         no: values
 */
#ifndef THR_FRAME_FIGURED_H
#define THR_FRAME_FIGURED_H

#include "scan/window.h"

/* Whether the figures of record `i` are no values but head those below it;
 * `*reason` says why. */
bool thr_figured_is_header(const thr_window *window, size_t i,
                           const char **reason);

/* Units in parentheses over all columns, beside a label or none. */
bool thr_figured_tells_units(const thr_record *record);

/* "(1)", "(2)", ... or "1", "2", ...: the columns by number. */
bool thr_figured_counts_columns(const thr_record *record);

/* Whether record `i` is prose that a delimiter cuts, "Revised on 24 May,
 * 2012": blanks stand behind it there, and in record `below` it cuts more
 * cells with none. */
bool thr_figured_is_prose(const thr_window *window, size_t i, size_t below);

#endif
