/* What one printed cell of the body is. See value.h. */
#include "value/value.h"

#include "base/ascii.h"
#include "base/str.h"
#include "value/letter_mark.h"
#include "value/mark.h"
#include "value/plain_number.h"

/* What a cell is read with. */
typedef struct reading {
    const thr_number_style *style;
    const thr_symbols *symbols;
} reading;

/* ## Numbers and symbols by themselves */

static void
set_number(thresh_cell *cell, const thr_number *number, uint32_t status) {
    cell->kind = THRESH_NUMBER;
    cell->has_value = true;
    cell->coef = number->coef;
    cell->scale = number->scale;
    cell->status = status;
}

/* "(5)" of an office that prints unreliable figures so. */
static bool
read_unreliable(thresh_str text, const reading *with, thresh_cell *cell) {
    thr_number number;
    if (text.len < 3 || text.ptr[0] != '(' || text.ptr[text.len - 1] != ')'
        || !thr_symbol_brackets(with->symbols))
        return false;
    thresh_str inside = thr_str_slice(text, 1, text.len - 1);
    if (!thr_number_parse(inside, with->style, &number)
        || number.sign == THR_SIGN_BRACKETS)
        return false;
    set_number(cell, &number, THRESH_UNRELIABLE);
    return true;
}

static bool
read_plain(thresh_str text, const reading *with, thresh_cell *cell) {
    thr_number number;
    thr_meaning meaning;
    if (read_unreliable(text, with, cell))
        return true;
    if (thr_number_parse(text, with->style, &number)) {
        bool told = number.coef == 0
                    && thr_symbol_zero(with->symbols, text, &meaning);
        set_number(cell, &number, told ? meaning.status : 0);
        return true;
    }
    if (!thr_symbol_alone(with->symbols, text, &meaning))
        return false;
    const uint32_t zero = THRESH_NIL | THRESH_BELOW_HALF_UNIT;
    cell->kind = THRESH_SYMBOL;
    cell->status = meaning.status;
    cell->has_value = (meaning.status & zero) != 0;
    return true;
}

/* ## Flags */

/* Where the letters at the end of `text` start, with the brackets around
 * them: "p", "[p]". */
static size_t
letters_start(thresh_str text) {
    enum { MOST = 4 };
    size_t at = text.len;
    char last = text.ptr[at - 1];
    char open = last == ')' ? '(' : last == ']' ? '[' : '\0';
    at -= open != '\0';
    size_t end = at;
    while (at > 0 && thr_is_letter(text.ptr[at - 1]))
        at--;
    if (end == at || end - at > MOST)
        return text.len;
    if (open == '\0')
        return at;
    return at > 0 && text.ptr[at - 1] == open ? at - 1 : text.len;
}

thresh_str
thr_value_letters(thresh_str text, thresh_str *number) {
    const thresh_str none = {NULL, 0};
    *number = text;
    if (text.len < 2)
        return none;
    size_t at = letters_start(text);
    if (at == 0 || at == text.len)
        return none;
    *number = thr_str_trim(thr_str_slice(text, 0, at));
    return number->len == 0 ? none : thr_str_from(text, at);
}

/* Whether a note of the table starts with this letter. */
static bool
marks_note(thresh_str flag, const reading *with) {
    return with->symbols != NULL
           && (thr_letter_mark_set(flag) & with->symbols->letters) != 0;
}

/* The status of one flag. What only the default explains must be glued to
 * digits, and nothing may speak for codes; "(b)" is a note mark then, as is
 * what a note starts with. Grades that are no status ("12A") make a code as
 * well, unless the user says. */
static bool
read_flag(thresh_str flag, bool glued, const reading *with, uint32_t *status) {
    thr_meaning meaning;
    if (!thr_symbol_flag(with->symbols, flag, &meaning)
        || (meaning.origin < THR_BY_OPTION && marks_note(flag, with)))
        return false;
    if (meaning.origin == THR_BY_DEFAULT
        && (!glued || with->style->letters_unsure || flag.ptr[0] == '('))
        return false;
    if (meaning.status == 0 && meaning.origin < THR_BY_OPTION)
        return false;
    *status |= meaning.status;
    return true;
}

/* The status of a set of flags: "sss" of the one, "bp" of the two. */
static bool
read_flags(thresh_str letters, bool glued, const reading *with,
           uint32_t *status) {
    *status = 0;
    if (read_flag(letters, glued, with, status))
        return true;
    if (!thr_is_letter(letters.ptr[0]))
        return false;
    for (size_t i = 0; i < letters.len; i++)
        if (!read_flag(thr_str_slice(letters, i, i + 1), glued, with, status))
            return false;
    return true;
}

