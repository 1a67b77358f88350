/* Header records to headings and columns. See header.h. */
#include "frame/header.h"

#include <string.h>

#include "base/ascii.h"
#include "base/error.h"
#include "base/str.h"
#include "frame/dates.h"
#include "frame/figured.h"
#include "frame/flags.h"
#include "frame/sheet.h"
#include "scan/broken.h"
#include "scan/features.h"
#include "scan/period.h"
#include "value/letter_mark.h"
#include "value/mark.h"

/* The header, and what is made of it. */
typedef struct maker {
    thresh_table *table;
    thr_sheet in;
    size_t *columns; /* index of the column of each field, or NONE */
    const thresh_heading **own; /* heading above each column at each level */
    bool months;                /* the level at hand has the months of the
                                   years below */
    bool dates;                 /* ... the years of the months above */
} maker;

static thresh_result
no_memory(const maker *s, thresh_error *err) {
    uint64_t line =
        s->in.location->header < s->in.window->count
            ? thr_window_at(s->in.window, s->in.location->header)->line
            : 0;
    return thr_arena_failure(&s->table->arena, line, err);
}

/* ## Columns */

static bool
field_has_heading(const maker *s, size_t field) {
    for (size_t level = 0; level < s->in.location->nheader; level++)
        if (thr_sheet_text(&s->in, level, field).len > 0)
            return true;
    return false;
}

static bool
field_has_value(const maker *s, size_t field) {
    for (size_t i = s->in.location->body; i < s->in.location->end; i++)
        if (thr_record_cell(thr_window_at(s->in.window, i), field).len > 0)
            return true;
    return false;
}

static bool
is_column(const maker *s, size_t field) {
    const thr_location *at = s->in.location;
    const thr_stub_range range = {at->header, at->body, at->end, at->fields,
                                  0};
    return at->flags
               ? !thr_flags_hides(s->in.window, &range, field)
               : field_has_heading(s, field) || field_has_value(s, field);
}

/* Every field beyond the stub with a heading or a value is a column; trailing
 * and spacing blanks are none, nor are the flags of values. */
static thresh_result
find_columns(maker *s, thresh_error *err) {
    size_t fields = s->in.location->fields;
    thr_arena *arena = &s->table->arena;
    s->columns = thr_arena_array(arena, fields + 1, sizeof *s->columns);
    s->table->columns = thr_arena_array(arena, fields,
                                        sizeof *s->table->columns);
    if (s->columns == NULL || s->table->columns == NULL)
        return no_memory(s, err);
    size_t count = 0;
    for (size_t field = 1; field <= fields; field++) {
        s->columns[field] = THRESH_NONE;
        if (thr_stub_covers(&s->in.location->stub, field)
            || thr_panels_hides(&s->in.location->panels, field)
            || !is_column(s, field))
            continue;
        s->table->columns[count].field = (uint32_t)(field
                                                    + s->in.window->margin);
        s->columns[field] = count++;
    }
    s->table->ncolumns = count;
    return THRESH_OK;
}

/* ## Headings */

static bool
anything_below(const maker *s, size_t level, size_t field) {
    for (level++; level < s->in.location->nheader; level++)
        if (thr_sheet_text(&s->in, level, field).len > 0)
            return true;
    return false;
}

bool
thr_header_label(thresh_table *table, thresh_str printed, uint32_t letters,
                 thresh_str *label, thresh_str *marks) {
    thr_buf found = {0};
    *label = printed;
    if (!thr_mark_cut_end(label, &found))
        (void)thr_letter_mark_cut_end(label, letters, &found);
    bool copied = thr_arena_copy(&table->arena, *label, label)
                  && thr_arena_copy(&table->arena, thr_buf_view(&found), marks)
                  && !found.failed;
    thr_buf_free(&found);
    return copied;
}

static thresh_result
take_label(const maker *s, thresh_str printed, thresh_str *label,
           thresh_str *marks, thresh_error *err) {
    return thr_header_label(s->table, printed, s->in.location->stub.letters,
                            label, marks)
               ? THRESH_OK
               : no_memory(s, err);
}

/* Of a heading such as "20071", "2008*" or "2009p" in a row of years, what
 * stands behind the year is a mark; ".0" is nothing. */
