/* A loaded table, played back: the table, then its rows, as a reader of text
 * lends them. */
#ifndef THR_MODEL_PLAYBACK_H
#define THR_MODEL_PLAYBACK_H

#include "model/table.h"

typedef struct thr_playback {
    const thresh_table *table; /* NULL where nothing is played */
    bool started;
    bool bare; /* its cells are those of thr_cells_unpack_bare() */
    size_t next;
    thresh_category *keys;
    thresh_cell *cells;
    char *texts; /* of numbers */
    thresh_row row;
} thr_playback;

/* Start to play `table`, which must outlive it. False if memory is exhausted.
 */
bool thr_playback_start(thr_playback *play, const thresh_table *table);
void thr_playback_end(thr_playback *play);

/* As thresh_reader_table() and thresh_reader_row(). */
thresh_result thr_playback_table(thr_playback *play, const thresh_table **out);
thresh_result thr_playback_row(thr_playback *play, const thresh_row **out,
                               thresh_error *err);

#endif
