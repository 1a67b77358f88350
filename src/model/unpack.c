/* Packed cells into cells. See unpack.h. */
#include "model/unpack.h"

#include <stdlib.h>

#include "base/utf8.h"

/* ## Parts of a packed row */

uint32_t
thr_cells_field(const thresh_table *table, size_t column) {
    return table->columns ? table->columns[column].field
                          : (uint32_t)column + 2;
}

size_t
thr_cells_width(const thr_store *store, uint8_t kind, int64_t number) {
    if (kind == THR_WHOLE)
        return thr_utf8_length(thr_store_whole(store, (size_t)number)->text);
    const thr_mould *shape = &store->shapes[kind];
    size_t width = shape->width;
    if (shape->is_plain)
        (void)thr_form_length(&shape->form, number, &width);
    return width;
}

uint32_t *
thr_cells_columns(const thr_cells *cells, size_t count) {
    uintptr_t end = (uintptr_t)(thr_cells_shapes(cells, count) + count);
    return (uint32_t *)((end + 3) / 4 * 4);
}

/* ## Unpacking */

static size_t
width_at(const thresh_table *table, size_t index, size_t column) {
    const thr_cells *cells = thr_table_cells(table, index);
    return thr_cells_width(&table->store,
                           thr_cells_shapes(cells, table->ncolumns)[column],
                           thr_cells_number(cells, column));
}

static thresh_place
place_of(const thresh_table *table, size_t index, size_t column) {
    const thr_row row = thr_table_row(table, index);
    const thr_cells *cells = row.cells;
    uint8_t kind = thr_cells_shapes(cells, table->ncolumns)[column];
    const thresh_cell *whole = NULL;
    if (kind == THR_WHOLE)
        whole = thr_store_whole(&table->store,
                                (size_t)thr_cells_number(cells, column));
    if (whole != NULL && !thr_whole_is_shared(whole))
        return whole->place;
    thresh_place place = {.line = row.line, .record = row.record};
    if (whole == NULL && table->store.shapes[kind].nowhere)
        return place;
    place.field = thr_cells_field(table, column);
    if (cells->has_columns) {
        place.column = thr_cells_columns(cells, table->ncolumns)[column];
        return place;
    }
    place.column = cells->start;
    for (size_t i = 0; i < column; i++)
        place.column += (uint32_t)width_at(table, index, i) + 1;
    return place;
}

/* Make a plain number, but for its place, and its text in `room`; returns the
 * width of that. */
static inline size_t
make_number(const thr_mould *shape, int64_t number, thresh_cell *cell,
            char *room) {
    size_t len = thr_form_text(&shape->form, number, room);
    *cell = shape->cell;
    cell->coef = number;
    cell->text = (thresh_str){room, len};
    return shape->form.ngroup > 1 ? thr_utf8_length(cell->text) : len;
}

void
thr_cells_unpack(const thresh_table *table, size_t index, thresh_cell *out,
                 char *room) {
    const thr_row row = thr_table_row(table, index);
    const thr_cells *cells = row.cells;
    const thr_store *store = &table->store;
    size_t count = table->ncolumns;
    const uint8_t *kinds = thr_cells_shapes(cells, count);
    const uint32_t *columns = cells->has_columns
                                  ? thr_cells_columns(cells, count)
                                  : NULL;
    thresh_place place = {
        .line = row.line, .record = row.record, .column = cells->start};
    for (size_t i = 0; i < count; i++) {
        thresh_cell *cell = &out[i];
        if (kinds[i] == THR_WHOLE) {
            *cell = *thr_store_whole(store,
                                     (size_t)thr_cells_number(cells, i));
            if (thr_whole_is_shared(cell)) {
                cell->place = place;
                cell->place.field = thr_cells_field(table, i);
                if (columns != NULL)
                    cell->place.column = columns[i];
            }
            place.column += (uint32_t)thr_utf8_length(cell->text) + 1;
            continue;
        }
        const thr_mould *shape = &store->shapes[kinds[i]];
        size_t width = shape->width;
        if (shape->is_plain) {
            width = make_number(shape, thr_cells_number(cells, i), cell, room);
            room += cell->text.len;
        } else {
            *cell = shape->cell;
        }
        cell->place = place;
        cell->place.field = thr_cells_field(table, i);
        if (columns != NULL)
            cell->place.column = columns[i];
        if (shape->nowhere)
            cell->place.field = cell->place.column = 0;
        place.column += (uint32_t)width + 1;
    }
}

