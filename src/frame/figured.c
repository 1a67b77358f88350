/* Figures that head others. See figured.h. */
#include "frame/figured.h"

#include <stdio.h>
#include <string.h>

#include "base/ascii.h"
#include "base/str.h"
#include "frame/dates.h"
#include "scan/features.h"
#include "value/symbol.h"
#include "value/value.h"

/* Whether the record above `i` has a text over each of its cells, each another
 * one, another one over its label too, and these are no months: then a label
 * with years is a row, and the years are values. A text that stands twice is a
 * spanner of the years. */
static bool
is_headed(const thr_window *window, size_t i) {
    const thr_record *record = thr_window_at(window, i);
    if (thr_record_cell(record, 1).len == 0 || i == 0
        || !thr_window_is_heading(window, i - 1)
        || thr_dates_are_parted(window, i - 1, i, 2))
        return false;
    const thr_record *above = thr_window_at(window, i - 1);
    if (thr_str_equal(thr_record_cell(record, 1), thr_record_cell(above, 1)))
        return false; /* the heading of the labels again */
    for (size_t field = 2; field <= record->ncells; field++) {
        thresh_str heading = thr_record_cell(above, field);
        if (thr_record_cell(record, field).len > 0
            && (heading.len == 0
                || thr_str_equal(heading, thr_record_cell(above, field - 1))))
            return false;
    }
    return true;
}

/* Whether a label with a year stands above another one, as values do: "Norway
 * | 1905", "Sweden | 1523". Columns are headed by years that follow each
 * other, or beside a word for them. */
static bool
is_listed(const thr_window *window, size_t i) {
    thr_features features = thr_window_features(window, i);
    thresh_str label = thr_record_cell(thr_window_at(window, i), 1);
    size_t below = thr_window_filled(window, i + 1);
    if (features.run || label.len == 0 || thr_text_names_time(label)
        || below >= window->count)
        return false;
    thr_features next = thr_window_features(window, below);
    thresh_str other = thr_record_cell(thr_window_at(window, below), 1);
    return thr_features_is_years(&next) && !next.run && other.len > 0
           && next.filled == features.filled && !thr_str_equal(label, other);
}

/* Whether what follows `i` can stand below a header: figures, or more of the
 * header. */
static bool
has_body_below(const thr_window *window, size_t i) {
    for (i++; i < window->count; i++) {
        thr_features features = thr_window_features(window, i);
        if (features.filled > 0)
            return features.figures > 0 || features.filled == 1
                   || thr_features_is_heading(&features);
    }
    return false;
}

/* Two numbers are enough in parentheses. */
bool
thr_figured_counts_columns(const thr_record *record) {
    size_t expected = 1, brackets = 0;
    for (size_t field = 1; field <= record->ncells; field++) {
        thresh_str cell = thr_record_cell(record, field);
        if (cell.len == 0)
            continue;
        if (cell.len > 2 && cell.ptr[0] == '('
            && cell.ptr[cell.len - 1] == ')') {
            cell = thr_str_slice(cell, 1, cell.len - 1);
            brackets++;
        }
        size_t number = 0;
        for (size_t i = 0; i < cell.len && number < 1000; i++) {
            if (!thr_is_digit(cell.ptr[i]))
                return false;
            number = 10 * number + (size_t)(cell.ptr[i] - '0');
        }
        if (number != expected++)
            return false;
    }
    return record->filled > 2 || brackets == 2;
}

/* Whether a name is followed by 1, 2, 3, ... to the end of the record, as over
 * months or weeks: figures of a row hardly count that far by chance. */
static bool
counts_behind_name(const thr_record *record) {
    enum { FEWEST = 6 };
    thresh_str name = thr_record_cell(record, 1);
    thr_features features = thr_features_of(record);
    if (record->ncells <= FEWEST || name.len == 0 || thr_value_is_figure(name)
        || features.figures + 1 != record->ncells)
        return false;
    for (size_t field = 2; field <= record->ncells; field++) {
        char number[24];
        (void)snprintf(number, sizeof number, "%zu", field - 1);
        if (!thr_str_equal(thr_record_cell(record, field), thr_str(number)))
            return false;
    }
    return true;
}

/* A word that no table has instead of a number. */
static bool
is_word(thresh_str cell) {
    thr_meaning meaning;
    size_t letters = 0;
    for (size_t i = 0; i < cell.len; i++)
        letters += thr_is_lower((char)(cell.ptr[i] | 0x20));
    return letters > 1 && !thr_symbol_alone(NULL, cell, &meaning);
}

/* Whether a name is followed by words and by numbers that count on, as school
 * years do: "Grade | Total | 7 | 8 | 9 | 10 | ungraded". */
