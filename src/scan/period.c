/* Words for times. See period.h. */
#include "scan/period.h"

#include "base/ascii.h"
#include "base/str.h"
#include "scan/features.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const char *const months[] = {"january",
                                     "february",
                                     "march",
                                     "april",
                                     "may",
                                     "june",
                                     "july",
                                     "august",
                                     "september",
                                     "october",
                                     "november",
                                     "december",
                                     "januari",
                                     "februari",
                                     "mars",
                                     "mai",
                                     "maj",
                                     "juni",
                                     "juli",
                                     "augusti",
                                     "oktober",
                                     "desember",
                                     "dezember",
                                     "janvier",
                                     "f\303\251vrier",
                                     "avril",
                                     "juin",
                                     "juillet",
                                     "ao\303\273t",
                                     "septembre",
                                     "octobre",
                                     "novembre",
                                     "d\303\251cembre",
                                     "j\303\244nner",
                                     "m\303\244rz",
                                     "maart",
                                     "mei",
                                     "augustus",
                                     "enero",
                                     "febrero",
                                     "marzo",
                                     "abril",
                                     "mayo",
                                     "junio",
                                     "julio",
                                     "agosto",
                                     "septiembre",
                                     "octubre",
                                     "noviembre",
                                     "diciembre",
                                     "gennaio",
                                     "febbraio",
                                     "aprile",
                                     "maggio",
                                     "giugno",
                                     "luglio",
                                     "settembre",
                                     "ottobre",
                                     "dicembre",
                                     "janeiro",
                                     "fevereiro",
                                     "mar\303\247o"};

/* Whether the word, of three letters or more, starts a name: "Sept." */
static bool
is_month(thresh_str word) {
    if (thr_last(word) == '.')
        word.len--;
    for (size_t i = 0; i < COUNT(months) && word.len >= 3; i++) {
        thresh_str name = thr_str(months[i]);
        if (word.len <= name.len
            && thr_str_equal_nocase(word, thr_str_slice(name, 0, word.len)))
            return true;
    }
    return false;
}

static bool
is_part(thresh_str word) {
    static const char *const starts[] = {
        "quarter", "kvartal", "quartal", "trim",   "qtr",
        "year",    "spring",  "summer",  "autumn", "fall",
        "winter",  "fiscal",  "school",  "half"};
    for (size_t i = 0; i < COUNT(starts); i++) {
        thresh_str start = thr_str(starts[i]);
        if (word.len >= start.len
            && thr_str_equal_nocase(thr_str_slice(word, 0, start.len), start))
            return true;
    }
    return false;
}

bool
thr_period_is_word(thresh_str word) {
    static const char *const joins[] = {
        "to",   "and", "og",           "och",         "und", "et",
        "y",    "til", "bis",          "of",          "the", "as",
        "at",   "end", "from",         "in",          "on",  "through",
        "thru", "-",   "\xE2\x80\x93", "\xE2\x80\x94"};
    for (size_t i = 0; i < word.len; i++)
        if (thr_is_digit(word.ptr[i]))
            return true;
    for (size_t i = 0; i < COUNT(joins); i++)
        if (thr_str_equal_nocase(word, thr_str(joins[i])))
            return true;
    return is_month(word) || is_part(word);
}

bool
thr_period_is(thresh_str text) {
    enum { MOST_WORDS = 8 };
    thresh_str rest = text, word;
    while (thr_str_next(&rest, ' ', &word))
        if (word.len > 0 && !thr_period_is_word(word))
            return false;
    size_t words = 1, run = 0;
    bool year = false;
    for (size_t i = 0; i <= text.len; i++) {
        if (i < text.len && thr_is_digit(text.ptr[i])) {
            run++;
            continue;
        }
        if (run == 4)
            year |= thr_text_is_year(thr_str_slice(text, i - 4, i));
        run = 0;
        words += i < text.len && text.ptr[i] == ' ';
    }
    return year && words <= MOST_WORDS;
}

/* "Q1", "K 4", "1st quarter", "II. Quartal". */
static bool
is_quarter(thresh_str text) {
    thresh_str rest = text, word;
    if (text.len >= 2 && strchr("QqKkT", text.ptr[0]) != NULL) {
        rest = thr_str_trim(thr_str_from(text, 1));
        return rest.len == 1 && rest.ptr[0] >= '1' && rest.ptr[0] <= '4';
    }
    size_t words = 0;
    bool named = false;
    while (thr_str_next(&rest, ' ', &word)) {
        words += word.len > 0;
        named |= is_part(word) && word.len > 0;
    }
    return words == 2 && named;
}

bool
thr_period_in_year(thresh_str text) {
    return is_month(text) || is_quarter(text);
}
