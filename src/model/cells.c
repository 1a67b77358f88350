/* Cells of a loaded table, packed. See cells.h. */
#include "model/cells.h"

#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/str.h"
#include "base/utf8.h"
#include "model/pack.h"
#include "model/unpack.h"
#include "model/wholes.h"

/* ## Shapes */

static bool
same_form(const thr_form *a, const thr_form *b) {
    return a->ngroup == b->ngroup && a->decimals == b->decimals
           && a->decimal == b->decimal
           && memcmp(a->group, b->group, sizeof a->group) == 0;
}

static bool
same_shape(const thr_mould *a, const thr_mould *b) {
    const thresh_cell *x = &a->cell, *y = &b->cell;
    if (x->kind != y->kind || x->scale != y->scale || x->coef != y->coef
        || x->status != y->status || x->has_value != y->has_value
        || a->nowhere != b->nowhere || a->is_plain != b->is_plain)
        return false;
    return a->is_plain ? same_form(&a->form, &b->form)
                       : thr_str_equal(x->text, y->text);
}

/* Set the shape that `cell` would have; false if it must be kept whole. */
static bool
make_shape(thr_mould *shape, const thresh_cell *cell, uint32_t field,
           const thr_row *row) {
    const thresh_place *place = &cell->place;
    *shape = (thr_mould){.cell = *cell,
                         .nowhere = place->field == 0 && place->column == 0};
    shape->cell.place = (thresh_place){0};
    if (cell->marks.len > 0 || place->line != row->line
        || place->record != row->record
        || (!shape->nowhere && place->field != field))
        return false;
    shape->cell.marks = (thresh_str){NULL, 0};
    if (cell->kind == THRESH_NUMBER) {
        shape->is_plain = cell->status == 0 && cell->has_value
                          && !shape->nowhere
                          && thr_form_find(&shape->form, cell);
        shape->cell.text = (thresh_str){NULL, 0};
        shape->cell.coef = 0;
        return shape->is_plain;
    }
    shape->width = thr_utf8_length(cell->text);
    return cell->kind == THRESH_SYMBOL || cell->text.len == 0;
}

/* Number of the shape in `store`, made if it is new; THR_WHOLE if there is no
 * room for one more. */
static thresh_result
intern_shape(thresh_table *table, thr_mould *shape, uint64_t line,
             uint8_t *number, thresh_error *err) {
    thr_store *store = &table->store;
    size_t i = 0;
    while (i < store->nshapes && !same_shape(&store->shapes[i], shape))
        i++;
    *number = (uint8_t)i;
    if (i < store->nshapes || i == THR_MOST_SHAPES)
        return THRESH_OK;
    void *array = store->shapes;
    thr_mould *added = thr_table_append(table, &array, &store->nshapes,
                                        &store->shapes_room, sizeof *added);
    if (added == NULL
        || !thr_arena_copy(&table->arena, shape->cell.text, &shape->cell.text))
        return thr_arena_failure(&table->arena, line, err);
    store->shapes = array;
    *added = *shape;
    return THRESH_OK;
}

/* Cells that are alike are often of few shapes: the one that was found last
 * for short numbers, for long ones, and for all else. */
static uint8_t *
recent_of(thr_store *store, const thresh_cell *cell) {
    bool number = cell->kind == THRESH_NUMBER;
    return &store->recent[!number ? 2 : cell->coef >= 1000];
}

/* Whether make_shape() would give the shape `mould` to a cell: quicker, where
 * that is likely. */
static bool
has_shape(const thr_mould *mould, const thresh_cell *cell, uint32_t field,
          const thr_row *row) {
    const thresh_cell *like = &mould->cell;
    const thresh_place *place = &cell->place;
    if (cell->kind != like->kind || cell->status != like->status
        || cell->has_value != like->has_value || cell->scale != like->scale
        || cell->marks.len > 0 || place->line != row->line
        || place->record != row->record || place->field != field
        || mould->nowhere)
        return false;
    if (cell->kind == THRESH_NUMBER)
        return mould->is_plain && thr_form_is(&mould->form, cell);
    return cell->coef == like->coef && cell->text.len == like->text.len
           && thr_str_equal(cell->text, like->text);
}

