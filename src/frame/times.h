/* Whether labels of rows are times, which name themselves:
 *
 *         | Born | Dead                 year
 *     2018 |  120 |  130       ->       2018: 120, 130
 *     2019 |  121 |  131                2019: 121, 131
 */
#ifndef THR_FRAME_TIMES_H
#define THR_FRAME_TIMES_H

#include "scan/window.h"

/* What the labels of field `field` are, in the records [body, end): "year",
 * "quarter", "month", or "period" where they are times of several kinds, or
 * dates. NULL where they are no times, but for a few such as "Average", or
 * less than two. */
const char *thr_times_of(const thr_window *window, size_t body, size_t end,
                         size_t field);

/* The same of labels that stand alone in the first field. */
const char *thr_times_alone(const thr_window *window, size_t body, size_t end);

/* Whether they are years, as a spreadsheet prints them that holds numbers:
 * "2018.0". `fields` is how many fields are labels. */
bool thr_times_are_numbers(const thr_window *window, size_t body, size_t end,
                           size_t fields);

#endif
