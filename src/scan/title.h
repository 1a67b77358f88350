/* What a title says of its table.
 *
 *     Immigration, by citizenship and region. 2007
 *     measure      by [0]          by [1]     period
 */
#ifndef THR_SCAN_TITLE_H
#define THR_SCAN_TITLE_H

#include "thresh/core.h"

enum { THR_TITLE_BY = 8 };

/* Views into the title; empty where it does not say. */
typedef struct thr_title {
    thresh_str measure;
    thresh_str period;
    thresh_str by[THR_TITLE_BY];
    size_t nby;
} thr_title;

thr_title thr_title_read(thresh_str title);

/* A line below a title that is nothing but what the table counts in, in
 * brackets: "[In thousands]", "(Numbers in thousands)", "(millions of euro)".
 * `unit` is what stands between the brackets. */
bool thr_title_is_unit(thresh_str line, thresh_str *unit);

/* A line that is nothing but a table number, and no year. */
bool thr_title_is_number(thresh_str line, thresh_str *number);

#endif
