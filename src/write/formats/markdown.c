/* GitHub Flavored Markdown. Wide, a table as it was published:
 *
 *     **11. Immigration, by citizenship and region. 2007**
 *
 *     | Citizenship | Total | To region: Oslo and Akershus |
 *     | ----------- | ----: | ---------------------------: |
 *     | Denmark     | 1 464 |                          483 |
 *     | Serbia[^1]  |   502 |                          169 |
 *
 *     [^1]: 1st November 2006 ...
 *
 * Long, the same records as CSV. The columns are as wide as their widest cell,
 * so that a table is gone through twice: measured when it begins, then written
 * row by row. */
#include "thresh/writer.h"

#include "base/ascii.h"
#include "base/error.h"
#include "base/str.h"
#include "model/playback.h"
#include "write/headings.h"
#include "write/markdown_grid.h"
#include "write/markdown_notes.h"
#include "write/markdown_sums.h"
#include "write/markdown_text.h"
#include "write/records.h"

typedef struct markdown_state {
    thr_buf out;
    thr_markdown_grid grid;
    thr_markdown_notes notes;
    thr_records records; /* long shape only */
    bool wide;
    size_t heading; /* level of the title; 0 = bold */
    size_t tables;  /* begun so far */
} markdown_state;

static thresh_result
flush(thresh_writer *writer, markdown_state *state, thresh_error *err) {
    if (state->out.failed)
        return thr_fail_memory(err);
    thresh_result result = thresh_writer_put(writer, state->out.ptr,
                                             state->out.len, err);
    thr_buf_clear(&state->out);
    return result;
}

/* ## Around the table */

/* Whether the title tells the number of the table: "Table 11. Immigration".
 * The "11" of "1911" is another. */
static bool
tells_number(thresh_str title, thresh_str number) {
    size_t at = thr_str_find(title, number);
    if (at == THRESH_NONE)
        return false;
    char before = at > 0 ? title.ptr[at - 1] : ' ';
    char after = at + number.len < title.len ? title.ptr[at + number.len]
                                             : ' ';
    return !thr_is_digit(before) && !thr_is_digit(after);
}

static void
put_title_text(thr_buf *out, const thresh_caption *caption) {
    if (caption->number.len > 0
        && !tells_number(caption->title, caption->number)) {
        thr_markdown_add(out, caption->number);
        thr_buf_text(out, caption->title.len > 0 ? ". " : "");
    }
    thr_markdown_add(out, caption->title);
}

static void
put_caption(markdown_state *state, const thresh_caption *caption) {
    thr_buf *out = &state->out;
    if (caption->title.len + caption->number.len > 0) {
        thr_buf_fill(out, '#', state->heading);
        thr_buf_text(out, state->heading > 0 ? " " : "**");
        put_title_text(out, caption);
        thr_buf_text(out, state->heading > 0 ? "\n\n" : "**\n\n");
    }
    if (caption->unit.len > 0
        && thr_str_find_nocase(caption->title, caption->unit) == THRESH_NONE) {
        thr_markdown_add_line(out, caption->unit);
        thr_buf_text(out, "\n\n");
    }
}

/* Lines are handed on when they are many. */
static thresh_result
flush_if_full(thresh_writer *writer, markdown_state *state,
              thresh_error *err) {
    enum { FULL = 64 * 1024 };
    return state->out.failed || state->out.len >= FULL
               ? flush(writer, state, err)
               : THRESH_OK;
}

/* ## Wide: the table as published */

static void
put_path(markdown_state *state, const thresh_heading *leaf) {
    thr_buf *text = &state->grid.text;
    size_t count = thr_headings_over(leaf);
    const char *between = "";
    for (size_t i = 0; i < count; i++) {
        const thresh_heading *heading = thr_heading_at(leaf, count, i);
        if (heading->label.len == 0 && heading->marks.len == 0)
            continue;
        thr_buf_text(text, between);
        thr_markdown_add(text, heading->label);
        thr_markdown_notes_refer(&state->notes, heading->marks,
                                 heading->label.len > 0, text);
        between = ": ";
    }
}

static size_t
columns_of_wide(const thresh_table *table) {
    return thresh_table_axis_dimensions(table, THRESH_ROWS)
           + thresh_table_columns(table, NULL);
}

