/* Totals that hold, as formulas. See xlsx_formulas.h.
 *
 * The parts of a total stand where all other dimensions of its axis agree with
 * it: "Oslo, men" is a part of "Norway, men". Each place of an axis gets a
 * number made of its categories, so that the place of a part is found by
 * looking for the number of the total with another category in it. */
#include "write/xlsx_formulas.h"

#include <stdlib.h>

#include "base/error.h"
#include "model/unpack.h"
#include "workbook/cell_text.h"

/* What a cell of a workbook can hold. */
enum { MOST_LETTERS = 8192, MOST_ARGUMENTS = 255 };

/* A row or column of the table. */
typedef struct place {
    uint64_t code;
    size_t position;
} place;

struct thr_xlsx_axis {
    size_t dimension;
    bool rows;    /* else columns */
    size_t first; /* dimension of that axis */
    size_t end;
    size_t ncategories;
    const thresh_sum **sums; /* of each category as a total, or NULL */
    place *places;           /* by code */
    size_t nplaces;
};

/* ## Places */

static int
by_code(const void *left, const void *right) {
    const place *a = left, *b = right;
    if (a->code != b->code)
        return a->code < b->code ? -1 : 1;
    return (a->position > b->position) - (a->position < b->position);
}

/* The number of a place, with `category` along the axis' own dimension. */
static uint64_t
code_of(const thr_xlsx_formulas *formulas, const thr_xlsx_axis *axis,
        size_t position, size_t category) {
    const thresh_dimension *dimensions;
    (void)thresh_table_dimensions(formulas->table, &dimensions);
    uint64_t code = 0;
    for (size_t i = axis->first; i < axis->end; i++)
        if (i != axis->dimension)
            code = code * (dimensions[i].ncategories + 1)
                   + thresh_table_key(formulas->table, i,
                                      axis->rows ? position : 0,
                                      axis->rows ? 0 : position);
    return code * (axis->ncategories + 1) + category;
}

static size_t
category_at(const thr_xlsx_formulas *formulas, const thr_xlsx_axis *axis,
            size_t position) {
    return thresh_table_key(formulas->table, axis->dimension,
                            axis->rows ? position : 0,
                            axis->rows ? 0 : position);
}

/* The first place of that number, or THRESH_NONE. */
static size_t
find_place(const thr_xlsx_axis *axis, uint64_t code) {
    size_t low = 0, high = axis->nplaces;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (axis->places[middle].code < code)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < axis->nplaces && axis->places[low].code == code;
    return found ? axis->places[low].position : THRESH_NONE;
}

/* ## Opening */

static void
add_sums(thr_xlsx_formulas *formulas, thr_xlsx_axis *axis, size_t *most) {
    const thresh_sum *sums;
    size_t count = thresh_table_sums(formulas->table, &sums);
    for (size_t i = 0; i < count; i++) {
        if (sums[i].kind != THRESH_SUM || sums[i].dimension != axis->dimension)
            continue;
        axis->sums[sums[i].total] = &sums[i];
        *most = sums[i].nparts > *most ? sums[i].nparts : *most;
    }
}

static bool
has_sums(const thresh_table *table, size_t dimension) {
    const thresh_sum *sums;
    size_t count = thresh_table_sums(table, &sums);
    for (size_t i = 0; i < count; i++)
        if (sums[i].kind == THRESH_SUM && sums[i].dimension == dimension)
            return true;
    return false;
}

static thresh_result
open_axis(thr_xlsx_formulas *formulas, size_t dimension, size_t *most,
          thresh_error *err) {
    const thresh_table *table = formulas->table;
    const thresh_dimension *dimensions;
    (void)thresh_table_dimensions(table, &dimensions);
    size_t nrows = thresh_table_axis_dimensions(table, THRESH_ROWS);
    size_t ncolumns = thresh_table_axis_dimensions(table, THRESH_COLUMNS);
    bool rows = dimensions[dimension].axis == THRESH_ROWS;
    thr_xlsx_axis *axis = &formulas->axes[formulas->naxes++];
    *axis = (thr_xlsx_axis){
        .dimension = dimension,
        .rows = rows,
        .first = rows ? 0 : nrows,
        .end = rows ? nrows : nrows + ncolumns,
        .ncategories = dimensions[dimension].ncategories,
        .nplaces = rows ? thresh_table_rows(table)
                        : thresh_table_columns(table, NULL)};
    thr_arena *arena = &formulas->arena;
    axis->sums = thr_arena_array(arena, axis->ncategories, sizeof *axis->sums);
    axis->places = thr_arena_array(arena, axis->nplaces, sizeof *axis->places);
    if (axis->sums == NULL || axis->places == NULL)
        return thr_arena_failure(arena, 0, err);
    add_sums(formulas, axis, most);
    for (size_t i = 0; i < axis->nplaces; i++)
        axis->places[i] = (place){
            code_of(formulas, axis, i, category_at(formulas, axis, i)), i};
    qsort(axis->places, axis->nplaces, sizeof *axis->places, by_code);
    return THRESH_OK;
}

