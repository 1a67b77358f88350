/* Rows that were cut by themselves, into a table. See plain_load.h. */
#include "layout/plain_load.h"

#include <string.h>

#include "base/ascii.h"
#include "base/error.h"
#include "layout/plain_row.h"
#include "model/pack.h"

void
thr_plain_load_start(thr_plain_load *load, thresh_table *table) {
    *load = (thr_plain_load){.table = table};
    memset(load->digits, THR_WHOLE, sizeof load->digits);
    memset(load->grouped, THR_WHOLE, sizeof load->grouped);
}

/* What groups the digits of a plain number; 0 where nothing does. */
static inline char
group_of(const thr_plain_cell *cell) {
    enum { GROUP = 3 };
    size_t scale = cell->number.scale;
    size_t whole = cell->text.len - (scale > 0 ? scale + 1 : 0);
    char c = whole > GROUP ? cell->text.ptr[whole - GROUP - 1] : '0';
    return thr_is_digit(c) ? '\0' : c;
}

/* Pack a number of which no other has the shape yet, or for all that is known
 * here. */
static thresh_result
pack_first(thr_plain_load *load, const thr_plain *plain,
           const thr_plain_row *cut, const thr_row *row, size_t column,
           thresh_error *err) {
    thresh_cell cell;
    thr_plain_number_cell(plain, cut, column, &cell);
    THR_TRY(thr_pack_cell(load->table, row, column, &cell, err));
    uint8_t kind = load->table->store.packing[column].kind;
    char group = group_of(&plain->cells[column]);
    if (group == '\0') {
        load->digits[cell.scale] = kind;
        return THRESH_OK;
    }
    if (group != load->group)
        memset(load->grouped, THR_WHOLE, sizeof load->grouped);
    load->group = group;
    load->grouped[cell.scale] = kind;
    return THRESH_OK;
}

/* The shape of a number like one that was packed before; or THR_WHOLE. */
static inline uint8_t
known_kind(const thr_plain_load *load, const thr_plain_cell *cell) {
    char group = group_of(cell);
    if (group == '\0')
        return load->digits[cell->number.scale];
    bool same = group == load->group;
    return same ? load->grouped[cell->number.scale] : THR_WHOLE;
}

static thresh_result
pack_numbers(thr_plain_load *load, const thr_plain *plain,
             const thr_plain_row *cut, const thr_row *row, thresh_error *err) {
    const thr_plain_cell *cell = plain->cells;
    thr_packing *out = load->table->store.packing;
    size_t count = load->table->ncolumns;
    for (size_t i = 0; i < count; i++, cell++, out++) {
        if (!cell->is_number)
            continue;
        uint8_t kind = known_kind(load, cell);
        if (kind == THR_WHOLE) {
            THR_TRY(pack_first(load, plain, cut, row, i, err));
            continue;
        }
        *out = (thr_packing){.number = cell->number.coef,
                             .column = cell->column,
                             .width = (uint32_t)cell->text.len,
                             .kind = kind};
    }
    load->table->counts.observations += count - plain->nothers;
    return THRESH_OK;
}

static thresh_result
pack_others(thr_plain_load *load, const thr_plain *plain, const thr_row *row,
            thresh_error *err) {
    for (size_t i = 0; i < plain->nothers; i++) {
        size_t column = plain->others[i];
        const thresh_cell *cell = &plain->rows->cells[column];
        THR_TRY(thr_pack_cell(load->table, row, column, cell, err));
        THR_TRY(thr_table_count_packed(load->table, column, cell, err));
    }
    return THRESH_OK;
}

thresh_result
thr_plain_load_next(thr_plain_load *load, thr_plain *plain, bool *found,
                    thresh_error *err) {
    thr_plain_row cut;
    thr_packing *packing;
    thresh_table *table = load->table;
    THR_TRY(thr_plain_cut(plain, &cut, found, err));
    *found = *found && cut.line.number <= UINT32_MAX
             && cut.record <= UINT32_MAX;
    if (!*found)
        return THRESH_OK;
    THR_TRY(thr_plain_take(plain, &cut, err));
    thr_row row = {.line = (uint32_t)cut.line.number,
                   .record = (uint32_t)cut.record};
    THR_TRY(thr_pack_start(table, table->ncolumns, row.line, &packing, err));
    THR_TRY(pack_numbers(load, plain, &cut, &row, err));
    THR_TRY(pack_others(load, plain, &row, err));
    THR_TRY(thr_pack_end(table, &row, table->ncolumns, err));
    plain->rows->count++;
    return thr_table_add_packed(table, &plain->rows->labels.keys[0], &row,
                                err);
}