static void
put_heads_wide(markdown_state *state, const thresh_table *table) {
    const thresh_dimension *dimensions;
    const thresh_column *columns;
    (void)thresh_table_dimensions(table, &dimensions);
    size_t nkeys = thresh_table_axis_dimensions(table, THRESH_ROWS);
    size_t ncolumns = thresh_table_columns(table, &columns);
    for (size_t i = 0; i < nkeys; i++) {
        thr_markdown_add(&state->grid.text, dimensions[i].label);
        thr_markdown_grid_cell(&state->grid);
    }
    for (size_t i = 0; i < ncolumns; i++) {
        state->grid.columns[nkeys + i].right = true;
        put_path(state, columns[i].leaf);
        thr_markdown_grid_cell(&state->grid);
    }
}

/* One cell: its text, bold in the row of a total, and its marks. */
static void
put_cell(markdown_state *state, thresh_str text, thresh_str marks, bool bold) {
    thr_buf *out = &state->grid.text;
    bold = bold && text.len > 0;
    thr_buf_text(out, bold ? "**" : "");
    thr_markdown_add(out, text);
    thr_buf_text(out, bold ? "**" : "");
    thr_markdown_notes_refer(&state->notes, marks, text.len > 0, out);
    thr_markdown_grid_cell(&state->grid);
}

static void
put_row(markdown_state *state, const thresh_table *table,
        const thresh_row *row) {
    size_t nkeys = thresh_table_axis_dimensions(table, THRESH_ROWS);
    bool total = false;
    for (size_t i = 0; i < nkeys; i++)
        total = total || row->keys[i].is_total == THRESH_YES;
    for (size_t i = 0; i < nkeys; i++) {
        const thresh_category *key = &row->keys[i];
        for (int32_t level = 0; level < key->level; level++)
            thr_buf_text(&state->grid.text, "&emsp;");
        put_cell(state, key->label, key->marks, total);
    }
    for (size_t i = 0; i < row->ncells; i++)
        put_cell(state, row->cells[i].text, row->cells[i].marks, total);
}

/* ## Long: records */

static void
put_heads_long(markdown_state *state) {
    const thr_records *records = &state->records;
    for (size_t i = 0; i < records->nfields; i++) {
        const thr_field *field = &records->fields[i];
        state->grid.columns[i].right = field->type == THR_TYPE_INTEGER
                                       || field->type == THR_TYPE_NUMBER;
        put_cell(state, field->name, (thresh_str){NULL, 0}, false);
    }
}

static thresh_result
put_record(markdown_state *state, const thresh_row *row, size_t record,
           thresh_error *err) {
    thr_records *records = &state->records;
    for (size_t i = 0; i < records->nfields; i++) {
        thr_datum datum;
        THR_TRY(thr_records_datum(records, row, record, i, &datum, err));
        if (records->fields[i].kind == THR_FIELD_NOTES)
            put_cell(state, (thresh_str){NULL, 0}, datum.text, false);
        else
            put_cell(state, datum.text, (thresh_str){NULL, 0}, false);
    }
    return THRESH_OK;
}

static thresh_result
put_records(markdown_state *state, const thresh_row *row, thresh_error *err) {
    size_t count = thr_records_of_row(&state->records, row);
    for (size_t i = 0; i < count; i++)
        if (thr_records_has(&state->records, row, i))
            THR_TRY(put_record(state, row, i, err));
    return THRESH_OK;
}

/* ## Both shapes */

static void
put_heads(markdown_state *state, const thresh_table *table) {
    if (state->wide)
        put_heads_wide(state, table);
    else
        put_heads_long(state);
}

static thresh_result
put_any(markdown_state *state, const thresh_table *table,
        const thresh_row *row, thresh_error *err) {
    if (state->wide)
        put_row(state, table, row);
    else
        THR_TRY(put_records(state, row, err));
    return state->grid.text.failed ? thr_fail_memory(err) : THRESH_OK;
}

/* Go through the whole table, and see how wide its columns are. */
static thresh_result
measure(markdown_state *state, const thresh_table *table, thresh_error *err) {
    thr_playback play;
    const thresh_row *row;
    if (!thr_playback_start(&play, table))
        return thr_fail_memory(err);
    (void)thr_playback_table(&play, &table);
    put_heads(state, table);
    thresh_result result = thr_playback_row(&play, &row, err);
    while (result == THRESH_OK) {
        result = put_any(state, table, row, err);
        if (result == THRESH_OK)
            result = thr_playback_row(&play, &row, err);
    }
    thr_playback_end(&play);
    return result == THRESH_END ? THRESH_OK : result;
}

