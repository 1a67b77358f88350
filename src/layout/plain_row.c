/* Rows that were cut by themselves, to be lent. See plain_row.h. */
#include "layout/plain_row.h"

#include "base/error.h"

static void
read_label(thr_plain *plain, const thr_plain_row *row) {
    thr_labels *labels = &plain->rows->labels;
    thresh_place place = {.line = row->line.number,
                          .record = row->record,
                          .field = 1,
                          .column = 1};
    if (row->bare)
        labels->keys[0] = (thresh_category){.label = row->label,
                                            .parent = THRESH_NONE,
                                            .level = -1,
                                            .place = place};
    else
        thr_labels_key(labels, row->label, place, &plain->rows->marks);
}

/* A symbol reads the same in each row. */
static bool
read_symbol(const thr_plain *plain, thresh_str text, thresh_place place,
            thresh_cell *cell) {
    if (text.len != 1 || plain->symbol == '\0' || text.ptr[0] != plain->symbol)
        return false;
    *cell = plain->of_symbol;
    cell->text = text;
    cell->place = place;
    return true;
}

/* What is no plain number, read as in every other line: whether it is an
 * observation. */
static bool
read_other(thr_plain *plain, const thr_plain_row *cut, size_t column) {
    const thr_plain_cell *from = &plain->cells[column];
    thresh_cell *cell = &plain->rows->cells[column];
    thresh_place place = {.line = cut->line.number,
                          .record = cut->record,
                          .field = THR_PLAIN_FIELD + (uint32_t)column,
                          .column = from->column};
    if (read_symbol(plain, from->text, place, cell))
        return true;
    bool filled = thr_rows_value(plain->rows, column, from->text, place,
                                 plain->report);
    if (cell->kind == THRESH_SYMBOL && cell->text.len == 1) {
        plain->symbol = cell->text.ptr[0];
        plain->of_symbol = *cell;
    }
    return filled;
}

thresh_result
thr_plain_take(thr_plain *plain, const thr_plain_row *cut, thresh_error *err) {
    thr_rows *rows = plain->rows;
    size_t observations = rows->table->ncolumns - plain->nothers;
    thr_buf_clear(&rows->marks);
    if (thr_buf_reserve(&rows->marks, 2 * cut->line.text.len + 1) == NULL)
        return thr_fail_memory(err);
    thr_plain_pass(plain);
    read_label(plain, cut);
    for (size_t i = 0; i < plain->nothers; i++)
        observations += read_other(plain, cut, plain->others[i]);
    thr_report_row(plain->report, observations + 1);
    thr_report_values(plain->report, observations, 0);
    return THRESH_OK;
}

thresh_result
thr_plain_next(thr_plain *plain, thresh_row *row, bool *found,
               thresh_error *err) {
    thr_plain_row cut;
    THR_TRY(thr_plain_cut(plain, &cut, found, err));
    if (!*found)
        return THRESH_OK;
    THR_TRY(thr_plain_take(plain, &cut, err));
    thr_rows *rows = plain->rows;
    size_t count = rows->table->ncolumns;
    for (size_t i = 0; i < count; i++)
        if (plain->cells[i].is_number)
            thr_plain_number_cell(plain, &cut, i, &rows->cells[i]);
    *row = (thresh_row){.keys = rows->labels.keys,
                        .cells = rows->cells,
                        .ncells = count,
                        .index = rows->count++,
                        .line = cut.line.number,
                        .record = cut.record};
    return THRESH_OK;
}
