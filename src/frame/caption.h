/* The lines above a header to its caption.
 *
 *     [Immigration and emigration](#)                  topic
 *     11                                               table number
 *     Immigration, by citizenship and region. 2007     title
 *
 * Text above the title is the topic, text between it and the header is notes.
 */
#ifndef THR_FRAME_CAPTION_H
#define THR_FRAME_CAPTION_H

#include "model/table.h"
#include "scan/report.h"
#include "scan/title.h"
#include "scan/window.h"

/* Use up the first `count` records of the window, and fill in the caption of
 * `table`, except its stub heading. `title` gets views into the caption, and
 * `place` where the title stands. */
thresh_result thr_caption_read(thresh_table *table, thr_window *window,
                               size_t count, thr_report *report,
                               thr_title *title, thresh_place *place,
                               thresh_error *err);

/* Whether `text` is a line of the caption again, as on a further page. */
bool thr_caption_has(const thresh_caption *caption, thresh_str text);

#endif
