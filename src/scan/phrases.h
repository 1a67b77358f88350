/* The words in which legends say what a symbol means.
 *
 *     "data withheld to avoid disclosure"    confidential
 *     "represents or rounds to zero"         less than half of the unit
 */
#ifndef THR_SCAN_PHRASES_H
#define THR_SCAN_PHRASES_H

#include "thresh/table.h"

/* The status that `text` starts with, words that say nothing passed over, and
 * how far into the text its phrase goes; 0 if it says none. */
size_t thr_phrase_meaning(thresh_str text, uint32_t *status);

/* Where "is marked by" or its like first stands in `text`, and its length with
 * an article; THRESH_NONE if nowhere. */
size_t thr_phrase_marked(thresh_str text, size_t *len);

/* Whether `text` starts with words that announce a legend. */
bool thr_phrase_is_lead(thresh_str text);

#endif
