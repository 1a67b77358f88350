/* What is claimed to add up. A table is made of the bytes: three of them for
 * its size and how its numbers are printed, then for each row one that says
 * how it comes to be, and one for each cell that is not a sum.
 *
 *     0-127    cells of its own, a byte each
 *     128-191  the sum of the rows before it
 *     192-223  the sum, but for one cell that is off by a byte
 *     224-255  the first of two rows before it less the second
 *
 * What must hold, added up anew from the cells: sums are exact in as many
 * lines as is claimed, and nearly so in as many as are rounded; each line that
 * fails is told with what it comes to; parents are no circle, and levels count
 * from them; what a sum implies is what it leaves for the missing cell. */
#include "events.h"
#include "thresh/sums.h"

enum { MOST_ROWS = 40, MOST_COLUMNS = 8, MOST_SCALE = 18 };

__extension__ typedef __int128 wide;

/* ## Making the table */

typedef struct made {
    const uint8_t *bytes;
    size_t left;
    size_t nrows, ncolumns, decimals;
    int64_t numbers[MOST_ROWS][MOST_COLUMNS];
    const char *symbols[MOST_ROWS][MOST_COLUMNS]; /* instead, or NULL */
    uint8_t indent[MOST_ROWS];
    uint8_t kind[MOST_ROWS];
} made;

static unsigned
next(made *it) {
    if (it->left == 0)
        return 0;
    it->left--;
    return *it->bytes++;
}

static void
make_cell(made *it, size_t row, size_t column) {
    static const char *const symbols[] = {"..", "-", ":", "", "x", "n.a."};
    static const int64_t large[] = {999999999999999999, 123456789012345678,
                                    -999999999999999999, 4611686018427387904};
    unsigned byte = next(it);
    int64_t *number = &it->numbers[row][column];
    if (byte < 200)
        *number = (int64_t)byte * (1 + (int64_t)(byte % 7) * 113);
    else if (byte < 230)
        *number = -(int64_t)(byte - 199);
    else if (byte < 238)
        *number = large[byte % 4];
    else
        it->symbols[row][column] = symbols[byte % 6];
}

/* The sum of the rows from `first` on, or their difference. */
static void
make_sum(made *it, size_t row, size_t first, bool less) {
    for (size_t column = 0; column < it->ncolumns; column++) {
        int64_t sum = 0;
        for (size_t part = first; part < row; part++) {
            int64_t number = it->numbers[part][column];
            bool over = less && part > first
                            ? __builtin_sub_overflow(sum, number, &sum)
                            : __builtin_add_overflow(sum, number, &sum);
            if (over || sum > 999999999999999999 || sum < -999999999999999999)
                sum = 0;
        }
        it->numbers[row][column] = sum;
    }
}

static void
make_row(made *it, size_t row) {
    unsigned kind = next(it);
    it->kind[row] = (uint8_t)kind;
    it->indent[row] = kind & 3;
    if (kind < 128) {
        for (size_t column = 0; column < it->ncolumns; column++)
            make_cell(it, row, column);
        return;
    }
    size_t parts = kind < 224 ? 2 + (kind & 31) / 2 : 2;
    make_sum(it, row, row > parts ? row - parts : 0, kind >= 224);
    if (kind >= 192 && kind < 224)
        it->numbers[row][kind % it->ncolumns] += (int64_t)next(it) - 128;
}

static void
make_table(made *it, const uint8_t *bytes, size_t size) {
    *it = (made){.bytes = bytes, .left = size};
    it->nrows = 1 + next(it) % MOST_ROWS;
    it->ncolumns = 1 + next(it) % MOST_COLUMNS;
    it->decimals = next(it) % 4;
    for (size_t row = 0; row < it->nrows; row++)
        make_row(it, row);
}

/* ## Printing it */

static void
print_number(thr_buf *out, int64_t number, size_t decimals) {
    thresh_cell cell = {.coef = number,
                        .scale = (uint8_t)decimals,
                        .kind = THRESH_NUMBER,
                        .has_value = true};
    char text[THRESH_NUMBER_MAX];
    thr_buf_add(out, text, thresh_cell_number(&cell, text));
}

