/* What each page of a report is headed with.
 *
 *     Harbour Statistics                     PAGE: 1     the first page: kept
 *          Wednesday, 3 March 2010                       as it is
 *          TABLE I  Ships
 *
 *     Harbour Statistics                     PAGE: 2     furniture: a number
 *          Wednesday, 3 March 2010                       of a page, and lines
 *          TABLE II  Boats                               as on the first
 *
 * A page starts where a line ends with its number, apart from other words, or
 * where a form feed stands before it. From there on lines are furniture while
 * they are the same as on the first such page, up to a blank line or a rule;
 * but what starts with "Table 3" is a title.
 */
#ifndef THR_SCAN_BANNER_H
#define THR_SCAN_BANNER_H

#include "grid/record.h"

/* The lines of the first page that is numbered. */
typedef struct thr_banner {
    thr_buf lines; /* an end of line behind each */
    thr_buf line;  /* the one at hand, as it is compared */
    size_t count;  /* of the lines */
    bool started;  /* a numbered page was met */
    bool open;     /* ... and its lines are being kept */
    bool same;     /* the lines of the page at hand were the same so far */
    size_t at;     /* and go on here */
} thr_banner;

/* See the next record. If it is furniture, its cells are hidden: it is blank
 * to all that looks at it, but `record->furniture` counts them. False if
 * memory is exhausted. */
bool thr_banner_see(thr_banner *banner, thr_record *record);

/* Take the number of a page, and the carriage control of a printer before the
 * line, off a line of text. False if it has no such number. */
bool thr_banner_cut(thresh_str *text);

void thr_banner_free(thr_banner *banner);

#endif
