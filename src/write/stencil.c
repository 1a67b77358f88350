/* Records from pieces that are made once. See stencil.h. */
#include "write/stencil.h"

#include <stdlib.h>
#include <string.h>

#include "base/eight.h"
#include "base/error.h"
#include "base/str.h"

/* Pieces are copied by a fixed length where they are short, which is quicker
 * than the exact one: what was copied beyond their end is overwritten by what
 * comes next. So many bytes may be read and written there. */
enum { SLACK = 32 };

/* What `after` can say of a plain value: whether it is a total, and whether a
 * dash stands for it. */
enum { TRUTHS = 3, KINDS = 2, SETS = 2 };

/* A stretch of the text of a set; the empty one at 0 is not made yet, as a
 * piece always holds a delimiter. */
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
    if (records->shape != THRESH_SHAPE_LONG
        || thresh_writer_options(records->writer)->no_totals)
        return false;
    /* A value stands behind all keys. */
    while (is_of_row(records, &fields[at]))
        at++;
    stencil->key = at;
    while (fields[at].kind == THR_FIELD_KEY
           && !is_of_row(records, &fields[at]))
        at++;
    stencil->value = at;
    if (fields[at].kind != THR_FIELD_VALUE)
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
    for (size_t i = 0; i < SETS; i++) {
        stencil->sets[i].columns = calloc(count + 1,
                                          sizeof(thr_stencil_column));
        if (stencil->sets[i].columns == NULL)
            return thr_fail_memory(err);
    }
    return THRESH_OK;
}

void
thr_stencil_free(thr_stencil *stencil) {
    for (size_t i = 0; i < SETS; i++) {
        thr_buf_free(&stencil->sets[i].marks);
        thr_buf_free(&stencil->sets[i].text);
        free(stencil->sets[i].columns);
    }
    thr_buf_free(&stencil->row);
    thr_buf_free(&stencil->marks);
    *stencil = (thr_stencil){0};
}

/* ## Pieces */

/* The most bytes that a record takes, and that are written beyond its end. */
static size_t
longest(const thr_stencil *stencil) {
    return stencil->row.len + stencil->longest + SLACK;
}

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
    thr_buf_fill(kept, '\0', SLACK);
    kept->len -= SLACK;
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
    thr_buf *text = &stencil->set->text;
    size_t start = stencil->out->len, before = text->len;
    THR_TRY(stencil->put(stencil->ctx, row, record, from, to, err));
    THR_TRY(keep(stencil, start, spare, text, err));
    *out = (piece){(uint32_t)before, (uint32_t)(text->len - before)};
    return THRESH_OK;
}

/* Make what is not made yet of the pieces for one value, and room for its
 * record. */
static thresh_result
prepare(thr_stencil *stencil, const thresh_row *row, size_t record,
        thresh_error *err) {
    const thresh_cell *cell = &row->cells[record];
    thr_stencil_column *column = &stencil->set->columns[record];
    piece *before = &column->before;
    piece *after = &column->after[stencil->row_total][cell->status != 0];
    size_t value = stencil->value, end = stencil->records->nfields;
    char number[THRESH_NUMBER_MAX];
    if (!stencil->row_made)
        THR_TRY(make_row(stencil, row, record, err));
    if (before->len == 0)
        THR_TRY(make_piece(stencil, row, record, stencil->key, value + 1,
                           thresh_cell_number(cell, number), before, err));
    if (after->len == 0)
        THR_TRY(
            make_piece(stencil, row, record, value + 1, end, 0, after, err));
    size_t len = (size_t)before->len + after->len + THRESH_NUMBER_MAX;
    if (stencil->longest < len)
        stencil->longest = len;
    return thr_buf_reserve(stencil->out, longest(stencil)) != NULL
               ? THRESH_OK
               : thr_fail_memory(err);
}

/* ## Records */

static inline char *
copy(char *to, const char *from, size_t len) {
    if (len <= SLACK)
        memcpy(to, from, SLACK);
    else
        memcpy(to, from, len);
    return to + len;
}

static inline char *
put_number(char *to, const thresh_cell *cell, char decimal) {
    if (cell->scale == 0 && cell->coef >= 0)
        return thr_eight_put(to, (uint64_t)cell->coef);
    char number[THRESH_NUMBER_MAX];
    size_t len = thresh_cell_number(cell, number);
    memcpy(to, number, len);
    if (cell->scale > 0 && decimal != '.')
        to[len - cell->scale - 1] = decimal;
    return to + len;
}