static bool
read_flagged(thresh_str text, const reading *with, thresh_cell *cell) {
    thresh_str number;
    thresh_str letters = thr_value_letters(text, &number);
    if (letters.len == 0)
        return false;
    char last = number.ptr[number.len - 1];
    if (thr_is_letter(last) || last == '(')
        return false;
    uint32_t status;
    bool glued = number.len + letters.len == text.len && thr_is_digit(last);
    if (!read_flags(letters, glued, with, &status)
        || !read_plain(number, with, cell))
        return false;
    /* Zero is below half of the unit where it is not significant. */
    if (cell->kind == THRESH_NUMBER && cell->coef == 0
        && (status & THRESH_NOT_SIGNIFICANT) != 0)
        status ^= THRESH_NOT_SIGNIFICANT | THRESH_BELOW_HALF_UNIT;
    cell->status |= status;
    return true;
}

/* ## Cells */

static bool
read_unmarked(thresh_str text, const reading *with, thresh_cell *cell) {
    return read_plain(text, with, cell) || read_flagged(text, with, cell);
}

uint32_t
thr_value_marks_status(thresh_str marks, const thr_symbols *symbols) {
    uint32_t status = 0;
    thresh_str mark;
    while (thr_str_next(&marks, ';', &mark)) {
        thr_meaning meaning;
        if (mark.len > 0 && !thr_is_digit(mark.ptr[0])
            && thr_symbol_flag(symbols, mark, &meaning)
            && meaning.origin != THR_BY_DEFAULT)
            status |= meaning.status;
    }
    return status;
}

/* Cut the letters off a number that are the marks of notes. */
static bool
cut_letters(thresh_str *text, const thr_symbols *symbols, thr_buf *marks) {
    thresh_str number;
    thresh_str letters = thr_value_letters(*text, &number);
    if (symbols == NULL || letters.len == 0
        || !thr_is_digit(number.ptr[number.len - 1])
        || !thr_letter_mark_add(letters, symbols->letters, marks))
        return false;
    *text = number;
    return true;
}

void
thr_value_read(thresh_str text, const thr_number_style *style,
               const thr_symbols *symbols, thr_buf *marks, thresh_cell *cell) {
    const reading with = {style, symbols};
    *cell = (thresh_cell){.text = thr_str_trim(text)};
    if (cell->text.len == 0 || read_unmarked(cell->text, &with, cell))
        return;
    cell->kind = THRESH_TEXT;
    thresh_str unmarked = cell->text;
    size_t before = marks->len;
    if (!thr_mark_cut_value(&unmarked, marks)
        && !cut_letters(&unmarked, symbols, marks))
        return;
    if (read_unmarked(unmarked, &with, cell)) {
        cell->text = unmarked;
        cell->marks = (thresh_str){marks->ptr + before, marks->len - before};
        cell->status |= thr_value_marks_status(cell->marks, symbols);
    } else {
        marks->len = before;
    }
}

thresh_str
thr_value_unit(const thresh_cell *cell, const thr_number_style *style) {
    thr_number number;
    thresh_str digits;
    if (cell->kind == THRESH_NUMBER) {
        if (thr_number_parse(cell->text, style, &number))
            return number.unit;
        (void)thr_value_letters(cell->text, &digits);
        if (thr_number_parse(digits, style, &number))
            return number.unit;
    }
    return (thresh_str){NULL, 0};
}

/* ## Before the style is known */

/* Count whether the letters behind a number look like flags or make a code. */
static void
learn_letters(thr_number_evidence *evidence, thresh_str number,
              thresh_str letters) {
    static const thr_number_style any = {.decimal = '.', .group = ','};
    thr_number ignored;
    if (!thr_is_digit(number.ptr[number.len - 1])
        || !thr_is_letter(letters.ptr[0])
        || !thr_number_parse(number, &any, &ignored))
        return;
    for (size_t i = 0; i < letters.len; i++)
        if (!thr_symbol_is_common_flag(thr_str_slice(letters, i, i + 1))) {
            evidence->lettered++;
            return;
        }
    evidence->flagged++;
}

/* Digits and blanks are the same in all styles, and without a digit there is
 * no number. */
static bool
tells_nothing(thresh_str text) {
    size_t at = 0, digit = 0;
    while (at < text.len
           && (thr_is_digit(text.ptr[at]) || text.ptr[at] == ' '))
        at++;
    while (at < text.len && digit < text.len && !thr_is_digit(text.ptr[digit]))
        digit++;
    return at == text.len || digit == text.len;
}