static thresh_result
take_year(const maker *s, thresh_str printed, thresh_str *label,
          thresh_str *marks, thresh_error *err) {
    thresh_str year;
    THR_TRY(take_label(s, printed, label, marks, err));
    if (!thr_text_heads_year(printed, &year) || label->len == 4)
        return THRESH_OK;
    thresh_str rest = thr_str_trim(thr_str_from(printed, 4));
    while (rest.len > 0 && strchr("\\/(", rest.ptr[0]) != NULL)
        rest = thr_str_from(rest, 1);
    if (thr_last(rest) == ')')
        rest.len--;
    bool plain = rest.len == 0 || rest.ptr[0] == '.';
    bool copied = thr_arena_copy(&s->table->arena, year, label)
                  && (plain || marks->len > 0
                      || thr_arena_copy(&s->table->arena, rest, marks));
    return copied ? THRESH_OK : no_memory(s, err);
}

static const thresh_heading **
own_at(const maker *s, size_t level, size_t column) {
    return &s->own[level * s->table->ncolumns + column];
}

/* The lowest heading above `level` over `column`. */
static const thresh_heading *
heading_above(const maker *s, size_t level, size_t column) {
    while (level-- > 0)
        if (*own_at(s, level, column) != NULL)
            return *own_at(s, level, column);
    return NULL;
}

static thresh_result
add_heading(maker *s, size_t level, size_t field, bool years,
            thresh_error *err) {
    thresh_table *table = s->table;
    thresh_heading *heading = &table->headings[table->nheadings++];
    size_t column = s->columns[field];
    *heading = (thresh_heading){
        .parent = heading_above(s, level, column),
        .level = level,
        .first = column,
        .span = 1,
        .place = thr_record_place(thr_sheet_record(&s->in, level), field)};
    *own_at(s, level, column) = heading;
    return (years ? take_year
                  : take_label)(s, thr_sheet_text(&s->in, level, field),
                                &heading->label, &heading->marks, err);
}

/* Whether no other heading stands between a heading and `level`, over any of
 * its columns: its next words would be in the place of what that heads. */
static bool
is_lowest(const maker *s, const thresh_heading *heading, size_t level) {
    for (size_t i = 0; i < heading->span; i++)
        if (heading_above(s, level, heading->first + i) != heading)
            return false;
    return true;
}

/* The heading above, if the cell is more of its words. Its level is that of
 * its last words. */
static thresh_heading *
goes_on(const maker *s, size_t level, size_t field) {
    size_t above = level, column = s->columns[field];
    while (above > 0 && *own_at(s, above - 1, column) == NULL)
        above--;
    if (above == 0)
        return NULL;
    const thresh_heading *own = *own_at(s, above - 1, column);
    bool dated = s->dates && above == level;
    if (own->first != column || !is_lowest(s, own, level)
        || !(dated
             || thr_stagger_goes_on(
                 s->in.window, thr_sheet_cell(&s->in, above - 1, field),
                 thr_sheet_cell(&s->in, level, field), false)))
        return NULL;
    return &s->table->headings[own - s->table->headings];
}

static thresh_result
add_words(maker *s, thresh_heading *heading, size_t level, size_t field,
          thresh_error *err) {
    thr_buf text = {0};
    thresh_str label, marks;
    thr_buf_str(&text, heading->label);
    thr_broken_join(&text, thr_sheet_text(&s->in, level, field));
    thresh_result result = text.failed ? no_memory(s, err)
                                       : take_label(s, thr_buf_view(&text),
                                                    &label, &marks, err);
    thr_buf_free(&text);
    THR_TRY(result);
    heading->label = label;
    if (marks.len > 0)
        heading->marks = marks;
    for (size_t i = 0; i < heading->span; i++)
        *own_at(s, level, heading->first + i) = heading;
    return THRESH_OK;
}

/* Whether a year over a part of it, in `left_field`, goes on over the part in
 * `field`, where its line is blank: "2006 |  | 2007" above "Nov. | Dec. |
 * Jan.". */
static bool
is_year_of(const thr_sheet *s, size_t level, size_t field, size_t left_field) {
    thresh_str year;
    return level + 1 < s->location->nheader
           && thr_sheet_text(s, level, field).len == 0
           && thr_text_heads_year(thr_sheet_text(s, level, left_field), &year)
           && thr_period_in_year(thr_sheet_text(s, level + 1, left_field))
           && thr_period_in_year(thr_sheet_text(s, level + 1, field));
}

/* Whether the heading on the left of `field` also covers it, which is blank or
 * says the same again: it must be a spanner, and both must stand under the
 * same spanner themselves. */
