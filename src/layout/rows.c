/* Data records to rows. See rows.h. */
#include "layout/rows.h"

#include "base/error.h"
#include "base/str.h"
#include "grid/mark.h"

thresh_result
thr_rows_start(thr_rows *rows, thresh_table *table, size_t nstub,
               thr_number_style style, thr_meanings *meanings,
               thresh_error *err) {
    thr_buf marks = rows->marks;
    *rows = (thr_rows){.table = table,
                       .nstub = nstub,
                       .style = style,
                       .meanings = meanings,
                       .marks = marks};
    rows->keys = thr_arena_array(&table->arena, nstub, sizeof *rows->keys);
    rows->cells = thr_arena_array(&table->arena, table->ncolumns,
                                  sizeof *rows->cells);
    if (rows->keys == NULL || rows->cells == NULL)
        return thr_arena_failure(&table->arena, 0, err);
    return THRESH_OK;
}

void
thr_rows_free(thr_rows *rows) {
    thr_buf_free(&rows->marks);
}

/* Take blanks and dots off the start of a label, and count them: they show
 * how deep it stands (".. Denmark"). Dots before a number are its own. */
static uint32_t
cut_indent(thresh_str *label) {
    uint32_t indent = 0;
    size_t dots = 0, blank;
    while ((blank = thr_blank_at_start(*label)) > 0) {
        *label = thr_str_from(*label, blank);
        indent++;
    }
    while (dots < label->len && label->ptr[dots] == '.')
        dots++;
    thresh_str rest = thr_str_trim(thr_str_from(*label, dots));
    if (dots == 0 || rest.len == 0 || thr_value_is_figure(*label))
        return indent;
    *label = rest;
    return indent + (uint32_t)dots;
}

static void
read_key(thr_rows *rows, const thr_record *record, size_t field) {
    thresh_category *key = &rows->keys[field - 1];
    thresh_str label = {NULL, 0};
    if (field <= record->ncells)
        label = record->cells[field - 1].text;
    uint32_t indent = cut_indent(&label);
    *key = (thresh_category){.label = thr_str_trim(label),
                             .parent = THRESH_NONE,
                             .level = -1,
                             .indent = indent,
                             .place = thr_record_place(record, field)};
    size_t before = rows->marks.len;
    if (thr_mark_cut_end(&key->label, &rows->marks))
        key->marks = (thresh_str){rows->marks.ptr + before,
                                  rows->marks.len - before};
}

/* Say why a cell of digits is kept as text: it would be a number in another
 * style, or with fewer digits. */
static void
warn_text(const thr_report *report, const thresh_cell *cell) {
    if (cell->kind != THRESH_TEXT)
        return;
    for (size_t i = 0; i < cell->text.len; i++)
        if (strchr("0123456789., -", cell->text.ptr[i]) == NULL)
            return;
    thr_report_warning(report, &cell->place,
                       "\"%.*s\" does not fit the style of the other numbers, "
                       "or has more than 18 digits; it is kept as text",
                       THR_STR(cell->text));
}

/* Warn of cells beyond the columns; returns how many there are. */
static size_t
reject_others(const thr_rows *rows, const thr_record *record, size_t taken,
              const thr_report *report) {
    size_t rejected = record->filled - taken;
    if (rejected == 0)
        return 0;
    size_t column = 0;
    for (size_t field = rows->nstub + 1; field <= record->ncells; field++) {
        if (column < rows->table->ncolumns
            && rows->table->columns[column].field == field) {
            column++;
            continue;
        }
        thresh_str cell = thr_record_cell(record, field);
        if (cell.len == 0)
            continue;
        thresh_place place = thr_record_place(record, field);
        thr_report_warning(report, &place,
                           "\"%.*s\" stands under no heading and is left "
                           "out; check the number of cells on this line",
                           THR_STR(cell));
    }
    return rejected;
}

thresh_result
thr_rows_read(thr_rows *rows, const thr_record *record, thr_report *report,
              thresh_row *row, thresh_error *err) {
    /* Marks are no longer than the text that they are cut from, with one
     * separator for each. */
    thr_buf_clear(&rows->marks);
    thr_buf_fill(&rows->marks, ' ', 2 * record->text.len + 1);
    if (rows->marks.failed)
        return thr_fail_memory(err);
    rows->marks.len = 0;
    size_t labels = 0, observations = 0;
    for (size_t field = 1; field <= rows->nstub; field++) {
        read_key(rows, record, field);
        labels += thr_record_cell(record, field).len > 0;
    }
    for (size_t i = 0; i < rows->table->ncolumns; i++) {
        size_t field = rows->table->columns[i].field;
        thresh_cell *cell = &rows->cells[i];
        thr_value_read(thr_record_cell(record, field), &rows->style,
                       &rows->meanings->symbols, &rows->marks, cell);
        cell->place = thr_record_place(record, field);
        observations += cell->kind != THRESH_BLANK;
        warn_text(report, cell);
        if (rows->table->streamed)
            thr_meanings_cell(rows->meanings, cell, &rows->style, report);
    }
    thr_report_values(
        report, observations,
        reject_others(rows, record, labels + observations, report));
    *row = (thresh_row){.keys = rows->keys,
                        .cells = rows->cells,
                        .ncells = rows->table->ncolumns,
                        .index = rows->count++,
                        .line = record->line,
                        .record = record->number};
    return THRESH_OK;
}