/* Whether nothing is to be said of a value but itself, or that a dash stood
 * for it. */
static bool
is_plain(const thresh_cell *cell) {
    return cell->has_value && cell->marks.len == 0
           && (cell->kind == THRESH_NUMBER ? cell->status == 0
                                           : cell->status == THRESH_NIL);
}

/* Put the records of plain values together, from the `i`-th on. Returns the
 * first for which a piece or room is missing, or which is not plain. */
static size_t
put_records(thr_stencil *stencil, const thresh_row *row, size_t i) {
    const char *pieces = stencil->set->text.ptr, *label = stencil->row.ptr;
    const size_t label_len = stencil->row.len, most = longest(stencil);
    const thr_stencil_column *columns = stencil->set->columns;
    const thresh_truth total = stencil->row_total;
    const char decimal = stencil->decimal;
    thr_buf *out = stencil->out;
    char *to = out->ptr + out->len, *end = out->ptr + out->room;
    for (; i < row->ncells; i++) {
        const thresh_cell *cell = &row->cells[i];
        const piece ahead = columns[i].before;
        const piece behind = columns[i].after[total][cell->status != 0];
        if (!is_plain(cell) || ahead.len == 0 || behind.len == 0
            || (size_t)(end - to) < most)
            break;
        to = copy(to, label, label_len);
        to = copy(to, pieces + ahead.from, ahead.len);
        to = put_number(to, cell, decimal);
        to = copy(to, pieces + behind.from, behind.len);
    }
    out->len = (size_t)(to - out->ptr);
    return i;
}

/* The set of pieces for the note marks that `marks` holds, one line a label:
 * begun anew where they are not those seen last. */
static void
choose_set(thr_stencil *stencil, bool any, thr_buf *marks) {
    thr_stencil_set *set = &stencil->sets[any];
    stencil->set = set;
    if (!any || thr_str_equal(thr_buf_view(marks), thr_buf_view(&set->marks)))
        return;
    size_t count = thresh_table_columns(stencil->records->table, NULL);
    memset(set->columns, 0, count * sizeof *set->columns);
    thr_buf_clear(&set->text);
    thr_buf old = set->marks;
    set->marks = *marks;
    *marks = old;
}

/* Learn what all records of a row have in common. */
static thresh_result
look_at_row(thr_stencil *stencil, const thresh_row *row, thresh_error *err) {
    const thr_records *records = stencil->records;
    size_t count = thresh_table_axis_dimensions(records->table, THRESH_ROWS);
    thr_buf *marks = &stencil->marks;
    bool any = false;
    thr_buf_clear(marks);
    stencil->row_made = false;
    stencil->row_total = THRESH_NO;
    for (size_t i = 0; i < count; i++) {
        const thresh_category *key = &row->keys[i];
        any |= key->marks.len > 0;
        if (key->is_total == THRESH_YES
            || (key->is_total == THRESH_UNKNOWN
                && stencil->row_total == THRESH_NO))
            stencil->row_total = key->is_total;
    }
    for (size_t i = 0; any && i < count; i++) {
        thr_buf_str(marks, row->keys[i].marks);
        thr_buf_char(marks, '\n');
    }
    choose_set(stencil, any, marks);
    return marks->failed ? thr_fail_memory(err) : THRESH_OK;
}

thresh_result
thr_stencil_row(thr_stencil *stencil, const thresh_row *row,
                thresh_error *err) {
    thr_records *records = stencil->records;
    size_t count = thr_records_of_row(records, row), i = 0;
    if (stencil->fits)
        THR_TRY(look_at_row(stencil, row, err));
    while (i < count) {
        if (stencil->fits && stencil->row_made)
            i = put_records(stencil, row, i);
        if (i < count && stencil->fits && is_plain(&row->cells[i])) {
            THR_TRY(prepare(stencil, row, i, err));
            continue;
        }
        if (i < count && thr_records_has(records, row, i))
            THR_TRY(
                stencil->put(stencil->ctx, row, i, 0, records->nfields, err));
        i++;
    }
    return THRESH_OK;
}
