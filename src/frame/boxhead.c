/* Which records are the boxhead. See boxhead.h. */
#include "frame/boxhead.h"

#include <string.h>

#include "base/ascii.h"
#include "base/str.h"
#include "frame/figured.h"
#include "frame/pairs.h"
#include "scan/features.h"
#include "value/table_number.h"
#include "value/value.h"

bool
thr_boxhead_is_row(const thr_window *window, size_t i) {
    const char *reason;
    return (thr_window_is_heading(window, i)
            || thr_figured_is_header(window, i, &reason))
           && !thr_pairs_is_one(window, i);
}

/* ## Its first record */

/* A short text in the first field alone: the heading over the stub, printed on
 * a line between those of the columns. */
static bool
is_lone(const thr_window *window, size_t i, size_t stub) {
    enum { LONGEST = 40 };
    thr_features features = thr_window_features(window, i);
    return features.filled == 1 && features.first <= stub
           && thr_record_cell(thr_window_at(window, i), features.first).len
                  <= LONGEST;
}

/* "TIME | 2020 | 2021": what stands left of years is the name of these. */
static bool
names_years(const thr_window *window, size_t i) {
    thr_features features = thr_window_features(window, i);
    return thr_features_is_years(&features)
           && thr_text_names_time(
               thr_record_cell(thr_window_at(window, i), 1));
}

size_t
thr_boxhead_skip_name(const thr_window *window, size_t body) {
    bool name = body > 0 && body + 1 < window->count
                && is_lone(window, body, 1) && names_years(window, body - 1)
                && thr_window_features(window, body + 1).figures > 0;
    return body + name;
}

/* Fields before the first figure of a row: they hold its label, wherever. */
static size_t
fields_before_figures(const thr_window *window, size_t i) {
    const thr_record *record = thr_window_at(window, i);
    size_t field = 1;
    while (field < record->ncells
           && (thr_record_cell(record, field + 1).len == 0
               || !thr_value_is_figure(thr_record_cell(record, field + 1))))
        field++;
    return field;
}

/* Whether every cell beside the label of the first row has a text above it,
 * in the records from `start` to before `end`: the number of a column is none.
 */
static bool
heads_all(const thr_window *window, size_t body, size_t start, size_t end) {
    const thr_record *row = thr_window_at(window, body);
    for (size_t field = 2; field <= row->ncells; field++) {
        bool headed = thr_record_cell(row, field).len == 0;
        for (size_t i = start; i < end && !headed; i++)
            headed = !thr_figured_counts_columns(thr_window_at(window, i))
                     && thr_record_cell(thr_window_at(window, i), field).len
                            > 0;
        if (!headed)
            return false;
    }
    return true;
}

/* What stands left of units, "Unit indicator", names these, and no labels, and
 * the number of the first column no more. */
static bool
has_stubhead(const thr_window *window, size_t start, size_t end) {
    for (size_t i = start; i < end; i++)
        if (thr_record_cell(thr_window_at(window, i), 1).len > 0
            && !thr_figured_tells_units(thr_window_at(window, i))
            && !thr_figured_counts_columns(thr_window_at(window, i)))
            return true;
    return false;
}

/* Whether record `i` is a line of the stub heading of which the record below
 * holds the rest: no blank is around it, and above stand headings that leave
 * the place over the labels free, or are so many that they are no title. */
static bool
is_more_stubhead(const thr_window *window, size_t i, size_t start) {
    if (i == 0 || i + 1 != start || !is_lone(window, i, 1)
        || !thr_boxhead_is_row(window, i - 1)
        || thr_record_cell(thr_window_at(window, start), 1).len == 0)
        return false;
    thr_features above = thr_window_features(window, i - 1);
    return above.filled > (above.first == 1 ? 2 : 1);
}

/* Whether record `i` is prose above headings, or apart from rows. */
static bool
is_prose(const thr_window *window, size_t i, size_t start, size_t body) {
    return (start < body || i + 1 < start)
           && thr_figured_is_prose(window, i,
                                   thr_window_filled(window, start));
}

