/* What a title says of its table. See title.h. */
#include "scan/title.h"

#include <string.h>

#include "base/ascii.h"
#include "base/str.h"
#include "scan/features.h"
#include "scan/period.h"
#include "value/table_number.h"

/* "by" and "and", in the languages whose offices we know. */
static const char *const by_words[] = {"by",  "etter", "efter", "nach",
                                       "par", "por",   "naar"};
static const char *const and_words[] = {"and", "og", "och", "und",
                                        "et",  "y",  "en"};

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Whether `text` has the word of `words` at `at`, between blanks; its length
 * with the blank behind it, or 0. */
static size_t
word_at(thresh_str text, size_t at, const char *const *words, size_t count) {
    for (size_t i = 0; i < count; i++) {
        thresh_str word = thr_str(words[i]);
        if (text.len - at <= word.len || text.ptr[at + word.len] != ' ')
            continue;
        thresh_str here = thr_str_slice(text, at, at + word.len);
        if (thr_str_equal_nocase(here, word))
            return word.len + 1;
    }
    return 0;
}

/* ## Period */

/* Whether the comma at `at` stands in a date: "July 1, 2019". */
static bool
is_in_date(thresh_str text, size_t at) {
    size_t digits = 0;
    while (digits < at && thr_is_digit(text.ptr[at - 1 - digits]))
        digits++;
    size_t end = at - digits;
    if (text.ptr[at] != ',' || digits == 0 || digits > 2 || end == 0
        || text.ptr[end - 1] != ' ')
        return false;
    size_t start = --end;
    while (start > 0 && text.ptr[start - 1] != ' ')
        start--;
    return thr_period_in_year(thr_str_slice(text, start, end));
}

/* "sex at", "sex as of", "sex on": what leads to a date is part of no list. */
static thresh_str
without_lead(thresh_str list) {
    static const char *const leads[] = {" as at", " as of", " at",  " on",
                                        " in",    " per",   " den", " am",
                                        " au",    " a"};
    for (size_t i = 0; i < COUNT(leads); i++) {
        thresh_str lead = thr_str(leads[i]);
        if (list.len > lead.len && thr_str_ends_nocase(list, lead))
            return thr_str_trim(thr_str_slice(list, 0, list.len - lead.len));
    }
    return list;
}

/* The last words of a list that are a period with nothing before it to set it
 * apart: "by Domicile and Gender 2000/01". */
static thresh_str
cut_last_words(thresh_str *title) {
    size_t from = title->len;
    for (size_t at = title->len; at-- > 0;) {
        if (at > 0 && title->ptr[at - 1] != ' ')
            continue;
        thresh_str rest = thr_str_from(*title, at), word;
        if (!thr_str_next(&rest, ' ', &word) || !thr_period_is_word(word))
            break;
        bool digits = thr_is_digit(word.ptr[0]);
        bool capital = thr_is_upper(word.ptr[0]);
        if (digits || capital)
            from = at;
    }
    thresh_str tail = thr_str_from(*title, from);
    if (from == 0 || tail.len == 0 || !thr_period_is(tail))
        return (thresh_str){NULL, 0};
    *title = without_lead(thr_str_trim(thr_str_slice(*title, 0, from)));
    return tail;
}

/* Cut the period off the end of `title`: the last sentence, or the last part
 * behind a comma or colon, if it holds a year. */
static thresh_str
cut_period(thresh_str *title) {
    thresh_str text = thr_str_trim(*title);
    if (thr_last(text) == '.')
        text.len--;
    for (size_t at = text.len; at-- > 0;) {
        bool stop = strchr(".,:", text.ptr[at]) != NULL && at + 1 < text.len
                    && text.ptr[at + 1] == ' ';
        if (!stop || is_in_date(text, at))
            continue;
        thresh_str tail = thr_str_trim(thr_str_from(text, at + 1));
        if (!thr_period_is(tail))
            break;
        *title = thr_str_trim(thr_str_slice(text, 0, at));
        return tail;
    }
    *title = text;
    return (thresh_str){NULL, 0};
}

/* ## By */

