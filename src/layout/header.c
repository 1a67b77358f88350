/* Header records to headings and columns. See header.h. */
#include "layout/header.h"

#include <string.h>

#include "base/error.h"
#include "base/str.h"
#include "grid/mark.h"
#include "layout/boxhead.h"
#include "layout/features.h"

/* The header as a grid: `at[level * fields + field - 1]`. */
typedef struct sheet {
    thresh_table *table;
    const thr_window *window;
    const thr_location *location;
    size_t *columns; /* index of the column of each field, or NONE */
    const thresh_heading **own; /* heading above each column at each level */
} sheet;

static thresh_result
no_memory(const sheet *s, thresh_error *err) {
    uint64_t line = s->location->header < s->window->count
                        ? thr_window_at(s->window, s->location->header)->line
                        : 0;
    return thr_arena_failure(&s->table->arena, line, err);
}

static const thr_record *
header_record(const sheet *s, size_t level) {
    return thr_window_at(s->window, s->location->header + level);
}

static thresh_str
header_cell(const sheet *s, size_t level, size_t field) {
    return thr_record_cell(header_record(s, level), field);
}

/* ## Columns */

static bool
field_has_heading(const sheet *s, size_t field) {
    for (size_t level = 0; level < s->location->nheader; level++)
        if (header_cell(s, level, field).len > 0)
            return true;
    return false;
}

static bool
field_has_value(const sheet *s, size_t field) {
    for (size_t i = s->location->body; i < s->location->end; i++)
        if (thr_record_cell(thr_window_at(s->window, i), field).len > 0)
            return true;
    return false;
}

/* Every field beyond the stub with a heading or a value is a column; trailing
 * and spacing blanks are none. */
static thresh_result
find_columns(sheet *s, thresh_error *err) {
    size_t fields = s->location->fields;
    thr_arena *arena = &s->table->arena;
    s->columns = thr_arena_array(arena, fields + 1, sizeof *s->columns);
    s->table->columns = thr_arena_array(arena, fields,
                                        sizeof *s->table->columns);
    if (s->columns == NULL || s->table->columns == NULL)
        return no_memory(s, err);
    size_t count = 0;
    for (size_t field = 1; field <= fields; field++) {
        s->columns[field] = THRESH_NONE;
        if (field <= s->location->stub.fields
            || thr_panels_hides(&s->location->panels, field)
            || !(field_has_heading(s, field) || field_has_value(s, field)))
            continue;
        s->table->columns[count].field = (uint32_t)(field + s->window->margin);
        s->columns[field] = count++;
    }
    s->table->ncolumns = count;
    return THRESH_OK;
}

/* ## Headings */

static bool
anything_below(const sheet *s, size_t level, size_t field) {
    for (level++; level < s->location->nheader; level++)
        if (header_cell(s, level, field).len > 0)
            return true;
    return false;
}

/* Copy a label without its marks into the table. */
static thresh_result
take_label(const sheet *s, thresh_str printed, thresh_str *label,
           thresh_str *marks, thresh_error *err) {
    thr_buf found = {0};
    *label = printed;
    thr_mark_cut_end(label, &found);
    bool copied = thr_arena_copy(&s->table->arena, *label, label)
                  && thr_arena_copy(&s->table->arena, thr_buf_view(&found),
                                    marks);
    thr_buf_free(&found);
    return copied && !found.failed ? THRESH_OK : no_memory(s, err);
}

/* Of a heading such as "20071", "2008*" or "2009p" in a row of years, what
 * stands behind the year is a mark; ".0" is nothing. */
static thresh_result
take_year(const sheet *s, thresh_str printed, thresh_str *label,
          thresh_str *marks, thresh_error *err) {
    thresh_str year, rest = thr_str_trim(thr_str_from(printed, 4));
    THR_TRY(take_label(s, printed, label, marks, err));
    if (!thr_text_heads_year(printed, &year) || label->len == 4)
        return THRESH_OK;
    while (rest.len > 0 && strchr("\\/(", rest.ptr[0]) != NULL)
        rest = thr_str_from(rest, 1);
    if (rest.len > 0 && rest.ptr[rest.len - 1] == ')')
        rest.len--;
    bool plain = rest.len == 0 || rest.ptr[0] == '.';
    bool copied = thr_arena_copy(&s->table->arena, year, label)
                  && (plain || marks->len > 0
                      || thr_arena_copy(&s->table->arena, rest, marks));
    return copied ? THRESH_OK : no_memory(s, err);
}