/* Whether a heading of aligned text was found to stand over several columns.
 */
static bool
has_spanner(const thr_record *record) {
    for (size_t i = 0; i < record->ncells; i++)
        if (record->cells[i].span > 1)
            return true;
    return false;
}

static size_t
skip_blanks_up(const thr_window *window, size_t end) {
    while (end > 0 && thr_window_is_blank_at(window, end - 1))
        end--;
    return end;
}

/* Whether record `i`, apart from the header at [start, end), is still a part
 * of it: it heads columns that have no heading yet, or it spans some, or it is
 * a line of texts and no stub heading was met. */
static bool
goes_on(const thr_window *window, size_t i, size_t body, size_t start,
        size_t end) {
    thr_features features = thr_window_features(window, i);
    if (is_prose(window, i, start, body))
        return false;
    if (!thr_boxhead_is_row(window, i) || features.filled < 2)
        return features.first >= 2 && thr_boxhead_is_row(window, i);
    if (!heads_all(window, body, start, end)
        || thr_record_cell(thr_window_at(window, i), 1).len == 0)
        return true;
    return !has_stubhead(window, start, end)
           && (features.filled > 2 || has_spanner(thr_window_at(window, i)));
}

/* A number of a table, "3", "2.1" or "T02", but for blanks that were misread:
 * no row labels are headed so. */
static bool
is_table_number(thresh_str cell) {
    enum { MOST_DIGITS = 3 };
    size_t digits = 0;
    if (thr_first(cell) == 'T')
        cell = thr_str_from(cell, 1);
    for (size_t i = 0; i < cell.len; i++) {
        bool digit = thr_is_digit(cell.ptr[i]);
        if (!digit
            && (i == 0
                || strchr("ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                          "abcdefghijklmnopqrstuvwxyz()*/",
                          cell.ptr[i])
                       != NULL))
            return false;
        digits += digit;
    }
    return digits > 0 && digits <= MOST_DIGITS;
}

/* Whether `record` is the number of a table and its title, in a cell each: a
 * sentence, above headings that leave room for the stub. */
static bool
is_numbered_title(const thr_record *record, const thr_record *below) {
    enum { BLANKS = 2 };
    thresh_str title = thr_record_cell(record, 2);
    size_t blanks = 0;
    for (size_t i = 0; i < title.len; i++)
        blanks += title.ptr[i] == ' ';
    return is_table_number(thr_record_cell(record, 1)) && blanks >= BLANKS
           && below->filled >= 2
           && (thr_record_cell(below, 1).len == 0
               || thr_record_cell(below, 2).len == 0);
}

/* Whether the header row `i` is rather a line of the title: one text, printed
 * over each of several panels, where nothing shows that it stands over some
 * columns only, or two cells above a row whose first cells are
 * the stub heading and the heading beside it, or its number and its text. */
static bool
is_title(const thr_window *window, size_t i, size_t end) {
    const thr_record *record = thr_window_at(window, i);
    size_t first = 0, second = 0, filled = 0;
    for (size_t field = 1; field <= record->ncells; field++) {
        if (thr_record_cell(record, field).len == 0)
            continue;
        filled++;
        second = filled == 2 ? field : second;
        first = filled == 1 ? field : first;
    }
    if (i + 1 >= end || filled < 2)
        return false;
    if (first >= 2 && second > first + 1)
        return record->cells[first - 1].span == 0 && thr_record_is_one(record);
    const thr_record *below = thr_window_at(window, i + 1);
    if (filled != 2 || second != 2)
        return false;
    return is_numbered_title(record, below)
           || (below->filled > 2 && thr_record_cell(below, 1).len > 0
               && thr_record_cell(below, 2).len > 0);
}

/* Whether row `i` is a unit alone at the right, "(thousands)", above a line
 * that heads its column and the labels: it is that of all. */