/* Where the list of dimensions starts: behind the last "by" between words. */
static size_t
find_by(thresh_str text, size_t *measure_end) {
    for (size_t at = text.len; at-- > 1;) {
        if (text.ptr[at - 1] != ' ')
            continue;
        size_t len = word_at(text, at, by_words, COUNT(by_words));
        if (len == 0)
            continue;
        thresh_str before = thr_str_trim(thr_str_slice(text, 0, at));
        if (thr_last(before) == ',')
            before.len--;
        *measure_end = before.len;
        return at + len;
    }
    return THRESH_NONE;
}

/* Without what stands behind it in parentheses, a base or a unit: "month (2015
 * = 100)". Letters alone may well be part of its name: "region (NUTS)". */
static thresh_str
before_remark(thresh_str item) {
    size_t open = thr_str_find(item, THR_LIT(" ("));
    if (open == THRESH_NONE || thr_last(item) != ')')
        return item;
    for (size_t i = open; i < item.len; i++)
        if (thr_is_digit(item.ptr[i]) || item.ptr[i] == '%')
            return thr_str_trim(thr_str_slice(item, 0, open));
    return item;
}

static void
add_by(thr_title *out, thresh_str item) {
    item = thr_str_trim(item);
    size_t and_len = item.len > 0
                         ? word_at(item, 0, and_words, COUNT(and_words))
                         : 0;
    item = thr_str_trim(thr_str_from(item, and_len));
    /* "Catch by fish, in tonnes": a unit is no dimension. */
    if (thr_str_starts(item, THR_LIT("in ")))
        return;
    item = before_remark(item);
    if (item.len > 0 && out->nby < THR_TITLE_BY)
        out->by[out->nby++] = item;
}

/* "citizenship, sex and region" */
static void
split_by(thr_title *out, thresh_str list) {
    size_t from = 0;
    for (size_t at = 0; at < list.len; at++) {
        bool comma = list.ptr[at] == ',';
        bool and_word = at > from && list.ptr[at - 1] == ' '
                        && word_at(list, at, and_words, COUNT(and_words)) > 0;
        if (!comma && !and_word)
            continue;
        add_by(out, thr_str_slice(list, from, at));
        from = at + comma;
    }
    add_by(out, thr_str_from(list, from));
}

/* What stands before a dash between blanks: behind it stands who or where it
 * is about, "by age and sex - Labour Force Survey, 2006". */
static thresh_str
before_dash(thresh_str list) {
    static const char *const dashes[] = {" \xE2\x80\x94 ", " \xE2\x80\x93 ",
                                         " -- "};
    for (size_t i = 0; i < COUNT(dashes); i++) {
        size_t at = thr_str_find(list, thr_str(dashes[i]));
        if (at != THRESH_NONE)
            list.len = at;
    }
    return list;
}

/* The list, and the period behind it unless that is known. */
static void
read_by(thr_title *out, thresh_str list) {
    if (out->period.len == 0)
        out->period = cut_last_words(&list);
    split_by(out, before_dash(list));
}

thr_title
thr_title_read(thresh_str title) {
    thr_title out = {.period = cut_period(&title)};
    size_t measure_end = title.len;
    size_t by = find_by(title, &measure_end);
    if (by != THRESH_NONE)
        read_by(&out, thr_str_from(title, by));
    out.measure = thr_str_trim(thr_str_slice(title, 0, measure_end));
    return out;
}

bool
thr_title_is_unit(thresh_str line, thresh_str *unit) {
    static const char *const words[] = {
        "thousand", "million", "billion",  "percent",  "per cent",
        "per 1",    "tausend", "prozent",  "prosent",  "procent",
        "mill. ",   "tusen",   "milliers", "millones", "miles de"};
    char open = thr_first(line), close = thr_last(line);
    if (line.len < 3
        || !((open == '(' && close == ')') || (open == '[' && close == ']')))
        return false;
    *unit = thr_str_trim(thr_str_slice(line, 1, line.len - 1));
    if (memchr(unit->ptr, open, unit->len) != NULL
        || thr_str_find(*unit, THR_LIT(". ")) != THRESH_NONE)
        return false; /* a text of its own */
    if (thr_str_starts(*unit, THR_LIT("In "))
        || thr_str_starts(*unit, THR_LIT("in ")))
        return true;
    for (size_t i = 0; i < COUNT(words); i++)
        if (thr_str_find_nocase(*unit, thr_str(words[i])) != THRESH_NONE)
            return true;
    return false;
}

bool
thr_title_is_number(thresh_str line, thresh_str *number) {
    return !thr_text_is_year(line) && thr_table_number_is(line, number);
}
