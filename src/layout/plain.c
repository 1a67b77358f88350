/* Rows that can be read by themselves. See plain.h. */
#include "layout/plain.h"

#include <string.h>

#include "base/ascii.h"
#include "base/error.h"
#include "base/str.h"
#include "frame/wrap.h"
#include "value/plain_number.h"

/* ## Whether a table can have such rows */

/* Find what the lines of the header have over one column, of `field`. */
static thr_plain_head
find_head(const thr_plain *plain, const thr_body *body, size_t field) {
    thr_plain_head head = {.tells = true, .coef = THR_PLAIN_NONE};
    for (size_t i = 0; i < body->repeat.nheader; i++) {
        thresh_str cell = thr_record_cell(&body->repeat.header[i], field);
        if (cell.len == 0 || thr_is_letter(cell.ptr[0]))
            continue;
        thr_plain_value number = {.coef = THR_PLAIN_NONE};
        const char *end = cell.ptr + cell.len;
        bool read = thr_plain_number(cell.ptr, end, plain->group[1],
                                     plain->decimal[1], &number)
                    == end;
        bool other = head.coef != THR_PLAIN_NONE && head.coef != number.coef;
        head.tells = head.tells && read && !other;
        head.coef = number.coef;
    }
    return head;
}

/* Find the columns in which a number may tell a row from a line of the header;
 * whether there are any. */
