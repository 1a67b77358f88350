/* Printed values, one a cell, as one table would hold them. What must hold:
 *
 * - a number that is written out exactly reads as the same number;
 * - a number has as many digits as were printed, in their order;
 * - a number is a figure, and one read by its style is one in the cell;
 * - what is taken apart (marks, flags, units) stood in the text. */
#include "base/str.h"
#include "events.h"
#include "value/value.h"

enum { MOST_DIGITS = 18 };

/* The next cell: up to a tab or a line end. */
static bool
next_cell(thresh_str *rest, thresh_str *cell) {
    if (rest->len == 0)
        return false;
    size_t len = 0;
    while (len < rest->len && rest->ptr[len] != '\t' && rest->ptr[len] != '\n')
        len++;
    *cell = thr_str_trim(thr_str_slice(*rest, 0, len));
    *rest = thr_str_from(*rest, len + (len < rest->len));
    return true;
}

/* The digits of a text but for zeros at its start, as many as fit. */
static size_t
digits(thresh_str text, char out[64]) {
    size_t count = 0;
    for (size_t i = 0; i < text.len && count < 64; i++) {
        char c = text.ptr[i];
        if (c >= '0' && c <= '9' && (c != '0' || count > 0))
            out[count++] = c;
    }
    return count;
}

static bool
has_exponent(thresh_str text) {
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] == 'e' || text.ptr[i] == 'E')
            return true;
    return false;
}

/* Write it out, and read that again. */
static void
check_number(thresh_str text, const thr_number *number) {
    thresh_cell cell = {.coef = number->coef,
                        .scale = number->scale,
                        .kind = THRESH_NUMBER,
                        .has_value = true};
    char room[THRESH_NUMBER_MAX], printed[64], written[64];
    fuzz_check(number->scale <= MOST_DIGITS, "too many decimals");
    thresh_str plain = {room, thresh_cell_number(&cell, room)};
    fuzz_check(plain.len > 0, "a number cannot be written");
    thr_number_style style = {.decimal = '.'};
    thr_number again;
    fuzz_check(thr_number_parse(plain, &style, &again)
                   && again.coef == number->coef
                   && again.scale == number->scale,
               "a number that is written out reads as another");
    size_t count = digits(plain, written);
    if (!has_exponent(text))
        fuzz_check(count == digits(text, printed)
                       && memcmp(written, printed, count) == 0,
                   "a number has other digits than were printed");
    fuzz_check(thr_value_is_figure(text), "a number is no figure");
}

static void
check_cell(thresh_str text, const thr_number_style *style,
           const thr_symbols *symbols) {
    thr_buf marks = {0};
    thresh_cell cell = {0};
    if (thr_buf_reserve(&marks, 2 * text.len + 1) == NULL)
        return;
    thr_number number;
    bool parsed = thr_number_parse(text, style, &number);
    if (parsed)
        check_number(text, &number);
    thr_value_read(text, style, symbols, &marks, &cell);
    fuzz_check(!marks.failed && marks.len <= 2 * text.len + 1,
               "marks take more room than was reserved");
    fuzz_check(cell.kind == THRESH_NUMBER || !parsed || cell.marks.len > 0
                   || style->brackets_unsure || style->letters_unsure,
               "a number is none in its cell");
    fuzz_check(cell.kind != THRESH_BLANK || text.len == 0,
               "a cell with a text is blank");
    fuzz_check(cell.text.len == 0
                   || thr_str_find(text, cell.text) != THRESH_NONE,
               "a cell shows what was not printed");
    thr_buf_free(&marks);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    fuzz_input input;
    if (!fuzz_open(&input, data, size))
        return -1;
    thresh_read_options opts = fuzz_read_options(&input);
    thr_symbols symbols = {.nil = opts.nil};
    const char *name = thresh_symbols_name(input.options[3], NULL);
    if (name != NULL)
        symbols.profile = thr_profile_named(thr_str(name));
    thr_number_evidence evidence = {0};
    thresh_str rest = input.text, cell;
    while (next_cell(&rest, &cell))
        thr_value_learn(&evidence, cell, (thresh_place){.line = 1});
    thr_number_style style = thr_number_settle(
        &evidence, &(thr_decimal){.given = opts.decimal});
    rest = input.text;
    while (next_cell(&rest, &cell))
        check_cell(cell, &style, &symbols);
    return 0;
}
