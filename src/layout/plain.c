/* Rows that can be read by themselves. See plain.h. */
#include "layout/plain.h"

#include <string.h>

#include "base/ascii.h"
#include "base/error.h"
#include "base/str.h"
#include "grid/plain_number.h"
#include "layout/wrap.h"

/* ## Whether a table can have such rows */

/* Find the columns in which a number tells a row from the first line of the
 * header; whether there are any. */
static bool
find_telling(bool *tells, const thr_body *body) {
    bool any = false;
    for (size_t i = 0; i < body->table->ncolumns; i++) {
        size_t field = body->table->columns[i].field;
        thresh_str cell = {NULL, 0};
        if (body->nheader > 0)
            cell = thr_record_cell(&body->header[0], field);
        tells[i] = cell.len == 0 || thr_is_letter(cell.ptr[0]);
        any |= tells[i];
    }
    return any;
}

/* Whether the columns are the cells behind the label, each of them. */
static bool
are_all_cells(const thresh_table *table) {
    for (size_t i = 0; i < table->ncolumns; i++)
        if (table->columns[i].field != i + 2)
            return false;
    return table->ncolumns > 0;
}

/* Whether each row has one label in the first field, and no other line says
 * anything of it: blanks mean something only where there are more fields. */
static bool
is_alone(const thr_stub *stub) {
    return stub->fields == 1 && stub->parts == 0 && !stub->cut_ins;
}

/* What a separator is that ends a cell, unless there are quotes around it. */
static void
set_separator(char separators[2], char separator, char delimiter) {
    separators[0] = separator == delimiter ? '\0' : separator;
    separators[1] = separator;
}

thresh_result
thr_plain_start(thr_plain *plain, thr_grid *grid, thr_rows *rows,
                const thr_body *body, thresh_table *table, thr_report *report,
                thresh_error *err) {
    const thresh_listener *listener = report->listener;
    const thr_dialect *dialect;
    *plain = (thr_plain){
        .grid = grid, .rows = rows, .report = report, .label = plain->label};
    THR_TRY(thr_grid_dialect(grid, &dialect, err));
    plain->delimiter = dialect->delimiter;
    plain->quoted = dialect->quoted;
    set_separator(plain->group, rows->style.group, dialect->delimiter);
    set_separator(plain->decimal, rows->style.decimal, dialect->delimiter);
    plain->tells = thr_arena_array(&table->arena, table->ncolumns,
                                   sizeof *plain->tells);
    plain->others = thr_arena_array(&table->arena, table->ncolumns,
                                    sizeof *plain->others);
    if (plain->tells == NULL || plain->others == NULL)
        return thr_arena_failure(&table->arena, 0, err);
    plain->possible = find_telling(plain->tells, body) && are_all_cells(table)
                      && plain->delimiter != '\0' && plain->delimiter != ' '
                      && is_alone(&rows->labels.stub) && !rows->beside
                      && rows->margin == 0
                      && (listener == NULL || listener->line == NULL);
    return THRESH_OK;
}

/* A line whose label is cut off. */
typedef struct cut_row {
    thr_line line;
    thresh_str label;
    thresh_place place; /* of the label */
    bool bare;
} cut_row;

void
thr_plain_free(thr_plain *plain) {
    thr_buf_free(&plain->label);
}

/* ## Labels */

/* Whether `text` is letters, digits, blanks and commas. */
static bool
are_words(thresh_str text) {
    enum { WORD = 8 };
    const char *at = text.ptr;
    size_t left = text.len;
    for (; left >= WORD; at += WORD, left -= WORD)
        if (!thr_eight_are_words(thr_eight_load(at), ','))
            return false;
    uint64_t last = thr_eight_first(thr_eight_load(at), left, ' ');
    return thr_eight_are_words(last, ',');
}

/* Whether nothing is to be taken off a label: it holds but words, from a
 * letter to a letter or digit, and the last does not tell of a further page:
 * "Continued", "Denmark, fortsatt". */
static bool
is_bare(thresh_str label) {
    char first = label.ptr[0], last = label.ptr[label.len - 1];
    if (!thr_is_letter(first) || last == ' ' || last == ','
        || !are_words(label))
        return false;
    size_t at = label.len;
    while (at > 0 && label.ptr[at - 1] != ' ')
        at--;
    return strchr("CcFf", label.ptr[at]) == NULL
           || (at > 0 && memchr(label.ptr, ',', at) == NULL);
}

/* Bytes of `text` that are no code points of their own. */
static uint32_t
beyond(thresh_str text) {
    uint32_t count = 0;
    for (size_t i = 0; i < text.len; i++)
        count += ((unsigned char)text.ptr[i] & 0xC0) == 0x80;
    return count;
}

