/* Whether a heading calls one column the value. See valued.h. */
#include "frame/valued.h"

#include <string.h>

#include "base/ascii.h"
#include "base/str.h"
#include "model/categories.h"
#include "scan/features.h"
#include "value/value.h"

/* What databases call the column of their values, in the languages whose
 * offices we know, and in SDMX. */
static const char *const words[] = {"value",
                                    "values",
                                    "obs_value",
                                    "obs value",
                                    "obsvalue",
                                    "observation value",
                                    "observation_value",
                                    "data value",
                                    "data_value",
                                    "datavalue",
                                    "numeric value",
                                    "numericvalue",
                                    "wert",
                                    "valeur",
                                    "valor",
                                    "valore",
                                    "waarde",
                                    "indhold",
                                    "verdi",
                                    "v\xC3\xA4rde",
                                    "v\xC3\xA6rdi",
                                    "arvo",
                                    "valoare",
                                    "hodnota",
                                    "wartosc",
                                    "warto\xC5\x9B\xC4\x87",
                                    "\xC3\xA9rt\xC3\xA9k",
                                    ("de\xC4\x9F"
                                     "er"),
                                    "nilai",
                                    "vrednost",
                                    "vrijednost",
                                    "v\xC3\xA4\xC3\xA4rtus",
                                    ("v\xC4\x93rt\xC4\xAB"
                                     "ba"),
                                    "gildi",
                                    ("\xD0\xB7\xD0\xBD\xD0\xB0\xD1\x87"
                                     "\xD0\xB5\xD0\xBD\xD0\xB8\xD0\xB5"),
                                    "\xE5\x80\xA4",
                                    "\xE6\x95\xB0\xE5\x80\xBC"};

/* Fewer rows tell too little of what recurs. */
enum { LEAST_ROWS = 4 };

static bool
names_value(thresh_str heading) {
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (thr_str_equal_nocase(heading, thr_str(words[i])))
            return true;
    return false;
}

static bool
is_used(const thr_window *window, const thr_stub_range *range, size_t field) {
    for (size_t i = range->body; i < range->end; i++)
        if (thr_record_cell(thr_window_at(window, i), field).len > 0)
            return true;
    return false;
}

/* The one field behind the first that holds anything, and whose heading calls
 * it so; or 0. */
static size_t
named_field(const thr_window *window, const thr_stub_range *range) {
    const thr_record *header = thr_window_at(window, range->header);
    size_t found = 0;
    for (size_t field = 2; field <= range->fields; field++)
        if (names_value(thr_record_cell(header, field))
            && is_used(window, range, field)) {
            if (found > 0)
                return 0;
            found = field;
        }
    return found;
}

/* Whether a heading says that there are codes below it, which are labels
 * however few of them recur. */
static bool
names_codes(thresh_str heading) {
    const thresh_str word = THR_LIT("code");
    if (!thr_str_ends_nocase(heading, word))
        return false;
    return heading.len == word.len
           || strchr(" _", heading.ptr[heading.len - word.len - 1]) != NULL;
}

/* Whether each field has a heading, and none is a year. The names beside codes
 * may have theirs over the codes alone. */
static bool
are_named(const thr_window *window, const thr_stub_range *range) {
    enum { NAMES = 2 };
    const thr_record *header = thr_window_at(window, range->header);
    thresh_str year;
    for (size_t field = 1; field <= range->fields; field++) {
        thresh_str heading = thr_record_cell(header, field);
        if (thr_text_heads_year(heading, &year)
            || (heading.len == 0 && field > NAMES))
            return false;
    }
    return true;
}

static bool
is_whole(thresh_str cell) {
    for (size_t i = 0; i < cell.len; i++)
        if (!thr_is_digit(cell.ptr[i]))
            return false;
    return true;
}

/* "2024", "202401", "20240131". */
static bool
is_time(thresh_str cell) {
    return (cell.len == 4 || cell.len == 6 || cell.len == 8) && is_whole(cell)
           && thr_text_is_year(thr_str_slice(cell, 0, 4));
}

/* What the cells of one field are. */
typedef struct content {
    size_t rows;
    size_t filled;
    size_t figures;
    size_t whole; /* of these: nothing but digits */
    size_t times; /* of these: such as may be dates */
    size_t distinct;
} content;

/* False if memory is exhausted. */
static bool
look_at(const thr_window *window, const thr_stub_range *range, size_t field,
        content *out) {
    thr_categories seen = {0};
    bool done = true;
    *out = (content){0};
    for (size_t i = range->body; i < range->end && done; i++) {
        const thr_record *record = thr_window_at(window, i);
        thresh_str cell = thr_record_cell(record, field);
        out->rows += record->filled > 1;
        if (record->filled < 2 || cell.len == 0)
            continue;
        /* A dash alone is a code as any other here ("all sexes"). */
        bool figure = thr_has_digit(cell) && thr_value_is_figure(cell);
        out->filled++;
        out->figures += figure;
        out->whole += figure && is_whole(cell);
        out->times += figure && is_time(cell);
        if (thr_categories_find(&seen, cell) == THRESH_NONE)
            done = thr_categories_add(&seen, &(thresh_category){.label = cell},
                                      NULL);
    }
    out->distinct = seen.count;
    thr_categories_free(&seen);
    return done;
}

/* Texts, codes that recur, dates, and remarks on a few rows: what values are
 * described with. Numbers that differ from row to row are values themselves,
 * unless they come first and count the rows. */
static bool
is_label(const content *field, bool first) {
    if (2 * field->figures <= field->filled || 2 * field->filled < field->rows)
        return true;
    if (field->whole < field->figures)
        return false;
    return first || field->times == field->figures
           || 2 * field->distinct <= field->filled;
}

bool
thr_valued_find(const thr_window *window, const thr_stub_range *range,
                size_t *value) {
    content at;
    *value = 0;
    if (range->body != range->header + 1 || range->fields > THR_STUB_MOST
        || range->fields < 3 || !are_named(window, range))
        return true;
    size_t named = named_field(window, range);
    for (size_t field = 1; named > 0 && field <= range->fields; field++) {
        if (!look_at(window, range, field, &at))
            return false;
        thresh_str heading = thr_record_cell(
            thr_window_at(window, range->header), field);
        bool fits = field == named
                        ? at.figures >= LEAST_ROWS
                              && 2 * at.figures >= at.filled
                        : is_label(&at, field == 1) || names_codes(heading);
        if (!fits)
            return true;
    }
    *value = named;
    return true;
}
