/* Words for times. See period.h. */
#include "scan/period.h"

#include "base/ascii.h"
#include "base/str.h"
#include "scan/features.h"
#include "scan/months.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

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

/* Months with strokes between, "Jan-Mar", "May/June". */
static bool
is_months(thresh_str word) {
    enum { MOST = 3 };
    size_t start = 0, count = 0;
    for (size_t i = 0; i <= word.len; i++) {
        if (i < word.len && word.ptr[i] != '-' && word.ptr[i] != '/')
            continue;
        if (i == start || count++ == MOST
            || !thr_month_is(thr_str_slice(word, start, i)))
            return false;
        start = i + 1;
    }
    return true;
}

/* A year that starts with another month, "FY". */
static bool
is_other_year(thresh_str word) {
    return thr_str_equal_nocase(word, THR_LIT("fy"));
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
    return is_months(word) || is_part(word) || is_other_year(word);
}

/* "Mar-19", "Dec'19": a year of two digits, which "May 19" need not be. */
static bool
is_short_date(thresh_str text) {
    enum { YEAR = 2 };
    if (text.len < YEAR + 2)
        return false;
    size_t at = text.len - YEAR - 1;
    return strchr("-'/", text.ptr[at]) != NULL
           && thr_is_digit(text.ptr[at + 1]) && thr_is_digit(thr_last(text))
           && thr_month_is(thr_str_slice(text, 0, at));
}

bool
thr_period_is(thresh_str text) {
    enum { MOST_WORDS = 8 };
    thresh_str rest = text, word;
    while (thr_str_next(&rest, ' ', &word))
        if (word.len > 0 && !thr_period_is_word(word))
            return false;
    size_t words = 1, run = 0;
    bool year = is_short_date(text);
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
thr_period_is_quarter(thresh_str text) {
    static const char *const words[] = {"quarter", "kvartal", "quartal",
                                        "trimest"};
    if (!is_quarter(text))
        return false;
    for (size_t i = 0; i < COUNT(words); i++)
        if (thr_str_find_nocase(text, thr_str(words[i])) != THRESH_NONE)
            return true;
    return text.len <= 3; /* "Q1", "K 4" */
}

bool
thr_period_in_year(thresh_str text) {
    return thr_month_is(text) || is_quarter(text);
}
