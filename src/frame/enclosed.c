/* Numbers in parentheses that are no minus. See enclosed.h. */
#include "frame/enclosed.h"

#include "base/ascii.h"
#include "base/str.h"
#include "value/value.h"

static bool
is_wrapped(thresh_str text) {
    return text.len > 2 && text.ptr[0] == '(' && text.ptr[text.len - 1] == ')';
}

/* Whether a heading stands in parentheses, and is not the number or letter of
 * its column: "(1)", "(a)". */
static bool
is_headed_so(const thresh_heading *leaf) {
    if (leaf == NULL || !is_wrapped(leaf->label))
        return false;
    thresh_str inside = thr_str_slice(leaf->label, 1, leaf->label.len - 1);
    char first = inside.ptr[0];
    bool digit = thr_is_digit(first);
    return !digit && (inside.len > 1 || first == '%');
}

/* Whether other headings beside it, on its level, stand in none: a line of
 * units has no others. */
static bool
is_among_others(const thresh_table *table, const thresh_heading *leaf) {
    for (size_t i = 0; i < table->ncolumns; i++) {
        const thresh_heading *other = table->columns[i].leaf;
        if (other != NULL && other->level == leaf->level
            && !is_wrapped(other->label))
            return true;
    }
    return false;
}

/* Numbers of one column, in parentheses and without. */
typedef struct tally {
    size_t wrapped;
    size_t bare;
} tally;

static tally
count_numbers(const thr_window *window, const thr_location *location,
              size_t field) {
    tally seen = {0};
    for (size_t i = location->body; i < location->end; i++) {
        thresh_str cell = thr_record_cell(thr_window_at(window, i), field);
        bool digits = false;
        for (size_t k = 0; k < cell.len && !digits; k++)
            digits = thr_is_digit(cell.ptr[k]);
        if (!digits || !thr_value_is_figure(cell))
            continue;
        seen.wrapped += is_wrapped(cell);
        seen.bare += !is_wrapped(cell);
    }
    return seen;
}

bool
thr_enclosed_find(const thresh_table *table, const thr_window *window,
                  const thr_location *location) {
    enum { FEWEST = 2 };
    size_t wrapped = 0;
    for (size_t i = 0; i < table->ncolumns; i++) {
        const thresh_column *column = &table->columns[i];
        tally seen = count_numbers(window, location,
                                   column->field - window->margin);
        if (seen.wrapped > 0
            && (seen.bare > 0 || !is_headed_so(column->leaf)
                || !is_among_others(table, column->leaf)))
            return false;
        wrapped += seen.wrapped;
    }
    return wrapped >= FEWEST;
}