static void
print_table(const made *it, thr_buf *out) {
    static const char *const words[] = {"Area ", "Total ", "Net ",
                                        "Of which "};
    thr_buf_text(out, "Area");
    for (size_t column = 0; column < it->ncolumns; column++) {
        thr_buf_text(out, column == 0 ? "\tAll kinds" : "\tKind ");
        thr_buf_fill(out, (char)('A' + column), column > 0);
    }
    for (size_t row = 0; row < it->nrows; row++) {
        thr_buf_char(out, '\n');
        thr_buf_fill(out, ' ', 2 * (size_t)it->indent[row]);
        thr_buf_text(out, words[it->kind[row] >> 2 & 3]);
        thr_buf_char(out, (char)('A' + row / 26));
        thr_buf_char(out, (char)('a' + row % 26));
        for (size_t column = 0; column < it->ncolumns; column++) {
            thr_buf_char(out, '\t');
            if (it->symbols[row][column] != NULL)
                thr_buf_text(out, it->symbols[row][column]);
            else
                print_number(out, it->numbers[row][column], it->decimals);
        }
    }
    thr_buf_char(out, '\n');
}

/* ## Adding up */

/* The cell of a category in a line, along one dimension. */
static thresh_cell
cell_of(const thresh_table *table, size_t dimension, size_t category,
        size_t line) {
    return dimension == 0 ? thresh_table_cell(table, category, line)
                          : thresh_table_cell(table, line, category);
}

static wide
value_of(const thresh_cell *cell) {
    wide value = cell->coef;
    for (size_t scale = cell->scale; scale < MOST_SCALE; scale++)
        value *= 10;
    return value;
}

/* One unit of the last digit. */
static wide
unit_of(const thresh_cell *cell) {
    thresh_cell one = {.coef = 1, .scale = cell->scale};
    return value_of(&one);
}

/* What all numbers of a line are multiples of: they may be rounded to that. */
static wide
step_of(const thresh_table *table, size_t dimension, size_t nitems,
        size_t line) {
    wide step = 0;
    for (size_t i = 0; i < nitems; i++) {
        thresh_cell cell = cell_of(table, dimension, i, line);
        wide other = cell.has_value ? value_of(&cell) : 0;
        other = other < 0 ? -other : other;
        while (other != 0) {
            wide rest = step % other;
            step = other;
            other = rest;
        }
    }
    return step;
}

/* What the parts of a sum come to in one line. */
typedef struct added {
    wide parts, total, unit;
    size_t known, missing;
    bool has_total;
} added;

static added
add_up(const thresh_table *table, const thresh_sum *sum, size_t line) {
    thresh_cell total = cell_of(table, sum->dimension, sum->total, line);
    added out = {.has_total = total.has_value,
                 .total = value_of(&total),
                 .unit = unit_of(&total)};
    for (size_t i = 0; i < sum->nparts; i++) {
        thresh_cell part = cell_of(table, sum->dimension, sum->parts[i], line);
        out.known += part.has_value;
        out.missing += part.kind == THRESH_SYMBOL && !part.has_value;
        if (!part.has_value)
            continue;
        bool less = sum->kind == THRESH_DIFFERENCE && i > 0;
        out.parts += less ? -value_of(&part) : value_of(&part);
        if (unit_of(&part) > out.unit)
            out.unit = unit_of(&part);
    }
    return out;
}

static wide
distance(const added *it) {
    return it->total > it->parts ? it->total - it->parts
                                 : it->parts - it->total;
}

/* ## Checks */

static void
check_sum(const thresh_table *table, const thresh_sum *sum, size_t nitems,
          size_t nlines) {
    size_t exact = 0, near = 0;
    fuzz_check(sum->nparts > 1 && sum->total < nitems, "a sum of nothing");
    for (size_t i = 0; i < sum->nparts; i++) {
        fuzz_check(sum->parts[i] < nitems && sum->parts[i] != sum->total,
                   "a total is a part of itself");
        for (size_t other = 0; other < i; other++)
            fuzz_check(sum->parts[i] != sum->parts[other], "a part twice");
    }
    for (size_t line = 0; line < nlines; line++) {
        added it = add_up(table, sum, line);
        if (!it.has_total || it.known == 0 || it.missing > 0)
            continue;
        wide step = step_of(table, sum->dimension, nitems, line);
        if (step > it.unit)
            it.unit = step;
        exact += it.total == it.parts;
        near += distance(&it) <= it.unit * (wide)(sum->nparts + 1);
    }
    fuzz_check(sum->exact <= exact, "a sum is exact in fewer lines");
    fuzz_check(sum->exact + sum->rounded <= near,
               "a sum is nearly right in fewer lines");
    fuzz_check(sum->exact + sum->rounded + sum->unknown + sum->failed
                   <= nlines,
               "a sum is told of more lines than there are");
}

