/* Data records to rows. See rows.h. */
#include "layout/rows.h"

#include "base/ascii.h"
#include "base/error.h"
#include "base/str.h"
#include "frame/flags.h"
#include "frame/packed.h"
#include "value/symbol.h"
#include "value/value.h"

thresh_result
thr_rows_start(thr_rows *rows, thresh_table *table, const thr_stub *stub,
               thr_number_style style, thr_meanings *meanings,
               thresh_error *err) {
    *rows = (thr_rows){.table = table,
                       .style = style,
                       .meanings = meanings,
                       .marks = rows->marks,
                       .labels = rows->labels};
    THR_TRY(thr_labels_start(&rows->labels, table, stub, err));
    rows->cells = thr_arena_array(&table->arena, table->ncolumns,
                                  sizeof *rows->cells);
    if (rows->cells == NULL)
        return thr_arena_failure(&table->arena, 0, err);
    return THRESH_OK;
}

void
thr_rows_free(thr_rows *rows) {
    thr_buf_free(&rows->marks);
    thr_labels_free(&rows->labels);
}

/* Say why a cell of digits is kept as text: it would be a number in another
 * style, or with fewer digits. Where all cells are texts there is no style. */
static void
warn_text(const thr_rows *rows, const thresh_cell *cell,
          const thr_report *report) {
    if (cell->kind != THRESH_TEXT || rows->texts)
        return;
    bool digits = false;
    for (size_t i = 0; i < cell->text.len; i++) {
        char c = cell->text.ptr[i];
        digits = digits || thr_is_digit(c);
        bool exponent = (c == 'e' || c == 'E') && i + 1 < cell->text.len;
        if (strchr("0123456789., -+()", c) == NULL && !exponent)
            return;
    }
    if (!digits)
        return;
    thr_report_warning(report, &cell->place,
                       "\"%.*s\" does not fit the style of the other numbers, "
                       "or has more than 18 digits; it is kept as text",
                       THR_STR(cell->text));
}

/* Warn of a label that has not as many keys as its heading. */
static void
warn_parts(const thr_rows *rows, const thr_record *record,
           const thr_report *report) {
    const thr_stub *stub = &rows->labels.stub;
    thresh_str label = thr_record_cell(record, 1);
    if (stub->parts == 0 || label.len == 0
        || thr_packed_count(label, stub->separator) == stub->parts)
        return;
    thresh_place place = thr_record_place(record, 1);
    thr_report_warning(report, &place,
                       "\"%.*s\" has not the %zu parts that the heading above "
                       "it names; check to which of them its parts belong",
                       THR_STR(label), stub->parts);
}

/* Keep account of rows with fewer cells than there are columns: blanks at the
 * end are often left out, but a delimiter may also be missing. */
static void
count_short(thr_rows *rows, const thr_record *record) {
    size_t columns = rows->table->ncolumns;
    if (rows->beside || columns < 2 || record->ncells == 0
        || record->ncells + rows->margin
               >= rows->table->columns[columns - 1].field
        || record->filled <= rows->labels.stub.fields)
        return;
    if (rows->nshort++ == 0)
        rows->first = thr_record_place(record, record->ncells);
}

/* One number in parentheses, among others without, may as well be printed so
 * for another reason. */
static void
warn_bracket(const thr_rows *rows, const thr_report *report) {
    if (rows->style.bracket.line > 0
        && !thr_symbol_brackets(&rows->meanings->symbols))
        thr_report_warning(report, &rows->style.bracket,
                           "this number in parentheses is read as negative, "
                           "and no other shows what they mean; check it");
}

void
thr_rows_end(const thr_rows *rows, const thr_report *report) {
    warn_bracket(rows, report);
    if (rows->nshort == 1)
        thr_report_warning(report, &rows->first,
                           "this row ends before the last column; what it "
                           "lacks is read as blank");
    else if (rows->nshort > 1)
        thr_report_warning(report, &rows->first,
                           "this row and %llu others end before the last "
                           "column; what they lack is read as blank",
                           (unsigned long long)rows->nshort - 1);
}

/* Whether the cell in `field` is a label that was read: where each row has
 * one, wherever it stands, only the first is. */
static bool
is_label(const thr_rows *rows, const thr_record *record, size_t field) {
    const thr_stub *stub = &rows->labels.stub;
    if (!thr_stub_has(stub, field))
        return false;
    for (size_t left = 1; stub->staggered && left < field; left++)
        if (thr_record_cell(record, left).len > 0)
            return false;
    return true;
}

/* The flags of the value in column `column`, which stand at its right in a
 * field that is no column; empty if there are none. */
static thresh_str
flags_of(const thr_rows *rows, const thr_record *record, size_t column) {
    const thresh_table *table = rows->table;
    size_t next = table->columns[column].field + 1;
    if (!rows->flags
        || (column + 1 < table->ncolumns
            && table->columns[column + 1].field == next))
        return (thresh_str){NULL, 0};
    thresh_str cell = thr_record_cell(record, next - rows->margin);
    return thr_flags_is_one(cell) ? cell : (thresh_str){NULL, 0};
}