static bool
is_unit_of_all(const thr_window *window, size_t i, size_t end) {
    thr_features features = thr_window_features(window, i);
    if (features.filled != 1 || features.first < 3 || features.units != 1
        || i + 1 >= end)
        return false;
    const thr_record *below = thr_window_at(window, i + 1);
    return thr_record_cell(below, 1).len > 0
           && thr_record_cell(below, features.first).len > 0
           && below->filled > 2 && below->ncells == features.first;
}

/* Whether field `field` lies within what a heading of record `i` is over: one
 * stands left of it, another right, and none there. */
static bool
is_within(const thr_window *window, size_t i, size_t field) {
    const thr_record *record = thr_window_at(window, i);
    bool left = false, right = false;
    for (size_t k = 2; k <= record->ncells; k++) {
        bool filled = thr_record_cell(record, k).len > 0;
        left |= filled && k < field;
        right |= filled && k > field;
    }
    return left && right && thr_record_cell(record, field).len == 0;
}

/* Whether row `i` is one text that was set over the middle: it starts as a
 * title does, "Table 6. Boats", or is all that stands above, and starts within
 * a spanner below, which no heading over it does. */
static bool
is_set_title(const thr_window *window, size_t i, size_t end) {
    thr_features features = thr_window_features(window, i);
    if (features.filled != 1 || features.first < 2)
        return false;
    const thr_record *record = thr_window_at(window, i);
    thresh_str text = thr_record_cell(record, features.first);
    if (thr_is_upper(thr_first(text)) && thr_table_number_starts(text))
        return true;
    size_t below = thr_window_filled(window, i + 1);
    return !record->aligned && skip_blanks_up(window, i) == 0
           && below + 1 < end && is_within(window, below, features.first);
}

static size_t
skip_title(const thr_window *window, size_t start, size_t end) {
    for (size_t i = start; i < end; i++)
        if (is_title(window, i, end) || is_unit_of_all(window, i, end)
            || is_set_title(window, i, end))
            start = i + 1;
        else if (!thr_window_is_blank_at(window, i))
            break;
    while (start < end && thr_window_is_blank_at(window, start))
        start++;
    return start;
}

size_t
thr_boxhead_find(const thr_window *window, size_t body, size_t *end) {
    size_t start = skip_blanks_up(window, body);
    *end = start;
    for (;;) {
        while (start > 0 && thr_boxhead_is_row(window, start - 1)
               && !is_prose(window, start - 1, start, body))
            start--;
        size_t above = skip_blanks_up(window, start);
        if (above > 0 && is_more_stubhead(window, above - 1, start)) {
            start = above - 2;
            continue;
        }
        /* A stub heading by itself counts with what stands above it. */
        size_t lone = above > 0 && is_lone(window, above - 1, 1)
                      && !has_stubhead(window, start, *end)
                      && (above < body
                          || thr_boxhead_skip_name(window, above - 1) == body);
        size_t next = skip_blanks_up(window, above - lone);
        if (next == 0 || !goes_on(window, next - 1, body, start, *end))
            break;
        start = next - 1;
    }
    start = skip_title(window, start, *end);
    return start == *end ? (*end = body) : start;
}

/* ## Labels between it and the figures */

size_t
thr_boxhead_skip_labels(const thr_window *window, size_t body) {
    size_t i = body, first = body, end;
    size_t stub = fields_before_figures(window, body);
    /* In a field of its own a label stands as deep as the row below. */
    if (thr_window_features(window, body).first == 1)
        stub = 1;
    for (; i > 0; i--) {
        if (is_lone(window, i - 1, stub))
            first = i - 1;
        else if (!thr_window_is_blank_at(window, i - 1))
            break;
    }
    if (first == body || i == 0 || !thr_boxhead_is_row(window, i - 1))
        return body;
    size_t start = thr_boxhead_find(window, i, &end);
    if (first + 1 < body && thr_window_is_blank_at(window, first + 1)
        && !has_stubhead(window, start, end))
        /* Apart from the figures it is the heading over the stub. */
        for (first++; first < body && thr_window_is_blank_at(window, first);)
            first++;
    return thr_boxhead_skip_name(window, first);
}
