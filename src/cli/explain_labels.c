/* The labels of a table. See explain_labels.h. */
#include "cli/explain_labels.h"

#include <stdlib.h>

#include "cli/json.h"
#include "cli/total_words.h"
#include "thresh/sums.h"

/* The nearest of a heading and those above it that says something. */
static const thresh_heading *
telling(const thresh_heading *heading) {
    while (heading != NULL && heading->label.len == 0)
        heading = heading->parent;
    return heading;
}

static void
put_label(FILE *out, thresh_place at, thresh_str text,
          const thresh_place *parent, const char *axis) {
    (void)fputs("{\"at\": ", out);
    cli_json_place(out, at);
    cli_json_text(out, ", \"text\": ", text);
    (void)fputs(", \"parent\": ", out);
    if (parent != NULL)
        cli_json_place(out, *parent);
    else
        (void)fputs("null", out);
    (void)fprintf(out, ", \"axis\": \"%s\"}", axis);
}

/* How far right of its column a value stands, where tables are side by side.
 */
static uint32_t
offset_of(const thresh_table *table, size_t row, size_t column) {
    const thresh_column *columns;
    (void)thresh_table_columns(table, &columns);
    uint32_t at = thresh_table_cell(table, row, column).place.field;
    return at > columns[column].field ? at - columns[column].field : 0;
}

/* The headings as printed `offset` fields to the right. */
static void
put_headings(FILE *out, const thresh_table *table, uint32_t offset,
             bool *first) {
    const thresh_heading *headings;
    size_t count = thresh_table_headings(table, &headings);
    for (size_t i = 0; i < count; i++) {
        if (headings[i].label.len == 0)
            continue;
        const thresh_heading *up = telling(headings[i].parent);
        thresh_place at = headings[i].place,
                     above = (up ? up : headings)->place;
        at.field += offset;
        above.field += offset;
        cli_json_next(out, first, "     ");
        put_label(out, at, headings[i].label, up ? &above : NULL, "column");
    }
}

static void
put_column_labels(FILE *out, const thresh_table *table, bool *first) {
    const thresh_dimension *dimensions;
    (void)thresh_table_dimensions(table, &dimensions);
    /* That over the first label column names the rows, and is no key. */
    for (size_t i = 1; i < thresh_table_axis_dimensions(table, THRESH_ROWS);
         i++) {
        if (dimensions[i].place.field < 2)
            continue;
        cli_json_next(out, first, "     ");
        put_label(out, dimensions[i].place, dimensions[i].label, NULL,
                  "column");
    }
    put_headings(out, table, 0, first);
    /* Rows of one panel follow each other. */
    uint32_t last = 0;
    for (size_t row = 0; row < thresh_table_rows(table); row++)
        for (size_t i = 0; i < thresh_table_columns(table, NULL); i++)
            if (offset_of(table, row, i) > last) {
                last = offset_of(table, row, i);
                put_headings(out, table, last, first);
            }
}

/* The labels of one row dimension, met row by row. */
typedef struct met {
    thresh_place place; /* where its last label stood */
    bool empty;         /* no values beside it: it divides the rows */
} met;

typedef struct stub {
    size_t dimension;
    bool cut_in;
    met *latest;        /* of each category */
    bool *roots;        /* categories whose parts have parts, as sums alone
                           tell */
    size_t *wholes;     /* what sums of its parts alone are within */
    thresh_place above; /* the cut-in that the current row stands below */
    thresh_place last;  /* the label that was printed last */
} stub;

static bool
stands_before(thresh_place a, thresh_place b) {
    return a.record < b.record || (a.record == b.record && a.field < b.field);
}

static bool
is_same(thresh_place a, thresh_place b) {
    return a.record == b.record && a.field == b.field;
}

/* Whether the label of `dimension` is a part of the cell that holds that of
 * the dimension before. */
