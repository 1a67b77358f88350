/* Rows of tables side by side. See panels.h. */
#include "model/panels.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "model/keys.h"

/* Which of the tables row `row` stands in. */
static size_t
panel_of(const thresh_table *table, size_t row) {
    uint32_t field = thresh_table_label_place(table, 0, row, 0).field;
    size_t panel = table->npanels - 1;
    while (panel > 0 && field < table->panels[panel])
        panel--;
    return panel;
}

/* Put the rows into that order, in chunks of their own. */
static thresh_result
put_in_order(thresh_table *table, const size_t *order, thresh_error *err) {
    size_t nkeys = table->naxis[THRESH_ROWS];
    thr_chunk **chunks = thr_arena_array(&table->arena, table->nchunks,
                                         sizeof *chunks);
    if (chunks == NULL)
        return thr_arena_failure(&table->arena, 0, err);
    for (size_t i = 0; i < table->nchunks; i++) {
        chunks[i] = thr_table_make_chunk(table);
        if (chunks[i] == NULL)
            return thr_arena_failure(&table->arena, 0, err);
    }
    for (size_t i = 0; i < table->nrows; i++) {
        thr_chunk *to = chunks[i / THR_CHUNK];
        const thr_chunk *from = table->chunks[order[i] / THR_CHUNK];
        size_t at = i % THR_CHUNK, was = order[i] % THR_CHUNK;
        const thr_row row = thr_table_row(table, order[i]);
        if (!thr_chunk_put(table, to, at, &row))
            return thr_arena_failure(&table->arena, 0, err);
        if (to->keys != NULL)
            memcpy(to->keys + at * nkeys, from->keys + was * nkeys,
                   nkeys * sizeof *to->keys);
        if (from->places == NULL || from->places[was] == NULL)
            continue;
        if (!thr_keys_places_room(table, to))
            return thr_arena_failure(&table->arena, 0, err);
        to->places[at] = from->places[was];
    }
    table->chunks = chunks;
    table->chunks_room = table->nchunks;
    return THRESH_OK;
}

/* Set `order` to the rows as they come, and bring them into that order. */
static thresh_result
order_rows(thresh_table *table, size_t *order, thresh_error *err) {
    size_t count = 0;
    for (size_t panel = 0; panel < table->npanels; panel++)
        for (size_t i = 0; i < table->nrows; i++)
            if (panel_of(table, i) == panel)
                order[count++] = i;
    return put_in_order(table, order, err);
}

/* Number the categories of `dimension`, which rows share, by the first row
 * that has them. `order` and `map` have room for them. */
static bool
number_again(thresh_table *table, size_t dimension, size_t *order,
             size_t *map) {
    thr_categories *list = &table->categories[dimension];
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++)
        map[i] = THRESH_NONE;
    for (size_t row = 0; row < table->nrows; row++) {
        size_t key = thr_table_row_key(table, row, dimension);
        if (map[key] == THRESH_NONE) {
            order[count] = key;
            map[key] = count++;
        }
        thr_keys_set(table, row, dimension, map[key]);
    }
    return thr_categories_order(list, order);
}

thresh_result
thr_table_order_panels(thresh_table *table, thresh_error *err) {
    if (table->npanels < 2 || table->nrows == 0)
        return THRESH_OK;
    size_t dimensions = table->naxis[THRESH_ROWS];
    size_t *order = calloc(table->nrows, sizeof *order);
    size_t *map = calloc(table->nrows, sizeof *map);
    thresh_result result = order != NULL && map != NULL
                               ? order_rows(table, order, err)
                               : thr_fail_memory(err);
    bool done = result == THRESH_OK;
    if (done && dimensions == 1)
        done = thr_categories_order(&table->categories[0], order);
    for (size_t d = 0; done && dimensions > 1 && d < dimensions; d++)
        done = number_again(table, d, order, map);
    free(order);
    free(map);
    return done || result != THRESH_OK ? result : thr_fail_memory(err);
}
