/* What is in the fields of a record: the second half of records.h. Which
 * fields there are: records.c. */
#include "write/records.h"

#include "thresh/sums.h"

#include "base/error.h"
#include "base/str.h"

size_t
thr_records_of_row(const thr_records *records, const thresh_row *row) {
    return records->shape == THRESH_SHAPE_WIDE ? 1 : row->ncells;
}

static const thresh_category *
key_of(const thr_records *records, const thresh_row *row, size_t column,
       size_t dimension) {
    return thresh_row_key(records->table, row, column, dimension);
}

/* Whether an observation is a total: one of its categories is enough. Without
 * one, a category that is not known to be none leaves it open. A constant is
 * never a total. */
static thresh_truth
is_total(const thr_records *records, const thresh_row *row, size_t column) {
    thresh_truth total = THRESH_NO;
    for (size_t i = 0; i < records->ndimensions; i++) {
        const thresh_category *key = key_of(records, row, column, i);
        if (key == NULL || records->dimensions[i].axis == THRESH_CONSTANT)
            continue;
        if (key->is_total == THRESH_YES)
            return THRESH_YES;
        if (key->is_total == THRESH_UNKNOWN)
            total = THRESH_UNKNOWN;
    }
    return total;
}

bool
thr_records_has(const thr_records *records, const thresh_row *row,
                size_t record) {
    if (records->shape == THRESH_SHAPE_WIDE)
        return true;
    if (row->cells[record].kind == THRESH_BLANK)
        return false;
    return !thresh_writer_options(records->writer)->no_totals
           || is_total(records, row, record) != THRESH_YES;
}

/* The category's label; a type that holds for every category. */
static void
put_key(thr_records *records, const thresh_category *key, thr_datum *out) {
    if (key == NULL)
        return;
    out->present = true;
    thr_buf_str(&records->scratch, key->label);
}

/* A text has no place here: its field, if there is one, is another. */
static void
tell_lost_text(thr_records *records, const thresh_row *row, size_t column) {
    thresh_cell cell = row->cells[column];
    if (cell.kind != THRESH_TEXT || records->has_text || records->told_text)
        return;
    records->told_text = true;
    if (thresh_table_is_loaded(records->table))
        cell = thresh_table_cell(records->table, (size_t)row->index, column);
    thresh_writer_warn(records->writer, &cell.place,
                       records->shape == THRESH_SHAPE_WIDE
                           ? "a value that is text has no place in the wide "
                             "shape: write it long"
                           : "a value that is text has no field while rows "
                             "are streamed: leave --stream out, which loads "
                             "the table, or add the column 'raw'");
}

static void
put_value(thr_records *records, const thresh_row *row, size_t column,
          thr_datum *out) {
    char number[THRESH_NUMBER_MAX];
    size_t len = thresh_cell_number(&row->cells[column], number);
    out->present = len > 0;
    thr_buf_add(&records->scratch, number, len);
    tell_lost_text(records, row, column);
}

/* Only for those who asked for it: see thresh_table_implied(). */
static void
put_implied(thr_records *records, const thresh_row *row, size_t column,
            thr_datum *out) {
    thresh_cell implied;
    char number[THRESH_NUMBER_MAX];
    if (!thresh_table_implied(records->table, (size_t)row->index, column,
                              &implied))
        return;
    thr_buf_add(&records->scratch, number,
                thresh_cell_number(&implied, number));
    out->present = true;
}

static void
put_status(thr_records *records, uint32_t status, thr_datum *out) {
    for (uint32_t bit = 1; bit != 0 && bit <= status; bit <<= 1) {
        const char *name = thresh_status_name(status & bit);
        if (name == NULL)
            continue;
        thr_buf_text(&records->scratch, out->present ? ";" : "");
        thr_buf_text(&records->scratch, name);
        out->present = true;
    }
}

/* Whether `mark` is one of those already in "1;2". */
static bool
has_mark(thresh_str marks, thresh_str mark) {
    thresh_str seen;
    while (thr_str_next(&marks, ';', &seen))
        if (thr_str_equal(seen, mark))
            return true;
    return false;
}

static void
add_marks(thr_buf *out, thresh_str marks) {
    thresh_str mark;
    while (thr_str_next(&marks, ';', &mark)) {
        if (mark.len == 0 || has_mark(thr_buf_view(out), mark))
            continue;
        thr_buf_text(out, out->len > 0 ? ";" : "");
        thr_buf_str(out, mark);
    }
}

