/* Records from pieces that are made once. See stencil.h. */
#include "write/stencil.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/str.h"

/* What `after` can say of a plain value: whether it is a total, and whether a
 * dash stands for it. */
enum { TRUTHS = 3, KINDS = 2 };

/* A stretch of `pieces`; the empty one at 0 is not made yet, as a piece
 * always holds a delimiter. */
typedef struct piece {
    uint32_t from;
    uint32_t len;
} piece;

struct thr_stencil_column {
    piece before; /* of the value */
    piece after[TRUTHS][KINDS];
};

/* ## Whether it fits */

static bool
is_of_row(const thr_records *records, const thr_field *field) {
    return field->kind == THR_FIELD_TABLE
           || (field->kind == THR_FIELD_KEY
               && records->dimensions[field->index].axis == THRESH_ROWS);
}

/* Whether what stands in a field behind the value is the same for all plain
 * values of a column that are totals, or are none. */
static bool
is_settled(const thr_records *records, const thr_field *field) {
    switch (field->kind) {
    case THR_FIELD_STATUS:
    case THR_FIELD_NOTES:
    case THR_FIELD_IS_TOTAL:
    case THR_FIELD_TEXT:
    case THR_FIELD_OBS_STATUS:
    case THR_FIELD_UNIT:
    case THR_FIELD_MEASURE: return true;
    case THR_FIELD_PARENT:
    case THR_FIELD_LEVEL:
        return records->dimensions[field->index].axis != THRESH_ROWS;
    default: return false;
    }
}

static bool
fits(thr_stencil *stencil) {
    const thr_records *records = stencil->records;
    const thr_field *fields = records->fields;
    size_t at = 0, count = records->nfields;
    if (records->shape != THRESH_SHAPE_LONG)
        return false;
    while (at < count && is_of_row(records, &fields[at]))
        at++;
    stencil->key = at;
    while (at < count && fields[at].kind == THR_FIELD_KEY
           && !is_of_row(records, &fields[at]))
        at++;
    stencil->value = at;
    if (at == count || fields[at].kind != THR_FIELD_VALUE)
        return false;
    for (at++; at < count; at++)
        if (!is_settled(records, &fields[at]))
            return false;
    return stencil->value + 1 < count;
}

thresh_result
thr_stencil_start(thr_stencil *stencil, thr_records *records,
                  thr_put_fields *put, void *ctx, thr_buf *out, char decimal,
                  thresh_error *err) {
    *stencil = (thr_stencil){.records = records,
                             .put = put,
                             .ctx = ctx,
                             .out = out,
                             .decimal = decimal};
    stencil->fits = fits(stencil);
    if (!stencil->fits)
        return THRESH_OK;
    size_t count = thresh_table_columns(records->table, NULL);
    stencil->columns = calloc(count + 1, sizeof *stencil->columns);
    return stencil->columns ? THRESH_OK : thr_fail_memory(err);
}

void
thr_stencil_free(thr_stencil *stencil) {
    thr_buf_free(&stencil->row);
    thr_buf_free(&stencil->pieces);
    free(stencil->columns);
    *stencil = (thr_stencil){0};
}

/* ## Pieces */

/* Take what `put` has appended since `start` off its end again, but for the
 * last `spare` bytes, and keep it in `kept`. */
static thresh_result
keep(thr_stencil *stencil, size_t start, size_t spare, thr_buf *kept,
     thresh_error *err) {
    thr_buf *out = stencil->out;
    if (out->failed)
        return thr_fail_memory(err);
    thr_buf_add(kept, out->ptr + start, out->len - start - spare);
    out->len = start;
    return kept->failed || kept->len > UINT32_MAX ? thr_fail_memory(err)
                                                  : THRESH_OK;
}

static thresh_result
make_row(thr_stencil *stencil, const thresh_row *row, size_t record,
         thresh_error *err) {
    size_t start = stencil->out->len;
    thr_buf_clear(&stencil->row);
    THR_TRY(stencil->put(stencil->ctx, row, record, 0, stencil->key, err));
    stencil->row_made = true;
    return keep(stencil, start, 0, &stencil->row, err);
}

/* The fields from `from` to before `to`, without the `spare` bytes of the
 * value at their end. */
