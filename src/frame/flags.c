/* Columns of the flags of values. See flags.h. */
#include "frame/flags.h"

#include <string.h>

#include "base/ascii.h"
#include "base/str.h"
#include "value/symbol.h"
#include "value/value.h"

/* What databases call the columns of flags, in the languages whose offices we
 * know, and in SDMX. */
static const char *const names[] = {"flag",
                                    "flags",
                                    "flag code",
                                    "flag codes",
                                    "flag and footnotes",
                                    "status",
                                    "status flag",
                                    "obs_flag",
                                    "obs_status",
                                    "observation status",
                                    "codes",
                                    "symbol",
                                    "symbols",
                                    "q",
                                    "qual",
                                    "qualifier",
                                    "qualifiers",
                                    "quality",
                                    "quality indicator",
                                    "quality flag",
                                    "data quality"};

enum { MOST_LETTERS = 3 };

/* Without the digit of "J3", how much laboratories doubt a value. "1.5" with
 * "E3" behind it would be another number. */
static thresh_str
without_grade(thresh_str letters) {
    bool grade = letters.len > 1 && thr_is_digit(thr_last(letters))
                 && strchr("eE", letters.ptr[letters.len - 2]) == NULL;
    return thr_str_slice(letters, 0, letters.len - grade);
}

bool
thr_flags_is_one(thresh_str text) {
    thresh_str letters = without_grade(thr_symbol_unwrap(text));
    for (size_t i = 0; i < letters.len; i++)
        if (!thr_is_letter(letters.ptr[i]) && letters.ptr[i] != '*')
            return false;
    return letters.len > 0 && letters.len <= MOST_LETTERS;
}

/* Small letters are flags where nothing says so. */
static bool
is_small(thresh_str text) {
    thresh_str letters = thr_symbol_unwrap(text);
    for (size_t i = 0; i < letters.len; i++)
        if (!thr_is_lower(letters.ptr[i]))
            return false;
    return true;
}

static bool
is_capital(thresh_str text) {
    thresh_str letters = thr_symbol_unwrap(text);
    return thr_is_upper(thr_first(letters));
}

/* Whether all offices that use these letters mean them as flags: "p", "bp",
 * but not "kg". */
static bool
is_common(thresh_str text) {
    thresh_str letters = thr_symbol_unwrap(text);
    for (size_t i = 0; i < letters.len; i++)
        if (!thr_symbol_is_common_flag(thr_str_slice(letters, i, i + 1)))
            return false;
    return true;
}

/* What stands over a field, as low as there is anything. */
static thresh_str
heading_of(const thr_window *window, const thr_stub_range *range,
           size_t field) {
    for (size_t i = range->body; i-- > range->header;) {
        thresh_str cell = thr_record_cell(thr_window_at(window, i), field);
        if (cell.len > 0)
            return cell;
    }
    return (thresh_str){NULL, 0};
}

static bool
names_flags(thresh_str heading) {
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (thr_str_equal_nocase(heading, thr_str(names[i])))
            return true;
    return false;
}

/* A grade of quality, "A" to "F". */
static bool
is_grade(thresh_str text) {
    return text.len == 1 && text.ptr[0] >= 'A' && text.ptr[0] <= 'F';
}

/* Whether nothing but flags, and one at least, stands in a field without a
 * heading, each beside a figure or nothing. Adds the figures without a flag,
 * or with a grade, to `*bare`. */
static bool
is_all_flags(const thr_window *window, const thr_stub_range *range,
             size_t field, size_t *bare) {
    size_t flags = 0;
    for (size_t i = range->body; i < range->end; i++) {
        const thr_record *record = thr_window_at(window, i);
        thresh_str cell = thr_record_cell(record, field);
        thresh_str value = thr_record_cell(record, field - 1);
        *bare += value.len > 0 && (cell.len == 0 || is_grade(cell));
        if (cell.len == 0 || record->filled < 2)
            continue;
        if (!thr_flags_is_one(cell)
            || (value.len > 0 && !thr_value_is_figure(value)))
            return false;
        flags++;
    }
    return flags > 0;
}

/* Whether several fields without a heading hold flags, right of fields with
 * one: what recurs so belongs to the values, capitals as well. Some value has
 * none, where a code would stand in each row, or all are grades. */
static bool
are_several(const thr_window *window, const thr_stub_range *range) {
    enum { FIRST = 3 };
    size_t count = 0, bare = 0;
    for (size_t field = FIRST; field <= range->fields; field++)
        count += heading_of(window, range, field).len == 0
                 && heading_of(window, range, field - 1).len > 0
                 && is_all_flags(window, range, field, &bare);
    return count > 1 && bare > 0;
}

/* The cells of one field below the header. */
typedef struct tally {
    size_t flags;  /* beside a figure, or beside nothing */
    size_t common; /* of these, known to be flags */
    size_t others;
} tally;

static tally
count_cells(const thr_window *window, const thr_stub_range *range,
            size_t field, bool several) {
    tally seen = {0};
    bool named = names_flags(heading_of(window, range, field));
    for (size_t i = range->body; i < range->end; i++) {
        const thr_record *record = thr_window_at(window, i);
        thresh_str cell = thr_record_cell(record, field);
        thresh_str value = thr_record_cell(record, field - 1);
        if (cell.len == 0 || record->filled < 2)
            continue;
        bool flag = named || is_small(cell) || (several && is_capital(cell));
        if (thr_flags_is_one(cell) && flag
            && (value.len == 0 || thr_value_is_figure(value))) {
            seen.flags++;
            seen.common += named || is_capital(cell) || is_common(cell);
        } else {
            seen.others++;
        }
    }
    return seen;
}

/* Whether words stand over a field that do not say that it holds flags, or it
 * holds something else all the same. */
static bool
is_headed(const thr_window *window, const thr_stub_range *range,
          size_t field) {
    thresh_str heading = heading_of(window, range, field);
    return heading.len > 0
           && (!names_flags(heading)
               || count_cells(window, range, field, false).others > 0);
}

bool
thr_flags_hides(const thr_window *window, const thr_stub_range *range,
                size_t field) {
    return field > 1 && !is_headed(window, range, field);
}

bool
thr_flags_is_field(const thr_window *window, const thr_stub_range *range,
                   size_t field) {
    enum { FIRST = 3 }; /* a label and a value stand before it */
    if (field < FIRST || is_headed(window, range, field)
        || !is_headed(window, range, field - 1))
        return false;
    tally seen = count_cells(window, range, field, are_several(window, range));
    return seen.flags > 0 && seen.others == 0;
}

bool
thr_flags_find(const thr_window *window, const thr_stub_range *range,
               size_t stub) {
    size_t common = 0;
    bool several = are_several(window, range);
    for (size_t field = stub + 2; field <= range->fields; field++) {
        if (is_headed(window, range, field))
            continue;
        tally seen = count_cells(window, range, field, several);
        if (seen.others > 0
            || (seen.flags > 0 && !is_headed(window, range, field - 1)))
            return false;
        common += seen.common;
    }
    return common > 0;
}