static void
put_notes(thr_records *records, const thresh_row *row, size_t column,
          thr_datum *out) {
    add_marks(&records->scratch, row->cells[column].marks);
    for (size_t i = 0; i < records->ndimensions; i++) {
        const thresh_category *key = key_of(records, row, column, i);
        if (key != NULL && records->dimensions[i].axis != THRESH_CONSTANT)
            add_marks(&records->scratch, key->marks);
    }
    out->present = records->scratch.len > 0;
}

static void
put_is_total(thr_records *records, const thresh_row *row, size_t column,
             thr_datum *out) {
    thresh_truth total = is_total(records, row, column);
    out->present = total != THRESH_UNKNOWN;
    if (out->present)
        thr_buf_text(&records->scratch,
                     total == THRESH_YES ? "TRUE" : "FALSE");
}

static void
put_parent(thr_records *records, const thresh_category *key, size_t dimension,
           thr_datum *out) {
    if (key == NULL || key->level < 0 || key->parent == THRESH_NONE)
        return;
    thresh_category parent = thresh_table_category(records->table, dimension,
                                                   key->parent);
    put_key(records, &parent, out);
}

static void
put_count(thr_records *records, uint64_t count, thr_datum *out) {
    out->present = true;
    thr_buf_uint(&records->scratch, count);
}

/* A place counts from 1: 0 is unknown. */
static void
put_place(thr_records *records, uint64_t place, thr_datum *out) {
    if (place > 0)
        put_count(records, place, out);
}

static void
put_text(thr_records *records, thresh_str text, thr_datum *out) {
    out->present = text.len > 0;
    thr_buf_str(&records->scratch, text);
}

static void
put_table(thr_records *records, thr_datum *out) {
    thresh_str number = thresh_table_caption(records->table)->number;
    if (number.len > 0)
        put_text(records, number, out);
    else
        put_count(records, records->table_index, out);
}

/* The fields that tell of one cell. */
static void
put_of_cell(thr_records *records, const thresh_row *row, size_t column,
            thr_field_kind kind, thr_datum *out) {
    const thresh_cell *cell = &row->cells[column];
    char letter;
    switch (kind) {
    case THR_FIELD_VALUE:
    case THR_FIELD_CELL: put_value(records, row, column, out); break;
    case THR_FIELD_STATUS: put_status(records, cell->status, out); break;
    case THR_FIELD_NOTES: put_notes(records, row, column, out); break;
    case THR_FIELD_IS_TOTAL: put_is_total(records, row, column, out); break;
    case THR_FIELD_TEXT:
        if (cell->kind == THRESH_TEXT)
            put_text(records, cell->text, out);
        break;
    case THR_FIELD_RAW: put_text(records, cell->text, out); break;
    case THR_FIELD_IMPLIED: put_implied(records, row, column, out); break;
    case THR_FIELD_FIELD: put_place(records, cell->place.field, out); break;
    case THR_FIELD_OBS_STATUS:
        letter = thresh_status_sdmx(cell->status);
        put_text(records, (thresh_str){&letter, 1}, out);
        break;
    default: break;
    }
}

static void
put(thr_records *records, const thresh_row *row, size_t column,
    const thr_field *field, thr_datum *out) {
    const thresh_caption *caption = thresh_table_caption(records->table);
    const thresh_category *key;
    switch (field->kind) {
    case THR_FIELD_TABLE: put_table(records, out); break;
    case THR_FIELD_KEY:
        put_key(records, key_of(records, row, column, field->index), out);
        break;
    case THR_FIELD_PARENT:
        key = key_of(records, row, column, field->index);
        put_parent(records, key, field->index, out);
        break;
    case THR_FIELD_LEVEL:
        key = key_of(records, row, column, field->index);
        if (key != NULL && key->level >= 0)
            put_count(records, (uint64_t)key->level, out);
        break;
    case THR_FIELD_LINE: put_place(records, row->line, out); break;
    case THR_FIELD_UNIT: put_text(records, caption->unit, out); break;
    case THR_FIELD_MEASURE: put_text(records, caption->measure, out); break;
    default: put_of_cell(records, row, column, field->kind, out); break;
    }
}

thresh_result
thr_records_datum(thr_records *records, const thresh_row *row, size_t record,
                  size_t field, thr_datum *out, thresh_error *err) {
    const thr_field *described = &records->fields[field];
    size_t column = described->kind == THR_FIELD_CELL ? described->index
                                                      : record;
    thr_datum datum = {.type = described->type};
    thr_buf_clear(&records->scratch);
    put(records, row, column, described, &datum);
    if (records->scratch.failed)
        return thr_fail_memory(err);
    datum.text = thr_buf_view(&records->scratch);
    *out = datum;
    return THRESH_OK;
}