/* Find the shape of a cell, and what goes with it. */
static thresh_result
find_shape(thresh_table *table, const thr_row *row, size_t column,
           const thresh_cell *cell, thr_packing *out, thresh_error *err) {
    thr_store *store = &table->store;
    thr_mould shape;
    uint32_t field = thr_cells_field(table, column);
    uint8_t *recent = recent_of(store, cell);
    out->number = cell->kind == THRESH_NUMBER ? cell->coef : 0;
    store->negative |= cell->coef < 0;
    out->kind = *recent;
    if (*recent < store->nshapes
        && has_shape(&store->shapes[*recent], cell, field, row))
        return THRESH_OK;
    out->kind = THR_WHOLE;
    if (make_shape(&shape, cell, field, row))
        THR_TRY(intern_shape(table, &shape, row->line, &out->kind, err));
    if (out->kind == THR_WHOLE)
        return thr_whole_keep(table, cell, field, row, &out->number, err);
    *recent = out->kind;
    return THRESH_OK;
}

bool
thr_store_has_decimals(const thr_store *store) {
    for (size_t i = 0; i < store->nshapes; i++)
        if (store->shapes[i].cell.scale > 0)
            return true;
    for (size_t i = 0; i < store->nwholes; i++)
        if (thr_store_whole(store, i)->scale > 0)
            return true;
    return false;
}

/* ## Packing rows */

thresh_result
thr_pack_start(thresh_table *table, size_t count, uint64_t line,
               thr_packing **out, thresh_error *err) {
    thr_store *store = &table->store;
    if (count > store->room) {
        store->packing = thr_arena_array(&table->arena, count,
                                         sizeof *store->packing);
        if (store->packing == NULL)
            return thr_arena_failure(&table->arena, line, err);
        store->room = count;
    }
    *out = store->packing;
    return THRESH_OK;
}

thresh_result
thr_pack_cell(thresh_table *table, const thr_row *row, size_t column,
              const thresh_cell *cell, thresh_error *err) {
    const thr_store *store = &table->store;
    thr_packing *out = &store->packing[column];
    THR_TRY(find_shape(table, row, column, cell, out, err));
    bool bytes = out->kind != THR_WHOLE && store->shapes[out->kind].is_plain
                 && store->shapes[out->kind].form.ngroup <= 1;
    size_t width = bytes ? cell->text.len
                         : thr_cells_width(store, out->kind, out->number);
    out->column = cell->place.column;
    out->width = (uint32_t)width;
    return THRESH_OK;
}

static bool
is_nowhere(const thr_store *store, uint8_t kind) {
    return kind != THR_WHOLE && store->shapes[kind].nowhere;
}

/* Whether each cell stands one column behind the end of that before it. */
static bool
follow_each_other(const thr_store *store, size_t count) {
    enum { FEW = 4 };
    size_t next = store->packing[0].column;
    for (size_t i = 0; i < count; i++) {
        const thr_packing *cell = &store->packing[i];
        if ((cell->column != next && !is_nowhere(store, cell->kind))
            || (cell->kind == THR_WHOLE && count > FEW))
            return false;
        next += 1 + (size_t)cell->width;
    }
    return true;
}

static size_t
size_of(size_t count, bool wide, bool has_columns) {
    size_t each = (wide ? sizeof(int64_t) : sizeof(int32_t)) + 1
                  + (has_columns ? sizeof(uint32_t) : 0);
    return sizeof(thr_cells) + count * each
           + (has_columns ? sizeof(uint32_t) : 0);
}

/* Put the cells into the room for them. */
static void
put_cells(thr_cells *cells, const thr_packing *packing, size_t count) {
    uint8_t *shapes = (uint8_t *)thr_cells_shapes(cells, count);
    for (size_t i = 0; i < count; i++)
        shapes[i] = packing[i].kind;
    for (size_t i = 0; i < count && !cells->wide; i++)
        cells->narrow[i] = (int32_t)packing[i].number;
    for (size_t i = 0; i < count && cells->wide; i++)
        memcpy(cells->narrow + 2 * i, &packing[i].number,
               sizeof packing[i].number);
    for (size_t i = 0; i < count && cells->has_columns; i++)
        thr_cells_columns(cells, count)[i] = packing[i].column;
}

/* Whether the numbers take 64 bits. */
static bool
are_wide(const thr_packing *packing, size_t count) {
    bool wide = false;
    for (size_t i = 0; i < count; i++)
        wide |= packing[i].number != (int32_t)packing[i].number;
    return wide;
}

thresh_result
thr_pack_end(thresh_table *table, thr_row *row, size_t count,
             thresh_error *err) {
    const thr_store *store = &table->store;
    const thr_packing *packing = store->packing;
    bool wide = are_wide(packing, count);
    bool apart = count > 0
                 && (packing[0].column > THR_LAST_START
                     || !follow_each_other(store, count));
    thr_cells *cells = thr_arena_aligned(
        &table->arena, size_of(count, wide, apart), alignof(thr_cells));
    if (cells == NULL)
        return thr_arena_failure(&table->arena, row->line, err);
    *cells = (thr_cells){
        .start = count > 0 ? packing[0].column & THR_LAST_START : 0,
        .wide = wide,
        .has_columns = apart};
    put_cells(cells, packing, count);
    row->cells = cells;
    return THRESH_OK;
}

