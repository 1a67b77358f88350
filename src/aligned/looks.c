/* What a token of aligned text looks like. See looks.h. */
#include "aligned/looks.h"

#include "base/ascii.h"
#include "base/str.h"
#include "base/utf8.h"

enum { SHORTEST = 3, GROUP = 3 };

/* Whether every byte of `text` is one of `set`. */
bool
thr_looks_made_of(thresh_str text, const char *set) {
    size_t i = 0;
    while (i < text.len && text.ptr[i] != '\0'
           && strchr(set, text.ptr[i]) != NULL)
        i++;
    return i == text.len;
}

/* ## What a token is */

/* Take the signs off that stand glued to a number: currency, signs, marks. */
static thresh_str
bare(thresh_str text) {
    static const char *const before[] = {"$",
                                         "*",
                                         "(",
                                         "+",
                                         "-",
                                         "<",
                                         ">",
                                         "~",
                                         "#",
                                         "\xE2\x80\x93",
                                         "\xE2\x88\x92",
                                         "\xC2\xB1"};
    for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
        thresh_str sign = thr_str(before[i]);
        if (text.len > sign.len && thr_str_starts(text, sign)) {
            text = thr_str_from(text, sign.len);
            i = (size_t)-1;
        }
    }
    while (text.len > 1 && strchr("*#%)", text.ptr[text.len - 1]) != NULL)
        text.len--;
    return text;
}

/* Bytes of the digits and separators at the start of `text`. */
static size_t
number_length(thresh_str text) {
    size_t at = 0;
    while (at < text.len
           && (thr_is_digit(text.ptr[at])
               || strchr(".,'", text.ptr[at]) != NULL
               || (at > 0 && thr_blank_at_start(thr_str_from(text, at)) > 0)))
        at += thr_is_digit(text.ptr[at]) || strchr(".,'", text.ptr[at]) != NULL
                  ? 1
                  : thr_blank_at_start(thr_str_from(text, at));
    return at;
}

/* Whether what follows the digits of a number marks it, as in "970E", "0.1b"
 * and "12¹": a letter or two, but not those of "1st". */
static bool
is_flag(thresh_str text) {
    enum { MOST = 2 };
    uint32_t point = 0;
    if (text.len > 0 && thr_utf8_next(text, &point) == text.len
        && point >= 0x80)
        return !thr_utf8_is_letter(point);
    for (size_t i = 0; i < text.len; i++)
        if (!thr_is_upper(text.ptr[i]) && !thr_is_lower(text.ptr[i]))
            return false;
    return text.len < MOST
           || (text.len == MOST
               && thr_str_find(THR_LIT("st nd rd th"), text) == THRESH_NONE);
}

bool
thr_looks_numeric(thresh_str text) {
    bool opened = text.len > 0 && memchr(text.ptr, '(', text.len) != NULL;
    if (text.len > 1 && text.ptr[text.len - 1] == ')' && !opened)
        return false;
    thresh_str core = bare(text);
    size_t len = number_length(core), digits = 0;
    for (size_t i = 0; i < len; i++)
        digits += thr_is_digit(core.ptr[i]);
    return digits > 0 && thr_is_digit(core.ptr[len - 1])
           && is_flag(thr_str_from(core, len));
}

static bool
is_digits(thresh_str text, size_t from, size_t least, size_t most) {
    size_t count = 0;
    for (size_t i = from; i < text.len; i++, count++)
        if (!thr_is_digit(text.ptr[i]))
            return false;
    return count >= least && count <= most;
}

/* A range in brackets, as beside an estimate: "(1.5-2.5)". Without brackets it
 * may as well be a label, such as years or ages. */
static bool
is_range(thresh_str text) {
    if (text.len < 2 || text.ptr[0] != '(' || text.ptr[text.len - 1] != ')')
        return false;
    thresh_str rest = bare(thr_str_slice(text, 1, text.len - 1));
    size_t first = number_length(rest);
    thresh_str second = thr_str_from(rest, first);
    thresh_str to = bare(second);
    return first > 0 && to.len > 0 && to.len < second.len
           && number_length(to) == to.len;
}

bool
thr_looks_like_mark(thresh_str text) {
    enum { MOST_DIGITS = 2 };
    return text.len > 2 && text.ptr[0] == '('
           && is_digits(thr_str_slice(text, 0, text.len - 1), 1, 1,
                        MOST_DIGITS)
           && text.ptr[text.len - 1] == ')';
}

/* What offices print where there is no number. */
static bool
looks_like_symbol(thresh_str text) {
    enum { LONGEST = 8 };
    static const char *const signs[] = {
        "NA",           "N/A",          "n/a",          "n.a.",
        "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x88\x92", "\xE2\x80\xA6"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (thr_str_equal(text, thr_str(signs[i])))
            return true;
    if (text.len > 2 && text.len <= LONGEST / 2 && text.ptr[0] == '('
        && text.ptr[text.len - 1] == ')') {
        for (size_t i = 1; i + 1 < text.len; i++)
            if (!thr_is_upper(text.ptr[i]))
                return false;
        return true;
    }
    return (text.len <= LONGEST && thr_looks_made_of(text, "-.*:#"))
           || thr_looks_made_of(text, "*"); /* of several fields */
}

/* Lines and corners drawn with characters of their own. */
static bool
is_drawn(thresh_str text) {
    uint32_t point;
    size_t len;
    while ((len = thr_utf8_next(text, &point)) > 0 && point >= 0x2500
           && point < 0x2580)
        text = thr_str_from(text, len);
    return text.len == 0;
}

/* Lines made of the signs of typewriters, columns crossing them or not. */
static bool
is_ruled(thresh_str text) {
    size_t strokes = 0;
    for (size_t i = 0; i < text.len; i++)
        strokes += strchr("-=_", text.ptr[i]) != NULL;
    return strokes * 2 > text.len && thr_looks_made_of(text, "-=_+:");
}

thr_token_kind
thr_looks_kind(thresh_str text) {
    if (text.len >= SHORTEST && (is_ruled(text) || is_drawn(text)))
        return THR_RULE;
    bool figure = thr_looks_numeric(text) || looks_like_symbol(text)
                  || is_range(text);
    return figure ? THR_FIGURE : THR_WORD;
}

/* Bytes of the signs that stand before a number: "-", "$", or a minus of its
 * own. */
static size_t
signs_length(thresh_str text) {
    size_t at = 0;
    for (;;) {
        thresh_str rest = thr_str_from(text, at);
        if (rest.len > 0 && strchr("-+$(*", rest.ptr[0]) != NULL)
            at++;
        else if (thr_str_starts(rest, THR_LIT("\xE2\x88\x92"))
                 || thr_str_starts(rest, THR_LIT("\xE2\x80\x93")))
            at += 3;
        else
            return at;
    }
}

bool
thr_looks_grouped(thresh_str left, thresh_str right, bool start) {
    size_t sign = start ? signs_length(left) : 0, digits = 0;
    while (digits < right.len && thr_is_digit(right.ptr[digits]))
        digits++;
    bool ends = digits == right.len
                || strchr(",.)*%", right.ptr[digits]) != NULL;
    return is_digits(left, sign, start ? 1 : GROUP, GROUP) && digits == GROUP
           && ends;
}
