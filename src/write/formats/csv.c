/* CSV: a header line, then one line a record. UTF-8, "\n", quotes only where
 * they are needed, decimals with a dot, nothing for a missing value:
 *
 *     citizenship,region,year,value,status,notes,is_total
 *     Montenegro,Oslo and Akershus,2007,6,,1,
 *
 * With excel=1 it is what a spreadsheet opens by double-clicking: a mark that
 * says UTF-8, semicolons, and no text that would run as a formula. */
#include "base/csv.h"

#include <string.h>

#include "base/error.h"
#include "write/stencil.h"
#include "write/writer.h"

typedef struct csv_state {
    thr_records records; /* of the table being written */
    thr_stencil stencil; /* for them */
    thr_buf line;        /* or several, which are handed on together */
    size_t tables;       /* begun */
    char delimiter;
    char decimal;
    bool excel;
} csv_state;

static const thresh_option options[] = {
    {"excel", "0|1",
     "for opening in a spreadsheet: byte order mark, semicolons, formulas "
     "made "
     "inert"},
    {"decimal", ".|,", "decimal sign; a comma sets semicolons between fields"},
    {"bom", "0|1", "start with a byte order mark"},
    {NULL, NULL, NULL},
};

static bool
is_set(thresh_writer *writer, const char *key) {
    return thresh_writer_option(writer, key)[0] == '1';
}

static thresh_result
csv_open(thresh_writer *writer, thresh_error *err) {
    csv_state *state = thresh_writer_state(writer);
    state->excel = is_set(writer, "excel");
    state->decimal = thresh_writer_option(writer, "decimal")[0];
    state->delimiter = state->excel || state->decimal == ',' ? ';' : ',';
    if (state->excel || is_set(writer, "bom"))
        return thresh_writer_put(writer, "\xEF\xBB\xBF", 3, err);
    return THRESH_OK;
}

/* Whether a spreadsheet would run the text as a formula. A dash by itself, and
 * what is a number, it shows as it is. */
static bool
runs_as_formula(thresh_str text) {
    if (text.len == 0 || memchr("=+-@\t\r", text.ptr[0], 6) == NULL)
        return false;
    if (text.ptr[0] != '-' && text.ptr[0] != '+')
        return true;
    for (size_t i = 1; i < text.len; i++)
        if (memchr("0123456789., ", text.ptr[i], 13) == NULL)
            return true;
    return text.len == 1 && text.ptr[0] == '+';
}

/* Append a text as one cell. Only what would run is changed: line ends and
 * control characters stay what they are. */
static void
put_text(csv_state *state, thresh_str text) {
    thr_buf inert = {0};
    if (state->excel && runs_as_formula(text)) {
        thr_buf_char(&inert, '\'');
        thr_buf_str(&inert, text);
        text = thr_buf_view(&inert);
    }
    thr_csv_quote(&state->line, text, state->delimiter);
    state->line.failed |= inert.failed;
    thr_buf_free(&inert);
}

static void
put_number(csv_state *state, thresh_str number) {
    size_t start = state->line.len;
    thr_buf_str(&state->line, number);
    if (state->decimal == '.' || state->line.failed || number.len == 0)
        return;
    char *dot = memchr(state->line.ptr + start, '.', number.len);
    if (dot != NULL)
        *dot = state->decimal;
}

/* Hand on what is written so far. */
static thresh_result
flush(thresh_writer *writer, csv_state *state, thresh_error *err) {
    if (state->line.failed)
        return thr_fail_memory(err);
    thresh_str line = thr_buf_view(&state->line);
    thresh_result result = thresh_writer_put(writer, line.ptr, line.len, err);
    thr_buf_clear(&state->line);
    return result;
}

/* Append some fields of a record: see thr_put_fields. A line of one empty cell
 * would be a blank one, which readers pass over. */
static thresh_result
put_fields(void *ctx, const thresh_row *row, size_t record, size_t from,
           size_t to, thresh_error *err) {
    csv_state *state = ctx;
    size_t start = state->line.len;
    for (size_t i = from; i < to; i++) {
        thr_datum datum;
        THR_TRY(
            thr_records_datum(&state->records, row, record, i, &datum, err));
        if (i > 0)
            thr_buf_char(&state->line, state->delimiter);
        if (datum.type == THR_TYPE_STRING)
            put_text(state, datum.text);
        else
            put_number(state, datum.text);
    }
    if (to < state->records.nfields)
        return THRESH_OK;
    if (from == 0 && state->line.len == start)
        thr_buf_text(&state->line, "\"\"");
    thr_buf_char(&state->line, '\n');
    return state->line.failed ? thr_fail_memory(err) : THRESH_OK;
}

static void
free_table(csv_state *state) {
    thr_stencil_free(&state->stencil);
    thr_records_free(&state->records);
}

static thresh_result
csv_begin(thresh_writer *writer, const thresh_table *table,
          thresh_error *err) {
    csv_state *state = thresh_writer_state(writer);
    thr_records *records = &state->records;
    state->tables++;
    THR_TRY(thr_records_open(records, writer, table, state->tables, err));
    THR_TRY(thr_stencil_start(&state->stencil, records, put_fields, state,
                              &state->line, state->decimal, err));
    if (state->tables > 1)
        return THRESH_OK;
    for (size_t i = 0; i < records->nfields; i++) {
        if (i > 0)
            thr_buf_char(&state->line, state->delimiter);
        put_text(state, records->fields[i].name);
    }
    if (state->line.len == 0)
        thr_buf_text(&state->line, "\"\"");
    thr_buf_char(&state->line, '\n');
    return flush(writer, state, err);
}

static thresh_result
csv_row(thresh_writer *writer, const thresh_table *table,
        const thresh_row *row, thresh_error *err) {
    (void)table;
    csv_state *state = thresh_writer_state(writer);
    THR_TRY(thr_stencil_row(&state->stencil, row, err));
    return flush(writer, state, err);
}

static thresh_result
csv_end(thresh_writer *writer, const thresh_table *table, thresh_error *err) {
    (void)table;
    (void)err;
    free_table(thresh_writer_state(writer));
    return THRESH_OK;
}

static thresh_result
csv_close(thresh_writer *writer, bool finish, thresh_error *err) {
    (void)finish;
    (void)err;
    csv_state *state = thresh_writer_state(writer);
    free_table(state);
    thr_buf_free(&state->line);
    return THRESH_OK;
}

const thresh_writer_class thr_writer_csv = {
    .name = "csv",
    .suffix = ".csv",
    .summary = "tidy CSV, one observation a line, for R, pandas, databases",
    .flags = THRESH_CAN_LONG | THRESH_CAN_WIDE | THRESH_LONG_FIRST
             | THRESH_ONE_SCHEMA | THRESH_TABULAR | THR_BARE_NUMBERS,
    .options = options,
    .state_size = sizeof(csv_state),
    .open = csv_open,
    .begin = csv_begin,
    .row = csv_row,
    .end = csv_end,
    .close = csv_close,
};
