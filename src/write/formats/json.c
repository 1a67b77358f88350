/* JSON. As one document, which tells all that is known of its tables:
 *
 *     {
 *       "generator": {"name": "thresh", "version": "0.1.0"},
 *       "source": "immigration-2007.txt",
 *       "tables": [
 *         {
 *           "title": "Immigration, by citizenship and region. 2007",
 *           "dimensions": [...],
 *           "schema": {"fields": [...]},
 *           "data": [
 *             {"citizenship": "Total", "region": "Total", "value": 61774},
 *
 * or as NDJSON, which streams one record a line and nothing else:
 *
 *     {"citizenship":"Total","region":"Total","value":61774}
 *
 * Numbers are the published literals, so that 12.50 stays 12.50. */
#include "thresh/writer.h"

#include "base/error.h"
#include "base/str.h"
#include "write/headings.h"
#include "write/json_table.h"
#include "write/stencil.h"
#include "write/writer.h"

typedef struct json_state {
    thr_json json;
    thr_records records;
    thr_stencil stencil;
    size_t tables; /* begun so far */
} json_state;

/* ## Records, as both formats write them */

static void
put_datum(thr_json *json, const thr_datum *datum) {
    if (!datum->present)
        thr_json_literal(json, THR_LIT("null"));
    else if (datum->type == THR_TYPE_BOOLEAN)
        thr_json_literal(json, thr_str_equal(datum->text, THR_LIT("TRUE"))
                                   ? THR_LIT("true")
                                   : THR_LIT("false"));
    else if (datum->type != THR_TYPE_STRING && thr_json_is_number(datum->text))
        thr_json_literal(json, datum->text);
    else
        thr_json_text(json, datum->text);
}

static thresh_result
put_fields(json_state *state, const thresh_row *row, size_t record,
           size_t from, size_t to, thresh_error *err) {
    thr_records *records = &state->records;
    for (size_t i = from; i < to; i++) {
        thr_datum datum;
        THR_TRY(thr_records_datum(records, row, record, i, &datum, err));
        thr_json_key(&state->json, records->fields[i].name);
        put_datum(&state->json, &datum);
    }
    return THRESH_OK;
}

/* Hand over what is written so far. */
static thresh_result
flush(thresh_writer *writer, json_state *state, thresh_error *err) {
    thr_buf *text = &state->json.text;
    if (text->failed)
        return thr_fail_memory(err);
    if (text->len == 0)
        return THRESH_OK;
    thresh_result result = thresh_writer_put(writer, text->ptr, text->len,
                                             err);
    thr_buf_clear(text);
    return result;
}

/* The same in the midst of a table. The writer remembers a failure. */
static void
hand_on(void *ctx, thr_buf *text) {
    (void)!thresh_writer_put(ctx, text->ptr, text->len, NULL);
    thr_buf_clear(text);
}

static thresh_result
open_records(thresh_writer *writer, const thresh_table *table,
             thresh_error *err) {
    json_state *state = thresh_writer_state(writer);
    thr_records_free(&state->records);
    return thr_records_open(&state->records, writer, table, ++state->tables,
                            err);
}

static void
free_state(json_state *state) {
    thr_stencil_free(&state->stencil);
    thr_records_free(&state->records);
    thr_buf_free(&state->json.text);
}

/* ## The Table Schema of the records */

static const char *
type_name(thr_field_type type) {
    switch (type) {
    case THR_TYPE_STRING: return "string";
    case THR_TYPE_NUMBER: return "number";
    case THR_TYPE_INTEGER: return "integer";
    case THR_TYPE_YEAR: return "year";
    case THR_TYPE_BOOLEAN: return "boolean";
    }
    return "any";
}

/* The headings over a column in one line: "To region: Northern Norway". */
static void
add_path(thr_buf *buf, const thresh_heading *leaf) {
    size_t count = thr_headings_over(leaf);
    for (size_t i = 0; i < count; i++) {
        thr_buf_text(buf, buf->len > 0 ? ": " : "");
        thr_buf_str(buf, thr_heading_at(leaf, count, i)->label);
    }
}