static bool
is_packed(const thresh_table *table, size_t dimension, size_t row) {
    return dimension > 0
           && is_same(thresh_table_label_place(table, dimension - 1, row, 0),
                      thresh_table_label_place(table, dimension, row, 0));
}

static bool
is_empty(const thresh_table *table, size_t row) {
    size_t columns = thresh_table_columns(table, NULL);
    for (size_t i = 0; i < columns; i++)
        if (thresh_table_cell(table, row, i).kind != THRESH_BLANK)
            return false;
    return true;
}

/* The nearest label up its tree that stands above `at`: that of a total
 * printed below its parts is no heading of theirs, nor is one that only says
 * "Total" of a list, and a sum over what stands below another heading is none
 * of that. */
static thresh_place
parent_of(const thresh_table *table, const stub *s, thresh_category label,
          const met *own) {
    enum { DEEPEST = 64 };
    uint32_t indent = label.indent;
    for (size_t depth = 0;
         depth < DEEPEST && label.level >= 0 && label.parent != THRESH_NONE;
         depth++) {
        size_t above = label.parent;
        const met *up = &s->latest[above];
        label = thresh_table_category(table, s->dimension, above);
        if (cli_words_bare_total(label.label) && !up->empty
            && label.indent >= indent && !s->roots[above])
            continue;
        if (up->place.record > 0 && stands_before(up->place, own->place)
            && !stands_before(up->place, s->above)
            && (!own->empty || up->empty || label.indent < indent
                || label.is_total != THRESH_YES))
            return up->place;
    }
    return s->above;
}

static void
put_row_label(FILE *out, const thresh_table *table, stub *s, size_t row,
              size_t column, bool *first) {
    size_t key = thresh_table_key(table, s->dimension, row, 0);
    thresh_category label = thresh_table_category(table, s->dimension, key);
    met own = {thresh_table_label_place(table, s->dimension, row, column),
               s->cut_in || is_empty(table, row)};
    bool again = is_same(own.place, s->last)
                 || is_packed(table, s->dimension, row);
    if (label.label.len == 0 || again)
        return;
    if (label.level == 0)
        label.parent = s->wholes[key];
    thresh_place parent = parent_of(table, s, label, &own);
    cli_json_next(out, first, "     ");
    put_label(out, own.place, label.label, parent.record > 0 ? &parent : NULL,
              "row");
    s->latest[key] = own;
    s->last = own.place;
}

/* Whether `column` is the first of some that are continued further down. */
static bool
starts_block(const thresh_table *table, size_t dimension, size_t column) {
    return !is_same(thresh_table_label_place(table, dimension, 0, column),
                    thresh_table_label_place(table, dimension, 0, column - 1));
}

/* Print the labels of all rows beside `column`. */
static void
put_block(FILE *out, const thresh_table *table, stub *s, size_t cut_in,
          size_t column, bool *first) {
    for (size_t row = 0; row < thresh_table_rows(table); row++) {
        size_t key = thresh_table_key(table, cut_in, row, column);
        if (thresh_table_category(table, cut_in, key).label.len > 0)
            s->above = thresh_table_label_place(table, cut_in, row, column);
        put_row_label(out, table, s, row, column, first);
    }
}

/* Find the roots of trees that are not printed: "Total" of "Europe total" of
 * "Norway", all as deep. */
static void
find_roots(const thresh_table *table, size_t dimension, size_t count,
           bool *roots) {
    for (size_t i = 0; i < count; i++) {
        thresh_category part = thresh_table_category(table, dimension, i);
        if (part.level < 2)
            continue;
        thresh_category up = thresh_table_category(table, dimension,
                                                   part.parent);
        if (part.indent <= up.indent)
            roots[up.parent] = true;
    }
}

/* The category that all parts of a sum are parts of; THRESH_NONE if there is
 * none. */
