/* What a record looks like by itself. See features.h. */
#include "scan/features.h"

#include "base/ascii.h"
#include "base/str.h"
#include "value/mark.h"
#include "value/value.h"

bool
thr_text_is_year(thresh_str text) {
    if (text.len != 4 || (text.ptr[0] != '1' && text.ptr[0] != '2'))
        return false;
    for (size_t i = 1; i < 4; i++)
        if (!thr_is_digit(text.ptr[i]))
            return false;
    return text.ptr[0] == '1' ? text.ptr[1] >= '5' : text.ptr[1] <= '1';
}

/* "(p)", of "2022 (p)". */
static bool
is_flag_in_brackets(thresh_str text) {
    return text.len == 3 && text.ptr[0] == '(' && text.ptr[2] == ')'
           && strchr("prefPREF", text.ptr[1]) != NULL;
}

static bool
has_point(thresh_str text) {
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] == '.' || text.ptr[i] == ',')
            return true;
    return false;
}

/* A mark of two characters or more: "\\1", "(2)", "1)", "2p". */
static bool
is_long_mark(thresh_str rest) {
    bool opened = rest.len > 1 && strchr("\\/(", rest.ptr[0]) != NULL;
    size_t digits = 0;
    for (size_t i = 0; i < rest.len; i++)
        digits += thr_is_digit(rest.ptr[i]);
    if (!opened && has_point(rest))
        return false; /* "18231.6" has decimals */
    return rest.len <= 4 && digits > 0 && (opened || digits < rest.len)
           && digits + 2 >= rest.len
           && strchr("\\/(0123456789prefPREF", rest.ptr[0]) != NULL;
}

/* What may stand behind a year: ".", ".0", a mark, or the letter of a flag. A
 * lone digit is a mark that was raised, or the year is a number of five
 * digits. What joins it to another year is none: "2009-10" and "2007/08" are
 * two. */
static bool
is_behind_year(thresh_str rest) {
    if (rest.len == 0 || thr_str_equal(rest, THR_LIT("."))
        || thr_str_equal(rest, THR_LIT(".0")))
        return true;
    if (rest.ptr[0] == '/')
        return false;
    rest = thr_str_trim(rest);
    if (is_flag_in_brackets(rest))
        rest = thr_str_slice(rest, 1, 2);
    if (rest.len == 1)
        return strchr("0123456789*prefPREF", rest.ptr[0]) != NULL;
    return is_long_mark(rest);
}

bool
thr_text_heads_year(thresh_str text, thresh_str *year) {
    char room[64];
    thr_buf marks = {.ptr = room, .room = sizeof room, .limit = sizeof room};
    if (text.len < 4 || !thr_text_is_year(thr_str_slice(text, 0, 4)))
        return false;
    (void)thr_mark_cut_end(&text, &marks);
    if (text.len < 4 || !is_behind_year(thr_str_from(text, 4)))
        return false;
    *year = thr_str_slice(text, 0, 4);
    return true;
}

