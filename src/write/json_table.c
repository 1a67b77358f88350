/* What is known of a table, as JSON. See json_table.h. */
#include "write/json_table.h"

#include "base/str.h"
#include "write/headings.h"
#include "write/json_sums.h"

static void
put_truth(thr_json *json, const char *key, thresh_truth truth) {
    thr_json_name(json, key);
    thr_json_literal(json, truth == THRESH_YES  ? THR_LIT("true")
                           : truth == THRESH_NO ? THR_LIT("false")
                                                : THR_LIT("null"));
}

static void
put_place(thr_json *json, const thresh_place *place) {
    thr_json_name(json, "line");
    thr_json_uint_or_null(json, place->line);
    thr_json_name(json, "field");
    thr_json_uint_or_null(json, place->field);
}

/* "1;2" as two items of the open list. */
static void
put_marks(thr_json *json, thresh_str marks) {
    thresh_str mark;
    while (thr_str_next(&marks, ';', &mark))
        if (mark.len > 0)
            thr_json_text(json, mark);
}

static void
put_caption(thr_json *json, const thresh_caption *caption) {
    thr_json_put_text(json, "title", caption->title);
    thr_json_put_text(json, "number", caption->number);
    thr_json_put_text(json, "topic", caption->topic);
    thr_json_put_text(json, "measure", caption->measure);
    thr_json_put_text(json, "unit", caption->unit);
    thr_json_put_text(json, "period", caption->period);
}

static void
put_category(thr_json *json, const thresh_category *category) {
    bool known = category->level >= 0;
    thr_json_open_line(json, '{');
    thr_json_name(json, "label");
    thr_json_text(json, category->label);
    thr_json_name(json, "notes");
    thr_json_open(json, '[');
    put_marks(json, category->marks);
    thr_json_close(json, ']');
    thr_json_name(json, "parent");
    if (known && category->parent != THRESH_NONE)
        thr_json_uint(json, category->parent);
    else
        thr_json_literal(json, THR_LIT("null"));
    thr_json_name(json, "level");
    if (known)
        thr_json_uint(json, (uint64_t)category->level);
    else
        thr_json_literal(json, THR_LIT("null"));
    put_truth(json, "is_total", category->is_total);
    put_place(json, &category->place);
    thr_json_close(json, '}');
}

static const char *
axis_name(thresh_axis axis) {
    return axis == THRESH_ROWS      ? "rows"
           : axis == THRESH_COLUMNS ? "columns"
                                    : "constant";
}

static void
put_dimensions(thr_json *json, const thresh_table *table) {
    const thresh_dimension *dimensions;
    size_t count = thresh_table_dimensions(table, &dimensions);
    thr_json_name(json, "dimensions");
    thr_json_open(json, '[');
    for (size_t i = 0; i < count; i++) {
        thr_json_open(json, '{');
        thr_json_put_text(json, "name", dimensions[i].name);
        thr_json_put_text(json, "label", dimensions[i].label);
        thr_json_put_text(json, "axis",
                          thr_str(axis_name(dimensions[i].axis)));
        thr_json_name(json, "notes");
        thr_json_open(json, '[');
        put_marks(json, dimensions[i].marks);
        thr_json_close(json, ']');
        thr_json_put_text(json, "reason", dimensions[i].reason);
        thr_json_name(json, "categories");
        thr_json_open(json, '[');
        for (size_t k = 0; k < dimensions[i].ncategories; k++) {
            thresh_category category = thresh_table_category(table, i, k);
            put_category(json, &category);
            thr_json_hand_on(json);
        }
        thr_json_close(json, ']');
        thr_json_close(json, '}');
    }
    thr_json_close(json, ']');
}

/* The headings over one column, and the note marks of all of them. */
static void
put_headings(thr_json *json, const thresh_heading *leaf) {
    size_t count = thr_headings_over(leaf);
    thr_json_name(json, "path");
    thr_json_open(json, '[');
    for (size_t i = 0; i < count; i++)
        thr_json_text(json, thr_heading_at(leaf, count, i)->label);
    thr_json_close(json, ']');
    thr_json_name(json, "notes");
    thr_json_open(json, '[');
    for (size_t i = 0; i < count; i++)
        put_marks(json, thr_heading_at(leaf, count, i)->marks);
    thr_json_close(json, ']');
}

