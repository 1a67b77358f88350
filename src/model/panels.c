/* Rows of tables side by side. See panels.h. */
#include "model/panels.h"

#include <stdlib.h>

#include "base/error.h"

/* Which of the tables row `row` stands in. */
static size_t
panel_of(const thresh_table *table, size_t row) {
    uint32_t field = thresh_table_label_place(table, 0, row, 0).field;
    size_t panel = table->npanels - 1;
    while (panel > 0 && field < table->panels[panel])
        panel--;
    return panel;
}

/* Set `order` to the rows as they come, and bring them into that order. */
static thresh_result
order_rows(thresh_table *table, size_t *order, thresh_error *err) {
    size_t count = 0;
    for (size_t panel = 0; panel < table->npanels; panel++)
        for (size_t i = 0; i < table->nrows; i++)
            if (panel_of(table, i) == panel)
                order[count++] = i;
    thr_row *rows = thr_arena_array(&table->arena, count, sizeof *rows);
    thr_keys **keys = thr_arena_array(&table->arena, count, sizeof *keys);
    if (rows == NULL || keys == NULL)
        return thr_arena_failure(&table->arena, 0, err);
    bool many = table->naxis[THRESH_ROWS] > 1;
    for (size_t i = 0; i < count; i++) {
        rows[i] = *thr_table_row(table, order[i]);
        keys[i] = many ? thr_table_row_many(table, order[i]) : NULL;
    }
    for (size_t i = 0; i < count; i++) {
        thr_chunk *chunk = table->chunks[i / THR_CHUNK];
        chunk->rows[i % THR_CHUNK] = rows[i];
        if (many)
            chunk->keys[i % THR_CHUNK] = keys[i];
    }
    return THRESH_OK;
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
        size_t *key = &thr_table_row_many(table, row)->categories[dimension];
        if (map[*key] == THRESH_NONE) {
            order[count] = *key;
            map[*key] = count++;
        }
        *key = map[*key];
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