/* Warn of cells beyond the columns; returns how many there are. */
static size_t
reject_others(const thr_rows *rows, const thr_record *record, size_t taken,
              const thr_report *report) {
    size_t rejected = record->filled - taken;
    if (rejected == 0)
        return 0;
    size_t column = 0;
    for (size_t field = 1; field <= record->ncells; field++) {
        if (is_label(rows, record, field))
            continue;
        if (column < rows->table->ncolumns
            && rows->table->columns[column].field == field + rows->margin) {
            field += flags_of(rows, record, column++).len > 0;
            continue;
        }
        thresh_str cell = thr_record_cell(record, field);
        if (cell.len == 0)
            continue;
        thresh_place place = thr_record_place(record, field);
        thr_report_warning(
            report, &place,
            thr_stub_has(&rows->labels.stub, field)
                ? "\"%.*s\" is a second label, where other "
                  "rows have one, and is left out; say how many "
                  "columns are labels"
                : "\"%.*s\" stands under no heading and is "
                  "left out; check the number of cells on this "
                  "line",
            THR_STR(cell));
    }
    return rejected;
}

bool
thr_rows_value(thr_rows *rows, size_t column, thresh_str text,
               thresh_place place, const thr_report *report) {
    thresh_cell *cell = &rows->cells[column];
    thr_value_read(text, &rows->style, &rows->meanings->symbols, &rows->marks,
                   cell);
    cell->place = place;
    warn_text(rows, cell, report);
    if (rows->table->streamed)
        thr_meanings_cell(rows->meanings, cell, &rows->style, report);
    return cell->kind != THRESH_BLANK;
}

/* Read the value in column `column` of `record` as if its flags were printed
 * right behind it; flags that nothing explains are marks. Adds what was used
 * to `*taken`; whether it is an observation. */
static bool
read_flagged(thr_rows *rows, const thr_record *record, size_t column,
             size_t *taken, const thr_report *report) {
    size_t field = rows->table->columns[column].field - rows->margin;
    thresh_place place = thr_record_place(record, field);
    thresh_str text = thr_record_cell(record, field), printed = text;
    thresh_str flags = flags_of(rows, record, column);
    thr_buf *joined = &rows->marks;
    size_t start = joined->len;
    *taken += (text.len > 0 ? 1U : 0U) + (flags.len > 0 ? 1U : 0U);
    if (flags.len > 0) {
        thr_buf_str(joined, text);
        thr_buf_str(joined, flags);
        printed = thr_str_from(thr_buf_view(joined), start);
    }
    bool filled = thr_rows_value(rows, column, printed, place, report);
    thresh_cell *cell = &rows->cells[column];
    if (flags.len == 0 || text.len == 0 || cell->kind != THRESH_TEXT)
        return filled;
    filled = thr_rows_value(rows, column, text, place, report);
    if (cell->marks.len == 0)
        cell->marks = flags;
    return filled;
}

/* Where the value is missing, a column at its right may hold the symbol that
 * says why: "x" under "Status". It is read as the value then, and no label of
 * the row; whether there is one. */
static bool
read_missing(thr_rows *rows, const thr_record *record,
             const thr_report *report) {
    const thr_stub *stub = &rows->labels.stub;
    thr_meaning meaning;
    if (stub->value == 0 || rows->cells[0].kind != THRESH_BLANK)
        return false;
    for (size_t field = stub->value + 1; field <= stub->fields; field++) {
        thresh_str cell = thr_record_cell(record, field);
        if (cell.len == 0
            || !thr_symbol_alone(&rows->meanings->symbols, cell, &meaning))
            continue;
        rows->labels.keys[field - 2].label.len = 0; /* the value has none */
        return thr_rows_value(rows, 0, cell, thr_record_place(record, field),
                              report);
    }
    return false;
}

thresh_result
thr_rows_read(thr_rows *rows, const thr_record *record, thresh_str after,
              thr_report *report, thresh_row *row, thresh_error *err) {
    /* Marks are no longer than the text that they are cut from, with one
     * separator for each; values with their flags are as long at most. */
    size_t most = record->text.len + after.len
                  + thr_labels_room(&rows->labels);
    thr_buf_clear(&rows->marks);
    thr_buf_fill(&rows->marks, ' ', (rows->flags ? 3 : 2) * most + 1);
    if (rows->marks.failed)
        return thr_fail_memory(err);
    rows->marks.len = 0;
    size_t taken, observations = 0;
    THR_TRY(thr_labels_read(&rows->labels, record, after, &rows->marks, &taken,
                            err));
    warn_parts(rows, record, report);
    count_short(rows, record);
    for (size_t i = 0; i < rows->table->ncolumns; i++)
        observations += read_flagged(rows, record, i, &taken, report);
    size_t rejected = reject_others(rows, record, taken, report);
    observations += read_missing(rows, record, report);
    thr_report_values(report, observations, rejected);
    *row = (thresh_row){.keys = rows->labels.keys,
                        .cells = rows->cells,
                        .ncells = rows->table->ncolumns,
                        .index = rows->count++,
                        .line = record->line,
                        .record = record->number};
    return THRESH_OK;
}
