/* What adds up, and what does not. See sums.h. */
#include "cli/sums.h"

#include <stdlib.h>

#include "cli/number.h"
#include "cli/text.h"

/* Without -v, no more totals that fail are warned of than this. */
enum { FAILURES_SHOWN = 5 };

/* ## Counting */

/* How often the sums of one kind hold. */
typedef struct counts {
    size_t checked; /* totals that could be re-added */
    size_t rounded; /* of these, off by no more than rounding can do */
    size_t failed;  /* of these, that do not add up */
    size_t unknown; /* totals of which a part is missing */
} counts;

static counts
count_lines(const cli_document *document, thresh_sum_kind kind) {
    counts all = {0};
    for (size_t t = 0; t < document->ntables; t++) {
        const thresh_sum *sums;
        size_t count = thresh_table_sums(document->tables[t], &sums);
        for (size_t i = 0; i < count; i++) {
            if (sums[i].kind != kind)
                continue;
            all.checked += sums[i].exact + sums[i].rounded + sums[i].failed;
            all.rounded += sums[i].rounded;
            all.failed += sums[i].failed;
            all.unknown += sums[i].unknown;
        }
    }
    return all;
}

static size_t
count_failures(const cli_document *document) {
    size_t count = 0;
    for (size_t t = 0; t < document->ntables; t++)
        count += thresh_table_failures(document->tables[t], NULL);
    return count;
}

bool
cli_sums_fail(const cli_document *document) {
    return count_failures(document) > 0;
}

static const char *
plural(size_t count) {
    return count == 1 ? "" : "s";
}

static void
put_rest(const counts *of) {
    if (of->rounded > 0)
        (void)fprintf(cli_err(), ", %zu within rounding", of->rounded);
    if (of->unknown > 0)
        (void)fprintf(cli_err(), ", %zu more with parts missing", of->unknown);
}

void
cli_sums_summarise(const cli_document *document, bool always) {
    counts sums = count_lines(document, THRESH_SUM);
    counts less = count_lines(document, THRESH_DIFFERENCE);
    size_t hold = sums.checked - sums.failed;
    if (sums.checked + sums.unknown > 0) {
        (void)fprintf(cli_err(), "; %zu of %zu total%s add%s up", hold,
                      sums.checked, plural(sums.checked),
                      hold == 1 ? "s" : "");
        put_rest(&sums);
    }
    hold = less.checked - less.failed;
    if (less.checked + less.unknown > 0) {
        (void)fprintf(cli_err(), "; %zu of %zu difference%s hold%s", hold,
                      less.checked, plural(less.checked),
                      hold == 1 ? "s" : "");
        put_rest(&less);
    }
    if (always
        && sums.checked + sums.unknown + less.checked + less.unknown == 0)
        (void)fputs("; no totals found", cli_err());
}

/* With several dimensions along one axis, a part is several rows, and a line
 * is not just a column. */
static const char *
part_of(const thresh_table *table, thresh_axis axis) {
    if (thresh_table_axis_dimensions(table, axis) > 1)
        return "label";
    return axis == THRESH_ROWS ? "row" : "column";
}

void
cli_sum_describe(char text[CLI_SUM_TEXT], const thresh_table *table,
                 const thresh_sum *sum) {
    const thresh_dimension *dimensions;
    (void)thresh_table_dimensions(table, &dimensions);
    thresh_axis axis = dimensions[sum->dimension].axis;
    bool alone = thresh_table_axis_dimensions(table, axis) == 1;
    const char *line = axis == THRESH_ROWS ? "column" : "row";
    size_t hold = sum->exact + sum->rounded, all = hold + sum->failed;
    char rounded[48] = "", unknown[48] = "";
    if (sum->rounded > 0)
        (void)snprintf(rounded, sizeof rounded, ", %zu within rounding",
                       sum->rounded);
    if (sum->unknown > 0)
        (void)snprintf(unknown, sizeof unknown, ", %zu with parts missing",
                       sum->unknown);
    (void)snprintf(text, CLI_SUM_TEXT, "%s of %zu %s%s, %zu of %zu %s%s%s%s",
                   sum->kind == THRESH_SUM ? "sum" : "difference", sum->nparts,
                   part_of(table, axis), plural(sum->nparts), hold, all,
                   alone ? line : "line", plural(all), rounded, unknown);
}

/* ## Telling */

/* One failure, with all that telling it needs. */
typedef struct wrong {
    const thresh_table *table;
    const thresh_failure *failure;
    const cli_number_style *style;
    thresh_cell total;
    size_t order; /* in which it was found */
} wrong;

typedef struct wrongs {
    wrong *items;
    size_t count;
    cli_number_style *styles; /* one a table */
} wrongs;

static int
compare(const void *a, const void *b) {
    const wrong *x = a, *y = b;
    const thresh_place *at_x = &x->total.place, *at_y = &y->total.place;
    if (at_x->line != at_y->line)
        return at_x->line < at_y->line ? -1 : 1;
    if (at_x->field != at_y->field)
        return at_x->field < at_y->field ? -1 : 1;
    return (x->order > y->order) - (x->order < y->order);
}

