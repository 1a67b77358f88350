/* Whether a table is a list of records. See tidy.h. */
#include "frame/tidy.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "model/categories.h"
#include "scan/features.h"
#include "value/value.h"

enum { LEAST_ROWS = 8, MOST_DIGITS = 6 };

typedef struct finder {
    const thr_window *window;
    const thr_stub_range *range;
    size_t fields;   /* at most THR_STUB_MOST */
    thr_buf numbers; /* of each row: its cells, equal ones by one number */
    size_t rows;
} finder;

/* ## Rows as numbers */

static bool
add_cell(finder *f, thr_categories *list, thresh_str cell) {
    size_t number = thr_categories_find(list, cell);
    if (number == THRESH_NONE) {
        number = list->count;
        if (!thr_categories_add(list, &(thresh_category){.label = cell}, NULL))
            return false;
    }
    thr_buf_add(&f->numbers, &number, sizeof number);
    return !f->numbers.failed;
}

static bool
number_rows(finder *f, thr_categories *lists) {
    for (size_t i = f->range->body; i < f->range->end; i++) {
        const thr_record *record = thr_window_at(f->window, i);
        if (record->filled < 2)
            continue;
        for (size_t field = 1; field <= f->fields; field++)
            if (!add_cell(f, &lists[field - 1],
                          thr_record_cell(record, field)))
                return false;
        f->rows++;
    }
    return true;
}

/* How many rows differ in the `count` fields from `first` on. */
static bool
count_distinct(const finder *f, size_t first, size_t count, size_t *out) {
    thr_categories seen = {0};
    bool done = true;
    for (size_t i = 0; i < f->rows && done; i++) {
        size_t at = i * f->fields + first - 1;
        thresh_str key = {f->numbers.ptr + at * sizeof(size_t),
                          count * sizeof(size_t)};
        if (thr_categories_find(&seen, key) == THRESH_NONE)
            done = thr_categories_add(&seen, &(thresh_category){.label = key},
                                      NULL);
    }
    *out = seen.count;
    thr_categories_free(&seen);
    return done;
}

/* ## Fields */

/* A heading that is no year, over texts and whole numbers, none of them blank.
 */
static bool
may_be_key(const finder *f, size_t field) {
    thresh_str year, heading = thr_record_cell(
                         thr_window_at(f->window, f->range->header), field);
    if (heading.len == 0 || thr_text_heads_year(heading, &year))
        return false;
    for (size_t i = f->range->body; i < f->range->end; i++) {
        const thr_record *record = thr_window_at(f->window, i);
        thresh_str cell = thr_record_cell(record, field);
        if (record->filled < 2)
            continue;
        if (cell.len == 0)
            return false;
        bool digits = cell.len <= MOST_DIGITS;
        for (size_t k = 0; k < cell.len; k++)
            digits &= thr_is_digit(cell.ptr[k]);
        if (!digits && thr_value_is_figure(cell))
            return false;
    }
    return true;
}

/* The last field with figures, or 0: behind it stand texts, such as flags. */
static size_t
value_field(const finder *f) {
    for (size_t field = f->fields; field > 0; field--)
        for (size_t i = f->range->body; i < f->range->end; i++) {
            thresh_str cell = thr_record_cell(thr_window_at(f->window, i),
                                              field);
            if (cell.len > 0 && thr_value_is_figure(cell))
                return field;
        }
    return 0;
}

/* Whether the rows recur in the fields up to `keys`, and in each one behind
 * them, but not in all up to before `value`, none of which may be missing. */
static bool
are_keys(const finder *f, size_t keys, size_t value, bool *tidy) {
    size_t few, most, all, one;
    if (!count_distinct(f, 1, keys, &few)
        || !count_distinct(f, 1, value - 2, &most)
        || !count_distinct(f, 1, value - 1, &all))
        return false;
    *tidy = 2 * few <= f->rows && most < f->rows && all == f->rows;
    for (size_t field = keys + 1; field < value && *tidy; field++) {
        if (!count_distinct(f, field, 1, &one))
            return false;
        *tidy = 2 * one <= f->rows;
    }
    return true;
}

static bool
look(finder *f, size_t *keys) {
    size_t value = value_field(f);
    bool tidy = f->rows >= LEAST_ROWS && value > *keys + 1;
    for (size_t field = 1; field < value && tidy; field++)
        tidy = may_be_key(f, field);
    if (tidy && !are_keys(f, *keys, value, &tidy))
        return false;
    if (tidy)
        *keys = value - 1;
    return true;
}

bool
thr_tidy_find(const thr_window *window, const thr_stub_range *range,
              size_t *keys) {
    finder f = {.window = window, .range = range, .fields = range->fields};
    if (range->body != range->header + 1 || range->fields > THR_STUB_MOST)
        return true;
    thr_categories *lists = calloc(range->fields + 1, sizeof *lists);
    bool done = lists != NULL && number_rows(&f, lists) && look(&f, keys);
    for (size_t i = 0; lists != NULL && i < range->fields; i++)
        thr_categories_free(&lists[i]);
    free(lists);
    thr_buf_free(&f.numbers);
    return done;
}