/* What was printed over a field, where that says more than its name. */
static void
put_field_title(json_state *state, const thr_field *field) {
    const thresh_table *table = state->records.table;
    thr_buf title = {0};
    if (field->kind == THR_FIELD_KEY) {
        const thresh_dimension *dimensions;
        (void)thresh_table_dimensions(table, &dimensions);
        thr_buf_str(&title, dimensions[field->index].label);
    } else if (field->kind == THR_FIELD_CELL) {
        const thresh_column *columns;
        (void)thresh_table_columns(table, &columns);
        add_path(&title, columns[field->index].leaf);
    }
    thresh_str text = thr_buf_view(&title);
    if (text.len > 0 && !thr_str_equal(text, field->name))
        thr_json_put_text(&state->json, "title", text);
    state->json.text.failed |= title.failed;
    thr_buf_free(&title);
}

static void
put_schema(json_state *state) {
    thr_json *json = &state->json;
    thr_json_name(json, "schema");
    thr_json_open(json, '{');
    thr_json_name(json, "fields");
    thr_json_open(json, '[');
    for (size_t i = 0; i < state->records.nfields; i++) {
        const thr_field *field = &state->records.fields[i];
        thr_json_open_line(json, '{');
        thr_json_put_text(json, "name", field->name);
        thr_json_put_text(json, "type", thr_str(type_name(field->type)));
        put_field_title(state, field);
        thr_json_close(json, '}');
    }
    thr_json_close(json, ']');
    thr_json_name(json, "missingValues");
    thr_json_open_line(json, '[');
    thr_json_text(json, THR_LIT(""));
    thr_json_close(json, ']');
    thr_json_close(json, '}');
}

/* ## One document */

static thresh_result
document_open(thresh_writer *writer, thresh_error *err) {
    json_state *state = thresh_writer_state(writer);
    thr_json *json = &state->json;
    json->indent = (size_t)(thresh_writer_option(writer, "indent")[0] - '0');
    thr_json_open(json, '{');
    thr_json_name(json, "generator");
    thr_json_open_line(json, '{');
    thr_json_put_text(json, "name", THR_LIT("thresh"));
    thr_json_put_text(json, "version", thr_str(thresh_version()));
    thr_json_close(json, '}');
    thr_json_put_text(json, "source",
                      thr_str(thresh_writer_options(writer)->source_name));
    thr_json_name(json, "tables");
    thr_json_open(json, '[');
    return flush(writer, state, err);
}

/* Append some fields of a record: see thr_put_fields. What is open stays open
 * in the text alone, until the fields behind it close it. */
static thresh_result
document_fields(void *ctx, const thresh_row *row, size_t record, size_t from,
                size_t to, thresh_error *err) {
    json_state *state = ctx;
    thr_json *json = &state->json;
    if (from == 0) {
        thr_json_open_line(json, '{');
    } else {
        json->depth++;
        json->on_line++;
    }
    THR_TRY(put_fields(state, row, record, from, to, err));
    if (to == state->records.nfields) {
        thr_json_close(json, '}');
    } else {
        json->depth--;
        json->on_line--;
    }
    return json->text.failed ? thr_fail_memory(err) : THRESH_OK;
}

/* The records of the first row that has any: no comma before the first. */
static thresh_result
put_first(json_state *state, const thresh_row *row, thresh_error *err) {
    thr_records *records = &state->records;
    size_t count = thr_records_of_row(records, row);
    for (size_t i = 0; i < count; i++)
        if (thr_records_has(records, row, i))
            THR_TRY(document_fields(state, row, i, 0, records->nfields, err));
    return THRESH_OK;
}

static thresh_result
document_begin(thresh_writer *writer, const thresh_table *table,
               thresh_error *err) {
    json_state *state = thresh_writer_state(writer);
    thr_json *json = &state->json;
    thr_stencil_free(&state->stencil);
    THR_TRY(open_records(writer, table, err));
    THR_TRY(thr_stencil_start(&state->stencil, &state->records,
                              document_fields, state, &json->text, '.', err));
    json->take = hand_on;
    json->ctx = writer;
    thr_json_open(json, '{');
    thr_json_table_add(json, table);
    put_schema(state);
    thr_json_name(json, "data");
    thr_json_open(json, '[');
    return flush(writer, state, err);
}