void
thr_value_learn(thr_number_evidence *evidence, thresh_str text,
                thresh_place place) {
    char room[64];
    thr_buf marks = {.ptr = room, .room = sizeof room, .limit = sizeof room};
    if (tells_nothing(text)) {
        thr_mixture_plain(&evidence->mixture, text, place);
        return;
    }
    (void)thr_mark_cut_value(&text, &marks);
    thresh_str number;
    thresh_str letters = thr_value_letters(text, &number);
    bool glued = letters.len > 0 && letters.len + number.len == text.len;
    if (glued)
        learn_letters(evidence, number, letters);
    thr_number_learn(evidence, glued ? number : text, place);
}

/* A symbol that has letters in it may as well be a heading, but not those that
 * no heading looks like. */
static bool
is_word(thresh_str text) {
    if (thr_str_equal(text, THR_LIT("(NA)"))
        || thr_str_equal(text, THR_LIT("(X)"))
        || thr_str_equal(text, THR_LIT("(Z)")))
        return false;
    for (size_t i = 0; i < text.len; i++)
        if (thr_is_letter(text.ptr[i]))
            return true;
    return false;
}

/* Digits and separators, too many to be read exactly, or with an exponent too
 * large: still no heading. */
static bool
is_long_number(thresh_str text) {
    enum { MOST_DIGITS = 18, CODE_DIGITS = 2 };
    size_t digits = 0, exponent = 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        digits += thr_is_digit(c);
        exponent += thr_is_digit(c) && exponent > 0;
        if ((c == 'e' || c == 'E') && digits > 0 && exponent == 0)
            exponent = 1;
        else if (!thr_is_digit(c) && strchr(" ,.'", c) == NULL
                 && !(c == '-' && (i == 0 || exponent == 1)))
            return false;
    }
    return digits > MOST_DIGITS || exponent > CODE_DIGITS + 1;
}

/* A number with flags or marks is no heading, unless it looks like a year
 * ("2007p", "2007 1)") or, with flags, like a code ("5b"). */
static bool
is_plain_figure(const thresh_cell *cell) {
    enum { YEAR_DIGITS = 4, CODE_DIGITS = 2 };
    if (cell->status == 0 && cell->marks.len == 0)
        return true;
    thresh_str number;
    (void)thr_value_letters(cell->text, &number);
    for (size_t i = 0; i < number.len; i++)
        if (!thr_is_digit(number.ptr[i]))
            return true;
    return number.len != YEAR_DIGITS
           && (cell->status == 0 || number.len > CODE_DIGITS);
}

/* ":c" and ": u": a colon in place of a value, with flags behind it. */
static bool
is_flagged_colon(thresh_str text) {
    thresh_str rest;
    return thr_value_letters(text, &rest).len > 0
           && thr_str_equal(rest, THR_LIT(":"));
}

/* What most cells are, known at once: digits alone, or with blanks between
 * thousands, are a figure in any style, as is a dash, and words without a
 * digit are none. THRESH_UNKNOWN for anything else. */
static thresh_truth
is_clearly_figure(thresh_str text) {
    enum { WORD = 8 };
    thr_plain_value number;
    if (text.len == 0)
        return THRESH_UNKNOWN;
    const char *end = text.ptr + text.len;
    if (text.len < WORD
            ? thr_plain_word(thr_eight_load_few(text.ptr, text.len), text.len,
                             ' ', &number)
            : thr_plain_number(text.ptr, end, ' ', '\0', &number) == end)
        return THRESH_YES;
    if (text.len == 1 && text.ptr[0] == '-')
        return THRESH_YES;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        bool word = thr_is_letter(c)
                    || (i > 0
                        && (c == ' ' || c == ',' || (unsigned char)c >= 0x80));
        if (!word)
            return THRESH_UNKNOWN;
    }
    return text.len > 1 && thr_is_letter(text.ptr[1]) ? THRESH_NO
                                                      : THRESH_UNKNOWN;
}

bool
thr_value_is_figure(thresh_str text) {
    thresh_truth clear = is_clearly_figure(text);
    if (clear != THRESH_UNKNOWN)
        return clear == THRESH_YES;
    const thr_number_style styles[] = {
        {.decimal = '.', .group = ',', .indian = true},
        {.decimal = ',', .group = '.'}};
    char room[64];
    thr_buf marks = {.ptr = room, .room = sizeof room, .limit = sizeof room};
    for (size_t i = 0; i < 2; i++) {
        thresh_cell cell;
        thr_value_read(text, &styles[i], NULL, &marks, &cell);
        if (cell.kind == THRESH_NUMBER)
            return is_plain_figure(&cell);
        if (cell.kind == THRESH_SYMBOL && !is_word(cell.text))
            return true;
        thr_buf_clear(&marks);
    }
    return is_long_number(text) || is_flagged_colon(text);
}