thresh_result
thr_xlsx_formulas_open(thr_xlsx_formulas *formulas, const thresh_table *table,
                       thr_xlsx_origin origin, thresh_error *err) {
    *formulas = (thr_xlsx_formulas){.table = table, .origin = origin};
    const thresh_dimension *dimensions;
    size_t count = thresh_table_dimensions(table, &dimensions), most = 0;
    thr_arena *arena = &formulas->arena;
    formulas->axes = thr_arena_array(arena, count, sizeof *formulas->axes);
    if (formulas->axes == NULL)
        return thr_arena_failure(arena, 0, err);
    for (size_t i = 0; i < count; i++)
        if (has_sums(table, i))
            THR_TRY(open_axis(formulas, i, &most, err));
    formulas->places = thr_arena_array(arena, most, sizeof *formulas->places);
    return formulas->places ? THRESH_OK : thr_arena_failure(arena, 0, err);
}

/* ## One total */

/* `coef` in units of 10^-`scale`, which is at least as fine. */
static bool
in_units(const thresh_cell *cell, unsigned scale, int64_t *out) {
    *out = cell->coef;
    for (unsigned i = cell->scale; i < scale; i++)
        if (__builtin_mul_overflow(*out, 10, out))
            return false;
    return true;
}

/* Add a part to `*sum`, which is in units of 10^-`*scale`. Nothing printed is
 * nothing; a value that is no number in a workbook cannot be added. */
static bool
add_part(const thresh_cell *cell, int64_t *sum, unsigned *scale) {
    double ignored;
    if (cell->kind == THRESH_BLANK)
        return true;
    if (!cell->has_value
        || !thr_cell_number(cell->coef, cell->scale, &ignored))
        return false;
    thresh_cell so_far = {.coef = *sum, .scale = (uint8_t)*scale};
    unsigned fine = cell->scale > *scale ? cell->scale : *scale;
    int64_t part;
    *scale = fine;
    return in_units(&so_far, fine, sum) && in_units(cell, fine, &part)
           && !__builtin_add_overflow(*sum, part, sum);
}

/* Find the places of all parts, and whether they come to the total. */
static bool
holds(thr_xlsx_formulas *formulas, const thr_xlsx_axis *axis,
      const thresh_sum *sum, size_t row, size_t column) {
    thresh_cell total = thr_cells_value(formulas->table, row, column);
    int64_t parts = 0, whole;
    unsigned scale = total.scale;
    for (size_t i = 0; i < sum->nparts; i++) {
        size_t at = find_place(
            axis,
            code_of(formulas, axis, axis->rows ? row : column, sum->parts[i]));
        if (at == THRESH_NONE)
            return false;
        thresh_cell part = thr_cells_value(
            formulas->table, axis->rows ? at : row, axis->rows ? column : at);
        formulas->places[i] = at;
        if (!add_part(&part, &parts, &scale))
            return false;
    }
    return in_units(&total, scale, &whole) && whole == parts;
}

void
thr_xlsx_name_add(thr_buf *out, uint64_t row, size_t column) {
    char letters[16];
    size_t at = sizeof letters;
    for (size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters[--at] = (char)('A' + (rest - 1) % 26);
    thr_buf_add(out, letters + at, sizeof letters - at);
    thr_buf_uint(out, row + 1);
}

static void
add_cell(const thr_xlsx_formulas *formulas, const thr_xlsx_axis *axis,
         size_t at, size_t other, thr_buf *out) {
    thr_xlsx_origin origin = formulas->origin;
    thr_xlsx_name_add(out, origin.row + (axis->rows ? at : other),
                      origin.column + (axis->rows ? other : at));
}

static int
by_number(const void *left, const void *right) {
    const size_t *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

/* Append "=SUM(B8,B12:B25)". False if that is more than a cell can hold. */
static bool
add_formula(thr_xlsx_formulas *formulas, const thr_xlsx_axis *axis,
            size_t count, size_t other, thr_buf *out) {
    size_t start = out->len, arguments = 0, end;
    size_t *places = formulas->places;
    qsort(places, count, sizeof *places, by_number);
    thr_buf_text(out, "=SUM(");
    for (size_t i = 0; i < count; i = end) {
        for (end = i + 1; end < count && places[end] == places[end - 1] + 1;)
            end++;
        thr_buf_text(out, arguments++ > 0 ? "," : "");
        add_cell(formulas, axis, places[i], other, out);
        if (end > i + 1) {
            thr_buf_char(out, ':');
            add_cell(formulas, axis, places[end - 1], other, out);
        }
    }
    thr_buf_char(out, ')');
    bool fits = out->len - start <= MOST_LETTERS
                && arguments <= MOST_ARGUMENTS;
    if (!fits)
        out->len = start;
    return fits;
}

bool
thr_xlsx_formula_add(thr_xlsx_formulas *formulas, size_t row, size_t column,
                     thr_buf *out) {
    bool left_away = false;
    for (size_t i = 0; i < formulas->naxes; i++) {
        const thr_xlsx_axis *axis = &formulas->axes[i];
        size_t category = category_at(formulas, axis,
                                      axis->rows ? row : column);
        const thresh_sum *sum = category < axis->ncategories
                                    ? axis->sums[category]
                                    : NULL;
        if (sum == NULL || !holds(formulas, axis, sum, row, column))
            continue;
        if (add_formula(formulas, axis, sum->nparts, axis->rows ? column : row,
                        out))
            return true;
        left_away = true;
    }
    formulas->too_long |= left_away;
    return false;
}

void
thr_xlsx_formulas_free(thr_xlsx_formulas *formulas) {
    thr_arena_free(&formulas->arena);
}
