/* Rows that are worked out from other rows, by their figures. See worked.h. */
#include "cli/worked.h"

#include <math.h>

enum {
    FEWEST = 2,     /* columns that must agree, or chance would do */
    FARTHEST = 256, /* rows looked at, so that the work stays near-linear */
    WHOLE = 100
};

/* A figure, and by how much its rounding may have moved it. */
typedef struct figure {
    bool known;
    double value, off;
} figure;

/* Digits after the point that are zero are those of a program which writes
 * 94 as "94.0": they say nothing about the rounding. */
static figure
figure_of(const thresh_table *table, size_t row, size_t column) {
    thresh_cell cell = thresh_table_cell(table, row, column);
    if (!cell.has_value)
        return (figure){.known = false};
    while (cell.scale > 0 && cell.coef % 10 == 0) {
        cell.coef /= 10;
        cell.scale--;
    }
    double unit = 1;
    for (uint8_t i = 0; i < cell.scale; i++)
        unit /= 10;
    return (figure){true, (double)cell.coef * unit, unit / 2};
}

/* Whether every figure of `row` is 100, and there is more than one. */
static bool
is_whole(const thresh_table *table, size_t row) {
    size_t wholes = 0, columns = thresh_table_columns(table, NULL);
    for (size_t i = 0; i < columns; i++) {
        figure f = figure_of(table, row, i);
        if (f.known && fabs(f.value - WHOLE) >= f.off)
            return false;
        wholes += f.known;
    }
    return wholes >= FEWEST;
}

/* Whether the `count` rows below `row` are shares in `column`: -1 where one is
 * missing and could be what the others lack, so that nothing can be said. */
static int
are_shares(const thresh_table *table, size_t row, size_t count,
           size_t column) {
    figure sum = figure_of(table, row, column);
    bool missing = !sum.known;
    sum.value = 0;
    for (size_t i = 1; i <= count; i++) {
        figure part = figure_of(table, row + i, column);
        missing = missing || !part.known;
        if (!part.known)
            continue;
        sum.value += part.value;
        sum.off += part.off;
    }
    if (fabs(sum.value - WHOLE) <= sum.off)
        return 1;
    return missing ? -1 : 0;
}

/* Whether the `count` rows below `row` add up to 100 in most columns. */
static bool
add_up(const thresh_table *table, size_t row, size_t count) {
    size_t right = 0, wrong = 0, columns = thresh_table_columns(table, NULL);
    for (size_t i = 0; i < columns; i++) {
        int shares = are_shares(table, row, count, i);
        right += shares > 0;
        wrong += shares == 0;
    }
    return right >= FEWEST && right > wrong;
}

/* A row of nothing but 100 might be the base of an index; that the rows below
 * it add up to 100 tells. */
static bool
is_whole_of_shares(const thresh_table *table, size_t row) {
    enum { MOST_SHARES = 24 };
    size_t rows = thresh_table_rows(table);
    if (!is_whole(table, row))
        return false;
    for (size_t i = 2; i <= MOST_SHARES && row + i < rows; i++)
        if (add_up(table, row, i))
            return true;
    return false;
}

/* The year that a label of `row` begins with, or 0. */
static size_t
year_of(const thresh_table *table, size_t row) {
    enum { DIGITS = 4, FIRST = 1500, LAST = 2200 };
    size_t key = thresh_table_key(table, 0, row, 0), year = 0;
    if (key == THRESH_NONE)
        return 0;
    thresh_str label = thresh_table_category(table, 0, key).label;
    for (size_t i = 0; i < DIGITS; i++) {
        if (i >= label.len || label.ptr[i] < '0' || label.ptr[i] > '9')
            return 0;
        year = 10 * year + (size_t)(label.ptr[i] - '0');
    }
    return year >= FIRST && year <= LAST ? year : 0;
}

