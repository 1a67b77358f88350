/* What stands around the digits of a printed number. See affix.h. */
#include "value/affix.h"

#include "base/ascii.h"
#include "base/str.h"

#define MACROMAN_BLANK THR_LIT("\xC3\x8A")

#define AFFIX(text) \
    { text, sizeof(text) - 1 }

/* Signs of money, and its codes; the longer of two that start alike first. */
static const thresh_str units[] = {
    AFFIX("%"),
    AFFIX("\xE2\x80\xB0"), /* per mille */
    AFFIX("US$"),
    AFFIX("AU$"),
    AFFIX("NZ$"),
    AFFIX("HK$"),
    AFFIX("CA$"),
    AFFIX("A$"),
    AFFIX("C$"),
    AFFIX("R$"),
    AFFIX("$"),
    AFFIX("\xC2\xA3"),     /* pound */
    AFFIX("\xE2\x82\xAC"), /* euro */
    AFFIX("\xC2\xA5"),     /* yen, yuan */
    AFFIX("\xE2\x82\xB9"), /* Indian rupee */
    AFFIX("\xE2\x82\xA9"), /* won */
    AFFIX("\xE2\x82\xBD"), /* rouble */
    AFFIX("kr."),
    AFFIX("kr"),
    AFFIX("NOK"),
    AFFIX("SEK"),
    AFFIX("DKK"),
    AFFIX("ISK"),
    AFFIX("EUR"),
    AFFIX("USD"),
    AFFIX("GBP"),
    AFFIX("CHF"),
    AFFIX("JPY"),
    AFFIX("z\xC5\x82"), /* zloty */
    AFFIX("K\xC4\x8D"), /* koruna */
};

/* Most texts differ from most affixes in the first byte, or in the last. */
static bool
starts_with(thresh_str text, thresh_str start) {
    return text.len >= start.len && text.ptr[0] == start.ptr[0]
           && thr_str_starts(text, start);
}

size_t
thr_affix_blank(thresh_str text) {
    size_t blank = thr_blank_at_start(text);
    if (blank == 0 && starts_with(text, MACROMAN_BLANK))
        return MACROMAN_BLANK.len;
    return blank;
}

static thresh_str
trim(thresh_str text) {
    text = thr_str_trim(text);
    while (starts_with(text, MACROMAN_BLANK))
        text = thr_str_trim(thr_str_from(text, MACROMAN_BLANK.len));
    while (thr_str_ends(text, MACROMAN_BLANK)) {
        text.len -= MACROMAN_BLANK.len;
        text = thr_str_trim(text);
    }
    return text;
}

/* ## Signs */

static const struct {
    thresh_str text;
    thr_sign before;
    bool behind; /* it may stand behind the digits too */
} signs[] = {
    {AFFIX("-"), THR_SIGN_BEFORE, true},
    {AFFIX("\xE2\x88\x92"), THR_SIGN_BEFORE, true},    /* minus sign */
    {AFFIX("\xE2\x80\x93"), THR_SIGN_BEFORE, false},   /* en dash */
    {AFFIX("\xE2\x96\xB3"), THR_SIGN_TRIANGLE, false}, /* white triangle */
    {AFFIX("\xC2\xB1"), THR_SIGN_EITHER, false},       /* plus-minus sign */
    {AFFIX("+/-"), THR_SIGN_EITHER, false},
    {AFFIX("+"), THR_SIGN_PLUS, false},
};

/* Whether `sign` is glued to the end of a number: "247   -" is two cells that
 * ran together. */
static bool
is_glued(thresh_str text, thresh_str sign) {
    if (text.len <= sign.len || !thr_str_ends(text, sign))
        return false;
    char last = text.ptr[text.len - sign.len - 1];
    return last == '%' || thr_is_digit(last);
}

/* Take the sign off the start or the end; THR_SIGN_NONE if there is none. */
static thr_sign
take_sign(thresh_str *text) {
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        thresh_str sign = signs[i].text;
        if (starts_with(*text, sign)) {
            *text = trim(thr_str_from(*text, sign.len));
            return signs[i].before;
        }
        if (signs[i].behind && is_glued(*text, sign)) {
            *text = trim(thr_str_slice(*text, 0, text->len - sign.len));
            return THR_SIGN_BEHIND;
        }
    }
    if (text->len > 2 && text->ptr[0] == '('
        && text->ptr[text->len - 1] == ')') {
        *text = trim(thr_str_slice(*text, 1, text->len - 1));
        return THR_SIGN_BRACKETS;
    }
    return THR_SIGN_NONE;
}

/* ## Units */

static thresh_str
take_unit(thresh_str *text) {
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        thresh_str unit = units[i];
        if (starts_with(*text, unit)) {
            *text = trim(thr_str_from(*text, unit.len));
            return unit;
        }
        if (thr_str_ends(*text, unit)) {
            *text = trim(thr_str_slice(*text, 0, text->len - unit.len));
            return unit;
        }
    }
    return (thresh_str){NULL, 0};
}

/* Digits, or a separator beside one, at both ends. */
static bool
is_bare(thresh_str text) {
    char first = text.ptr[0], last = text.ptr[text.len - 1];
    bool starts = thr_is_digit(first) || first == '.' || first == ',';
    bool stops = (last == '.' || last == ',')
                 && (text.len == 1 || thr_is_digit(text.ptr[text.len - 2]));
    return starts && (thr_is_digit(last) || stops);
}

bool
thr_affix_cut(thresh_str *text, thr_affixes *out) {
    *out = (thr_affixes){0};
    /* Labels are by far the most texts that are no number. */
    if (!thr_has_digit(*text))
        return false;
    *text = trim(*text);
    while (text->len > 0 && !is_bare(*text)) {
        thr_sign sign = take_sign(text);
        thresh_str unit = sign == THR_SIGN_NONE ? take_unit(text)
                                                : (thresh_str){NULL, 0};
        if (sign == THR_SIGN_NONE && unit.len == 0)
            return false;
        if ((sign != THR_SIGN_NONE && out->sign != THR_SIGN_NONE)
            || (unit.len > 0 && out->unit.len > 0))
            return false;
        if (sign != THR_SIGN_NONE)
            out->sign = sign;
        else
            out->unit = unit;
    }
    return text->len > 0;
}
