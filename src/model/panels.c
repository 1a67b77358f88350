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

static thresh_result
order_rows(thresh_table *table, thresh_error *err) {
    thr_row *rows = thr_arena_array(&table->arena, table->nrows, sizeof *rows);
    if (rows == NULL)
        return thr_arena_failure(&table->arena, 0, err);
    size_t count = 0;
    for (size_t panel = 0; panel < table->npanels; panel++)
        for (size_t i = 0; i < table->nrows; i++)
            if (panel_of(table, i) == panel)
                rows[count++] = table->rows[i];
    table->rows = rows;
    table->rows_room = table->nrows;
    return THRESH_OK;
}

/* Number the categories of `dimension` by the first row that has them. `map`
 * gets the new number of each. */
static bool
number_again(thresh_table *table, size_t dimension, size_t *map) {
    thr_categories *old = &table->categories[dimension];
    thr_categories ordered = {0};
    bool done = true;
    for (size_t i = 0; i < old->count; i++)
        map[i] = THRESH_NONE;
    for (size_t row = 0; row < table->nrows && done; row++) {
        size_t key = table->rows[row].keys[dimension];
        if (map[key] != THRESH_NONE)
            continue;
        map[key] = ordered.count;
        done = thr_categories_add(&ordered, &old->items[key]);
    }
    thr_categories_free(done ? old : &ordered);
    if (done)
        *old = ordered;
    return done;
}

static thresh_result
order_categories(thresh_table *table, size_t **keys, thresh_error *err) {
    size_t nkeys = table->naxis[THRESH_ROWS];
    for (size_t d = 0; d < nkeys; d++) {
        size_t count = table->categories[d].count;
        size_t *map = calloc(count + 1, sizeof *map);
        bool done = map != NULL && number_again(table, d, map);
        for (size_t row = 0; row < table->nrows && done; row++)
            keys[row][d] = map[table->rows[row].keys[d]];
        free(map);
        if (!done)
            return thr_fail_memory(err);
    }
    for (size_t row = 0; row < table->nrows; row++)
        table->rows[row].keys = keys[row];
    return THRESH_OK;
}

thresh_result
thr_table_order_panels(thresh_table *table, thresh_error *err) {
    if (table->npanels < 2 || table->nrows == 0)
        return THRESH_OK;
    THR_TRY(order_rows(table, err));
    thr_arena *arena = &table->arena;
    size_t **keys = thr_arena_array(arena, table->nrows, sizeof *keys);
    size_t each = table->naxis[THRESH_ROWS];
    size_t *room = thr_arena_array(arena, table->nrows * each, sizeof *room);
    if (keys == NULL || room == NULL)
        return thr_arena_failure(arena, 0, err);
    for (size_t row = 0; row < table->nrows; row++)
        keys[row] = &room[row * each];
    return order_categories(table, keys, err);
}
