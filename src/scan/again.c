/* What is printed again on a further page. See again.h. */
#include "scan/again.h"

#include "base/ascii.h"
#include "base/str.h"

/* Words that tell it by themselves, and such as need a bracket or a dash in
 * front: "con" is a word of its own. */
static const char *const long_words[] = {
    "continued", "continuation",      "cont'd",
    "contd",     "fortsetzung",       "fortsatt",
    "fortsatt",  "forts\xC3\xA6ttes", "forts\xC3\xA4ttning"};
static const char *const short_words[] = {"cont",
                                          "con",
                                          "forts",
                                          "suite",
                                          "vervolg",
                                          ("cont\xC2\xB4"
                                           "d")};
static const char *const dashes[] = {"-", "\xE2\x80\x93", "\xE2\x80\x94",
                                     "\xE2\x80\x90", "\xE2\x80\x91"};

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* ## Marks */

static bool
is_one_of(thresh_str text, const char *const *words, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (thr_str_equal_nocase(text, thr_str(words[i])))
            return true;
    return false;
}

static thresh_str
without_dots(thresh_str text) {
    text = thr_str_trim(text);
    while (text.len > 0 && strchr(".:,", text.ptr[text.len - 1]) != NULL)
        text = thr_str_trim(thr_str_slice(text, 0, text.len - 1));
    return text;
}

/* "continued", "cont.", "continued on next page", as in brackets. */
static bool
is_mark(thresh_str text) {
    text = without_dots(text);
    thresh_str first = text;
    size_t blank = thr_str_find(text, THR_LIT(" "));
    if (blank != THRESH_NONE)
        first = thr_str_slice(text, 0, blank);
    return is_one_of(first, long_words, COUNT(long_words))
           || is_one_of(text, short_words, COUNT(short_words));
}

/* Length of the bracket that `text` starts with, if a mark stands in it. */
static size_t
bracket_at_start(thresh_str text) {
    enum { LONGEST = 48 };
    if (text.len == 0 || (text.ptr[0] != '(' && text.ptr[0] != '['))
        return 0;
    char close = text.ptr[0] == '(' ? ')' : ']';
    for (size_t i = 1; i < text.len && i < LONGEST; i++)
        if (text.ptr[i] == close)
            return is_mark(thr_str_slice(text, 1, i)) ? i + 1 : 0;
    return 0;
}

/* Length of the dash at the end of `text`; 0 if none. */
static size_t
dash_at_end(thresh_str text) {
    for (size_t i = 0; i < COUNT(dashes); i++) {
        thresh_str dash = thr_str(dashes[i]);
        if (thr_str_ends(text, dash))
            return dash.len;
    }
    return 0;
}

/* Take dashes, commas and blanks off the end; whether there was a dash. */
static bool
cut_dashes(thresh_str *text) {
    bool dash = false;
    *text = thr_str_trim(*text);
    for (size_t len = 1; len > 0 && text->len > 0;) {
        len = dash_at_end(*text);
        dash |= len > 0;
        if (len == 0)
            len = text->ptr[text->len - 1] == ',';
        *text = thr_str_trim(thr_str_slice(*text, 0, text->len - len));
    }
    return dash;
}

/* Where the last word of `text` starts. */
static size_t
last_word(thresh_str text) {
    size_t at = text.len;
    for (; at > 0 && text.ptr[at - 1] != ' '; at--) {
        unsigned char c = (unsigned char)text.ptr[at - 1];
        if ((c == '-' || c >= 0x80)
            && dash_at_end(thr_str_slice(text, 0, at)) > 0)
            break;
    }
    return at;
}

static bool
cut_bracket(thresh_str *text) {
    thresh_str whole = without_dots(*text);
    if (whole.len == 0 || strchr(")]", whole.ptr[whole.len - 1]) == NULL)
        return false;
    size_t at = whole.len;
    while (at > 0 && strchr("([", whole.ptr[at - 1]) == NULL)
        at--;
    if (at == 0
        || bracket_at_start(thr_str_from(whole, at - 1)) != whole.len - at + 1)
        return false;
    *text = thr_str_trim(thr_str_slice(whole, 0, at - 1));
    (void)cut_dashes(text);
    return true;
}

bool
thr_again_cut(thresh_str *text) {
    if (cut_bracket(text))
        return true;
    thresh_str whole = without_dots(*text);
    size_t at = last_word(whole);
    thresh_str word = thr_str_from(whole, at);
    thresh_str before = thr_str_slice(whole, 0, at);
    bool comma = thr_str_trim(before).len > 0
                 && without_dots(before).len < thr_str_trim(before).len;
    bool dash = cut_dashes(&before);
    bool is_long = is_one_of(word, long_words, COUNT(long_words));
    if (!(is_long && (dash || comma || before.len == 0))
        && !(dash && is_one_of(word, short_words, COUNT(short_words))))
        return false;
    *text = before;
    return true;
}

/* ## Comparing */

static char
lower(char c) {
    return thr_is_upper(c) ? (char)(c - 'A' + 'a') : c;
}

