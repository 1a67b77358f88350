/* Note marks. See mark.h. */
#include "value/mark.h"

#include "base/ascii.h"
#include "base/str.h"

/* The superscripts that offices print as marks, and their plain form. */
static const struct {
    const char *text;
    char plain;
} superscripts[] = {
    {"\xC2\xB9", '1'},     {"\xC2\xB2", '2'},     {"\xC2\xB3", '3'},
    {"\xE2\x81\xB0", '0'}, {"\xE2\x81\xB4", '4'}, {"\xE2\x81\xB5", '5'},
    {"\xE2\x81\xB6", '6'}, {"\xE2\x81\xB7", '7'}, {"\xE2\x81\xB8", '8'},
    {"\xE2\x81\xB9", '9'},
};

enum { LONGEST_NUMBER = 2 };

/* The superscript at the start or end of `text`; its length, or 0. */
static size_t
superscript(thresh_str text, bool at_end, char *plain) {
    for (size_t i = 0; i < sizeof superscripts / sizeof *superscripts; i++) {
        thresh_str mark = thr_str(superscripts[i].text);
        if (text.len < mark.len)
            continue;
        size_t from = at_end ? text.len - mark.len : 0;
        if (thr_str_starts(thr_str_from(text, from), mark)) {
            *plain = superscripts[i].plain;
            return mark.len;
        }
    }
    return 0;
}

/* Bytes of a run of superscript digits at the end: "¹²" is the mark 12. */
static size_t
superscripts_at_end(thresh_str text) {
    size_t taken = 0, len;
    char plain;
    while ((len = superscript((thresh_str){text.ptr, text.len - taken}, true,
                              &plain))
           > 0)
        taken += len;
    return taken;
}

/* Bytes of "*" or "**" at the end; 0 if none, or if "*l*" is emphasis. */
static size_t
stars_at_end(thresh_str text) {
    size_t at = text.len;
    while (at > 0 && text.ptr[at - 1] == '*')
        at--;
    bool alone = at == 0 || memchr(text.ptr, '*', at) == NULL;
    return alone ? text.len - at : 0;
}

/* Bytes of "1)" or "(1)" at the end; 0 if none. A ")" that closes longer words
 * in parentheses belongs to the label, and so does "(01)": notes are counted
 * from 1, and it is a code. */
static size_t
number_at_end(thresh_str text) {
    size_t at = text.len;
    if (at < 2 || text.ptr[at - 1] != ')')
        return 0;
    size_t digits = 0;
    for (at--; at > 0 && thr_is_digit(text.ptr[at - 1]); at--)
        digits++;
    if (digits == 0 || digits > LONGEST_NUMBER || text.ptr[at] == '0')
        return 0;
    if (at > 0 && text.ptr[at - 1] == '(')
        return text.len - at + 1;
    /* "1)" needs a blank before it, and no "(" that it could close. */
    bool apart = at == 0 || thr_blank_at_end((thresh_str){text.ptr, at}) > 0;
    bool opened = at > 0 && memchr(text.ptr, '(', at) != NULL;
    return apart && !opened ? text.len - at : 0;
}

/* Bytes of a dagger or one of its kind at the end: they mark notes alone. */
static size_t
sign_at_end(thresh_str text) {
    static const char *const signs[] = {
        "\xE2\x80\xA0", /* dagger */
        "\xE2\x80\xA1", /* double dagger */
        "\xC2\xA7",     /* section */
        "\xC2\xB6",     /* pilcrow */
    };
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        thresh_str sign = thr_str(signs[i]);
        if (thr_str_ends(text, sign))
            return sign.len;
    }
    return 0;
}

/* Bytes of "\\1" or "(\\1)" at the end, as US offices print superscripts. */
static size_t
slashed_at_end(thresh_str text) {
    bool closed = thr_last(text) == ')';
    size_t at = text.len - closed, end = at;
    while (at > 0 && thr_is_digit(text.ptr[at - 1]))
        at--;
    if (end == at || end - at > LONGEST_NUMBER || at == 0
        || text.ptr[at - 1] != '\\')
        return 0;
    at--;
    if (!closed)
        return text.len - at;
    return at > 0 && text.ptr[at - 1] == '(' ? text.len - at + 1 : 0;
}