static size_t
whole_of(const thresh_table *table, const thresh_sum *sum) {
    size_t whole = THRESH_NONE;
    for (size_t i = 0; i < sum->nparts; i++) {
        thresh_category part = thresh_table_category(table, sum->dimension,
                                                     sum->parts[i]);
        if (part.level < 1 || (i > 0 && part.parent != whole))
            return THRESH_NONE;
        whole = part.parent;
    }
    return whole;
}

/* Find what sums stand within: the first quarter adds up some of the months
 * that the year adds up, so it is a part of the year, too. */
static void
find_wholes(const thresh_table *table, size_t dimension, size_t count,
            size_t *wholes) {
    const thresh_sum *sums;
    size_t nsums = thresh_table_sums(table, &sums);
    for (size_t i = 0; i < count; i++)
        wholes[i] = THRESH_NONE;
    for (size_t i = 0; i < nsums; i++) {
        size_t total = sums[i].total;
        if (sums[i].dimension != dimension || sums[i].kind != THRESH_SUM
            || wholes[total] != THRESH_NONE)
            continue;
        size_t whole = whole_of(table, &sums[i]);
        if (whole != total)
            wholes[total] = whole;
    }
}

/* Print the labels of one row dimension. `cut_in` is the dimension whose
 * labels stand above those of the next, or THRESH_NONE. */
static bool
put_stub(FILE *out, const thresh_table *table, size_t dimension, size_t cut_in,
         bool *first) {
    const thresh_dimension *dimensions;
    (void)thresh_table_dimensions(table, &dimensions);
    size_t count = dimensions[dimension].ncategories;
    stub s = {.dimension = dimension,
              .cut_in = dimensions[dimension].cut_in,
              .latest = calloc(count + 1, sizeof *s.latest),
              .roots = calloc(count + 1, sizeof *s.roots),
              .wholes = calloc(count + 1, sizeof *s.wholes)};
    bool done = s.latest != NULL && s.roots != NULL && s.wholes != NULL;
    if (done) {
        find_roots(table, dimension, count, s.roots);
        find_wholes(table, dimension, count, s.wholes);
    }
    for (size_t c = 0; done && c < thresh_table_columns(table, NULL); c++)
        if (c == 0 || starts_block(table, dimension, c))
            put_block(out, table, &s, cut_in, c, first);
    free(s.latest);
    free(s.roots);
    free(s.wholes);
    return done;
}

static bool
put_row_labels(FILE *out, const thresh_table *table, bool *first) {
    const thresh_dimension *dimensions;
    (void)thresh_table_dimensions(table, &dimensions);
    size_t count = thresh_table_axis_dimensions(table, THRESH_ROWS);
    bool done = true;
    for (size_t d = 0; d < count && done; d++)
        done = put_stub(
            out, table, d,
            d > 0 && dimensions[d - 1].cut_in ? d - 1 : THRESH_NONE, first);
    return done;
}

bool
cli_explain_labels(FILE *out, const thresh_table *table) {
    bool first = true;
    put_column_labels(out, table, &first);
    return put_row_labels(out, table, &first);
}

void
cli_explain_links(FILE *out, const thresh_table *table, size_t row,
                  size_t column) {
    size_t count = thresh_table_axis_dimensions(table, THRESH_ROWS);
    const thresh_dimension *dimensions;
    (void)thresh_table_dimensions(table, &dimensions);
    const char *between = "";
    for (size_t d = 0; d < count; d++) {
        size_t key = thresh_table_key(table, d, row, column);
        if (thresh_table_category(table, d, key).label.len == 0
            || dimensions[d].cut_in || is_packed(table, d, row))
            continue;
        (void)fputs(between, out);
        cli_json_place(out, thresh_table_label_place(table, d, row, column));
        between = ", ";
    }
    const thresh_column *columns;
    (void)thresh_table_columns(table, &columns);
    const thresh_heading *leaf = telling(columns[column].leaf);
    if (leaf != NULL) {
        (void)fputs(between, out);
        thresh_place place = leaf->place;
        place.field += offset_of(table, row, column);
        cli_json_place(out, place);
    }
}