static thresh_result
document_row(thresh_writer *writer, const thresh_table *table,
             const thresh_row *row, thresh_error *err) {
    json_state *state = thresh_writer_state(writer);
    (void)table;
    if (state->json.filled) /* a comma before each record */
        THR_TRY(thr_stencil_row(&state->stencil, row, err));
    else
        THR_TRY(put_first(state, row, err));
    return flush(writer, state, err);
}

static thresh_result
document_end(thresh_writer *writer, const thresh_table *table,
             thresh_error *err) {
    json_state *state = thresh_writer_state(writer);
    (void)table;
    thr_json_close(&state->json, ']');
    thr_json_close(&state->json, '}');
    return flush(writer, state, err);
}

static thresh_result
document_close(thresh_writer *writer, bool finish, thresh_error *err) {
    json_state *state = thresh_writer_state(writer);
    thresh_result result = THRESH_OK;
    if (finish) {
        thr_json_close(&state->json, ']');
        thr_json_close(&state->json, '}');
        thr_buf_char(&state->json.text, '\n');
        result = flush(writer, state, err);
    }
    free_state(state);
    return result;
}

static const thresh_option document_options[] = {
    {"indent", "2|0|4", "blanks for each level; 0 puts all on one line"},
    {NULL, NULL, NULL},
};

const thresh_writer_class thr_writer_json = {
    .name = "json",
    .suffix = ".json",
    .summary = "one JSON document: structure, notes, schema and records",
    .flags = THRESH_CAN_LONG | THRESH_CAN_WIDE | THRESH_LONG_FIRST
             | THRESH_TABULAR | THR_BARE_NUMBERS | THRESH_WANT_WHOLE,
    .options = document_options,
    .state_size = sizeof(json_state),
    .open = document_open,
    .begin = document_begin,
    .row = document_row,
    .end = document_end,
    .close = document_close,
};

/* ## One record a line */

/* Append some fields of a record: see thr_put_fields. Each line is a document
 * of its own: no comma between them. */
static thresh_result
lines_fields(void *ctx, const thresh_row *row, size_t record, size_t from,
             size_t to, thresh_error *err) {
    json_state *state = ctx;
    thr_json *json = &state->json;
    json->filled = from > 0;
    if (from == 0)
        thr_buf_char(&json->text, '{');
    THR_TRY(put_fields(state, row, record, from, to, err));
    if (to == state->records.nfields)
        thr_buf_text(&json->text, "}\n");
    return json->text.failed ? thr_fail_memory(err) : THRESH_OK;
}

static thresh_result
lines_begin(thresh_writer *writer, const thresh_table *table,
            thresh_error *err) {
    json_state *state = thresh_writer_state(writer);
    thr_stencil_free(&state->stencil);
    THR_TRY(open_records(writer, table, err));
    return thr_stencil_start(&state->stencil, &state->records, lines_fields,
                             state, &state->json.text, '.', err);
}

static thresh_result
lines_row(thresh_writer *writer, const thresh_table *table,
          const thresh_row *row, thresh_error *err) {
    json_state *state = thresh_writer_state(writer);
    (void)table;
    THR_TRY(thr_stencil_row(&state->stencil, row, err));
    return flush(writer, state, err);
}

static thresh_result
lines_close(thresh_writer *writer, bool finish, thresh_error *err) {
    (void)finish;
    (void)err;
    free_state(thresh_writer_state(writer));
    return THRESH_OK;
}

const thresh_writer_class thr_writer_ndjson = {
    .name = "ndjson",
    .suffix = ".ndjson",
    .summary = "one JSON record a line, for streams and logs",
    .flags = THRESH_CAN_LONG | THRESH_CAN_WIDE | THRESH_LONG_FIRST
             | THRESH_TABULAR | THR_BARE_NUMBERS,
    .state_size = sizeof(json_state),
    .begin = lines_begin,
    .row = lines_row,
    .close = lines_close,
};