static thresh_result
start_grid(thresh_writer *writer, markdown_state *state,
           const thresh_table *table, thresh_error *err) {
    if (!state->wide) {
        thr_records_free(&state->records);
        THR_TRY(thr_records_open(&state->records, writer, table, state->tables,
                                 err));
    }
    size_t ncolumns = state->wide ? columns_of_wide(table)
                                  : state->records.nfields;
    if (!thr_markdown_grid_start(&state->grid, ncolumns))
        return thr_fail_memory(err);
    THR_TRY(measure(state, table, err));
    thr_markdown_grid_write(&state->grid, &state->out);
    put_heads(state, table);
    return THRESH_OK;
}

/* ## The hooks */

static thresh_result
markdown_open(thresh_writer *writer, thresh_error *err) {
    markdown_state *state = thresh_writer_state(writer);
    (void)err;
    state->wide = thresh_writer_shape(writer) == THRESH_SHAPE_WIDE;
    state->heading = (size_t)(thresh_writer_option(writer, "heading")[0]
                              - '0');
    state->notes.plain = thr_str_equal(
        thr_str(thresh_writer_option(writer, "footnotes")), THR_LIT("plain"));
    return THRESH_OK;
}

static thresh_result
markdown_begin(thresh_writer *writer, const thresh_table *table,
               thresh_error *err) {
    markdown_state *state = thresh_writer_state(writer);
    bool several = thresh_writer_options(writer)->tables > 1;
    state->tables++;
    state->notes.prefix = several || state->tables > 1 ? state->tables : 0;
    if (!thr_markdown_notes_start(&state->notes, table))
        return thr_fail_memory(err);
    if (state->tables > 1)
        thr_buf_char(&state->out, '\n');
    put_caption(state, thresh_table_caption(table));
    return start_grid(writer, state, table, err);
}

static thresh_result
markdown_row(thresh_writer *writer, const thresh_table *table,
             const thresh_row *row, thresh_error *err) {
    markdown_state *state = thresh_writer_state(writer);
    THR_TRY(put_any(state, table, row, err));
    return flush_if_full(writer, state, err);
}

static thresh_result
markdown_end(thresh_writer *writer, const thresh_table *table,
             thresh_error *err) {
    markdown_state *state = thresh_writer_state(writer);
    thr_markdown_sums_write(table, &state->out);
    thr_markdown_notes_write(&state->notes, &state->out);
    return flush(writer, state, err);
}

static thresh_result
markdown_close(thresh_writer *writer, bool finish, thresh_error *err) {
    markdown_state *state = thresh_writer_state(writer);
    thresh_str source = thr_str(thresh_writer_options(writer)->source_name);
    thresh_result result = THRESH_OK;
    if (finish && source.len > 0) {
        thr_buf_text(&state->out, state->tables > 0 ? "\n" : "");
        thr_buf_text(&state->out, "Read from ");
        thr_markdown_add(&state->out, source);
        thr_buf_char(&state->out, '\n');
        result = flush(writer, state, err);
    }
    thr_records_free(&state->records);
    thr_markdown_grid_free(&state->grid);
    thr_markdown_notes_free(&state->notes);
    thr_buf_free(&state->out);
    return result;
}

static const thresh_option markdown_options[] = {
    {"heading", "0|1|2|3|4|5|6", "level of the title; 0 prints it bold"},
    {"footnotes", "footnote|plain",
     "notes as footnotes, or as a list below the table"},
    {NULL, NULL, NULL},
};

const thresh_writer_class thr_writer_markdown = {
    .name = "markdown",
    .suffix = ".md",
    .summary = "a table in GitHub Flavored Markdown, aligned, with footnotes",
    .flags = THRESH_CAN_WIDE | THRESH_CAN_LONG | THRESH_TABULAR
             | THRESH_WANT_WHOLE,
    .options = markdown_options,
    .state_size = sizeof(markdown_state),
    .open = markdown_open,
    .begin = markdown_begin,
    .row = markdown_row,
    .end = markdown_end,
    .close = markdown_close,
};
