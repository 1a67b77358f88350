/* Cells that are kept whole. See wholes.h. */
#include "model/wholes.h"

#include "base/error.h"
#include "base/str.h"

/* Room for one more cell that is kept whole. */
static thresh_cell *
next_whole(thresh_table *table) {
    thr_store *store = &table->store;
    if (store->nwholes == store->nlots * THR_LOT) {
        void *array = store->lots;
        thresh_cell *lot = thr_arena_array(&table->arena, THR_LOT,
                                           sizeof *lot);
        thresh_cell **added = lot == NULL ? NULL
                                          : thr_table_append(table, &array,
                                                             &store->nlots,
                                                             &store->lots_room,
                                                             sizeof *added);
        if (added == NULL)
            return NULL;
        store->lots = array;
        *added = lot;
    }
    return thr_store_whole(store, store->nwholes++);
}

static bool
same_whole(const thresh_cell *a, const thresh_cell *b) {
    return a->coef == b->coef && a->scale == b->scale && a->kind == b->kind
           && a->status == b->status && a->has_value == b->has_value
           && a->text.len == b->text.len && thr_str_equal(a->text, b->text)
           && thr_str_equal(a->marks, b->marks);
}

/* The slot that has a cell like this, or the free one where it would go; NULL
 * where it would be looked for too long. */
static uint32_t *
slot_of(const thr_store *store, const thresh_cell *cell) {
    enum { MOST_TRIES = 32 };
    size_t at = thr_str_hash(cell->text);
    for (size_t i = 0; i < MOST_TRIES && i < store->known_room; i++) {
        uint32_t *slot = &store->known[(at + i) & (store->known_room - 1)];
        if (*slot == 0 || same_whole(thr_store_whole(store, *slot - 1), cell))
            return slot;
    }
    return NULL;
}

/* Room to know twice as many cells, up to a bound: a table that has more
 * different ones prints few of them again. False if memory is exhausted. */
static bool
make_known_room(thresh_table *table) {
    enum { FIRST = 64, MOST = 1 << 17 };
    thr_store *store = &table->store, old = *store;
    if (store->nknown * 2 < store->known_room || store->known_room == MOST)
        return true;
    store->known_room = old.known_room > 0 ? old.known_room * 2 : FIRST;
    store->known = thr_arena_array(&table->arena, store->known_room,
                                   sizeof *store->known);
    if (store->known == NULL) {
        *store = old;
        return false;
    }
    for (size_t i = 0; i < old.known_room; i++) {
        uint32_t *slot =
            old.known[i] == 0
                ? NULL
                : slot_of(store, thr_store_whole(store, old.known[i] - 1));
        if (slot != NULL)
            *slot = old.known[i];
    }
    return true;
}

static thresh_result
add_whole(thresh_table *table, const thresh_cell *cell, uint64_t line,
          int64_t *number, thresh_error *err) {
    thresh_cell *added = next_whole(table);
    if (added == NULL)
        return thr_arena_failure(&table->arena, line, err);
    *added = *cell;
    *number = (int64_t)table->store.nwholes - 1;
    if (!thr_arena_copy(&table->arena, cell->text, &added->text)
        || !thr_arena_copy(&table->arena, cell->marks, &added->marks))
        return thr_arena_failure(&table->arena, line, err);
    return THRESH_OK;
}

bool
thr_whole_stands(const thresh_cell *cell, uint32_t field, const thr_row *row) {
    const thresh_place *place = &cell->place;
    return place->line == row->line && place->record == row->record
           && place->field == field;
}

/* Number of a cell like this that stands in its row. */
static thresh_result
share_whole(thresh_table *table, const thresh_cell *cell, uint64_t line,
            int64_t *number, thresh_error *err) {
    thr_store *store = &table->store;
    thresh_cell shared = *cell;
    shared.place = (thresh_place){.record = THR_SHARED};
    if (!make_known_room(table))
        return thr_arena_failure(&table->arena, line, err);
    uint32_t *slot = slot_of(store, cell);
    if (slot != NULL && *slot > 0) {
        *number = *slot - 1;
        return THRESH_OK;
    }
    THR_TRY(add_whole(table, &shared, line, number, err));
    if (slot != NULL && *number < UINT32_MAX
        && store->nknown * 2 < store->known_room) {
        *slot = (uint32_t)*number + 1;
        store->nknown++;
    }
    return THRESH_OK;
}

thresh_result
thr_whole_keep(thresh_table *table, const thresh_cell *cell, uint32_t field,
               const thr_row *row, int64_t *number, thresh_error *err) {
    return thr_whole_stands(cell, field, row)
               ? share_whole(table, cell, row->line, number, err)
               : add_whole(table, cell, row->line, number, err);
}
