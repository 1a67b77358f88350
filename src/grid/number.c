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

/* How one kind of separator stands in one number. */
typedef struct use {
    size_t count;
    size_t before; /* digits between the start and its first */
    size_t after;  /* digits behind its last */
} use;

/* Find how comma and dot are used. False if the text is no number at all. */
static bool
find_uses(thresh_str text, use *comma, use *dot, bool *dot_last) {
    size_t digits = 0;
    *comma = *dot = (use){0};
    while (text.len > 0) {
        size_t group = plain_group(text);
        if (is_digit(text.ptr[0])) {
            digits++;
            comma->after++;
            dot->after++;
        } else if (text.ptr[0] == ',' || text.ptr[0] == '.') {
            *dot_last = text.ptr[0] == '.';
            use *used = *dot_last ? dot : comma;
            if (used->count++ == 0)
                used->before = digits;
            comma->after = dot->after = 0;
        } else if (group == 0) {
            return false;
        }
        text = thr_str_from(text, group ? group : 1);
    }
    return digits > 0;
}

static void
learn_one(thr_separator *separator, const use *used, bool leading_zero,
          thresh_place place) {
    bool groups = used->after == GROUP && used->before >= 1
                  && used->before <= GROUP && !leading_zero;
    if (used->count > 1)
        separator->group++;
    else if (!groups)
        separator->decimal++;
    else if (separator->either++ == 0)
        separator->first = place;
}

void
thr_number_learn(thr_number_evidence *evidence, thresh_str text,
                 thresh_place place) {
    use comma, dot;
    bool dot_last = false;
    take_sign(&text);
    if (!find_uses(text, &comma, &dot, &dot_last))
        return;
    if (comma.count > 0 && dot.count > 0) {
        /* "1.234,5": what stands last marks the decimals. */
        (dot_last ? &evidence->dot : &evidence->comma)->decimal++;
        (dot_last ? &evidence->comma : &evidence->dot)->group++;
    } else if (comma.count > 0) {
        learn_one(&evidence->comma, &comma, text.ptr[0] == '0', place);
    } else if (dot.count > 0) {
        learn_one(&evidence->dot, &dot, text.ptr[0] == '0', place);
    }
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
            .ambiguous = true,
            .place = comma->first,
            .reason = "every comma stands before three digits, as in 1,250"};
    if (dot->either > 0)
        return (thr_number_style){
            .decimal = '.',
            .group = ',',
            .ambiguous = true,
            .place = dot->first,
            .reason = "every dot stands before three digits, as in 1.250"};
    return (thr_number_style){.decimal = '.',
                              .group = ',',
                              .reason = "no number has a comma or a dot"};
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
 * of three that are all set apart in the same way. */
static bool
take_whole(thresh_str *text, const thr_number_style *style, digits *number) {
    size_t run = 0;
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
                             : run >= 1 && run <= GROUP;
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
