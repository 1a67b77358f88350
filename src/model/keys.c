/* The categories of rows, and the places of their labels. See keys.h. */
#include "model/keys.h"

#include <string.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/str.h"
#include "base/utf8.h"
#include "model/unpack.h"

/* ## Categories */

static bool
copy_text(thresh_table *table, thresh_str *text) {
    return thr_arena_copy(&table->arena, *text, text);
}

/* Give a category that rows share the note marks of one more of its rows. */
static thresh_result
merge_marks(thresh_table *table, thr_categories *list, size_t index,
            const thresh_category *key, thresh_error *err) {
    thresh_str marks = thr_categories_at(list, index).marks;
    if (key->marks.len == 0 || thr_str_find(marks, key->marks) != THRESH_NONE)
        return THRESH_OK;
    thr_buf joined = {0};
    thr_buf_str(&joined, marks);
    thr_buf_text(&joined, marks.len > 0 ? ";" : "");
    thr_buf_str(&joined, key->marks);
    bool copied = !joined.failed
                  && thr_arena_copy(&table->arena, thr_buf_view(&joined),
                                    &marks);
    thr_buf_free(&joined);
    if (!copied)
        return thr_arena_failure(&table->arena, key->place.line, err);
    return thr_categories_mark(list, index, marks) ? THRESH_OK
                                                   : thr_fail_memory(err);
}

/* Append a category; `row` as for thr_categories_add(). */
static thresh_result
add_category(thresh_table *table, size_t dimension,
             const thresh_category *category, const thresh_place *row,
             thresh_error *err) {
    thr_categories *list = &table->categories[dimension];
    if (!thr_categories_add(list, category, row))
        return thr_fail_memory(err);
    if (!thr_arena_charge(&table->arena, thr_categories_taken(list)))
        return thr_arena_failure(&table->arena, category->place.line, err);
    table->dimensions[dimension].ncategories++;
    return THRESH_OK;
}

thresh_result
thr_table_add_category(thresh_table *table, size_t dimension,
                       const thresh_category *category, thresh_error *err) {
    return add_category(table, dimension, category, NULL, err);
}

/* A category for the row that is added. */
static thresh_result
add_key(thresh_table *table, size_t dimension, const thresh_category *key,
        const thresh_place *row, thresh_error *err) {
    thresh_category category = *key;
    if (!copy_text(table, &category.label)
        || !copy_text(table, &category.marks))
        return thr_arena_failure(&table->arena, key->place.line, err);
    return add_category(table, dimension, &category, row, err);
}

/* The category that `key` names, shared by rows, made if it is new. */
static thresh_result
intern(thresh_table *table, size_t dimension, const thresh_category *key,
       size_t *index, thresh_error *err) {
    thr_categories *list = &table->categories[dimension];
    *index = thr_categories_find(list, key->label);
    if (*index != THRESH_NONE)
        return merge_marks(table, list, *index, key, err);
    *index = list->count;
    if (*index > THR_KEY_CATEGORY)
        return thr_fail_memory(err);
    return add_key(table, dimension, key, NULL, err);
}

/* ## Places */

enum { FLOWS, LINED, FIRST, NOWHERE };

/* Where the labels of one row stand, from the first to the last. */
typedef struct walk {
    const thresh_table *table;
    thresh_place row; /* its line and record */
    uint32_t next;    /* the column in which the next label would follow */
} walk;

static walk
start_walk(const thresh_table *table, uint64_t line, uint64_t record) {
    return (walk){.table = table,
                  .row = {.line = line, .record = record},
                  .next = table->seats[0].column};
}

/* The place of a label of `dimension` that is told in that way. */
static thresh_place
told(const walk *w, size_t dimension, size_t category, unsigned how) {
    const thr_seat *seat = &w->table->seats[dimension];
    if (how == FIRST)
        return thr_categories_at(&w->table->categories[dimension], category)
            .place;
    thresh_place place = w->row;
    place.field = seat->field;
    place.column = how == FLOWS ? w->next : seat->column;
    return place;
}

/* Go behind a label. One that stands elsewhere has left its field empty. */
static void
go_on(walk *w, size_t dimension, size_t category, const thresh_place *place) {
    const thr_categories *list = &w->table->categories[dimension];
    bool here = place->line == w->row.line && place->record == w->row.record;
    thresh_str label = thr_categories_label(list, category);
    w->next = here ? place->column + (uint32_t)thr_utf8_length(label)
                   : w->next;
    w->next++;
}

static bool
same_place(const thresh_place *a, const thresh_place *b) {
    return a->line == b->line && a->record == b->record && a->field == b->field
           && a->column == b->column;
}

/* How `place` is told, or NOWHERE. */
static unsigned
find_how(const walk *w, size_t dimension, size_t category,
         const thresh_place *place) {
    for (unsigned how = FLOWS; how < NOWHERE; how++) {
        thresh_place other = told(w, dimension, category, how);
        if (same_place(&other, place))
            return how;
    }
    return NOWHERE;
}