static bool
find_heads(thr_plain *plain, const thr_body *body) {
    bool any = false;
    for (size_t i = 0; i < body->table->ncolumns; i++) {
        size_t field = body->table->columns[i].field;
        plain->heads[i] = find_head(plain, body, field);
        any |= plain->heads[i].tells;
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

/* Whether some zero may not be none, as a legend above or the user says. */
static bool
has_zeros(const thr_symbols *symbols) {
    thr_meaning meaning;
    for (size_t i = 0; i < symbols->nlegend; i++)
        if (thr_first(symbols->legend[i].text) == '0')
            return true;
    return thr_symbol_zero(symbols, THR_LIT("0"), &meaning);
}

/* What a separator is that ends a cell, unless there are quotes around it. */
static void
set_separator(char separators[2], char separator, char delimiter) {
    separators[0] = separator == delimiter ? '\0' : separator;
    separators[1] = separator;
}

thresh_result
thr_plain_start(thr_plain *plain, thr_window *window, thr_rows *rows,
                const thr_body *body, thresh_table *table, thr_report *report,
                thresh_error *err) {
    const thresh_listener *listener = report->listener;
    const thr_dialect *dialect;
    *plain = (thr_plain){.window = window,
                         .rows = rows,
                         .report = report,
                         .label = plain->label};
    THR_TRY(thr_grid_dialect(window->grid, &dialect, err));
    plain->delimiter = dialect->delimiter;
    plain->quoted = dialect->quoted;
    set_separator(plain->group, rows->style.group, dialect->delimiter);
    set_separator(plain->decimal, rows->style.decimal, dialect->delimiter);
    plain->told = has_zeros(&rows->meanings->symbols) ? 0 : THR_PLAIN_NONE;
    plain->heads = thr_arena_array(&table->arena, table->ncolumns,
                                   sizeof *plain->heads);
    plain->others = thr_arena_array(&table->arena, table->ncolumns,
                                    sizeof *plain->others);
    plain->cells = thr_arena_array(&table->arena, table->ncolumns,
                                   sizeof *plain->cells);
    if (plain->heads == NULL || plain->others == NULL || plain->cells == NULL)
        return thr_arena_failure(&table->arena, 0, err);
    plain->possible = find_heads(plain, body) && are_all_cells(table)
                      && plain->delimiter != '\0' && plain->delimiter != ' '
                      && is_alone(&rows->labels.stub) && !rows->beside
                      && rows->margin == 0
                      && (listener == NULL || listener->line == NULL);
    return THRESH_OK;
}

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

/* ## Cells */

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
        thr_plain_cell *cell) {
    const char *from = *at, *to = NULL;
    bool quotes = plain->quoted && from < end && *from == '"';
    if (quotes && !cut_quotes(plain, from, end, &to))
        return false;
    from += quotes;
    const char *read = thr_plain_number(from, quotes ? to : end,
                                        plain->group[quotes],
                                        plain->decimal[quotes], &cell->number);
    cell->is_number = read != NULL
                      && (quotes ? read == to : ends(plain, read, end));
    if (cell->is_number)
        to = read;
    else if (!quotes && !cut_bare(plain, from, end, &to))
        return false;
    cell->text = (thresh_str){from, (size_t)(to - from)};
    *at = to + quotes;
    return true;
}

/* Cut one cell, and read it if it is a number. `*at` goes on behind it. False
 * if its quotes are to be looked at. */
static inline bool
cut_cell(const thr_plain *plain, const char **at, const char *end,
         thr_plain_cell *cell) {
    const char *from = *at;
    bool quotes = plain->quoted && *from == '"';
    from += quotes;
    const char *to = thr_plain_short(from, end,
                                     quotes ? '"' : plain->delimiter,
                                     plain->group[quotes], &cell->number);
    if (to == NULL || (quotes && (to == end || !ends(plain, to + 1, end))))
        return cut_any(plain, at, end, cell);
    cell->is_number = true;
    cell->text = (thresh_str){from, (size_t)(to - from)};
    *at = to + quotes;
    return true;
}

/* Cut the line behind its label into cells. False if there are too few or too
 * many, or no number tells that it is a row. */
static bool
cut_cells(thr_plain *plain, const thr_line *line, const char *at,
          uint32_t column) {
    const char *end = line->text.ptr + line->text.len;
    const size_t count = plain->rows->table->ncolumns;
    const thr_plain_head *head = plain->heads;
    thr_plain_cell *cell = plain->cells;
    bool tells = false;
    size_t others = 0;
    for (size_t i = 0; i < count; i++, cell++, head++) {
        if (i > 0 && at++ == end)
            return false;
        const char *from = at;
        if (!cut_cell(plain, &at, end, cell))
            return false;
        cell->column = column;
        column += 1 + (uint32_t)(at - from);
        tells |= cell->is_number & head->tells
                 & (cell->number.coef != head->coef);
        if (cell->is_number && cell->number.coef != plain->told)
            continue;
        cell->is_number = false;
        plain->others[others++] = i;
        column -= beyond((thresh_str){from, (size_t)(at - from)});
    }
    plain->nothers = others;
    return at == end && tells;
}

/* ## Rows */

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
cut_line(thr_plain *plain, thr_plain_row *row) {
    const char *at;
    thresh_str text = row->line.text;
    if (plain->rows->labels.above.text.len > 0
        || !cut_label(plain, text, &row->label, &at))
        return false;
    thresh_str label = row->label;
    bool blank = label.len == 0
                 || (!thr_is_letter(label.ptr[0])
                     && thr_str_trim(label).len == 0);
    if (blank)
        return false;
    row->bare = is_bare(label);
    if (thr_wrap_is_open(row->bare ? label : thr_str_trim(label)))
        return false;
    uint32_t column = 1 + (uint32_t)(at - text.ptr);
    if (!row->bare)
        column -= beyond((thresh_str){text.ptr, (size_t)(at - text.ptr)});
    return cut_cells(plain, &row->line, at, column);
}

/* Whether a record of the window is one line, and shows all of it as it
 * stands.
 */
static bool
is_line(const thr_record *record) {
    thresh_str text = thr_buf_view(&record->text);
    return record->filled > 0 && record->furniture == 0 && !record->top
           && !record->rule && memchr(text.ptr, '\n', text.len) == NULL;
}

/* Look at the next line as it stands. */
static thresh_result
find_line(const thr_plain *plain, thr_plain_row *row, bool *found,
          thresh_error *err) {
    const thr_window *window = plain->window;
    if (window->count == 0)
        return thr_grid_peek(window->grid, &row->line, &row->record, found,
                             err);
    const thr_record *record = thr_window_at(window, 0);
    *found = window->lifted == 0 && is_line(record);
    row->line = (thr_line){.text = thr_buf_view(&record->text),
                           .number = record->line,
                           .offset = record->offset};
    row->record = record->number;
    return THRESH_OK;
}

thresh_result
thr_plain_cut(thr_plain *plain, thr_plain_row *row, bool *found,
              thresh_error *err) {
    *found = false;
    if (!plain->possible)
        return THRESH_OK;
    THR_TRY(find_line(plain, row, found, err));
    *found = *found && cut_line(plain, row);
    return THRESH_OK;
}

void
thr_plain_pass(thr_plain *plain) {
    if (plain->window->count > 0)
        thr_window_pop(plain->window);
    else
        thr_grid_pass(plain->window->grid);
}