/* By how much a number grows, if by `rate` per cent in each of `steps`. */
static double
growth(double rate, size_t steps) {
    double times = 1;
    for (size_t i = 0; i < steps; i++)
        times *= 1 + rate / 100;
    return times;
}

/* Whether `f` is a change between `first` and `last`, whatever these three
 * were before they were rounded. */
static bool
is_change_of(figure f, figure first, figure last, size_t steps) {
    double least = (last.value - last.off) / (first.value + first.off);
    double most = (last.value + last.off) / (first.value - first.off);
    return growth(f.value + f.off, steps) >= least
           && growth(f.value - f.off, steps) <= most;
}

/* Whether `row` says by how many per cent the numbers grew from row 0 to row
 * `last`, in each of `steps`. A column without a figure there says nothing. */
static bool
is_change(const thresh_table *table, size_t row, size_t last, size_t steps) {
    size_t right = 0, columns = thresh_table_columns(table, NULL);
    for (size_t i = 0; i < columns; i++) {
        figure f = figure_of(table, row, i);
        figure from = figure_of(table, 0, i), to = figure_of(table, last, i);
        if (!f.known)
            continue;
        if (!from.known || !to.known || from.value <= from.off
            || to.value <= to.off || !is_change_of(f, from, to, steps))
            return false;
        right++;
    }
    return right >= FEWEST;
}

/* Changes stand below a series of years, and have none of their own: as a
 * whole, or in each year. */
static bool
is_change_below(const thresh_table *table, size_t row) {
    enum { SERIES = 3, CHANGES = 3 };
    size_t last = row;
    while (last > 0 && row - last < CHANGES && year_of(table, last) == 0)
        last--;
    size_t from = year_of(table, 0), to = year_of(table, last);
    if (last == row || last < SERIES || from == 0 || to <= from)
        return false;
    return is_change(table, row, last, 1)
           || is_change(table, row, last, to - from);
}

const char *
cli_worked_out(const thresh_table *table, size_t row) {
    if (is_whole_of_shares(table, row))
        return "the whole of the shares below it";
    if (is_change_below(table, row))
        return "the change from the first row to the last";
    return NULL;
}

/* What stands in `column` in the rows of what `key` holds. */
typedef struct span {
    double least, most, sum;
    size_t count;
} span;

static span
span_of(const thresh_table *table, size_t dimension, size_t key, size_t row,
        size_t column) {
    span s = {0};
    size_t rows = thresh_table_rows(table);
    for (size_t i = row + 1; i < rows && i - row < FARTHEST; i++) {
        size_t own = thresh_table_key(table, dimension, i, column);
        if (own == key || own == THRESH_NONE)
            break;
        thresh_category category = thresh_table_category(table, dimension,
                                                         own);
        figure f = figure_of(table, i, column);
        if (category.parent != key || !f.known)
            continue;
        s.least = s.count == 0 || f.value < s.least ? f.value : s.least;
        s.most = s.count == 0 || f.value > s.most ? f.value : s.most;
        s.sum += f.value;
        s.count++;
    }
    return s;
}

bool
cli_worked_between(const thresh_table *table, size_t dimension, size_t key,
                   size_t row) {
    size_t between = 0, columns = thresh_table_columns(table, NULL);
    for (size_t i = 0; i < columns; i++) {
        figure f = figure_of(table, row, i);
        span s = span_of(table, dimension, key, row, i);
        if (!f.known || s.count < 2)
            continue;
        if (f.value < s.least || f.value > s.most)
            return false;
        between++;
    }
    return between > 0;
}

bool
cli_worked_above(const thresh_table *table, size_t dimension, size_t key,
                 size_t row) {
    size_t above = 0, columns = thresh_table_columns(table, NULL);
    for (size_t i = 0; i < columns; i++) {
        figure f = figure_of(table, row, i);
        span s = span_of(table, dimension, key, row, i);
        if (!f.known || s.count < 2 || s.least < 0)
            continue;
        if (2 * s.sum >= f.value)
            return false;
        above++;
    }
    return above > 0;
}
