/* Which fields the records of a table have, and what they are called. What is
 * in them: datum.c. See records.h. */
#include "write/records.h"

#include "base/ascii.h"
#include "base/error.h"
#include "base/str.h"
#include "model/names.h"
#include "model/unpack.h"
#include "write/columns.h"
#include "write/headings.h"
#include "write/unique.h"
#include "write/writer.h"

/* Fields that every table may have: table, value, status, notes, is_total,
 * text, raw, line, field, obs_status, unit, measure, implied. */
enum { FIXED_FIELDS = 13 };

static bool
is_year(thresh_str label) {
    if (label.len != 4 || (label.ptr[0] != '1' && label.ptr[0] != '2'))
        return false;
    for (size_t i = 1; i < label.len; i++)
        if (!thr_is_digit(label.ptr[i]))
            return false;
    return true;
}

/* YEAR if every category of the dimension is a year: of a row dimension, that
 * is known only when it is loaded. */
static thr_field_type
key_type(const thr_records *records, size_t dimension) {
    size_t count = records->dimensions[dimension].ncategories;
    for (size_t i = 0; i < count; i++)
        if (!is_year(
                thresh_table_category(records->table, dimension, i).label))
            return THR_TYPE_STRING;
    return count > 0 ? THR_TYPE_YEAR : THR_TYPE_STRING;
}

/* INTEGER if the columns from `first` to before `end` hold values, and none
 * has decimals. */
static thr_field_type
value_type(const thresh_table *table, size_t first, size_t end) {
    if (!thresh_table_is_loaded(table))
        return THR_TYPE_NUMBER;
    bool any = false, decimals = thr_store_has_decimals(&table->store);
    for (size_t row = 0; row < thresh_table_rows(table); row++) {
        for (size_t column = first; column < end; column++) {
            thresh_cell cell = thr_cells_value(table, row, column);
            if (cell.has_value && cell.scale > 0)
                return THR_TYPE_NUMBER;
            any = any || cell.has_value;
            if (any && !decimals)
                return THR_TYPE_INTEGER;
        }
    }
    return any ? THR_TYPE_INTEGER : THR_TYPE_NUMBER;
}

static bool
verbatim(const thr_records *records) {
    return thresh_writer_options(records->writer)->names
           == THRESH_NAMES_VERBATIM;
}

/* Append a field; `records->fields` has room for all. Its name may still be
 * one that another field has too. */
static void
add(thr_records *records, thr_field_kind kind, thr_field_type type,
    const char *name) {
    records->fields[records->nfields++] = (thr_field){
        .name = thr_str(name), .kind = kind, .type = type};
}

static void
add_indexed(thr_records *records, thr_field_kind kind, thr_field_type type,
            size_t index) {
    records->fields[records->nfields++] = (thr_field){
        .kind = kind, .type = type, .index = index};
}

/* Whether the records of several tables make one list, whose fields must not
 * depend on what one of them happens to have. */
static bool
shares_list(const thr_records *records) {
    return thresh_writer_options(records->writer)->tables > 1
           && (thr_writer_flags(records->writer) & THRESH_ONE_SCHEMA) != 0;
}

/* A field for each dimension along an axis that the records show: of a wide
 * shape, only those of the rows. */
static bool
is_shown(const thr_records *records, size_t dimension, bool with_constants) {
    thresh_axis axis = records->dimensions[dimension].axis;
    if (axis == THRESH_ROWS)
        return true;
    if (records->shape == THRESH_SHAPE_WIDE)
        return false;
    return axis == THRESH_COLUMNS || with_constants;
}

static void
add_keys(thr_records *records) {
    for (size_t i = 0; i < records->ndimensions; i++)
        if (is_shown(records, i, true))
            add_indexed(records, THR_FIELD_KEY, key_type(records, i), i);
}

static void
add_observation(thr_records *records) {
    size_t ncolumns = thresh_table_columns(records->table, NULL);
    add(records, THR_FIELD_VALUE, value_type(records->table, 0, ncolumns),
        "value");
    add(records, THR_FIELD_STATUS, THR_TYPE_STRING, "status");
    add(records, THR_FIELD_NOTES, THR_TYPE_STRING, "notes");
    add(records, THR_FIELD_IS_TOTAL, THR_TYPE_BOOLEAN, "is_total");
    records->has_text = thresh_table_counts(records->table).text > 0
                        || shares_list(records);
    if (records->has_text)
        add(records, THR_FIELD_TEXT, THR_TYPE_STRING, "text");
}

static void
add_cells(thr_records *records) {
    size_t ncolumns = thresh_table_columns(records->table, NULL);
    for (size_t i = 0; i < ncolumns; i++)
        add_indexed(records, THR_FIELD_CELL,
                    value_type(records->table, i, i + 1), i);
}

static void
add_of_keys(thr_records *records, thr_field_kind kind, thr_field_type type) {
    for (size_t i = 0; i < records->ndimensions; i++)
        if (is_shown(records, i, shares_list(records)))
            add_indexed(records, kind, type, i);
}