static void
put_columns(thr_json *json, const thresh_table *table) {
    const thresh_dimension *dimensions;
    const thresh_column *columns;
    (void)thresh_table_dimensions(table, &dimensions);
    size_t count = thresh_table_columns(table, &columns);
    size_t nkeys = thresh_table_axis_dimensions(table, THRESH_COLUMNS);
    size_t first = thresh_table_axis_dimensions(table, THRESH_ROWS);
    thr_json_name(json, "columns");
    thr_json_open(json, '[');
    for (size_t i = 0; i < count; i++) {
        thr_json_open_line(json, '{');
        put_headings(json, columns[i].leaf);
        thr_json_name(json, "keys");
        thr_json_open(json, '{');
        for (size_t k = 0; k < nkeys; k++) {
            thr_json_key(json, dimensions[first + k].name);
            thr_json_text(json, columns[i].keys[k].label);
        }
        thr_json_close(json, '}');
        thr_json_name(json, "field");
        thr_json_uint_or_null(json, columns[i].field);
        thr_json_close(json, '}');
    }
    thr_json_close(json, ']');
}

static const char *
note_kind_name(thresh_note_kind kind) {
    return kind == THRESH_SOURCE   ? "source"
           : kind == THRESH_LEGEND ? "legend"
                                   : "note";
}

static void
put_notes(thr_json *json, const thresh_table *table) {
    const thresh_note *notes;
    size_t count = thresh_table_notes(table, &notes);
    thr_json_name(json, "notes");
    thr_json_open(json, '[');
    for (size_t i = 0; i < count; i++) {
        thr_json_open_line(json, '{');
        thr_json_put_text(json, "kind",
                          thr_str(note_kind_name(notes[i].kind)));
        thr_json_put_text(json, "mark", notes[i].mark);
        thr_json_name(json, "text");
        thr_json_text(json, notes[i].text);
        thr_json_name(json, "line");
        thr_json_uint_or_null(json, notes[i].place.line);
        thr_json_close(json, '}');
        thr_json_hand_on(json);
    }
    thr_json_close(json, ']');
}

static void
put_symbols(thr_json *json, const thresh_table *table) {
    const thresh_symbol *symbols;
    size_t count = thresh_table_symbols(table, &symbols);
    thr_json_name(json, "symbols");
    thr_json_open(json, '[');
    for (size_t i = 0; i < count; i++) {
        char sdmx = thresh_status_sdmx(symbols[i].status);
        thr_json_open_line(json, '{');
        thr_json_put_text(json, "text", symbols[i].text);
        thr_json_put_text(json, "status",
                          thr_str(thresh_status_name(symbols[i].status)));
        thr_json_put_text(json, "meaning",
                          thr_str(thresh_status_meaning(symbols[i].status)));
        thr_json_put_text(json, "sdmx", (thresh_str){&sdmx, 1});
        thr_json_put_uint(json, "count", symbols[i].count);
        thr_json_put_text(json, "reason", symbols[i].reason);
        thr_json_close(json, '}');
    }
    thr_json_close(json, ']');
}

static void
put_counts(thr_json *json, const thresh_table *table) {
    thresh_counts counts = thresh_table_counts(table);
    thr_json_name(json, "counts");
    thr_json_open_line(json, '{');
    thr_json_put_uint(json, "rows", counts.rows);
    thr_json_put_uint(json, "columns", counts.columns);
    thr_json_put_uint(json, "observations", counts.observations);
    thr_json_put_uint(json, "nil", counts.nil);
    thr_json_put_uint(json, "missing", counts.missing);
    thr_json_put_uint(json, "text", counts.text);
    thr_json_close(json, '}');
}

void
thr_json_table_add(thr_json *json, const thresh_table *table) {
    put_caption(json, thresh_table_caption(table));
    put_dimensions(json, table);
    put_columns(json, table);
    put_notes(json, table);
    put_symbols(json, table);
    thr_json_sums(json, table);
    put_counts(json, table);
}