static bool
spans_on(const maker *s, const thresh_heading *left, size_t level,
         size_t field, size_t left_field) {
    if (left == NULL)
        return false;
    size_t span = thr_stagger_span(s->in.window,
                                   thr_sheet_cell(&s->in, level, left_field));
    if (span > 0)
        return (field < left_field + span
                || is_year_of(&s->in, level, field, left_field))
               && left->parent == heading_above(s, level, s->columns[field]);
    if (s->months || !anything_below(s, level, left_field)
        || !anything_below(s, level, field))
        return false;
    thresh_str cell = thr_sheet_text(&s->in, level, field);
    if (cell.len > 0
        && !thr_str_equal(cell, thr_sheet_text(&s->in, level, left_field)))
        return false;
    return left->parent == heading_above(s, level, s->columns[field]);
}

/* A cell with words: a heading, or more words of the one above. */
static thresh_result
read_cell(maker *s, size_t level, size_t field, bool years,
          thresh_heading **heading, thresh_error *err) {
    *heading = goes_on(s, level, field);
    if (*heading != NULL)
        return add_words(s, *heading, level, field, err);
    THR_TRY(add_heading(s, level, field, years, err));
    *heading = &s->table->headings[s->table->nheadings - 1];
    return THRESH_OK;
}

static thresh_result
read_level(maker *s, size_t level, thresh_error *err) {
    thresh_heading *left = NULL;
    size_t left_field = 0;
    size_t at = s->in.location->header + level;
    thr_features features = thr_window_features(s->in.window, at);
    bool years = thr_features_is_years(&features);
    size_t first = s->in.location->stub.fields + 1;
    s->dates = s->months;
    s->months = level + 1 < s->in.location->nheader
                && thr_dates_are_parted(s->in.window, at, at + 1, first);
    for (size_t field = 1; field <= s->in.location->fields; field++) {
        size_t column = s->columns[field];
        if (thr_stub_covers(&s->in.location->stub, field))
            continue;
        if (thr_panels_is_label(&s->in.location->panels, field))
            left = NULL;
        if (column == THRESH_NONE)
            continue;
        if (spans_on(s, left, level, field, left_field)) {
            *own_at(s, level, column) = left;
            left->span = column - left->first + 1;
        } else if (thr_sheet_text(&s->in, level, field).len > 0) {
            THR_TRY(read_cell(s, level, field, years, &left, err));
            left_field = field;
        } else {
            left = NULL;
        }
    }
    return THRESH_OK;
}

/* Whether a line numbers the columns, all of which are called something on
 * another line: then it says nothing of them. */
static bool
is_numbering(const maker *s, size_t level) {
    if (!thr_figured_counts_columns(thr_sheet_record(&s->in, level)))
        return false;
    for (size_t field = 1; field <= s->in.location->fields; field++) {
        bool headed = s->columns[field] == THRESH_NONE;
        for (size_t other = 0; other < s->in.location->nheader; other++)
            headed |= other != level
                      && thr_sheet_text(&s->in, other, field).len > 0;
        if (!headed)
            return false;
    }
    return true;
}

/* ## Levels */

static bool
is_aligned(const maker *s) {
    for (size_t level = 0; level < s->in.location->nheader; level++)
        for (size_t field = 1; field <= s->in.location->fields; field++)
            if (thr_stagger_span(s->in.window,
                                 thr_sheet_cell(&s->in, level, field))
                > 0)
                return true;
    return false;
}

/* Where headings take as many lines as their words need, a level is not a
 * line: spanners stand as high as they can, and the headings of columns below
 * all of them. */
static thresh_result
number_levels(maker *s, thresh_error *err) {
    thresh_table *table = s->table;
    bool *spans = thr_arena_array(&table->arena, table->nheadings + 1,
                                  sizeof *spans);
    if (spans == NULL)
        return no_memory(s, err);
    size_t lowest = 0;
    for (size_t i = 0; i < table->nheadings; i++) {
        thresh_heading *heading = &table->headings[i];
        heading->level = 0;
        if (heading->parent != NULL) {
            heading->level = heading->parent->level + 1;
            spans[heading->parent - table->headings] = true;
        }
        if (heading->level > lowest)
            lowest = heading->level;
    }
    for (size_t i = 0; i < table->nheadings; i++)
        if (!spans[i])
            table->headings[i].level = lowest;
    table->header_rows = table->nheadings > 0 ? lowest + 1 : 0;
    return THRESH_OK;
}

thresh_result
thr_header_read(thresh_table *table, const thr_window *window,
                const thr_location *location, thresh_error *err) {
    maker s = {.table = table, .in = {window, location}};
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
        if (!is_numbering(&s, level))
            THR_TRY(read_level(&s, level, err));
    for (size_t i = 0; i < table->ncolumns; i++)
        table->columns[i].leaf = heading_above(&s, levels, i);
    return is_aligned(&s) ? number_levels(&s, err) : THRESH_OK;
}
