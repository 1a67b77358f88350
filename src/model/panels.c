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
                rows[count++] = *thr_table_row(table, i);
    for (size_t i = 0; i < table->nrows; i++)
        *thr_table_row(table, i) = rows[i];
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
        size_t key = thr_table_row_key(table, row, dimension);
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

static void
set_key(thresh_table *table, size_t index, size_t dimension, size_t key) {
    thr_row *row = thr_table_row(table, index);
    if (table->naxis[THRESH_ROWS] == 1)
        row->keys.one = key;
    else
        row->keys.many->categories[dimension] = key;
}

thresh_result
thr_table_order_panels(thresh_table *table, thresh_error *err) {
    if (table->npanels < 2 || table->nrows == 0)
        return THRESH_OK;
    THR_TRY(order_rows(table, err));
    for (size_t d = 0; d < table->naxis[THRESH_ROWS]; d++) {
        size_t count = table->categories[d].count;
        size_t *map = calloc(count + 1, sizeof *map);
        bool done = map != NULL && number_again(table, d, map);
        for (size_t row = 0; row < table->nrows && done; row++)
            set_key(table, row, d, map[thr_table_row_key(table, row, d)]);
        free(map);
        if (!done)
            return thr_fail_memory(err);
    }
    return THRESH_OK;
}