static void
collect_from(wrongs *all, const thresh_table *table, cli_number_style *style) {
    const thresh_failure *failures;
    size_t count = thresh_table_failures(table, &failures);
    if (count > 0)
        *style = cli_number_style_of(table);
    for (size_t i = 0; i < count; i++) {
        all->items[all->count] = (wrong){
            .table = table,
            .failure = &failures[i],
            .style = style,
            .total = thresh_table_cell(table, failures[i].row,
                                       failures[i].column),
            .order = all->count,
        };
        all->count++;
    }
}

/* Collect the failures of all tables, by their places. */
static cli_status
collect(wrongs *all, const cli_document *document) {
    *all = (wrongs){0};
    all->items = calloc(count_failures(document) + 1, sizeof *all->items);
    all->styles = calloc(document->ntables + 1, sizeof *all->styles);
    if (all->items == NULL || all->styles == NULL)
        return cli_fail_memory();
    for (size_t t = 0; t < document->ntables; t++)
        collect_from(all, document->tables[t], &all->styles[t]);
    qsort(all->items, all->count, sizeof *all->items, compare);
    return CLI_OK;
}

static void
free_wrongs(wrongs *all) {
    free(all->items);
    free(all->styles);
}

static void
put_quoted(FILE *out, thresh_str text) {
    (void)fputc('"', out);
    (void)cli_text_put(out, text, CLI_UNCUT);
    (void)fputc('"', out);
}

/* Print the labels of the total's other dimensions along one axis: of the
 * column, for a sum of rows. */
static void
put_others(FILE *out, const wrong *one, size_t along, thresh_axis axis,
           const char *name, bool *any) {
    const thresh_dimension *dimensions;
    size_t count = thresh_table_dimensions(one->table, &dimensions);
    bool first = true;
    for (size_t i = 0; i < count; i++) {
        if (i == along || dimensions[i].axis != axis)
            continue;
        size_t key = thresh_table_key(one->table, i, one->failure->row,
                                      one->failure->column);
        thresh_str label = thresh_table_category(one->table, i, key).label;
        if (label.len == 0)
            continue;
        (void)fprintf(out, "%s%s", first ? (*any ? ", " : " (") : ", ",
                      first ? name : "");
        put_quoted(out, label);
        first = false;
        *any = true;
    }
}

/* Print a total as it is printed; a symbol with its meaning. */
static void
put_total(FILE *out, const thresh_cell *total) {
    if (total->kind == THRESH_NUMBER) {
        (void)cli_text_put(out, total->text, CLI_UNCUT);
        return;
    }
    const char *meaning = thresh_status_meaning(total->status);
    put_quoted(out, total->text);
    if (meaning != NULL)
        (void)fprintf(out, " (%s)", meaning);
}

static thresh_str
label_of(const wrong *one, const thresh_sum *sum, size_t category) {
    return thresh_table_category(one->table, sum->dimension, category).label;
}

/* Print what the total was re-added from: "its parts add up to". */
static void
put_parts(FILE *out, const wrong *one, const thresh_sum *sum) {
    if (sum->kind == THRESH_SUM) {
        (void)fputs("its parts add up to ", out);
        return;
    }
    put_quoted(out, label_of(one, sum, sum->parts[0]));
    (void)fputs(" less ", out);
    put_quoted(out, label_of(one, sum, sum->parts[1]));
    (void)fputs(" is ", out);
}

static void
put_wrong(FILE *out, const cli_document *document, const wrong *one,
          const char *severity) {
    const thresh_sum *sums;
    (void)thresh_table_sums(one->table, &sums);
    const thresh_sum *sum = &sums[one->failure->sum];
    bool any = false;
    cli_put_place(out, document->name, one->total.place.line,
                  one->total.place.column);
    (void)fputs(severity, out);
    put_quoted(out, label_of(one, sum, sum->total));
    (void)fputs(" is ", out);
    put_total(out, &one->total);
    (void)fputs(", ", out);
    put_parts(out, one, sum);
    cli_number_put(out, &one->failure->parts, one->style);
    put_others(out, one, sum->dimension, THRESH_ROWS, "row ", &any);
    put_others(out, one, sum->dimension, THRESH_COLUMNS, "column ", &any);
    (void)fputs(any ? "): difference " : ": difference ", out);
    cli_number_put(out, &one->failure->difference, one->style);
    (void)fputc('\n', out);
}

cli_status
cli_sums_put(FILE *out, const cli_document *document) {
    wrongs all;
    cli_status status = collect(&all, document);
    for (size_t i = 0; status == CLI_OK && i < all.count; i++)
        put_wrong(out, document, &all.items[i], "");
    free_wrongs(&all);
    return status;
}

cli_status
cli_sums_warn(cli_document *document) {
    size_t count = count_failures(document);
    document->warnings += count;
    if (count == 0 || document->options->quiet)
        return CLI_OK;
    wrongs all;
    cli_status status = collect(&all, document);
    size_t shown = document->options->verbose ? all.count : FAILURES_SHOWN;
    for (size_t i = 0; status == CLI_OK && i < all.count && i < shown; i++)
        put_wrong(cli_err(), document, &all.items[i], "warning: ");
    if (all.count > shown)
        cli_say("and %zu more; --check tells all", all.count - shown);
    free_wrongs(&all);
    return status;
}