static bool
counts_among_words(const thr_record *record) {
    enum { FEWEST = 4 };
    thresh_str name = thr_record_cell(record, 1);
    size_t words = 0, numbers = 0, numbered = 0;
    unsigned last = 0;
    if (name.len == 0 || thr_value_is_figure(name))
        return false;
    for (size_t field = 2; field <= record->ncells; field++) {
        thresh_str cell = thr_record_cell(record, field);
        unsigned value = thr_small_number(cell, 2);
        if (value > 0) {
            if (numbers > 0 && (value != last + 1 || numbered + 1 != field))
                return false;
            numbers++;
            numbered = field;
            last = value;
        } else if (thr_value_is_figure(cell)) {
            return false;
        }
        words += is_word(cell);
    }
    return numbers >= FEWEST && words > 0;
}

/* Whether the row below is the second of a list that record `i` starts. */
static bool
starts_list(const thr_window *window, size_t i) {
    return i + 1 < window->count
           && thr_str_equal(thr_record_cell(thr_window_at(window, i), 1),
                            THR_LIT("1"))
           && thr_str_equal(thr_record_cell(thr_window_at(window, i + 1), 1),
                            THR_LIT("2"));
}

/* "1 000", "1.000.000": what the numbers below count in. */
static bool
is_thousands(thresh_str cell) {
    size_t zeros = 0;
    for (size_t i = 1; i < cell.len; i++)
        if (cell.ptr[i] == '0')
            zeros++;
        else if (cell.ptr[i] != ' ' && cell.ptr[i] != '.'
                 && cell.ptr[i] != ',')
            return false;
    return thr_first(cell) == '1' && zeros >= 3 && zeros % 3 == 0;
}

/* Whether no label and no other figures stand beside thousands: they are what
 * each column counts in, as German offices print it. */
static bool
tells_thousands(const thr_record *record) {
    size_t thousands = 0;
    for (size_t field = 1; field <= record->ncells; field++) {
        thresh_str cell = thr_record_cell(record, field);
        bool unit = is_thousands(cell);
        if (cell.len > 0 && !unit && thr_value_is_figure(cell))
            return false;
        thousands += unit;
    }
    return thousands > 0 && record->filled > 1
           && thr_record_cell(record, 1).len == 0;
}

/* Cells such as "(percent", whose unit goes on below. */
static size_t
count_open(const thr_record *record) {
    size_t count = 0;
    for (size_t field = 1; field <= record->ncells; field++) {
        thresh_str cell = thr_record_cell(record, field);
        count += cell.len > 1 && cell.ptr[0] == '('
                 && memchr(cell.ptr, ')', cell.len) == NULL;
    }
    return count;
}

bool
thr_figured_tells_units(const thr_record *record) {
    thr_features features = thr_features_of(record);
    if (tells_thousands(record))
        return true;
    size_t label = thr_record_cell(record, 1).len > 0;
    return features.units > 0
           && features.units + count_open(record) + label == features.filled;
}

/* Whether a rule stands right below a line without a label, and none right
 * above, and a row with a label follows: then the rule ends the header. */
static bool
is_above_rule(const thr_window *window, size_t i) {
    size_t below = i + 1;
    if (thr_window_features(window, i).first < 2 || below >= window->count
        || !thr_window_at(window, below)->rule
        || (i > 0 && thr_window_at(window, i - 1)->rule))
        return false;
    below = thr_window_filled(window, below);
    return below < window->count
           && thr_window_features(window, below).first == 1
           && thr_window_features(window, below).figures > 0;
}

/* Whether a cell but the first starts with a blank. */
static bool
has_loose_cell(const thr_record *record) {
    for (size_t i = 1; i < record->ncells; i++) {
        thresh_str text = record->cells[i].text;
        if (text.len > 1 && text.ptr[0] == ' ' && text.ptr[1] != ' ')
            return true;
    }
    return false;
}

bool
thr_figured_is_prose(const thr_window *window, size_t i, size_t below) {
    const thr_record *record = thr_window_at(window, i);
    return below < window->count && !record->aligned && has_loose_cell(record)
           && !has_loose_cell(thr_window_at(window, below))
           && record->filled < thr_window_at(window, below)->filled;
}

bool
thr_figured_is_header(const thr_window *window, size_t i,
                      const char **reason) {
    const thr_record *record = thr_window_at(window, i);
    thr_features features = thr_window_features(window, i);
    if (features.figures == 0 || !has_body_below(window, i))
        return false;
    *reason = "strokes stand above figures";
    if (features.rules == features.filled)
        return true;
    if (thr_features_is_years(&features)) {
        *reason = "its years stand above other figures";
        return !is_headed(window, i) && !is_listed(window, i);
    }
    *reason = "its figures go on with the headings around them";
    if (record->heading)
        return true;
    *reason = "its units stand above figures";
    if (thr_figured_tells_units(record))
        return true;
    *reason = "a rule stands below its figures, and no label beside them";
    if (is_above_rule(window, i))
        return true;
    *reason = "it numbers the columns";
    if (counts_behind_name(record) || counts_among_words(record))
        return true;
    return i > 0 && !thr_window_is_blank_at(window, i - 1)
           && !starts_list(window, i) && thr_figured_counts_columns(record);
}
