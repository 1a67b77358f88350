/* Printed numbers to exact decimals. See number.h. */
#include "grid/number.h"

#include "base/str.h"

enum { MAX_DIGITS = 18, GROUP = 3 };

static bool
is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* ## Signs */

/* Take a sign, or the parentheses of accountants, off `text`. */
static bool
take_sign(thresh_str *text) {
    const thresh_str minus[] = {THR_LIT("-"), THR_LIT("\xE2\x88\x92"),
                                THR_LIT("\xE2\x80\x93")};
    for (size_t i = 0; i < sizeof minus / sizeof *minus; i++)
        if (thr_str_starts(*text, minus[i])) {
            *text = thr_str_trim(thr_str_from(*text, minus[i].len));
            return true;
        }
    if (text->len > 2 && text->ptr[0] == '('
        && text->ptr[text->len - 1] == ')') {
        *text = thr_str_trim(thr_str_slice(*text, 1, text->len - 1));
        return true;
    }
    if (text->len > 1 && text->ptr[0] == '+')
        *text = thr_str_from(*text, 1);
    return false;
}

/* ## Separators */

/* Length of a separator that can do nothing but group; 0 if none is there. */
static size_t
plain_group(thresh_str text) {
    size_t blank = thr_blank_at_start(text);
    if (blank > 0 || text.len == 0)
        return blank;
    if (text.ptr[0] == '\'')
        return 1;
    return thr_str_starts(text, THR_LIT("\xE2\x80\x99")) ? 3 : 0;
}

/* ## Parsing */

typedef struct digits {
    uint64_t coef;
    size_t count; /* without leading zeros */
} digits;

static bool
add_digit(digits *number, char c) {
    number->coef = number->coef * 10 + (uint64_t)(c - '0');
    number->count += number->coef != 0;
    return number->count <= MAX_DIGITS;
}

/* The length of a grouping separator at the start of `text`, under `style`. */
static size_t
group_at(thresh_str text, const thr_number_style *style) {
    if (text.len > 0 && style->group != 0 && text.ptr[0] == style->group)
        return 1;
    return plain_group(text);
}

/* Take the whole part: digits alone, or one to three of them and then groups
 * of three that are all set apart in the same way. Nobody groups a number that
 * starts with 0: "0,250" is a quarter. */
static bool
take_whole(thresh_str *text, const thr_number_style *style, digits *number) {
    size_t run = 0;
    bool zero = text->ptr[0] == '0';
    thresh_str separator = {NULL, 0};
    for (;;) {
        while (text->len > 0 && is_digit(text->ptr[0])) {
            if (!add_digit(number, text->ptr[0]))
                return false;
            *text = thr_str_from(*text, 1);
            run++;
        }
        bool in_group = separator.len > 0;
        if (in_group && run != GROUP)
            return false;
        size_t len = group_at(*text, style);
        if (len == 0)
            return true;
        thresh_str found = thr_str_slice(*text, 0, len);
        bool fits = in_group ? thr_str_equal(found, separator)
                             : run >= 1 && run <= GROUP && !zero;
        if (!fits)
            return false;
        separator = found;
        *text = thr_str_from(*text, len);
        run = 0;
    }
}

bool
thr_number_parse(thresh_str text, const thr_number_style *style, int64_t *coef,
                 uint8_t *scale) {
    digits number = {0};
    bool negative = take_sign(&text);
    if (text.len == 0 || !(is_digit(text.ptr[0]) || text.len > 1))
        return false;
    bool has_whole = is_digit(text.ptr[0]);
    if (!take_whole(&text, style, &number))
        return false;
    size_t decimals = 0;
    if (text.len > 0) {
        if (text.ptr[0] != style->decimal)
            return false;
        for (decimals = 0; decimals + 1 < text.len; decimals++)
            if (!is_digit(text.ptr[decimals + 1])
                || !add_digit(&number, text.ptr[decimals + 1]))
                return false;
        if (decimals == 0 || decimals > MAX_DIGITS)
            return false;
    } else if (!has_whole) {
        return false;
    }
    *coef = negative ? -(int64_t)number.coef : (int64_t)number.coef;
    *scale = (uint8_t)decimals;
    return true;
}

/* ## Settling the style */

static const thr_number_style dot_marks = {.decimal = '.', .group = ','};
static const thr_number_style comma_marks = {.decimal = ',', .group = '.'};

static bool
fits(thresh_str text, const thr_number_style *style) {
    int64_t coef;
    uint8_t scale;
    return thr_number_parse(text, style, &coef, &scale);
}

/* Count what a number that holds `separator` says of it. */
static void
learn_one(thr_separator *separator, bool decimal, bool group,
          thresh_place place) {
    if (decimal && group) {
        if (separator->either++ == 0)
            separator->first = place;
    } else if (decimal) {
        separator->decimal++;
    } else {
        separator->group++;
    }
}

void
thr_number_learn(thr_number_evidence *evidence, thresh_str text,
                 thresh_place place) {
    bool comma = text.len > 0 && memchr(text.ptr, ',', text.len) != NULL;
    bool dot = text.len > 0 && memchr(text.ptr, '.', text.len) != NULL;
    if (!comma && !dot)
        return;
    bool by_dot = fits(text, &dot_marks);
    bool by_comma = fits(text, &comma_marks);
    if (!by_dot && !by_comma)
        return;
    if (comma)
        learn_one(&evidence->comma, by_comma, by_dot, place);
    if (dot)
        learn_one(&evidence->dot, by_dot, by_comma, place);
}

thr_number_style
thr_number_settle(const thr_number_evidence *evidence) {
    const thr_separator *comma = &evidence->comma;
    const thr_separator *dot = &evidence->dot;
    if (comma->decimal > comma->group || dot->group > dot->decimal)
        return (thr_number_style){
            .decimal = ',',
            .group = '.',
            .reason = "numbers such as 1,5 or 1.234.567 were seen"};
    if (dot->decimal > dot->group || comma->group > comma->decimal)
        return (thr_number_style){
            .decimal = '.',
            .group = ',',
            .reason = "numbers such as 1.5 or 1,234,567 were seen"};
    if (comma->either > 0)
        return (thr_number_style){
            .decimal = '.',
            .group = ',',
            .doubt = ',',
            .place = comma->first,
            .reason = "every comma stands before three digits, as in 1,250"};
    if (dot->either > 0)
        return (thr_number_style){
            .decimal = '.',
            .group = ',',
            .doubt = '.',
            .place = dot->first,
            .reason = "every dot stands before three digits, as in 1.250"};
    return (thr_number_style){.decimal = '.',
                              .group = ',',
                              .reason = "no number has a comma or a dot"};
}