static thresh_result
make_piece(thr_stencil *stencil, const thresh_row *row, size_t record,
           size_t from, size_t to, size_t spare, piece *out,
           thresh_error *err) {
    size_t start = stencil->out->len, before = stencil->pieces.len;
    THR_TRY(stencil->put(stencil->ctx, row, record, from, to, err));
    THR_TRY(keep(stencil, start, spare, &stencil->pieces, err));
    *out = (piece){(uint32_t)before, (uint32_t)(stencil->pieces.len - before)};
    return THRESH_OK;
}

/* Make what is not made yet of the pieces for one value. */
static thresh_result
make_pieces(thr_stencil *stencil, const thresh_row *row, size_t record,
            piece *after, thresh_error *err) {
    piece *before = &stencil->columns[record].before;
    size_t value = stencil->value, end = stencil->records->nfields;
    char number[THRESH_NUMBER_MAX];
    if (!stencil->row_made)
        THR_TRY(make_row(stencil, row, record, err));
    if (before->len == 0)
        THR_TRY(make_piece(stencil, row, record, stencil->key, value + 1,
                           thresh_cell_number(&row->cells[record], number),
                           before, err));
    if (after->len == 0)
        THR_TRY(
            make_piece(stencil, row, record, value + 1, end, 0, after, err));
    return THRESH_OK;
}

/* ## Records */

static char *
copy(char *to, const thr_buf *from, piece part) {
    memcpy(to, from->ptr + part.from, part.len);
    return to + part.len;
}

static char *
put_number(char *to, const thresh_cell *cell, char decimal) {
    char number[THRESH_NUMBER_MAX];
    size_t len = thresh_cell_number(cell, number);
    memcpy(to, number, len);
    if (cell->scale > 0 && decimal != '.')
        to[len - cell->scale - 1] = decimal;
    return to + len;
}

/* Put one record together. */
static thresh_result
put_record(thr_stencil *stencil, const thresh_row *row, size_t record,
           thresh_error *err) {
    const thresh_cell *cell = &row->cells[record];
    thr_stencil_column *column = &stencil->columns[record];
    piece *after = &column->after[stencil->row_total][cell->status != 0];
    if (!stencil->row_made || column->before.len == 0 || after->len == 0)
        THR_TRY(make_pieces(stencil, row, record, after, err));
    piece whole_row = {0, (uint32_t)stencil->row.len};
    size_t most = (size_t)whole_row.len + column->before.len + after->len
                  + THRESH_NUMBER_MAX;
    char *to = thr_buf_reserve(stencil->out, most);
    if (to == NULL)
        return thr_fail_memory(err);
    char *start = to;
    to = copy(to, &stencil->row, whole_row);
    to = copy(to, &stencil->pieces, column->before);
    to = put_number(to, cell, stencil->decimal);
    to = copy(to, &stencil->pieces, *after);
    stencil->out->len += (size_t)(to - start);
    return THRESH_OK;
}

/* Whether nothing is to be said of a value but itself, or that a dash stood
 * for it. */
static bool
is_plain(const thr_stencil *stencil, const thresh_cell *cell) {
    return stencil->fits && !stencil->row_marked && cell->has_value
           && cell->marks.len == 0
           && (cell->kind == THRESH_NUMBER ? cell->status == 0
                                           : cell->status == THRESH_NIL);
}

static void
look_at_row(thr_stencil *stencil, const thresh_row *row) {
    const thr_records *records = stencil->records;
    stencil->row_made = stencil->row_marked = false;
    stencil->row_total = THRESH_NO;
    for (size_t i = 0; i < records->ndimensions; i++) {
        if (records->dimensions[i].axis != THRESH_ROWS)
            continue;
        const thresh_category *key = thresh_row_key(records->table, row, 0, i);
        if (key == NULL)
            continue;
        stencil->row_marked |= key->marks.len > 0;
        if (key->is_total == THRESH_YES
            || (key->is_total == THRESH_UNKNOWN
                && stencil->row_total == THRESH_NO))
            stencil->row_total = key->is_total;
    }
}

thresh_result
thr_stencil_row(thr_stencil *stencil, const thresh_row *row,
                thresh_error *err) {
    size_t count = thr_records_of_row(stencil->records, row);
    if (stencil->fits)
        look_at_row(stencil, row);
    for (size_t i = 0; i < count; i++) {
        if (!thr_records_has(stencil->records, row, i))
            continue;
        if (is_plain(stencil, &row->cells[i]))
            THR_TRY(put_record(stencil, row, i, err));
        else
            THR_TRY(stencil->put(stencil->ctx, row, i, 0,
                                 stencil->records->nfields, err));
    }
    return THRESH_OK;
}
