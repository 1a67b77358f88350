/* Dates that stand on two lines of a header: a month or a quarter over each
 * year.
 *
 *     Mar. | Feb. | Mar.        dates: March 2019, February 2020, March 2020
 *     2019 | 2020 | 2020
 *
 *     Mar. | Mar. | Feb. | Feb.     levels of their own: each month stands
 *     2019 | 2020 | 2019 | 2020     over the same years
 */
#ifndef THR_FRAME_DATES_H
#define THR_FRAME_DATES_H

#include "scan/window.h"

/* Whether the records `above` and `below` of the window are dates so parted,
 * from field `first` on. */
bool thr_dates_are_parted(const thr_window *window, size_t above, size_t below,
                          size_t first);

#endif