/* Learn where the labels of the dimensions stand in their rows: the first that
 * does shows it. */
static void
learn_seats(thresh_table *table, const thresh_row *row) {
    for (size_t i = 0; i < table->naxis[THRESH_ROWS]; i++) {
        thr_seat *seat = &table->seats[i];
        const thresh_place *place = &row->keys[i].place;
        if (seat->known || place->line != row->line
            || place->record != row->record)
            continue;
        *seat = (thr_seat){place->field, place->column, true};
    }
}

bool
thr_keys_places_room(thresh_table *table, thr_chunk *chunk) {
    if (chunk->places == NULL)
        chunk->places = thr_arena_array(&table->arena, THR_CHUNK,
                                        sizeof *chunk->places);
    return chunk->places != NULL;
}

/* Keep the places of a row of which one is not told. */
static thresh_result
keep_places(thresh_table *table, const thresh_row *row, thresh_error *err) {
    size_t nkeys = table->naxis[THRESH_ROWS];
    thr_chunk *chunk = table->chunks[table->nrows / THR_CHUNK];
    thresh_place *places = thr_arena_array(&table->arena, nkeys,
                                           sizeof *places);
    if (places == NULL || !thr_keys_places_room(table, chunk))
        return thr_arena_failure(&table->arena, row->line, err);
    for (size_t i = 0; i < nkeys; i++)
        places[i] = row->keys[i].place;
    chunk->places[table->nrows % THR_CHUNK] = places;
    return THRESH_OK;
}

thresh_result
thr_keys_add(thresh_table *table, const thresh_row *row, thresh_error *err) {
    size_t nkeys = table->naxis[THRESH_ROWS];
    const thresh_place place = {.line = row->line, .record = row->record};
    if (nkeys == 1)
        return add_key(table, 0, &row->keys[0], &place, err);
    if (nkeys == 0)
        return THRESH_OK;
    if (table->seats == NULL)
        table->seats = thr_arena_array(&table->arena, nkeys,
                                       sizeof *table->seats);
    if (table->seats == NULL)
        return thr_arena_failure(&table->arena, row->line, err);
    learn_seats(table, row);
    walk w = start_walk(table, row->line, row->record);
    uint32_t *keys = thr_table_row_many(table, table->nrows);
    bool all_told = true;
    for (size_t i = 0; i < nkeys; i++) {
        size_t category;
        THR_TRY(intern(table, i, &row->keys[i], &category, err));
        unsigned how = find_how(&w, i, category, &row->keys[i].place);
        all_told = all_told && how != NOWHERE;
        keys[i] = (uint32_t)category | how << THR_KEY_HOW;
        go_on(&w, i, category, &row->keys[i].place);
    }
    return all_told ? THRESH_OK : keep_places(table, row, err);
}

static const thresh_place *
kept_places(const thresh_table *table, size_t index) {
    const thr_chunk *chunk = table->chunks[index / THR_CHUNK];
    return chunk->places ? chunk->places[index % THR_CHUNK] : NULL;
}

/* The place of the next label, whose key is this. */
static thresh_place
step(walk *w, size_t dimension, uint32_t key) {
    size_t category = key & THR_KEY_CATEGORY;
    thresh_place place = told(w, dimension, category, key >> THR_KEY_HOW);
    go_on(w, dimension, category, &place);
    return place;
}

thresh_place
thr_keys_place(const thresh_table *table, size_t index, size_t dimension) {
    const thr_row row = thr_table_row(table, index);
    const uint32_t *keys = thr_table_row_many(table, index);
    const thresh_place *kept = kept_places(table, index);
    if (kept != NULL)
        return kept[dimension];
    walk w = start_walk(table, row.line, row.record);
    for (size_t i = 0; i < dimension; i++)
        (void)step(&w, i, keys[i]);
    return step(&w, dimension, keys[dimension]);
}

void
thr_table_row_keys(const thresh_table *table, size_t index,
                   thresh_category *out) {
    size_t nkeys = table->naxis[THRESH_ROWS];
    const thr_row row = thr_table_row(table, index);
    if (nkeys == 1)
        out[0] = thresh_table_category(table, 0, index);
    if (nkeys <= 1)
        return;
    const uint32_t *keys = thr_table_row_many(table, index);
    const thresh_place *kept = kept_places(table, index);
    walk w = start_walk(table, row.line, row.record);
    for (size_t i = 0; i < nkeys; i++) {
        out[i] = thresh_table_category(table, i, keys[i] & THR_KEY_CATEGORY);
        out[i].place = kept ? kept[i] : step(&w, i, keys[i]);
    }
}

void
thr_keys_set(thresh_table *table, size_t index, size_t dimension,
             size_t category) {
    uint32_t *key = &thr_table_row_many(table, index)[dimension];
    *key = (*key & ~THR_KEY_CATEGORY) | (uint32_t)category;
}
