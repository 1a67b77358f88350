/* What one printed cell of the body is. See value.h. */
#include "grid/value.h"

#include "base/str.h"
#include "grid/mark.h"
#include "grid/symbol.h"

static bool
read_plain(thresh_str text, const thr_number_style *style, thresh_cell *cell) {
    if (thr_number_parse(text, style, &cell->coef, &cell->scale)) {
        cell->kind = THRESH_NUMBER;
        cell->has_value = true;
        return true;
    }
    const thr_symbol *symbol = thr_symbol_find(text);
    if (symbol == NULL)
        return false;
    cell->kind = THRESH_SYMBOL;
    cell->status = symbol->status;
    cell->has_value = symbol->status == THRESH_NIL;
    return true;
}

void
thr_value_read(thresh_str text, const thr_number_style *style, thr_buf *marks,
               thresh_cell *cell) {
    *cell = (thresh_cell){.text = thr_str_trim(text)};
    if (cell->text.len == 0 || read_plain(cell->text, style, cell))
        return;
    cell->kind = THRESH_TEXT;
    thresh_str unmarked = cell->text;
    size_t before = marks->len;
    if (!thr_mark_cut_end(&unmarked, marks))
        return;
    if (read_plain(unmarked, style, cell)) {
        cell->text = unmarked;
        cell->marks = (thresh_str){marks->ptr + before, marks->len - before};
    } else {
        marks->len = before;
    }
}

void
thr_value_learn(thr_number_evidence *evidence, thresh_str text,
                thresh_place place) {
    char room[64];
    thr_buf marks = {.ptr = room, .room = sizeof room, .limit = sizeof room};
    (void)thr_mark_cut_end(&text, &marks);
    thr_number_learn(evidence, text, place);
}

static bool
is_word(thresh_str text) {
    char first = text.ptr[0];
    return (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z');
}

/* Digits and separators, too many to be read exactly: still no heading. */
static bool
is_long_number(thresh_str text) {
    enum { MOST_DIGITS = 18 };
    size_t digits = 0;
    for (size_t i = 0; i < text.len; i++) {
        bool digit = text.ptr[i] >= '0' && text.ptr[i] <= '9';
        digits += digit;
        if (!digit && strchr(" ,.'", text.ptr[i]) == NULL
            && !(i == 0 && text.ptr[i] == '-'))
            return false;
    }
    return digits > MOST_DIGITS;
}

bool
thr_value_is_figure(thresh_str text) {
    const thr_number_style styles[] = {{.decimal = '.', .group = ','},
                                       {.decimal = ',', .group = '.'}};
    char room[64];
    thr_buf marks = {.ptr = room, .room = sizeof room, .limit = sizeof room};
    for (size_t i = 0; i < 2; i++) {
        thresh_cell cell;
        thr_value_read(text, &styles[i], &marks, &cell);
        if (cell.kind == THRESH_NUMBER
            || (cell.kind == THRESH_SYMBOL && !is_word(cell.text)))
            return true;
        thr_buf_clear(&marks);
    }
    return is_long_number(text);
}