static void
read_label(thr_plain *plain, const cut_row *row) {
    thr_labels *labels = &plain->rows->labels;
    if (row->bare)
        labels->keys[0] = (thresh_category){.label = row->label,
                                            .parent = THRESH_NONE,
                                            .level = -1,
                                            .place = row->place};
    else
        thr_labels_key(labels, row->label, row->place, &plain->rows->marks);
}

/* ## Values */

static inline void
set_cell(thresh_cell *cell, const char *from, const char *to, bool number) {
    cell->text = (thresh_str){from, (size_t)(to - from)};
    cell->marks = (thresh_str){NULL, 0};
    cell->status = 0;
    cell->kind = number ? THRESH_NUMBER : THRESH_BLANK;
    cell->has_value = number;
}

/* A symbol reads the same in each row. */
static bool
read_symbol(const thr_plain *plain, thresh_cell *cell) {
    if (cell->text.len != 1 || plain->symbol == '\0'
        || cell->text.ptr[0] != plain->symbol)
        return false;
    thresh_str text = cell->text;
    thresh_place place = cell->place;
    *cell = plain->of_symbol;
    cell->text = text;
    cell->place = place;
    return true;
}

/* What is no plain number, read as in every other line: whether it is an
 * observation. */
static bool
read_other(thr_plain *plain, size_t column) {
    thresh_cell *cell = &plain->rows->cells[column];
    if (read_symbol(plain, cell))
        return true;
    bool filled = thr_rows_value(plain->rows, column, cell->text, cell->place,
                                 plain->report);
    if (cell->kind == THRESH_SYMBOL && cell->text.len == 1) {
        plain->symbol = cell->text.ptr[0];
        plain->of_symbol = *cell;
    }
    return filled;
}

/* ## Rows */

/* Take the quotes off a cell that starts with one at `from`, and has no other
 * but the one that closes it: that is at `*to`. */
static bool
cut_quotes(const thr_plain *plain, const char *from, const char *end,
           const char **to) {
    *to = memchr(from + 1, '"', (size_t)(end - from - 1));
    return *to != NULL && (*to + 1 == end || (*to)[1] == plain->delimiter);
}

/* Find where a cell without quotes ends. False if a quote stands in it. */
static bool
cut_bare(const thr_plain *plain, const char *from, const char *end,
         const char **to) {
    *to = memchr(from, plain->delimiter, (size_t)(end - from));
    if (*to == NULL)
        *to = end;
    return !plain->quoted || memchr(from, '"', (size_t)(*to - from)) == NULL;
}

/* Whether a cell that starts at `from` ends at `to`. */
static inline bool
ends(const thr_plain *plain, const char *to, const char *end) {
    return to == end || *to == plain->delimiter;
}

/* Cut one cell, whatever it holds: see cut_cell(). */
static bool
cut_any(const thr_plain *plain, const char **at, const char *end,
        thresh_cell *cell) {
    const char *from = *at, *to = NULL;
    bool quotes = plain->quoted && from < end && *from == '"';
    if (quotes && !cut_quotes(plain, from, end, &to))
        return false;
    from += quotes;
    const char *read = thr_plain_number(from, quotes ? to : end,
                                        plain->group[quotes],
                                        plain->decimal[quotes], cell);
    bool number = read != NULL
                  && (quotes ? read == to : ends(plain, read, end));
    if (number)
        to = read;
    else if (!quotes && !cut_bare(plain, from, end, &to))
        return false;
    set_cell(cell, from, to, number);
    *at = to + quotes;
    return true;
}

/* Cut one cell, and read it if it is a number; what is none gets the kind
 * BLANK. `*at` goes on behind it. False if its quotes are to be looked at. */
static inline bool
cut_cell(const thr_plain *plain, const char **at, const char *end,
         thresh_cell *cell) {
    const char *from = *at;
    bool quotes = plain->quoted && *from == '"';
    from += quotes;
    const char *to = thr_plain_short(from, end,
                                     quotes ? '"' : plain->delimiter,
                                     plain->group[quotes], cell);
    if (to == NULL || (quotes && (to == end || !ends(plain, to + 1, end))))
        return cut_any(plain, at, end, cell);
    set_cell(cell, from, to, true);
    *at = to + quotes;
    return true;
}

/* Cut the line behind its label into cells. False if there are too few or too
 * many, or no number tells that it is a row. */