void
thr_cells_unpack_bare(const thresh_table *table, size_t index,
                      thresh_cell *out) {
    const thr_row row = thr_table_row(table, index);
    const thr_cells *cells = row.cells;
    const thr_store *store = &table->store;
    size_t count = table->ncolumns;
    const uint8_t *kinds = thr_cells_shapes(cells, count);
    for (size_t i = 0; i < count; i++) {
        int64_t number = thr_cells_number(cells, i);
        out[i] = *thr_store_cell(store, kinds[i], number);
        if (kinds[i] != THR_WHOLE && store->shapes[kinds[i]].is_plain)
            out[i].coef = number;
        out[i].place = (thresh_place){.line = row.line,
                                      .record = row.record,
                                      .field = thr_cells_field(table, i)};
    }
}

thresh_cell
thr_cells_one(const thresh_table *table, size_t row, size_t column,
              char *room) {
    thresh_cell cell = thr_cells_value(table, row, column);
    uint8_t kind = thr_cells_shape(table, row, column);
    const thr_mould *shapes = table->store.shapes;
    if (kind != THR_WHOLE && shapes[kind].is_plain)
        cell.text = (thresh_str){
            room, thr_form_text(&shapes[kind].form, cell.coef, room)};
    cell.place = place_of(table, row, column);
    return cell;
}

/* ## Texts for good */

/* Bytes of the texts of numbers before `column`. */
static size_t
bytes_before(const thresh_table *table, size_t row, size_t column) {
    size_t bytes = 0;
    for (size_t i = 0; i < column; i++) {
        uint8_t kind = thr_cells_shape(table, row, i);
        if (kind == THR_WHOLE || !table->store.shapes[kind].is_plain)
            continue;
        size_t width;
        bytes += thr_form_length(&table->store.shapes[kind].form,
                                 thr_cells_value(table, row, i).coef, &width);
    }
    return bytes;
}

/* Where the texts of a row are kept; NULL where memory is exhausted. Several
 * threads may read a table: what the first has made it gives to all. */
static char **
lent_slot(const thresh_table *table, size_t row) {
    thr_chunk *chunk = table->chunks[row / THR_CHUNK];
    char **none = NULL;
    char **lent = __atomic_load_n(&chunk->lent, __ATOMIC_ACQUIRE);
    if (lent == NULL) {
        lent = calloc(THR_CHUNK, sizeof *lent);
        if (lent != NULL
            && !__atomic_compare_exchange_n(&chunk->lent, &none, lent, false,
                                            __ATOMIC_ACQ_REL,
                                            __ATOMIC_ACQUIRE)) {
            free(lent);
            lent = none;
        }
    }
    return lent != NULL ? &lent[row % THR_CHUNK] : NULL;
}

/* The texts of the numbers of a row, one behind the other. */
static const char *
lent_texts(const thresh_table *table, size_t row) {
    char **slot = lent_slot(table, row), *none = NULL;
    if (slot == NULL)
        return NULL;
    char *texts = __atomic_load_n(slot, __ATOMIC_ACQUIRE);
    if (texts != NULL)
        return texts;
    size_t at = 0;
    texts = malloc(bytes_before(table, row, table->ncolumns) + THR_FORM_SLACK);
    if (texts == NULL)
        return NULL;
    for (size_t i = 0; i < table->ncolumns; i++) {
        uint8_t kind = thr_cells_shape(table, row, i);
        if (kind != THR_WHOLE && table->store.shapes[kind].is_plain)
            at += thr_form_text(&table->store.shapes[kind].form,
                                thr_cells_value(table, row, i).coef,
                                texts + at);
    }
    if (__atomic_compare_exchange_n(slot, &none, texts, false,
                                    __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE))
        return texts;
    free(texts);
    return none;
}

thresh_cell
thr_cells_lend(const thresh_table *table, size_t row, size_t column) {
    char room[THR_FORM_MOST];
    thresh_cell cell = thr_cells_one(table, row, column, room);
    if (cell.text.ptr != room)
        return cell;
    const char *texts = lent_texts(table, row);
    cell.text.len = texts ? cell.text.len : 0;
    cell.text.ptr = texts ? texts + bytes_before(table, row, column) : NULL;
    return cell;
}
