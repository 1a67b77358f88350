/* The records that are read but not yet used. See window.h. */
#include "scan/window.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/grow.h"
#include "grid/held.h"
#include "scan/move.h"

void
thr_window_free(thr_window *window) {
    for (size_t i = 0; window->items != NULL && i < window->room; i++)
        thr_record_free(&window->items[i]);
    free(window->items);
    free(window->features);
    thr_banner_free(&window->banner);
    *window = (thr_window){0};
}

bool
thr_window_start(thr_window *window, thr_grid *grid, size_t size) {
    *window = (thr_window){.grid = grid, .room = size};
    window->items = calloc(size, sizeof *window->items);
    window->features = malloc(size * sizeof *window->features);
    if (window->items != NULL && window->features != NULL)
        return true;
    thr_window_free(window);
    return false;
}

/* Take the margin off the record in slot `at`. */
static thresh_result
take_in(thr_window *window, size_t at, thresh_error *err) {
    thr_record *record = &window->items[at];
    if (record->ncells > window->widest)
        window->widest = record->ncells;
    if (window->margin > 0
        && !thr_move_margin(record, window->margin, window->widest))
        return thr_fail_memory(err);
    if (window->lifted > 0)
        thr_move_label(record, window->lifted);
    window->features[at].known = false;
    return THRESH_OK;
}

thresh_result
thr_window_settle(thr_window *window, size_t margin, thresh_error *err) {
    window->settled = true;
    window->margin = margin;
    for (size_t i = 0; margin > 0 && i < window->count; i++) {
        size_t at = (window->first + i) % window->room;
        THR_TRY(take_in(window, at, err));
    }
    return THRESH_OK;
}

void
thr_window_lift(thr_window *window, size_t field) {
    window->lifted = field;
    for (size_t i = 0; field > 0 && i < window->count; i++) {
        size_t at = (window->first + i) % window->room;
        thr_move_label(&window->items[at], field);
        window->features[at].known = false;
    }
}

/* Have the grid fill `record`, and count what that takes. */
static thresh_result
next_record(thr_window *window, thr_record *record, thresh_error *err) {
    window->held -= thr_held_by(record);
    thresh_result result = thr_grid_next(window->grid, record, err);
    window->held += thr_held_by(record);
    if (result != THRESH_OK)
        return result;
    THR_TRY(
        thr_grid_check_held(window->grid, window->held, record->line, err));
    return thr_banner_see(&window->banner, record) ? THRESH_OK
                                                   : thr_fail_memory(err);
}

thresh_result
thr_window_fill(thr_window *window, size_t count, thresh_error *err) {
    if (count > window->room)
        count = window->room;
    while (window->count < count && !window->ended) {
        size_t at = (window->first + window->count) % window->room;
        thresh_result result = next_record(window, &window->items[at], err);
        window->ended = result == THRESH_END;
        if (window->ended)
            break;
        THR_TRY(result);
        THR_TRY(take_in(window, at, err));
        window->count++;
    }
    return THRESH_OK;
}

/* The place in the ring: seldom past its end, so without a division. */
static size_t
place_of(const thr_window *window, size_t i) {
    size_t at = window->first + i;
    return at < window->room ? at : at % window->room;
}

bool
thr_window_insert(thr_window *window, size_t i, size_t field, size_t count) {
    size_t at = place_of(window, i);
    thr_record *record = &window->items[at];
    thr_grid_cell *cells = thr_grow(record->cells, &record->room,
                                    record->ncells + count, sizeof *cells);
    if (cells == NULL)
        return false;
    record->cells = cells;
    for (size_t k = record->ncells; k-- > 0;) {
        size_t to = k + 1 < field ? k : k + count;
        cells[to] = cells[k];
        if (cells[to].field == 0)
            cells[to].field = (uint32_t)k + 1;
    }
    record->ncells += count;
    for (size_t k = 0; k < count; k++)
        cells[field - 1 + k] = (thr_grid_cell){.field = (uint32_t)field};
    window->features[at].known = false;
    return true;
}

const thr_record *
thr_window_at(const thr_window *window, size_t i) {
    return &window->items[place_of(window, i)];
}

size_t
thr_window_filled(const thr_window *window, size_t i) {
    while (i < window->count && thr_window_at(window, i)->filled == 0)
        i++;
    return i;
}

thr_features
thr_window_features(const thr_window *window, size_t i) {
    size_t at = place_of(window, i);
    thr_window_looks *looks = &window->features[at];
    if (!looks->known)
        *looks = (thr_window_looks){true, thr_features_of(&window->items[at])};
    return looks->features;
}

bool
thr_window_is_heading(const thr_window *window, size_t i) {
    thr_features features = thr_window_features(window, i);
    return thr_features_is_heading(&features);
}

bool
thr_window_is_blank_at(const thr_window *window, size_t i) {
    return thr_window_at(window, i)->filled == 0;
}

bool
thr_window_is_blank(const thr_window *window) {
    for (size_t i = 0; i < window->count; i++)
        if (thr_window_at(window, i)->filled > 0)
            return false;
    return true;
}

void
thr_window_pop(thr_window *window) {
    window->first = (window->first + 1) % window->room;
    window->count--;
    window->popped++;
}
