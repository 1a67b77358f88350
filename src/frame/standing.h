/* What stands in the stub of a record, and where: what rules for labels on
 * several lines look at.
 *
 *       Other loans                     a label alone, from 2 to 13
 *         Paid back    12    34         a row with a label
 *                      12    34         a row without one
 */
#ifndef THR_FRAME_STANDING_H
#define THR_FRAME_STANDING_H

#include "scan/window.h"

/* Where a label stands, in code points. */
typedef struct thr_standing {
    size_t lo;
    size_t hi;
} thr_standing;

thr_standing thr_standing_of(const thr_record *record);

/* Whether record `i` holds a label and nothing else, figures behind a label,
 * or figures without one. */
bool thr_standing_is_lone(const thr_window *window, size_t i);
bool thr_standing_is_row(const thr_window *window, size_t i);
bool thr_standing_is_bare(const thr_window *window, size_t i);

/* Whether the label of record `i` starts with a small letter. */
bool thr_standing_is_small(const thr_window *window, size_t i);

/* Whether the label of record `i` ends with a colon: it stands over others. */
bool thr_standing_is_over(const thr_window *window, size_t i);

/* Whether a label has any letter. */
bool thr_standing_has_letter(thresh_str label);

#endif
