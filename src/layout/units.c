/* The units that are printed with the numbers. See units.h. */
#include "layout/units.h"

#include "base/ascii.h"
#include "base/str.h"
#include "model/unpack.h"
#include "value/value.h"

enum { UNITS = 8 };

typedef struct seen {
    thresh_str unit;
    size_t count;
    size_t column; /* where it was seen first */
    bool other;    /* another column has it too */
} seen;

typedef struct tally {
    seen units[UNITS];
    size_t nunits;
    size_t numbers;
} tally;

static void
add(tally *out, thresh_str unit, size_t column) {
    for (size_t i = 0; i < out->nunits; i++)
        if (thr_str_equal(out->units[i].unit, unit)) {
            out->units[i].count++;
            out->units[i].other |= out->units[i].column != column;
            return;
        }
    if (out->nunits < UNITS)
        out->units[out->nunits++] = (seen){unit, 1, column, false};
}

/* A number that is not kept whole, and not below zero, has digits at both
 * ends: whether there is any other. */
static bool
may_have_units(const thr_store *store) {
    return store->nwholes > 0 || store->negative;
}

/* Whether a cell of each shape is a number, and may be such another. */
typedef struct kinds {
    bool number[THR_WHOLE + 1];
    bool more[THR_WHOLE + 1];
} kinds;

static kinds
find_kinds(const thr_store *store) {
    kinds out = {.more[THR_WHOLE] = true};
    for (size_t i = 0; i < store->nshapes; i++) {
        out.number[i] = store->shapes[i].cell.kind == THRESH_NUMBER;
        out.more[i] = out.number[i] && store->negative;
    }
    return out;
}

/* Count a cell that may be a number with a unit. */
static void
count_one(const thresh_table *table, const thr_number_style *style, size_t row,
          size_t column, tally *out) {
    char room[THR_FORM_MOST];
    const thresh_cell cell = thr_cells_one(table, row, column, room);
    bool whole = thr_cells_shape(table, row, column) == THR_WHOLE;
    if (cell.kind != THRESH_NUMBER)
        return;
    out->numbers += whole;
    char last = cell.text.ptr[cell.text.len - 1];
    if (thr_is_digit(cell.text.ptr[0]) && thr_is_digit(last))
        return;
    thresh_str unit = thr_value_unit(&cell, style);
    if (unit.len > 0)
        add(out, unit, column);
}

static tally
count_units(const thresh_table *table, const thr_number_style *style) {
    tally out = {0};
    const kinds of = find_kinds(&table->store);
    for (size_t row = 0; row < table->nrows; row++) {
        const uint8_t *shapes = thr_cells_shapes(thr_table_cells(table, row),
                                                 table->ncolumns);
        for (size_t i = 0; i < table->ncolumns; i++) {
            out.numbers += of.number[shapes[i]];
            if (of.more[shapes[i]])
                count_one(table, style, row, i, &out);
        }
    }
    return out;
}

static void
tell(const thresh_table *table, const seen *unit, size_t numbers,
     const thr_report *report) {
    char room[160];
    thr_buf reason = {.ptr = room, .room = sizeof room, .limit = sizeof room};
    const thresh_heading *leaf = table->columns[unit->column].leaf;
    thr_buf_text(&reason, "printed with ");
    thr_buf_uint(&reason, unit->count);
    thr_buf_text(&reason, " of ");
    thr_buf_uint(&reason, numbers);
    thr_buf_text(&reason, " numbers");
    if (!unit->other && leaf != NULL && leaf->label.len < 80) {
        thr_buf_text(&reason, ", all of column \"");
        thr_buf_str(&reason, leaf->label);
        thr_buf_text(&reason, "\"");
    }
    thr_buf_char(&reason, '\0');
    thr_report_decision(report, "unit", unit->unit, room);
}

thresh_result
thr_units_tell(thresh_table *table, const thr_number_style *style,
               const thr_report *report, thresh_error *err) {
    if (!may_have_units(&table->store))
        return THRESH_OK;
    tally units = count_units(table, style);
    for (size_t i = 0; i < units.nunits; i++)
        tell(table, &units.units[i], units.numbers, report);
    if (units.nunits != 1 || units.units[0].count != units.numbers
        || table->caption.unit.len > 0)
        return THRESH_OK;
    return thr_arena_copy(&table->arena, units.units[0].unit,
                          &table->caption.unit)
               ? THRESH_OK
               : thr_arena_failure(&table->arena, 0, err);
}
