/* What a reader yields, written down. See events.h. */
#include "events.h"

#include "base/str.h"
#include "base/utf8.h"

/* ## Pieces */

void
fuzz_put_number(thr_buf *out, const char *what, uint64_t number) {
    thr_buf_char(out, ' ');
    thr_buf_text(out, what);
    thr_buf_char(out, '=');
    thr_buf_uint(out, number);
}

static void
put_text(thr_buf *out, const char *what, thresh_str text) {
    thr_buf_char(out, ' ');
    thr_buf_text(out, what);
    thr_buf_text(out, "=\"");
    for (size_t i = 0; i < text.len; i++)
        thr_buf_char(out, text.ptr[i] == '\n' ? '~' : text.ptr[i]);
    thr_buf_char(out, '"');
}

void
fuzz_put_place(thr_buf *out, thresh_place place) {
    fuzz_put_number(out, "line", place.line);
    fuzz_put_number(out, "record", place.record);
    fuzz_put_number(out, "field", place.field);
    fuzz_put_number(out, "column", place.column);
}

void
fuzz_put_error(thr_buf *out, const thresh_error *err) {
    thr_buf_text(out, thresh_result_name(err->result));
    fuzz_put_number(out, "line", err->line);
    fuzz_put_number(out, "column", err->column);
    fuzz_put_number(out, "field", err->field);
    fuzz_put_number(out, "offset", err->offset);
    put_text(out, "message", thr_str(err->message));
    thr_buf_char(out, '\n');
}

/* ## What is told */

static void
hear_warning(void *ctx, const thresh_error *warning) {
    fuzz_told *told = ctx;
    thr_buf_text(&told->told, "warning ");
    fuzz_put_error(&told->told, warning);
}

static void
hear_line(void *ctx, const thresh_line *line) {
    fuzz_told *told = ctx;
    fuzz_check(line->reason.len > 0, "a line has a role without a reason");
    told->lines++;
}

static void
hear_decision(void *ctx, const thresh_decision *decision) {
    fuzz_told *told = ctx;
    thresh_str what = thr_str(decision->what);
    told->rearranged |= thr_str_equal(what, THR_LIT("columns continued"))
                        || thr_str_equal(what, THR_LIT("side by side"));
    thr_buf_text(&told->told, "decision");
    put_text(&told->told, decision->what, decision->value);
    put_text(&told->told, "reason", decision->reason);
    put_text(&told->told, "hint", decision->hint);
    thr_buf_char(&told->told, '\n');
}

thresh_listener
fuzz_listener(fuzz_told *told, bool lines) {
    *told = (fuzz_told){0};
    return (thresh_listener){.warning = hear_warning,
                             .line = lines ? hear_line : NULL,
                             .decision = hear_decision,
                             .ctx = told};
}

void
fuzz_told_free(fuzz_told *told) {
    thr_buf_free(&told->told);
}

/* ## Tables */

static void
put_dimensions(thr_buf *out, const thresh_table *table) {
    const thresh_dimension *dimensions;
    size_t count = thresh_table_dimensions(table, &dimensions);
    for (size_t i = 0; i < count; i++) {
        thr_buf_text(out, "dimension");
        put_text(out, "name", dimensions[i].name);
        put_text(out, "label", dimensions[i].label);
        put_text(out, "marks", dimensions[i].marks);
        fuzz_put_number(out, "axis", dimensions[i].axis);
        fuzz_put_place(out, dimensions[i].place);
        thr_buf_char(out, '\n');
    }
}

static void
put_headings(thr_buf *out, const thresh_table *table) {
    const thresh_heading *headings;
    size_t count = thresh_table_headings(table, &headings);
    for (size_t i = 0; i < count; i++) {
        thr_buf_text(out, "heading");
        put_text(out, "label", headings[i].label);
        put_text(out, "marks", headings[i].marks);
        fuzz_put_number(out, "level", headings[i].level);
        fuzz_put_number(out, "first", headings[i].first);
        fuzz_put_number(out, "span", headings[i].span);
        fuzz_put_place(out, headings[i].place);
        thr_buf_char(out, '\n');
    }
}