/* Bytes of "[1]", "[a]" or "[note 1]" at the end; 0 if none. */
static size_t
note_at_end(thresh_str text) {
    if (text.len < 3 || text.ptr[text.len - 1] != ']')
        return 0;
    size_t at = text.len - 1;
    while (at > 0 && thr_is_digit(text.ptr[at - 1]))
        at--;
    size_t digits = text.len - 1 - at;
    if (digits == 0 || digits > LONGEST_NUMBER || at == 0)
        return 0;
    if (text.ptr[at - 1] == '[')
        return text.len - at + 1;
    const thresh_str word = THR_LIT("[note ");
    return at >= word.len
                   && thr_str_equal_nocase(
                       thr_str_slice(text, at - word.len, at), word)
               ? text.len - at + word.len
               : 0;
}

/* Bytes of "(a)" at the end, or of "#" behind a digit; 0 if none. */
static size_t
value_mark_at_end(thresh_str text) {
    if (text.len < 2)
        return 0;
    char last = text.ptr[text.len - 1];
    if (last == '#' && thr_is_digit(text.ptr[text.len - 2]))
        return 1;
    bool letter = text.len > 3 && last == ')' && text.ptr[text.len - 3] == '('
                  && thr_is_lower(text.ptr[text.len - 2]);
    return letter ? 3 : 0;
}

/* Bytes of a hyphen or dash at the start of `text`; 0 if none. */
static size_t
dash_at(thresh_str text) {
    if (thr_first(text) == '-')
        return 1;
    return thr_str_starts(text, THR_LIT("\xE2\x80\x93")) ? 3 : 0;
}

/* Whether "60.2-63.2" stands between brackets: two numbers. */
static bool
is_range(thresh_str inside) {
    size_t numbers = 0;
    for (bool within = false; inside.len > 0;) {
        size_t dash = dash_at(inside);
        bool digit = thr_is_digit(inside.ptr[0]);
        numbers += digit && !within;
        if (!digit && dash == 0 && strchr("., ", inside.ptr[0]) == NULL)
            return false;
        within = dash == 0 && (within || digit);
        inside = thr_str_from(inside, dash > 0 ? dash : 1);
    }
    return numbers == 2;
}

/* Bytes of "[60.2-63.2]" at the end, behind a blank: how sure a value is, as
 * health offices print it. 0 if none. */
static size_t
range_at_end(thresh_str text) {
    enum { SHORTEST = 5 };
    char last = text.ptr[text.len - 1];
    size_t at = text.len - 1;
    if (text.len < SHORTEST || (last != ']' && last != ')'))
        return 0;
    while (at > 0 && text.ptr[at] != (last == ']' ? '[' : '('))
        at--;
    bool apart = at > 1 && text.ptr[at - 1] == ' '
                 && thr_is_digit(text.ptr[at - 2]);
    return apart && is_range(thr_str_slice(text, at + 1, text.len - 1))
               ? text.len - at
               : 0;
}

/* Append a mark in its plain form: superscripts and brackets gone. */
static void
add_plain(thr_buf *marks, thresh_str mark) {
    const thresh_str word = THR_LIT("[note ");
    if (mark.len > word.len
        && thr_str_equal_nocase(thr_str_slice(mark, 0, word.len), word))
        mark = thr_str_from(mark, word.len);
    while (mark.len > 0) {
        char plain;
        size_t len = superscript(mark, false, &plain);
        if (len > 0)
            thr_buf_char(marks, plain);
        else if (strchr("()[]\\", mark.ptr[0]) == NULL)
            thr_buf_char(marks, mark.ptr[0]);
        mark = thr_str_from(mark, len ? len : 1);
    }
}

/* "km²" and "m³" are units, and their last digit is no mark. */
static bool
is_power(thresh_str text, size_t len) {
    thresh_str end = thr_str_from(text, text.len - len);
    if (!thr_str_equal(end, THR_LIT("\xC2\xB2"))
        && !thr_str_equal(end, THR_LIT("\xC2\xB3")))
        return false;
    size_t at = text.len - len;
    if (at == 0 || text.ptr[--at] != 'm')
        return false;
    at -= at > 0 && strchr("kcdm", text.ptr[at - 1]) != NULL;
    return at == 0 || strchr(" \t(/", text.ptr[at - 1]) != NULL;
}

/* Length of a mark that does not end in an ASCII digit. */
static size_t
other_mark(thresh_str text, bool value) {
    size_t len = superscripts_at_end(text);
    if (is_power(text, len))
        return 0;
    size_t (*const others[])(thresh_str text) = {
        stars_at_end, sign_at_end,       number_at_end, slashed_at_end,
        note_at_end,  value_mark_at_end, range_at_end};
    size_t count = sizeof others / sizeof *others - (value ? 0 : 2);
    for (size_t i = 0; len == 0 && i < count; i++)
        len = others[i](text);
    return len;
}

