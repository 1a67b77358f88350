/* Printed numbers to exact decimals. See number.h. */
#include "value/number.h"

#include "base/ascii.h"
#include "base/str.h"
#include "value/plain_number.h"

enum { MAX_DIGITS = 18, GROUP = 3, INDIAN_GROUP = 2 };

/* ## Digits */

typedef struct digits {
    uint64_t coef;
    size_t count; /* without leading zeros */
} digits;

static bool
add_digit(digits *number, char c) {
    if (number->count == MAX_DIGITS)
        return false;
    number->coef = number->coef * 10 + (uint64_t)(c - '0');
    number->count += number->coef != 0;
    return true;
}

/* ## Groups */

/* Length of a separator that can do nothing but group; 0 if none is there. */
static size_t
plain_group(thresh_str text) {
    size_t blank = thr_affix_blank(text);
    if (blank > 0 || text.len == 0)
        return blank;
    if (text.ptr[0] == '\'')
        return 1;
    return thr_str_starts(text, THR_LIT("\xE2\x80\x99")) ? 3 : 0;
}

/* The length of a grouping separator at the start of `text`, under `style`. */
static size_t
group_at(thresh_str text, const thr_number_style *style) {
    if (text.len > 0 && style->group != 0 && text.ptr[0] == style->group)
        return 1;
    return plain_group(text);
}

/* The groups of a whole part as they are read. */
typedef struct groups {
    thresh_str separator; /* between them; empty before the first */
    size_t runs;          /* how many are complete */
    bool indian;          /* one of two digits was seen */
} groups;

/* Whether a run of `run` digits may be followed by a separator: the first is
 * of one to three digits, the others of three, or of two in India. */
static bool
may_go_on(groups *seen, size_t run, thresh_str separator, bool zero,
          const thr_number_style *style) {
    if (seen->runs == 0)
        return run >= 1 && run <= GROUP && !zero;
    if (!thr_str_equal(separator, seen->separator))
        return false;
    bool indian = style->indian && separator.ptr[0] == ','
                  && run == INDIAN_GROUP;
    if (seen->runs > 1 && indian != seen->indian)
        return false;
    seen->indian = indian;
    return indian || run == GROUP;
}

/* Take the whole part: digits alone, or one to three of them and then groups
 * that are all set apart in the same way. Nobody groups a number that starts
 * with 0: "0,250" is a quarter. */
static bool
take_whole(thresh_str *text, const thr_number_style *style, digits *number) {
    bool zero = thr_first(*text) == '0';
    size_t first = 0;
    groups seen = {0};
    for (;;) {
        size_t run = 0;
        for (; thr_is_digit(thr_first(*text)); run++) {
            if (!add_digit(number, text->ptr[0]))
                return false;
            *text = thr_str_from(*text, 1);
        }
        size_t len = group_at(*text, style);
        if (len == 0)
            return seen.runs == 0
                   || (run == GROUP
                       && (!seen.indian || first <= INDIAN_GROUP));
        thresh_str separator = thr_str_slice(*text, 0, len);
        if (!may_go_on(&seen, run, separator, zero, style))
            return false;
        if (seen.runs++ == 0)
            first = run;
        seen.separator = separator;
        *text = thr_str_from(*text, len);
    }
}

/* ## Decimals and exponents */

/* Take the decimals behind the decimal mark. "5." has none, where the dot is
 * that mark; a lone mark is no number. */
static bool
take_decimals(thresh_str *text, const thr_number_style *style, bool has_whole,
              digits *number, size_t *count) {
    *count = 0;
    if (text->len == 0 || text->ptr[0] != style->decimal)
        return has_whole;
    *text = thr_str_from(*text, 1);
    for (; thr_is_digit(thr_first(*text)); ++*count) {
        if (!add_digit(number, text->ptr[0]))
            return false;
        *text = thr_str_from(*text, 1);
    }
    return *count > 0 || (has_whole && style->decimal == '.');
}

/* Take "E+06", whose sign tells it from a flag: "970E" has none. */
static bool
take_exponent(thresh_str *text, int *exponent) {
    *exponent = 0;
    if (text->len == 0)
        return true;
    if (text->len < 3 || text->len > 4
        || (text->ptr[0] != 'E' && text->ptr[0] != 'e')
        || (text->ptr[1] != '+' && text->ptr[1] != '-'))
        return false;
    int number = 0;
    for (size_t i = 2; i < text->len; i++) {
        if (!thr_is_digit(text->ptr[i]))
            return false;
        number = number * 10 + (text->ptr[i] - '0');
    }
    *exponent = text->ptr[1] == '-' ? -number : number;
    return true;
}

/* Multiply by a power of ten: the decimals shrink first. */
static bool
raise(digits *number, size_t *decimals, int exponent) {
    int scale = (int)*decimals - exponent;
    for (; scale < 0; scale++)
        if (number->coef != 0 && !add_digit(number, '0'))
            return false;
    if (scale > MAX_DIGITS)
        return false;
    *decimals = (size_t)scale;
    return true;
}

/* "$000" and "£000" head columns in thousands. */
static bool
is_heading(thresh_str text, const thr_affixes *affixes) {
    return affixes->unit.len > 0 && text.len > 1 && text.ptr[0] == '0'
           && thr_is_digit(text.ptr[1]);
}

static bool
is_negative(const thr_affixes *affixes, const thr_number_style *style) {
    if (affixes->sign == THR_SIGN_BRACKETS)
        return !style->brackets_plain;
    return affixes->sign != THR_SIGN_NONE && affixes->sign != THR_SIGN_PLUS
           && affixes->sign != THR_SIGN_EITHER;
}

bool
thr_number_parse(thresh_str text, const thr_number_style *style,
                 thr_number *out) {
    digits number = {0};
    size_t decimals;
    int exponent;
    thr_affixes affixes;
    thr_plain_value plain;
    if (text.len == 0)
        return false;
    const char *end = text.ptr + text.len;
    if (thr_plain_number(text.ptr, end, style->group, style->decimal, &plain)
        == end) {
        *out = (thr_number){.coef = plain.coef, .scale = plain.scale};
        return true;
    }
    if (!thr_affix_cut(&text, &affixes) || is_heading(text, &affixes)
        || (affixes.sign == THR_SIGN_BRACKETS && style->brackets_unsure))
        return false;
    bool has_whole = thr_is_digit(text.ptr[0]);
    if (!take_whole(&text, style, &number)
        || !take_decimals(&text, style, has_whole, &number, &decimals)
        || !take_exponent(&text, &exponent)
        || !raise(&number, &decimals, exponent))
        return false;
    bool negative = is_negative(&affixes, style);
    *out = (thr_number){.coef = negative ? -(int64_t)number.coef
                                         : (int64_t)number.coef,
                        .scale = (uint8_t)decimals,
                        .sign = affixes.sign,
                        .unit = affixes.unit};
    return true;
}
