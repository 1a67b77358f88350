/* Cells of a loaded table, packed. See cells.h. */
#include "model/cells.h"

#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/str.h"
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
    shape->width = thr_cells_text_width(cell->text);
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

/* Pack one cell. */
static thresh_result
pack(thresh_table *table, const thr_row *row, size_t column,
     const thresh_cell *cell, int64_t *number, uint8_t *kind,
     thresh_error *err) {
    thr_store *store = &table->store;
    thr_mould shape;
    uint32_t field = thr_cells_field(table, column);
    uint8_t *recent = recent_of(store, cell);
    *number = cell->kind == THRESH_NUMBER ? cell->coef : 0;
    store->negative |= cell->coef < 0;
    *kind = *recent;
    if (*recent < store->nshapes
        && has_shape(&store->shapes[*recent], cell, field, row))
        return THRESH_OK;
    *kind = THR_WHOLE;
    if (make_shape(&shape, cell, field, row))
        THR_TRY(intern_shape(table, &shape, row->line, kind, err));
    if (*kind == THR_WHOLE)
        return thr_whole_keep(table, cell, field, row, number, err);
    *recent = *kind;
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

static thresh_result
make_room(thresh_table *table, size_t count, uint64_t line,
          thresh_error *err) {
    thr_store *store = &table->store;
    if (count <= store->room)
        return THRESH_OK;
    store->numbers = thr_arena_array(&table->arena, count,
                                     sizeof *store->numbers);
    store->kinds = thr_arena_alloc(&table->arena, count);
    if (store->numbers == NULL || store->kinds == NULL)
        return thr_arena_failure(&table->arena, line, err);
    store->room = count;
    return THRESH_OK;
}

/* Whether each cell stands one column behind the end of that before it, and
 * that can be told soon: those that are kept whole are looked at one by one,
 * and each look would go over all the cells before it. */
static bool
follow_each_other(const thr_store *store, const thresh_cell *cells,
                  size_t count) {
    enum { FEW = 4 };
    size_t next = cells[0].place.column;
    for (size_t i = 0; i < count; i++) {
        uint8_t kind = store->kinds[i];
        bool nowhere = kind != THR_WHOLE && store->shapes[kind].nowhere;
        if ((!nowhere && cells[i].place.column != next)
            || (kind == THR_WHOLE && count > FEW))
            return false;
        bool bytes = kind != THR_WHOLE && store->shapes[kind].is_plain
                     && store->shapes[kind].form.ngroup <= 1;
        next += 1
                + (bytes ? cells[i].text.len
                         : thr_cells_width(store, kind, store->numbers[i]));
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

static void
put_number(thr_cells *cells, size_t column, int64_t number) {
    if (cells->wide)
        memcpy(cells->narrow + 2 * column, &number, sizeof number);
    else
        cells->narrow[column] = (int32_t)number;
}

/* Make the packed row of what is in the scratch of the store. */
static thr_cells *
allocate(thresh_table *table, size_t count, bool wide, bool has_columns) {
    thr_store *store = &table->store;
    thr_cells *cells = thr_arena_aligned(
        &table->arena, size_of(count, wide, has_columns), alignof(thr_cells));
    if (cells == NULL)
        return NULL;
    cells->wide = wide;
    cells->has_columns = has_columns;
    for (size_t i = 0; i < count; i++)
        put_number(cells, i, store->numbers[i]);
    if (count > 0)
        memcpy((uint8_t *)thr_cells_shapes(cells, count), store->kinds, count);
    return cells;
}

static bool
is_wide(int64_t number) {
    return number < INT32_MIN || number > INT32_MAX;
}

thresh_result
thr_cells_pack(thresh_table *table, thr_row *row, const thresh_cell *cells,
               size_t count, thresh_error *err) {
    thr_store *store = &table->store;
    bool wide = false;
    THR_TRY(make_room(table, count, row->line, err));
    for (size_t i = 0; i < count; i++) {
        THR_TRY(pack(table, row, i, &cells[i], &store->numbers[i],
                     &store->kinds[i], err));
        wide |= is_wide(store->numbers[i]);
    }
    bool apart = count > 0
                 && (cells[0].place.column > THR_LAST_START
                     || !follow_each_other(store, cells, count));
    thr_cells *packed = allocate(table, count, wide, apart);
    if (packed == NULL)
        return thr_arena_failure(&table->arena, row->line, err);
    packed->start = count > 0 ? cells[0].place.column & THR_LAST_START : 0;
    for (size_t i = 0; apart && i < count; i++)
        thr_cells_columns(packed, count)[i] = cells[i].place.column;
    row->cells = packed;
    return THRESH_OK;
}

/* ## Changing cells */

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
        result = thr_cells_pack(table, thr_table_row(table, index), cells,
                                count, err);
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
    thr_row *row = thr_table_row(table, index);
    thresh_place place = thr_cells_one(table, index, column, room).place;
    uint32_t field = thr_cells_field(table, column);
    int64_t number;
    if (!thr_whole_stands(cell, field, row)
        || cell->place.column != place.column)
        return pack_again(table, index, column, cell, err);
    THR_TRY(thr_whole_keep(table, cell, field, row, &number, err));
    if (!row->cells->wide && is_wide(number))
        return pack_again(table, index, column, cell, err);
    put_number(row->cells, column, number);
    return THRESH_OK;
}

thresh_result
thr_cells_set(thresh_table *table, size_t index, size_t column,
              const thresh_cell *cell, thresh_error *err) {
    thr_row *row = thr_table_row(table, index);
    uint8_t before = thr_cells_shape(table, index, column);
    char **lent = table->chunks[index / THR_CHUNK]->lent;
    if (lent != NULL) {
        free(lent[index % THR_CHUNK]);
        lent[index % THR_CHUNK] = NULL;
    }
    if (before != THR_WHOLE)
        return pack_again(table, index, column, cell, err);
    int64_t number = thr_cells_number(row->cells, column);
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
        return thr_arena_failure(&table->arena, row->line, err);
    thresh_str marks = whole->marks;
    *whole = *cell;
    whole->text = text;
    whole->marks = marks;
    return THRESH_OK;
}