thresh_result
thr_cells_pack(thresh_table *table, thr_row *row, const thresh_cell *cells,
               size_t count, thresh_error *err) {
    thr_packing *packing;
    THR_TRY(thr_pack_start(table, count, row->line, &packing, err));
    for (size_t i = 0; i < count; i++)
        THR_TRY(thr_pack_cell(table, row, i, &cells[i], err));
    return thr_pack_end(table, row, count, err);
}

/* ## Changing cells */

thresh_result
thr_table_pack_again(thresh_table *table, size_t index,
                     const thresh_cell *cells, thresh_error *err) {
    thr_row row = thr_table_row(table, index);
    THR_TRY(thr_cells_pack(table, &row, cells, table->ncolumns, err));
    return thr_chunk_put(table, table->chunks[index / THR_CHUNK],
                         index % THR_CHUNK, &row)
               ? THRESH_OK
               : thr_arena_failure(&table->arena, row.line, err);
}

/* Pack a row anew, with another cell in one column. */
static thresh_result
pack_again(thresh_table *table, size_t index, size_t column,
           const thresh_cell *cell, thresh_error *err) {
    size_t count = table->ncolumns;
    thresh_cell *cells = calloc(count, sizeof *cells);
    char *room = calloc(count, THR_FORM_MOST);
    thresh_result result = THRESH_E_MEMORY;
    if (cells != NULL && room != NULL) {
        thr_cells_unpack(table, index, cells, room);
        cells[column] = *cell;
        result = thr_table_pack_again(table, index, cells, err);
    } else {
        (void)thr_fail_memory(err);
    }
    free(cells);
    free(room);
    return result;
}

/* Give one cell of those that share one that is kept whole another, with the
 * same text. */
static thresh_result
set_shared(thresh_table *table, size_t index, size_t column,
           const thresh_cell *cell, thresh_error *err) {
    char room[THR_FORM_MOST];
    const thr_row row = thr_table_row(table, index);
    thresh_place place = thr_cells_one(table, index, column, room).place;
    uint32_t field = thr_cells_field(table, column);
    int64_t number;
    if (!thr_whole_stands(cell, field, &row)
        || cell->place.column != place.column)
        return pack_again(table, index, column, cell, err);
    THR_TRY(thr_whole_keep(table, cell, field, &row, &number, err));
    if (!row.cells->wide && number > INT32_MAX)
        return pack_again(table, index, column, cell, err);
    if (row.cells->wide)
        memcpy(row.cells->narrow + 2 * column, &number, sizeof number);
    else
        row.cells->narrow[column] = (int32_t)number;
    return THRESH_OK;
}

static thresh_result
set_cell(thresh_table *table, size_t index, size_t column,
         const thresh_cell *cell, thresh_error *err) {
    const thr_row row = thr_table_row(table, index);
    uint8_t before = thr_cells_shape(table, index, column);
    if (before != THR_WHOLE)
        return pack_again(table, index, column, cell, err);
    int64_t number = thr_cells_number(row.cells, column);
    thresh_cell *whole = thr_store_whole(&table->store, (size_t)number);
    bool moves = cell->text.len != whole->text.len
                 || !thr_str_equal(cell->text, whole->text);
    if (moves)
        return pack_again(table, index, column, cell, err);
    table->store.negative |= cell->coef < 0;
    if (thr_whole_is_shared(whole))
        return set_shared(table, index, column, cell, err);
    thresh_str text = whole->text;
    if (!thr_arena_copy(&table->arena, cell->marks, &whole->marks))
        return thr_arena_failure(&table->arena, row.line, err);
    thresh_str marks = whole->marks;
    *whole = *cell;
    whole->text = text;
    whole->marks = marks;
    return THRESH_OK;
}

/* The texts that were lent of the row are let go of at the end: that of `cell`
 * may be one of them. */
thresh_result
thr_cells_set(thresh_table *table, size_t index, size_t column,
              const thresh_cell *cell, thresh_error *err) {
    thresh_result result = set_cell(table, index, column, cell, err);
    char **lent = table->chunks[index / THR_CHUNK]->lent;
    if (lent != NULL) {
        free(lent[index % THR_CHUNK]);
        lent[index % THR_CHUNK] = NULL;
    }
    return result;
}
