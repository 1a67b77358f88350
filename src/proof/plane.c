/* A table seen along one dimension. See plane.h. */
#include "proof/plane.h"

#include <string.h>

#include "base/error.h"
#include "base/tens.h"
#include "proof/choices.h"
#include "proof/steps.h"

/* ## Several dimensions on one axis */

static thresh_result
number_slots(thr_plane *plane, const thr_choices *choices, size_t npositions,
             thr_arena *arena, thresh_error *err) {
    size_t nslots = plane->nitems * plane->ngroups;
    plane->slots = thr_arena_raw_array(arena, nslots, sizeof *plane->slots);
    if (plane->slots == NULL)
        return thr_arena_failure(arena, 0, err);
    memset(plane->slots, UINT8_MAX, nslots * sizeof *plane->slots);
    for (size_t i = 0; i < npositions; i++) {
        size_t item = thr_choices_key(plane->table, plane->axis,
                                      plane->dimension, i);
        size_t group = thr_choices_at(choices, i);
        uint32_t *slot = &plane->slots[item * plane->ngroups + group];
        if (*slot == THR_NOWHERE)
            *slot = (uint32_t)i;
    }
    return THRESH_OK;
}

static thresh_result
fill_slots(thr_plane *plane, size_t npositions, thr_arena *arena, bool *fits,
           thresh_error *err) {
    enum { MOST_SPARSE = 8 };
    thr_choices choices;
    thr_arena scratch = {.limit = arena->limit, .used = arena->used};
    thresh_result result = thr_choices_number(&choices, plane->table,
                                              plane->dimension, &scratch, err);
    plane->ngroups = choices.count;
    *fits = result == THRESH_OK
            && plane->nitems <= MOST_SPARSE * npositions / plane->ngroups + 1;
    if (*fits)
        result = number_slots(plane, &choices, npositions, arena, err);
    thr_arena_free(&scratch);
    return result;
}

/* ## Places */

bool
thr_plane_cell(const thr_plane *plane, size_t item, size_t line, size_t *row,
               size_t *column) {
    bool rows = plane->axis == THRESH_ROWS;
    if (plane->slots == NULL) {
        *row = rows ? item : line;
        *column = rows ? line : item;
        return true;
    }
    size_t across = rows ? plane->table->ncolumns : plane->ngroups;
    size_t group = rows ? line / across : line % across;
    size_t other = rows ? line % across : line / across;
    size_t position = plane->slots[item * plane->ngroups + group];
    *row = rows ? position : other;
    *column = rows ? other : position;
    return position != THR_NOWHERE;
}

/* What cell stands there, and its number; NULL if there is no such place. */
static const thresh_cell *
cell_at(const thr_plane *plane, size_t item, size_t line, int64_t *coef) {
    size_t row, column;
    if (!thr_plane_cell(plane, item, line, &row, &column))
        return NULL;
    return thr_cells_look(plane->table, row, column, coef);
}

/* ## Values */

static bool
times_ten(int64_t *number, unsigned times) {
    while (times-- > 0)
        if (__builtin_mul_overflow(*number, 10, number))
            return false;
    return true;
}

static thr_value
value_of(const thresh_cell *cell, int64_t coef, uint8_t scale) {
    if (cell == NULL || cell->kind == THRESH_BLANK)
        return (thr_value){.state = THR_ABSENT};
    thr_value out = {.state = THR_KNOWN, .number = coef};
    unsigned places = (unsigned)(scale - cell->scale);
    if (!cell->has_value || !times_ten(&out.number, places))
        return (thr_value){.state = THR_MISSING};
    if (cell->kind == THRESH_SYMBOL)
        out.unit = (cell->status & THRESH_NIL) == 0;
    else
        out.unit = (int64_t)thr_tens[places];
    return out;
}

thr_value
thr_plane_other(const thr_plane *plane, size_t item, size_t line) {
    int64_t coef = 0;
    const thresh_cell *cell = cell_at(plane, item, line, &coef);
    return value_of(cell, coef, plane->scale[line]);
}

/* Whether all cells of a row say no more than their numbers do. */
static bool
is_simple(const thr_plane *plane, size_t row) {
    const thr_cells *cells = thr_table_cells(plane->table, row);
    size_t count = plane->table->ncolumns, simple = 0;
    const uint8_t *shapes = thr_cells_shapes(cells, count);
    bool rows = plane->axis == THRESH_ROWS;
    for (size_t i = 0; i < count; i++) {
        uint8_t plain = plane->plain[shapes[i]];
        simple += (plain == plane->scale[rows ? i : row])
                  | (plain == THR_PLAIN_NIL);
    }
    return simple == count && !cells->wide;
}

/* The same where no cell of the table has decimals, by what the shapes are. */
static bool
is_whole(const thr_plane *plane, size_t row, const uint8_t *whole) {
    const thr_cells *cells = thr_table_cells(plane->table, row);
    size_t count = plane->table->ncolumns, simple = 0;
    const uint8_t *shapes = thr_cells_shapes(cells, count);
    for (size_t i = 0; i < count; i++)
        simple += whole[shapes[i]];
    return simple == count && !cells->wide;
}