static bool
cut_cells(thr_plain *plain, const thr_line *line, const char *at,
          thresh_place place) {
    const char *end = line->text.ptr + line->text.len;
    thresh_cell *cells = plain->rows->cells;
    const size_t count = plain->rows->table->ncolumns;
    const bool *telling = plain->tells;
    bool tells = false;
    size_t others = 0;
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && at++ == end)
            return false;
        thresh_cell *cell = &cells[i];
        const char *from = at;
        if (!cut_cell(plain, &at, end, cell))
            return false;
        place.field++;
        cell->place = place;
        place.column += 1 + (uint32_t)(at - from);
        if (cell->kind == THRESH_NUMBER) {
            tells |= telling[i];
        } else {
            plain->others[others++] = i;
            place.column -= beyond((thresh_str){from, (size_t)(at - from)});
        }
    }
    plain->nothers = others;
    return at == end && tells;
}

/* Cut off a label in quotes that starts behind `from`, and holds others, each
 * printed twice. `*to` is at the quote that closes it. */
static bool
cut_doubled(thr_plain *plain, const char *from, const char *end,
            thresh_str *label, const char **to) {
    thr_buf *text = &plain->label;
    thr_buf_clear(text);
    for (from++; (*to = memchr(from, '"', (size_t)(end - from))) != NULL
                 && *to + 1 < end && (*to)[1] == '"';
         from = *to + 2)
        thr_buf_add(text, from, (size_t)(*to - from) + 1);
    if (*to == NULL || !ends(plain, *to + 1, end))
        return false;
    thr_buf_add(text, from, (size_t)(*to - from));
    thr_buf_fill(text, ' ', THR_LINES_BEYOND);
    *label = (thresh_str){text->ptr, text->len - THR_LINES_BEYOND};
    return !text->failed;
}

/* Cut the label off a line; `*at` is behind the delimiter that follows. */
static bool
cut_label(thr_plain *plain, thresh_str line, thresh_str *label,
          const char **at) {
    const char *end = line.ptr + line.len, *to;
    bool quotes = plain->quoted && line.ptr[0] == '"';
    if (quotes && !cut_quotes(plain, line.ptr, end, &to)) {
        if (!cut_doubled(plain, line.ptr, end, label, &to))
            return false;
    } else if (quotes || cut_bare(plain, line.ptr, end, &to)) {
        *label = (thresh_str){line.ptr + quotes,
                              (size_t)(to - line.ptr) - quotes};
    } else {
        return false;
    }
    *at = to + quotes + 1;
    return to + quotes < end;
}

/* Whether a line is such a row: then its cells are cut, and its numbers read.
 */
static bool
cut_line(thr_plain *plain, cut_row *row) {
    const char *at;
    thresh_str text = row->line.text;
    if (plain->rows->labels.above.text.len > 0
        || !cut_label(plain, text, &row->label, &at))
        return false;
    thresh_str label = row->label;
    bool blank = label.len == 0
                 || (!thr_is_letter(label.ptr[0])
                     && thr_str_trim(label).len == 0);
    if (blank || thr_wrap_is_open(label))
        return false;
    row->bare = is_bare(label);
    thresh_place place = row->place;
    place.column += (uint32_t)(at - text.ptr);
    if (!row->bare)
        place.column -= beyond(
            (thresh_str){text.ptr, (size_t)(at - text.ptr)});
    return cut_cells(plain, &row->line, at, place);
}

/* Read what is left of a row whose cells are cut. */
static thresh_result
read_row(thr_plain *plain, const cut_row *cut, thresh_row *row,
         thresh_error *err) {
    thr_rows *rows = plain->rows;
    size_t count = rows->table->ncolumns;
    size_t observations = count - plain->nothers;
    thr_buf_clear(&rows->marks);
    if (thr_buf_reserve(&rows->marks, 2 * cut->line.text.len + 1) == NULL)
        return thr_fail_memory(err);
    thr_grid_pass(plain->grid);
    read_label(plain, cut);
    for (size_t i = 0; i < plain->nothers; i++)
        observations += read_other(plain, plain->others[i]);
    thr_report_row(plain->report, observations + 1);
    thr_report_values(plain->report, observations, 0);
    *row = (thresh_row){.keys = rows->labels.keys,
                        .cells = rows->cells,
                        .ncells = count,
                        .index = rows->count++,
                        .line = cut->line.number,
                        .record = cut->place.record};
    return THRESH_OK;
}

thresh_result
thr_plain_next(thr_plain *plain, thresh_row *row, bool *found,
               thresh_error *err) {
    cut_row cut;
    *found = false;
    if (!plain->possible)
        return THRESH_OK;
    THR_TRY(
        thr_grid_peek(plain->grid, &cut.line, &cut.place.record, found, err));
    if (!*found)
        return THRESH_OK;
    cut.place.line = cut.line.number;
    cut.place.field = cut.place.column = 1;
    *found = cut_line(plain, &cut);
    return *found ? read_row(plain, &cut, row, err) : THRESH_OK;
}
