/* Workbooks for analysts: three sheets for each table.
 *
 *     Table   as published: title, merged header, numbers, notes below
 *     Data    tidy: one observation a row, as a table object
 *     Notes   what is known of the table beside its values
 *
 * A shape that was asked for leaves the other view out. With several tables
 * the sheets are called "Table 11", "Data 11", ..., by the numbers that the
 * tables have, or by their order. */
#include "thresh/writer.h"

#include "base/buf.h"
#include "base/error.h"
#include "base/str.h"
#include "workbook/workbook.h"
#include "write/xlsx_data.h"
#include "write/xlsx_notes.h"
#include "write/xlsx_table.h"

typedef struct xlsx_state {
    thr_workbook *book;
    thr_xlsx_table table;
    thr_xlsx_data data;
    bool has_table; /* which views are written, of the table begun last */
    bool has_data;
    size_t ntables; /* begun so far */
    thr_buf name;   /* of a sheet */
} xlsx_state;

static thresh_result
open_book(thresh_writer *writer, thresh_error *err) {
    xlsx_state *state = thresh_writer_state(writer);
    return thr_workbook_open(&state->book, thresh_writer_path(writer), err);
}

/* "Table", or "Table 11" where there are several. */
static thresh_result
name_sheet(thresh_writer *writer, const thresh_table *table, const char *view,
           thresh_str *out, thresh_error *err) {
    xlsx_state *state = thresh_writer_state(writer);
    thresh_str number = thresh_table_caption(table)->number;
    thr_buf_clear(&state->name);
    thr_buf_text(&state->name, view);
    if (thresh_writer_options(writer)->tables > 1 || state->ntables > 1) {
        thr_buf_char(&state->name, ' ');
        if (number.len > 0)
            thr_buf_str(&state->name, number);
        else
            thr_buf_uint(&state->name, state->ntables);
    }
    *out = thr_buf_view(&state->name);
    return state->name.failed ? thr_fail_memory(err) : THRESH_OK;
}

/* The document is called after its first table. */
static thresh_result
describe(xlsx_state *state, const thresh_table *table, thresh_error *err) {
    const thresh_caption *caption = thresh_table_caption(table);
    thr_properties properties = {
        .title = caption->title,
        .subject = caption->topic,
        .comments = THR_LIT("Written by thresh"),
    };
    return thr_workbook_set_properties(state->book, &properties, err);
}

/* Choose the views of a table. One that a sheet has no room for is shown as
 * tidy rows alone, unless it was asked for as published. */
static void
choose_views(thresh_writer *writer, const thresh_table *table) {
    xlsx_state *state = thresh_writer_state(writer);
    thresh_shape asked = thresh_writer_options(writer)->shape;
    state->has_table = asked != THRESH_SHAPE_LONG;
    state->has_data = asked != THRESH_SHAPE_WIDE;
    if (state->has_table && state->has_data && !thr_xlsx_table_fits(table)) {
        state->has_table = false;
        thresh_writer_warn(writer, NULL,
                           "the table has more rows than a sheet: it is "
                           "written as tidy rows only");
    }
}

static thresh_result
begin_table(thresh_writer *writer, const thresh_table *table,
            thresh_error *err) {
    xlsx_state *state = thresh_writer_state(writer);
    thresh_str name;
    choose_views(writer, table);
    if (state->ntables++ == 0)
        THR_TRY(describe(state, table, err));
    if (state->has_table) {
        THR_TRY(name_sheet(writer, table, "Table", &name, err));
        THR_TRY(thr_xlsx_table_begin(&state->table, writer, table, state->book,
                                     name, err));
    }
    if (state->has_data) {
        THR_TRY(name_sheet(writer, table, "Data", &name, err));
        THR_TRY(thr_xlsx_data_begin(&state->data, writer, table,
                                    state->ntables, state->book, name, err));
        state->data.warn = !state->has_table;
    }
    return THRESH_OK;
}

static thresh_result
write_row(thresh_writer *writer, const thresh_table *table,
          const thresh_row *row, thresh_error *err) {
    (void)table;
    xlsx_state *state = thresh_writer_state(writer);
    if (state->has_table)
        THR_TRY(thr_xlsx_table_row(&state->table, row, err));
    if (state->has_data)
        THR_TRY(thr_xlsx_data_row(&state->data, row, err));
    return THRESH_OK;
}

static void
free_views(xlsx_state *state) {
    if (state->has_table)
        thr_xlsx_table_free(&state->table);
    if (state->has_data)
        thr_xlsx_data_free(&state->data);
}

static thresh_result
end_table(thresh_writer *writer, const thresh_table *table,
          thresh_error *err) {
    xlsx_state *state = thresh_writer_state(writer);
    thresh_str name;
    if (state->has_table)
        THR_TRY(thr_xlsx_table_end(&state->table, err));
    if (state->has_data)
        THR_TRY(thr_xlsx_data_end(&state->data, err));
    free_views(state);
    THR_TRY(name_sheet(writer, table, "Notes", &name, err));
    return thr_xlsx_notes(writer, table,
                          state->has_table ? &state->table.origin : NULL,
                          state->book, name, err);
}

static thresh_result
close_book(thresh_writer *writer, bool finish, thresh_error *err) {
    xlsx_state *state = thresh_writer_state(writer);
    free_views(state);
    thr_buf_free(&state->name);
    if (finish && state->ntables == 0) {
        (void)thr_workbook_close(state->book, false, NULL);
        return thr_fail(err, THRESH_E_UNSUPPORTED,
                        "a workbook needs at least one table");
    }
    return thr_workbook_close(state->book, finish, err);
}

static const thresh_option xlsx_options[] = {
    {"formulas", "0|1",
     "totals that hold are live sums of their parts, not plain values"},
    {NULL, NULL, NULL},
};

const thresh_writer_class thr_writer_xlsx = {
    .name = "xlsx",
    .suffix = ".xlsx",
    .summary = "Excel workbook: the table as published, tidy data, notes",
    .flags = THRESH_CAN_LONG | THRESH_CAN_WIDE | THRESH_LONG_FIRST
             | THRESH_WANT_WHOLE | THRESH_WANT_PATH | THRESH_TABULAR,
    .options = xlsx_options,
    .state_size = sizeof(xlsx_state),
    .open = open_book,
    .begin = begin_table,
    .row = write_row,
    .end = end_table,
    .close = close_book,
};