/* Needs the scales. */
static thresh_result
find_simple(thr_plane *plane, thr_arena *arena, thresh_error *err) {
    size_t nrows = plane->table->nrows;
    uint8_t whole[THR_WHOLE + 1];
    bool decimals = thr_store_has_decimals(&plane->table->store);
    for (size_t i = 0; i <= THR_WHOLE; i++)
        whole[i] = plane->plain[i] == 0 || plane->plain[i] == THR_PLAIN_NIL;
    plane->simple = thr_arena_raw_array(arena, nrows, sizeof *plane->simple);
    if (plane->simple == NULL)
        return thr_arena_failure(arena, 0, err);
    for (size_t row = 0; row < nrows; row++)
        plane->simple[row] = decimals ? is_simple(plane, row)
                                      : is_whole(plane, row, whole);
    return THRESH_OK;
}

int64_t
thr_plane_base(const thr_plane *plane, size_t line) {
    int64_t base = 1, step = thr_plane_step(plane, line);
    if (step == 1)
        return 1;
    while (step != 0 && step % 10 == 0) {
        base *= 10;
        step /= 10;
    }
    return step != 0 && step % 5 == 0 ? base * 5 : base;
}

unsigned
thr_plane_kind(const thr_plane *plane, size_t line) {
    enum { COARSE = 31 };
    return thr_plane_base(plane, line) > 1 ? COARSE : plane->scale[line];
}

static thresh_result
find_scales(thr_plane *plane, thr_arena *arena, thresh_error *err) {
    plane->scale = thr_arena_alloc(arena, plane->nlines);
    if (plane->scale == NULL)
        return thr_arena_failure(arena, 0, err);
    if (!thr_store_has_decimals(&plane->table->store))
        return THRESH_OK;
    for (size_t item = 0; item < plane->nitems; item++)
        for (size_t line = 0; line < plane->nlines; line++) {
            int64_t coef;
            const thresh_cell *cell = cell_at(plane, item, line, &coef);
            if (cell != NULL && cell->has_value
                && cell->scale > plane->scale[line])
                plane->scale[line] = cell->scale;
        }
    return THRESH_OK;
}

static void
find_plain(thr_plane *plane) {
    const thr_store *store = &plane->table->store;
    memset(plane->plain, UINT8_MAX, sizeof plane->plain);
    for (size_t i = 0; i < store->nshapes; i++) {
        const thresh_cell *cell = &store->shapes[i].cell;
        if (store->shapes[i].is_plain)
            plane->plain[i] = cell->scale;
        else if (cell->kind == THRESH_SYMBOL && cell->has_value
                 && cell->coef == 0 && (cell->status & THRESH_NIL) != 0)
            plane->plain[i] = THR_PLAIN_NIL;
    }
}

/* Read the labels once. */
static thresh_result
find_words(thr_plane *plane, thr_arena *arena, thresh_error *err) {
    const thr_lexicon lexicon = thr_lexicon_make();
    plane->says = thr_arena_alloc(arena, plane->nitems);
    if (plane->says == NULL)
        return thr_arena_failure(arena, 0, err);
    for (size_t i = 0; i < plane->nitems; i++)
        plane->says[i] = thr_lexicon_says(&lexicon, thr_plane_label(plane, i));
    return THRESH_OK;
}

thresh_str
thr_plane_label(const thr_plane *plane, size_t item) {
    return thr_categories_label(&plane->table->categories[plane->dimension],
                                item);
}

thresh_result
thr_plane_open(thr_plane *plane, const thresh_table *table, size_t dimension,
               thr_arena *arena, bool *fits, thresh_error *err) {
    thresh_axis axis = table->dimensions[dimension].axis;
    *plane = (thr_plane){.table = table,
                         .dimension = dimension,
                         .axis = axis,
                         .nitems = table->categories[dimension].count,
                         .ngroups = 1};
    bool rows = axis == THRESH_ROWS;
    size_t npositions = rows ? table->nrows : table->ncolumns;
    size_t nothers = rows ? table->ncolumns : table->nrows;
    *fits = plane->nitems >= 2 && nothers > 0;
    if (!*fits)
        return THRESH_OK;
    if (table->naxis[axis] > 1 && plane->nitems < npositions)
        THR_TRY(fill_slots(plane, npositions, arena, fits, err));
    if (!*fits)
        return THRESH_OK;
    plane->nlines = nothers * plane->ngroups;
    find_plain(plane);
    THR_TRY(find_words(plane, arena, err));
    THR_TRY(find_scales(plane, arena, err));
    if (plane->slots == NULL)
        THR_TRY(find_simple(plane, arena, err));
    return thr_steps_find(plane, arena, err);
}