bool
thr_text_names_year(thresh_str text) {
    static const char *const words[] = {"year",
                                        "years",
                                        "\xC3\xA5r",
                                        "jahr",
                                        ("ann\xC3\xA9"
                                         "e"),
                                        "a\xC3\xB1o",
                                        "jaar",
                                        "anno",
                                        "rok",
                                        "vuosi"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (thr_str_equal_nocase(text, thr_str(words[i])))
            return true;
    return false;
}

bool
thr_text_names_part_of_year(thresh_str text) {
    static const char *const words[] = {"quarter", "quarters", "trimestre",
                                        "month",   "months",   "mes",
                                        "mois",    "monat",    "kvartal"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (thr_str_equal_nocase(text, thr_str(words[i])))
            return true;
    return false;
}

bool
thr_text_names_time(thresh_str text) {
    static const char *const words[] = {"date",
                                        "dates",
                                        "datum",
                                        "fecha",
                                        "time",
                                        "tid",
                                        "zeit",
                                        "tijd",
                                        "period",
                                        "periodo",
                                        ("p\xC3\xA9"
                                         "riode")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (thr_str_equal_nocase(text, thr_str(words[i])))
            return true;
    return thr_text_names_part_of_year(text) || thr_text_names_year(text);
}

/* "(P)", "(RE)": what kind of figures are below, as years have it. */
static bool
is_grade(thresh_str text) {
    static const char *const words[] = {"(P)",  "(Q)",  "(R)",  "(E)", "(F)",
                                        "(p)",  "(r)",  "(e)",  "(f)", "(RE)",
                                        "(BE)", "(PE)", "(QE)", "(AE)"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (thr_str_equal(text, thr_str(words[i])))
            return true;
    return false;
}

bool
thr_text_is_unit(thresh_str text) {
    if (text.len < 3 || text.ptr[0] != '(' || text.ptr[text.len - 1] != ')'
        || is_grade(text))
        return false;
    size_t others = 0, noughts = 0;
    for (size_t i = 1; i + 1 < text.len; i++) {
        char c = text.ptr[i];
        noughts += c == '0';
        if ((c >= '2' && c <= '9') || (c == '1' && i > 1))
            others++;
        else if (strchr("01., '", c) == NULL)
            return true; /* a word */
    }
    return others == 0 && noughts >= 3;
}

bool
thr_text_is_rule(thresh_str text) {
    if (text.len > 0
        && (thr_is_digit(text.ptr[0]) || thr_is_letter(text.ptr[0])))
        return false; /* as most do not */
    while (text.len > 0) {
        size_t len = 1;
        if (thr_str_starts(text, THR_LIT("\xE2\x80\x93"))
            || thr_str_starts(text, THR_LIT("\xE2\x80\x94"))
            || thr_str_starts(text, THR_LIT("\xE2\x94\x80")))
            len = 3;
        else if (strchr("-=_", text.ptr[0]) == NULL)
            return false;
        text = thr_str_from(text, len);
    }
    return true;
}

bool
thr_text_is_link(thresh_str *text) {
    if (text->len < 4 || text->ptr[0] != '['
        || text->ptr[text->len - 1] != ')')
        return false;
    size_t middle = thr_str_find(*text, THR_LIT("]("));
    if (middle == THRESH_NONE
        || memchr(text->ptr + middle, ' ', text->len - middle) != NULL)
        return false;
    *text = thr_str_trim(thr_str_slice(*text, 1, middle));
    return true;
}

static int
year_of(thresh_str text) {
    int year = 0;
    for (size_t i = 0; i < text.len; i++)
        year = year * 10 + (text.ptr[i] - '0');
    return year;
}

/* The years of one record, as they follow each other. */
typedef struct years {
    size_t count;
    size_t others; /* than the one before */
    int last;
    int step;
    bool even; /* one step for all others */
} years;

/* A spanner stands in each of its columns. */
static void
add_year(years *seen, int year) {
    int step = year - seen->last;
    bool first = seen->count++ == 0;
    seen->last = year;
    if (first || step == 0)
        return;
    seen->others++;
    if (seen->others == 1)
        seen->step = step;
    seen->even = step == seen->step && step >= -10 && step <= 10
                 && (seen->others == 1 || seen->even);
}

/* "20071": as far as one can see by itself, a number of five digits. */
static bool
is_glued(thresh_str text) {
    return text.len == 5 && thr_is_digit(text.ptr[4]);
}

thr_features
thr_features_of(const thr_record *record) {
    enum { SHOWN = 64 };
    thr_features out = {.filled = record->filled};
    thresh_str year;
    years seen = {0};
    size_t glued = 0;
    for (size_t field = 1; field <= record->ncells; field++) {
        thresh_str cell = thr_record_cell(record, field);
        if (cell.len == 0)
            continue;
        if (out.first == 0)
            out.first = field;
        out.rules += thr_text_is_rule(cell);
        bool figure = thr_value_is_figure(cell);
        if (field <= SHOWN)
            out.shown |= (uint64_t)figure << (field - 1);
        if (field == 1)
            continue;
        out.units += thr_text_is_unit(cell);
        bool heads_year = thr_text_heads_year(cell, &year);
        if (!heads_year && !figure) {
            out.texts++;
            continue;
        }
        out.figures++;
        if (heads_year)
            add_year(&seen, year_of(year));
        glued += heads_year && is_glued(cell);
    }
    /* "20071" is the year 2007 only among years. */
    bool marked = 2 * glued <= seen.count;
    out.years = marked ? seen.count : seen.count - glued;
    out.run = marked && seen.even;
    return out;
}

bool
thr_features_is_data(const thr_features *features) {
    return features->figures > features->years;
}

bool
thr_features_is_years(const thr_features *features) {
    return features->figures > 0 && features->figures == features->years;
}

bool
thr_features_is_year_header(const thr_features *features, thresh_str label,
                            thresh_str stubhead) {
    return thr_features_is_years(features)
           && (features->run || label.len == 0
               || thr_str_equal(label, stubhead));
}

bool
thr_features_is_heading(const thr_features *features) {
    return (features->filled >= 2 || features->first >= 2)
           && features->figures == 0;
}