/* Whether a mark could end in `last`: most texts end in a letter or a digit.
 */
static bool
may_end_mark(char last) {
    return (unsigned char)last >= 0x80 || strchr("*)]#", last) != NULL;
}

/* Length of the last mark of `text`, with what separates it from one before
 * it not counted; 0 if it has none, or is nothing else. */
static size_t
last_mark(thresh_str text, bool value) {
    char last = text.len > 0 ? text.ptr[text.len - 1] : '\0';
    size_t len = 0;
    if (thr_is_digit(last))
        len = slashed_at_end(text);
    else if (may_end_mark(last))
        len = other_mark(text, value);
    return len < text.len ? len : 0;
}

static bool
cut_end(thresh_str *text, bool value, thr_buf *marks) {
    enum { MOST = 8 };
    thresh_str found[MOST];
    size_t count = 0;
    thresh_str rest = thr_str_trim(*text);
    size_t len;
    while (count < MOST && (len = last_mark(rest, value)) > 0) {
        found[count++] = thr_str_from(rest, rest.len - len);
        rest.len -= len;
        rest = thr_str_trim(rest);
        if (rest.len > 1 && rest.ptr[rest.len - 1] == ','
            && last_mark((thresh_str){rest.ptr, rest.len - 1}, value) > 0)
            rest.len--; /* "1), 2)" */
    }
    if (count == 0)
        return false;
    for (size_t i = count; i-- > 0;) {
        add_plain(marks, found[i]);
        if (i > 0)
            thr_buf_char(marks, ';');
    }
    *text = rest;
    return true;
}

bool
thr_mark_cut_end(thresh_str *text, thr_buf *marks) {
    return cut_end(text, false, marks);
}

bool
thr_mark_cut_value(thresh_str *text, thr_buf *marks) {
    return cut_end(text, true, marks);
}

static size_t
stars_at_start(thresh_str text) {
    size_t at = 0;
    while (at < text.len && text.ptr[at] == '*')
        at++;
    return at;
}

/* Bytes of "1)" or "(1)", or of "1." where a blank follows, at the start. */
static size_t
number_at_start(thresh_str text) {
    bool opened = thr_first(text) == '(';
    size_t at = opened;
    while (at < text.len && thr_is_digit(text.ptr[at]))
        at++;
    size_t digits = at - opened;
    if (digits == 0 || digits > LONGEST_NUMBER || at == text.len)
        return 0;
    if (text.ptr[at] == ')')
        return at + 1;
    bool apart = thr_blank_at_start(thr_str_from(text, at + 1)) > 0;
    return text.ptr[at] == '.' && !opened && apart ? at + 1 : 0;
}

/* Bytes of "\\1", "[1]" or "[note 1]" at the start, with a colon behind the
 * last two. */
static size_t
slashed_at_start(thresh_str text) {
    const thresh_str word = THR_LIT("[note ");
    size_t at = text.len > word.len
                        && thr_str_equal_nocase(
                            thr_str_slice(text, 0, word.len), word)
                    ? word.len
                    : 1;
    if (text.len < 2 || (text.ptr[0] != '\\' && text.ptr[0] != '['))
        return 0;
    size_t from = at;
    while (at < text.len && thr_is_digit(text.ptr[at]))
        at++;
    if (at == from || at - from > LONGEST_NUMBER)
        return 0;
    if (text.ptr[0] == '\\')
        return at;
    if (at == text.len || text.ptr[at] != ']')
        return 0;
    at++;
    return at < text.len && text.ptr[at] == ':' ? at + 1 : at;
}

bool
thr_mark_cut_start(thresh_str *text, thr_buf *mark) {
    size_t taken = 0, len;
    char plain;
    while ((len = superscript(thr_str_from(*text, taken), false, &plain)) > 0)
        taken += len;
    if (taken == 0)
        taken = stars_at_start(*text);
    if (taken == 0)
        taken = number_at_start(*text);
    if (taken == 0)
        taken = slashed_at_start(*text);
    if (taken == 0 || taken == text->len)
        return false;
    size_t end = taken;
    if (text->ptr[end - 1] == '.' || text->ptr[end - 1] == ':')
        end--;
    add_plain(mark, thr_str_slice(*text, 0, end));
    *text = thr_str_trim(thr_str_from(*text, taken));
    return true;
}