static const thresh_heading **
own_at(const sheet *s, size_t level, size_t column) {
    return &s->own[level * s->table->ncolumns + column];
}

/* The lowest heading above `level` over `column`. */
static const thresh_heading *
heading_above(const sheet *s, size_t level, size_t column) {
    while (level-- > 0)
        if (*own_at(s, level, column) != NULL)
            return *own_at(s, level, column);
    return NULL;
}

static thresh_result
add_heading(sheet *s, size_t level, size_t field, bool years,
            thresh_error *err) {
    thresh_table *table = s->table;
    thresh_heading *heading = &table->headings[table->nheadings++];
    size_t column = s->columns[field];
    *heading = (thresh_heading){
        .parent = heading_above(s, level, column),
        .level = level,
        .first = column,
        .span = 1,
        .place = thr_record_place(header_record(s, level), field)};
    *own_at(s, level, column) = heading;
    return (years ? take_year : take_label)(s, header_cell(s, level, field),
                                            &heading->label, &heading->marks,
                                            err);
}

/* Whether the heading on the left of `field` also covers it, which is blank or
 * says the same again: it must be a spanner, and both must stand under the
 * same spanner themselves. */
static bool
spans_on(const sheet *s, const thresh_heading *left, size_t level,
         size_t field, size_t left_field) {
    if (left == NULL || !anything_below(s, level, left_field)
        || !anything_below(s, level, field))
        return false;
    thresh_str cell = header_cell(s, level, field);
    if (cell.len > 0
        && !thr_str_equal(cell, header_cell(s, level, left_field)))
        return false;
    return left->parent == heading_above(s, level, s->columns[field]);
}

static thresh_result
read_level(sheet *s, size_t level, thresh_error *err) {
    thresh_heading *left = NULL;
    size_t left_field = 0;
    thr_features features = thr_window_features(s->window,
                                                s->location->header + level);
    bool years = thr_features_is_years(&features);
    for (size_t field = s->location->stub.fields + 1;
         field <= s->location->fields; field++) {
        size_t column = s->columns[field];
        if (thr_panels_is_label(&s->location->panels, field))
            left = NULL;
        if (column == THRESH_NONE)
            continue;
        if (spans_on(s, left, level, field, left_field)) {
            *own_at(s, level, column) = left;
            left->span = column - left->first + 1;
        } else if (header_cell(s, level, field).len > 0) {
            THR_TRY(add_heading(s, level, field, years, err));
            left = &s->table->headings[s->table->nheadings - 1];
            left_field = field;
        } else {
            left = NULL;
        }
    }
    return THRESH_OK;
}

thresh_result
thr_header_read(thresh_table *table, const thr_window *window,
                const thr_location *location, thresh_error *err) {
    sheet s = {.table = table, .window = window, .location = location};
    size_t levels = location->nheader;
    THR_TRY(find_columns(&s, err));
    size_t most = levels * table->ncolumns;
    s.own = thr_arena_array(&table->arena, most, sizeof *s.own);
    table->headings = thr_arena_array(&table->arena, most,
                                      sizeof *table->headings);
    if (s.own == NULL || table->headings == NULL)
        return no_memory(&s, err);
    table->header_rows = levels;
    for (size_t level = 0; level < levels; level++)
        THR_TRY(read_level(&s, level, err));
    for (size_t i = 0; i < table->ncolumns; i++)
        table->columns[i].leaf = heading_above(&s, levels, i);
    return THRESH_OK;
}

thresh_result
thr_header_stubhead(thresh_table *table, const thr_window *window,
                    const thr_location *location, size_t field,
                    thr_stubhead *out, thresh_error *err) {
    sheet s = {.table = table, .window = window, .location = location};
    *out = (thr_stubhead){0};
    for (size_t level = location->nheader; level-- > 0;) {
        thresh_str cell = header_cell(&s, level, field);
        const thr_record *record = header_record(&s, level);
        if (cell.len == 0 || thr_boxhead_tells_units(record)
            || thr_boxhead_counts_columns(record))
            continue;
        out->place = thr_record_place(record, field);
        return take_label(&s, cell, &out->label, &out->marks, err);
    }
    return THRESH_OK;
}
