/* A loaded table, played back. See playback.h. */
#include "model/playback.h"

#include <stdlib.h>

#include "base/error.h"
#include "model/unpack.h"

bool
thr_playback_start(thr_playback *play, const thresh_table *table) {
    size_t nkeys = table->naxis[THRESH_ROWS] + 1;
    size_t ncells = table->ncolumns + 1;
    *play = (thr_playback){.keys = calloc(nkeys, sizeof *play->keys),
                           .cells = calloc(ncells, sizeof *play->cells),
                           .texts = calloc(ncells, THR_FORM_MOST)};
    if (play->keys == NULL || play->cells == NULL || play->texts == NULL) {
        thr_playback_end(play);
        return false;
    }
    play->table = table;
    return true;
}

void
thr_playback_end(thr_playback *play) {
    free(play->keys);
    free(play->cells);
    free(play->texts);
    *play = (thr_playback){0};
}

thresh_result
thr_playback_table(thr_playback *play, const thresh_table **out) {
    if (play->started)
        return THRESH_END;
    play->started = true;
    *out = play->table;
    return THRESH_OK;
}

thresh_result
thr_playback_row(thr_playback *play, const thresh_row **out,
                 thresh_error *err) {
    const thresh_table *table = play->table;
    if (!play->started)
        return thr_fail(err, THRESH_E_ARGUMENT,
                        "a row was asked for before a table");
    if (play->next == table->nrows)
        return THRESH_END;
    const thr_row row = thr_table_row(table, play->next);
    thr_table_row_keys(table, play->next, play->keys);
    if (play->bare)
        thr_cells_unpack_bare(table, play->next, play->cells);
    else
        thr_cells_unpack(table, play->next, play->cells, play->texts);
    play->row = (thresh_row){.keys = play->keys,
                             .cells = play->cells,
                             .ncells = table->ncolumns,
                             .index = play->next++,
                             .line = row.line,
                             .record = row.record};
    *out = &play->row;
    return THRESH_OK;
}