static void
put_columns(thr_buf *out, const thresh_table *table) {
    const thresh_column *columns;
    size_t count = thresh_table_columns(table, &columns);
    size_t each = thresh_table_axis_dimensions(table, THRESH_COLUMNS);
    for (size_t i = 0; i < count; i++) {
        thr_buf_text(out, "column");
        fuzz_put_number(out, "field", columns[i].field);
        for (size_t key = 0; key < each; key++)
            put_text(out, "key", columns[i].keys[key].label);
        thr_buf_char(out, '\n');
    }
}

void
fuzz_put_table(thr_buf *out, const thresh_table *table) {
    const thresh_caption *caption = thresh_table_caption(table);
    thr_buf_text(out, "table");
    put_text(out, "title", caption->title);
    put_text(out, "number", caption->number);
    put_text(out, "topic", caption->topic);
    put_text(out, "measure", caption->measure);
    put_text(out, "unit", caption->unit);
    put_text(out, "period", caption->period);
    put_text(out, "stubhead", caption->stubhead);
    thr_buf_char(out, '\n');
    put_dimensions(out, table);
    put_headings(out, table);
    put_columns(out, table);
}

static void
check_cell(const thresh_cell *cell) {
    fuzz_check(cell->scale <= 18, "a value has more than 18 decimals");
    fuzz_check(cell->kind <= THRESH_TEXT, "a cell has no kind");
    fuzz_check(cell->kind != THRESH_NUMBER || cell->has_value,
               "a number without a value");
    fuzz_check(cell->kind != THRESH_TEXT || !cell->has_value,
               "a text with a value");
    fuzz_check(cell->kind == THRESH_BLANK || cell->text.len > 0,
               "a cell that is not blank has no text");
    fuzz_check(thr_utf8_valid(cell->text) == cell->text.len,
               "a cell is no UTF-8");
}

static void
put_cell(thr_buf *out, const thresh_cell *cell, bool meaning) {
    check_cell(cell);
    put_text(out, "cell", cell->text);
    if (meaning) {
        char number[THRESH_NUMBER_MAX];
        put_text(out, "marks", cell->marks);
        size_t len = thresh_cell_number(cell, number);
        put_text(out, "number", (thresh_str){number, len});
        fuzz_put_number(out, "kind", cell->kind);
        fuzz_put_number(out, "status", cell->status);
    }
    fuzz_put_place(out, cell->place);
    thr_buf_char(out, '\n');
}

void
fuzz_put_row(thr_buf *out, const thresh_table *table, const thresh_row *row,
             bool meaning) {
    thr_buf_text(out, "row");
    fuzz_put_number(out, "index", row->index);
    fuzz_put_number(out, "line", row->line);
    fuzz_put_number(out, "record", row->record);
    size_t nkeys = thresh_table_axis_dimensions(table, THRESH_ROWS);
    for (size_t i = 0; i < nkeys; i++) {
        put_text(out, "key", row->keys[i].label);
        if (meaning)
            put_text(out, "marks", row->keys[i].marks);
        fuzz_put_place(out, row->keys[i].place);
    }
    thr_buf_char(out, '\n');
    fuzz_check(row->ncells == thresh_table_columns(table, NULL),
               "a row has not a cell for each column");
    for (size_t i = 0; i < row->ncells; i++)
        put_cell(out, &row->cells[i], meaning);
}

void
fuzz_put_notes(thr_buf *out, const thresh_table *table) {
    const thresh_note *notes;
    size_t count = thresh_table_notes(table, &notes);
    for (size_t i = 0; i < count; i++) {
        thr_buf_text(out, "note");
        fuzz_put_number(out, "kind", notes[i].kind);
        put_text(out, "mark", notes[i].mark);
        put_text(out, "text", notes[i].text);
        fuzz_put_place(out, notes[i].place);
        thr_buf_char(out, '\n');
    }
}

void
fuzz_check_tally(const thresh_tally *tally) {
    fuzz_check(tally->cells
                   == tally->observations + tally->labels + tally->captions
                          + tally->notes + tally->furniture + tally->rejected,
               "a cell was lost: the tally does not add up");
}