/* Length of what does not count at the start of `text`; `digit` tells that a
 * digit stands before it: the dash of "1-4" counts. */
static size_t
ignored(thresh_str text, bool digit) {
    static const thresh_str soft = {"\xC2\xAD", 2};
    size_t len = thr_blank_at_start(text);
    if (len == 0)
        len = bracket_at_start(text);
    if (len == 0 && thr_str_starts(text, soft))
        len = soft.len;
    for (size_t i = 0; i < COUNT(dashes) && len == 0 && !digit; i++)
        if (thr_str_starts(text, thr_str(dashes[i])))
            len = strlen(dashes[i]);
    if (len == 0 && text.len == 1 && strchr(".:", text.ptr[0]) != NULL)
        len = 1;
    return len;
}

/* The next byte that counts, and go on behind it; '\0' at the end. */
static char
next_byte(thresh_str *text, bool *digit) {
    size_t len = 1;
    while (text->len > 0 && len > 0) {
        len = ignored(*text, *digit);
        *text = thr_str_from(*text, len);
    }
    if (text->len == 0)
        return '\0';
    char c = lower(text->ptr[0]);
    *digit = thr_is_digit(c);
    *text = thr_str_from(*text, 1);
    return c;
}

/* Whether `text` starts with all of `part`; `rest` is what follows. */
static bool
starts(thresh_str text, thresh_str part, thresh_str *rest) {
    bool digit = false, part_digit = false;
    for (;;) {
        thresh_str before = text;
        char c = next_byte(&part, &part_digit);
        *rest = before;
        if (c == '\0')
            return true;
        if (next_byte(&text, &digit) != c)
            return false;
    }
}

static bool
starts_alike(thresh_str a, thresh_str b) {
    bool digit = false;
    char c = next_byte(&a, &digit);
    digit = false;
    return next_byte(&b, &digit) == c;
}

bool
thr_again_same(thresh_str a, thresh_str b) {
    thresh_str rest;
    bool digit = false;
    if (thr_str_equal(a, b))
        return true;
    if (a.len == 0 || b.len == 0 || !starts_alike(a, b))
        return false;
    (void)thr_again_cut(&a);
    (void)thr_again_cut(&b);
    return starts(a, b, &rest) && next_byte(&rest, &digit) == '\0';
}

bool
thr_again_within(thresh_str whole, thresh_str part) {
    enum { LEAST = 8, MOST = 1024 };
    (void)thr_again_cut(&part);
    if (part.len < LEAST || whole.len > MOST)
        return false;
    for (size_t at = 0; at + LEAST <= whole.len; at++) {
        thresh_str rest;
        if ((at == 0 || whole.ptr[at - 1] == ' ')
            && starts(thr_str_from(whole, at), part, &rest)
            && (rest.len == 0 || strchr(" .,", rest.ptr[0]) != NULL))
            return true;
    }
    return false;
}

bool
thr_again_record(const thr_record *a, const thr_record *b) {
    size_t cells = a->ncells > b->ncells ? a->ncells : b->ncells;
    for (size_t field = 1; field <= cells; field++)
        if (!thr_again_same(thr_record_cell(a, field),
                            thr_record_cell(b, field)))
            return false;
    return true;
}

/* ## Pages */

/* Length of "Page" or the like at the start; 0 if none. */
static size_t
page_word(thresh_str text) {
    static const char *const words[] = {"page", "seite",       "side",  "sida",
                                        "p.",   "p\xC3\xA1g.", "pagina"};
    for (size_t i = 0; i < COUNT(words); i++) {
        thresh_str word = thr_str(words[i]);
        if (text.len > word.len
            && thr_str_equal_nocase(thr_str_slice(text, 0, word.len), word))
            return word.len + (text.ptr[word.len] == ':');
    }
    return 0;
}

bool
thr_again_has_page_word(thresh_str text) {
    return page_word(text) > 0;
}

/* "of 20" or "/20" behind the number of a page, or what closes it. */
static bool
is_behind_page(thresh_str rest) {
    enum { LONGEST = 8 };
    if (rest.len <= 1)
        return rest.len == 0 || strchr(")]", rest.ptr[0]) != NULL;
    return rest.len <= LONGEST && thr_is_digit(rest.ptr[rest.len - 1])
           && (rest.ptr[0] == '/' || thr_str_starts(rest, THR_LIT("of "))
               || thr_str_starts(rest, THR_LIT("von "))
               || thr_str_starts(rest, THR_LIT("av ")));
}

bool
thr_again_is_page(thresh_str text) {
    (void)cut_dashes(&text);
    while (text.len > 0 && strchr("-[( ", text.ptr[0]) != NULL)
        text = thr_str_from(text, 1);
    text = thr_str_trim(thr_str_from(text, page_word(text)));
    size_t digits = 0;
    while (digits < text.len && thr_is_digit(text.ptr[digits]))
        digits++;
    return digits > 0 && digits <= 4
           && is_behind_page(thr_str_trim(thr_str_from(text, digits)));
}