static void
check_failures(const thresh_table *table, const thresh_sum *sums,
               size_t nsums) {
    const thresh_failure *failures;
    size_t count = thresh_table_failures(table, &failures), wanted = 0;
    for (size_t i = 0; i < nsums; i++)
        wanted += sums[i].failed;
    fuzz_check(count == wanted, "failures are told otherwise than counted");
    for (size_t i = 0; i < count; i++) {
        const thresh_failure *failure = &failures[i];
        fuzz_check(failure->sum < nsums, "a failure of no sum");
        const thresh_sum *sum = &sums[failure->sum];
        bool rows = sum->dimension == 0;
        fuzz_check((rows ? failure->row : failure->column) == sum->total,
                   "a failure does not stand at its total");
        added it = add_up(table, sum, rows ? failure->column : failure->row);
        fuzz_check(it.has_total && it.total != it.parts,
                   "a failure that is none");
        fuzz_check(value_of(&failure->parts) == it.parts,
                   "a failure tells what its parts do not come to");
        fuzz_check(!failure->difference.has_value
                       || value_of(&failure->difference)
                              == it.total - it.parts,
                   "a failure tells another difference");
    }
}

static void
check_tree(const thresh_table *table, size_t dimension, size_t nitems,
           const thresh_sum *sums, size_t nsums) {
    for (size_t i = 0; i < nitems; i++) {
        thresh_category it = thresh_table_category(table, dimension, i);
        bool total = false;
        for (size_t sum = 0; sum < nsums; sum++)
            total |= sums[sum].dimension == dimension && sums[sum].total == i;
        fuzz_check(it.is_total != THRESH_YES || total,
                   "a total without a sum");
        if (it.level < 0 || it.parent == THRESH_NONE)
            continue;
        fuzz_check(it.parent < nitems && it.parent != i, "no such parent");
        fuzz_check(thresh_table_category(table, dimension, it.parent).level + 1
                       == it.level,
                   "a level does not follow from that of its parent");
    }
}

/* Whether a sum leaves just that for one cell. */
static bool
leaves(const thresh_table *table, const thresh_sum *sum, size_t row,
       size_t column, const thresh_cell *implied) {
    bool rows = sum->dimension == 0;
    size_t item = rows ? row : column, line = rows ? column : row;
    added it = add_up(table, sum, line);
    if (!it.has_total)
        return false;
    for (size_t i = 0; i < sum->nparts; i++)
        if (sum->parts[i] == item) {
            bool less = sum->kind == THRESH_DIFFERENCE && i > 0;
            return value_of(implied)
                   == (less ? it.parts - it.total : it.total - it.parts);
        }
    return false;
}

static void
check_implied(const thresh_table *table, size_t row, size_t column,
              const thresh_sum *sums, size_t nsums) {
    thresh_cell implied, cell = thresh_table_cell(table, row, column);
    bool found = false;
    if (!thresh_table_implied(table, row, column, &implied))
        return;
    fuzz_check(cell.kind == THRESH_SYMBOL && !cell.has_value,
               "a value is implied where there is one");
    for (size_t i = 0; i < nsums && !found; i++)
        found = leaves(table, &sums[i], row, column, &implied);
    fuzz_check(found, "a value is implied that no sum leaves");
}

static void
check(const thresh_table *table) {
    const thresh_dimension *dimensions;
    const thresh_sum *sums;
    size_t nrows = thresh_table_rows(table);
    size_t ncolumns = thresh_table_columns(table, NULL);
    if (thresh_table_dimensions(table, &dimensions) != 2
        || dimensions[0].axis != THRESH_ROWS
        || dimensions[1].axis != THRESH_COLUMNS
        || dimensions[0].ncategories != nrows
        || dimensions[1].ncategories != ncolumns)
        return;
    size_t nsums = thresh_table_sums(table, &sums);
    for (size_t i = 0; i < nsums; i++)
        check_sum(table, &sums[i], sums[i].dimension == 0 ? nrows : ncolumns,
                  sums[i].dimension == 0 ? ncolumns : nrows);
    check_failures(table, sums, nsums);
    check_tree(table, 0, nrows, sums, nsums);
    check_tree(table, 1, ncolumns, sums, nsums);
    for (size_t row = 0; row < nrows; row++)
        for (size_t column = 0; column < ncolumns; column++)
            check_implied(table, row, column, sums, nsums);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    made it;
    thr_buf text = {0};
    thresh_read_options opts = {.delimiter = '\t',
                                .decimal = '.',
                                .header_rows = 1,
                                .stub_columns = 1};
    make_table(&it, data, size);
    print_table(&it, &text);
    thresh_reader *reader;
    thresh_table *table;
    if (!text.failed
        && thresh_reader_open_memory(&reader, text.ptr, text.len, &opts, NULL)
               == THRESH_OK) {
        while (thresh_table_load(&table, reader, NULL) == THRESH_OK) {
            check(table);
            thresh_table_free(table);
        }
        thresh_reader_close(reader);
    }
    thr_buf_free(&text);
    return 0;
}
