/* A loaded table, played back. See playback.h. */
#include "convert/playback.h"

#include <stdlib.h>

#include "base/error.h"

bool
thr_playback_start(thr_playback *play, const thresh_table *table) {
    size_t nkeys = table->naxis[THRESH_ROWS] + 1;
    *play = (thr_playback){.keys = calloc(nkeys, sizeof *play->keys)};
    if (play->keys == NULL)
        return false;
    play->table = table;
    return true;
}

void
thr_playback_end(thr_playback *play) {
    free(play->keys);
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
    const thr_row *row = &table->rows[play->next];
    thr_table_row_keys(table, play->next, play->keys);
    play->row = (thresh_row){.keys = play->keys,
                             .cells = row->cells,
                             .ncells = table->ncolumns,
                             .index = play->next++,
                             .line = row->line,
                             .record = row->record};
    *out = &play->row;
    return THRESH_OK;
}