static void
add_extra(thr_records *records, thr_extra extra) {
    switch (extra) {
    case THR_EXTRA_TABLE: break; /* stands first: see add_table() */
    case THR_EXTRA_PARENT:
        add_of_keys(records, THR_FIELD_PARENT, THR_TYPE_STRING);
        break;
    case THR_EXTRA_LEVEL:
        add_of_keys(records, THR_FIELD_LEVEL, THR_TYPE_INTEGER);
        break;
    case THR_EXTRA_RAW:
        add(records, THR_FIELD_RAW, THR_TYPE_STRING, "raw");
        records->has_text = true;
        break;
    case THR_EXTRA_LINE:
        add(records, THR_FIELD_LINE, THR_TYPE_INTEGER, "line");
        break;
    case THR_EXTRA_FIELD:
        add(records, THR_FIELD_FIELD, THR_TYPE_INTEGER, "field");
        break;
    case THR_EXTRA_OBS_STATUS:
        add(records, THR_FIELD_OBS_STATUS, THR_TYPE_STRING, "obs_status");
        break;
    case THR_EXTRA_UNIT:
        add(records, THR_FIELD_UNIT, THR_TYPE_STRING, "unit");
        break;
    case THR_EXTRA_MEASURE:
        add(records, THR_FIELD_MEASURE, THR_TYPE_STRING, "measure");
        break;
    case THR_EXTRA_IMPLIED:
        add(records, THR_FIELD_IMPLIED, THR_TYPE_NUMBER, "implied");
        break;
    }
}

static void
add_extras(thr_records *records, const char *list) {
    thresh_str rest = thr_str(list);
    thr_extra extra;
    unsigned seen = 0;
    while (thr_columns_next(&rest, &extra)) {
        if ((seen & extra) == 0)
            add_extra(records, extra);
        seen |= extra;
    }
}

/* The number of the table comes first where there are several, or where it is
 * asked for. */
static void
add_table(thr_records *records, const thresh_write_options *opts) {
    bool wanted = opts->tables > 1;
    thresh_str rest = thr_str(opts->columns);
    thr_extra extra;
    while (!wanted && thr_columns_next(&rest, &extra))
        wanted = extra == THR_EXTRA_TABLE;
    if (wanted)
        add(records, THR_FIELD_TABLE, THR_TYPE_STRING, "table");
}

/* What a column is called by its headings: "To region: Oslo and Akershus" or
 * to_region_oslo_and_akershus. A heading that repeats the one above it says
 * nothing new. */
static void
name_column(const thr_records *records, size_t column, thr_buf *out) {
    const thresh_column *columns;
    thresh_table_columns(records->table, &columns);
    const thresh_heading *leaf = columns[column].leaf;
    size_t depth = thr_headings_over(leaf);
    thr_buf path = {0};
    thresh_str above = {NULL, 0};
    for (size_t i = 0; i < depth; i++) {
        thresh_str label = thr_heading_at(leaf, depth, i)->label;
        if (label.len == 0 || thr_str_equal(label, above))
            continue;
        thr_buf_text(&path, path.len > 0 ? ": " : "");
        thr_buf_str(&path, label);
        above = label;
    }
    if (path.len == 0) {
        thr_buf_text(&path, "column ");
        thr_buf_uint(&path, column + 1);
    }
    if (verbatim(records))
        thr_buf_str(out, thr_buf_view(&path));
    else
        thr_name_add(out, thr_buf_view(&path));
    out->failed = out->failed || path.failed;
    thr_buf_free(&path);
}

static void
name_dimension(const thr_records *records, size_t index, const char *suffix,
               thr_buf *out) {
    const thresh_dimension *dimension = &records->dimensions[index];
    bool label = verbatim(records) && dimension->label.len > 0;
    thr_buf_str(out, label ? dimension->label : dimension->name);
    thr_buf_text(out, suffix);
}

/* The name that a field would have if it were alone. */
static void
name_field(const thr_records *records, const thr_field *field, thr_buf *out) {
    switch (field->kind) {
    case THR_FIELD_KEY: name_dimension(records, field->index, "", out); break;
    case THR_FIELD_PARENT:
        name_dimension(records, field->index, "_parent", out);
        break;
    case THR_FIELD_LEVEL:
        name_dimension(records, field->index, "_level", out);
        break;
    case THR_FIELD_CELL: name_column(records, field->index, out); break;
    default: thr_buf_str(out, field->name); break;
    }
}

/* Give the fields names that differ: those that are the same in every table
 * first, then those that come from this one. */
static bool
name_fields(thr_records *records) {
    thr_unique unique;
    if (!thr_unique_start(&unique, &records->arena, records->nfields))
        return false;
    thr_buf name = {0};
    bool done = true;
    for (int own = 0; own < 2; own++) {
        for (size_t i = 0; done && i < records->nfields; i++) {
            thr_field *field = &records->fields[i];
            bool fixed = field->name.ptr != NULL;
            if (own == (int)fixed)
                continue;
            thr_buf_clear(&name);
            name_field(records, field, &name);
            done = !name.failed
                   && thr_unique_take(&unique, thr_buf_view(&name),
                                      &field->name);
        }
    }
    thr_buf_free(&name);
    return done;
}

thresh_result
thr_records_open(thr_records *records, thresh_writer *writer,
                 const thresh_table *table, size_t table_index,
                 thresh_error *err) {
    *records = (thr_records){.shape = thresh_writer_shape(writer),
                             .writer = writer,
                             .table = table,
                             .table_index = table_index};
    records->ndimensions = thresh_table_dimensions(table,
                                                   &records->dimensions);
    size_t most = FIXED_FIELDS + 3 * records->ndimensions
                  + thresh_table_columns(table, NULL);
    records->fields = thr_arena_array(&records->arena, most,
                                      sizeof *records->fields);
    if (records->fields == NULL)
        return thr_fail_memory(err);
    const thresh_write_options *opts = thresh_writer_options(writer);
    add_table(records, opts);
    add_keys(records);
    if (records->shape == THRESH_SHAPE_WIDE)
        add_cells(records);
    else
        add_observation(records);
    add_extras(records, opts->columns);
    return name_fields(records) ? THRESH_OK : thr_fail_memory(err);
}

void
thr_records_free(thr_records *records) {
    thr_buf_free(&records->scratch);
    thr_arena_free(&records->arena);
    *records = (thr_records){0};
}
