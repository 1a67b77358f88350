/* What the reader tells. See trace.h. */
#include "cli/trace.h"

#include <stdlib.h>
#include <string.h>

#include "cli/sums.h"
#include "cli/text.h"
#include "cli/total_words.h"
#include "cli/worked.h"

enum { MANY = 8 }; /* parts that a line has only if it is their total */

/* Make room for `more` elements after `count`. Returns the new array, or NULL
 * with the old one untouched. */
static void *
grow(void *items, size_t count, size_t more, size_t *room, size_t size) {
    if (more <= *room - count)
        return items;
    size_t wanted = *room < 64 ? 64 : *room;
    while (wanted - count < more) {
        if (wanted > SIZE_MAX / 2 / size)
            return NULL;
        wanted *= 2;
    }
    void *grown = realloc(items, wanted * size);
    if (grown != NULL)
        *room = wanted;
    return grown;
}

static cli_kept
keep(cli_trace *trace, thresh_str text) {
    cli_kept kept = {trace->nbytes, text.len};
    char *bytes = grow(trace->bytes, trace->nbytes, text.len,
                       &trace->bytes_room, 1);
    if (bytes == NULL && text.len > 0) {
        trace->failed = true;
        return (cli_kept){0};
    }
    trace->bytes = bytes;
    if (text.len > 0)
        memcpy(bytes + trace->nbytes, text.ptr, text.len);
    trace->nbytes += text.len;
    return kept;
}

static void
on_line(void *ctx, const thresh_line *line) {
    cli_trace *trace = ctx;
    cli_line *lines = grow(trace->lines, trace->nlines, 1, &trace->lines_room,
                           sizeof *lines);
    if (lines == NULL) {
        trace->failed = true;
        return;
    }
    trace->lines = lines;
    lines[trace->nlines++] = (cli_line){
        .line = line->place.line,
        .record = line->place.record,
        .role = thresh_role_name(line->role),
        .text = keep(trace, line->text),
        .reason = keep(trace, line->reason),
    };
}

static void
on_decision(void *ctx, const thresh_decision *decision) {
    cli_trace *trace = ctx;
    cli_decision *decisions = grow(trace->decisions, trace->ndecisions, 1,
                                   &trace->decisions_room, sizeof *decisions);
    if (decisions == NULL) {
        trace->failed = true;
        return;
    }
    trace->decisions = decisions;
    decisions[trace->ndecisions++] = (cli_decision){
        .what = keep(trace, cli_str(decision->what)),
        .value = keep(trace, decision->value),
        .reason = keep(trace, decision->reason),
        .hint = keep(trace, decision->hint),
    };
}

thresh_listener
cli_trace_listener(cli_trace *trace) {
    return (thresh_listener){
        .line = on_line, .decision = on_decision, .ctx = trace};
}

static int
compare_lines(const void *a, const void *b) {
    const cli_line *x = a, *y = b;
    if (x->line != y->line)
        return x->line < y->line ? -1 : 1;
    return (x->record > y->record) - (x->record < y->record);
}

static int
compare_record(const void *key, const void *item) {
    const uint64_t *record = key;
    const cli_line *line = item;
    return (*record > line->record) - (*record < line->record);
}

/* Where the categories of row dimension `dimension` begin in a list of those
 * of all. */
static size_t
first_of(const thresh_table *table, size_t dimension) {
    const thresh_dimension *dimensions;
    size_t first = 0;
    (void)thresh_table_dimensions(table, &dimensions);
    for (size_t i = 0; i < dimension; i++)
        first += dimensions[i].ncategories;
    return first;
}

/* What is known of a category of the row dimensions. */
typedef struct known {
    const thresh_sum *sum; /* that it is, or NULL */
    bool named_parts;      /* a part of it is a total, and says so */
    size_t starts;         /* runs of categories from it on that are sums */
} known;

static void
add_named(known *list, const thresh_table *table, size_t dimension,
          size_t count) {
    for (size_t i = 0; i < count; i++) {
        thresh_category category = thresh_table_category(table, dimension, i);
        if (category.says_total && category.is_total == THRESH_YES
            && category.level > 0)
            list[category.parent].named_parts = true;
    }
}

/* Whether a sum tells more of what it is a sum of than another: it is no
 * difference, and has no fewer parts. */
static bool
is_fuller(const thresh_sum *sum, const thresh_sum *other) {
    if (sum->kind != other->kind)
        return sum->kind == THRESH_SUM;
    return sum->nparts >= other->nparts;
}

/* Whether a sum is that of categories in a row, more than a pair. */
static bool
is_run(const thresh_sum *sum) {
    enum { FEWEST = 3 };
    if (sum == NULL || sum->kind != THRESH_SUM || sum->nparts < FEWEST)
        return false;
    for (size_t i = 1; i < sum->nparts; i++)
        if (sum->parts[i] != sum->parts[0] + i)
            return false;
    return true;
}

static void
add_starts(known *list, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (is_run(list[i].sum))
            list[list[i].sum->parts[0]].starts++;
}

/* What is known of them all, dimension by dimension. The caller frees the
 * list, which is NULL if memory is exhausted. */
static known *
list_known(const thresh_table *table) {
    const thresh_sum *sums;
    const thresh_dimension *dimensions;
    (void)thresh_table_dimensions(table, &dimensions);
    size_t count = thresh_table_sums(table, &sums);
    size_t nrows = thresh_table_axis_dimensions(table, THRESH_ROWS);
    known *list = calloc(first_of(table, nrows) + 1, sizeof *list);
    for (size_t i = 0; list != NULL && i < count; i++) {
        if (sums[i].dimension >= nrows)
            continue;
        known *of = &list[first_of(table, sums[i].dimension) + sums[i].total];
        if (of->sum == NULL || is_fuller(&sums[i], of->sum))
            of->sum = &sums[i];
    }
    for (size_t i = 0; list != NULL && i < nrows; i++) {
        known *of = list + first_of(table, i);
        add_named(of, table, i, dimensions[i].ncategories);
        add_starts(of, dimensions[i].ncategories);
    }
    return list;
}

/* Whether what holds a category is the sum of its parts. */
static bool
is_part(const thresh_table *table, size_t dimension,
        thresh_category category) {
    if (category.level <= 0)
        return false;
    thresh_category parent = thresh_table_category(table, dimension,
                                                   category.parent);
    return parent.is_total == THRESH_YES || parent.says_total;
}

/* Whether a category that is the sum of others is printed as their total: its
 * label says so, or that of a total beside it, or they are indented below it,
 * or they are many and it is a part of nothing, or another sum starts with the
 * same part: "January-March" and "January-June" are running totals. One of
 * which none is true is a line of data that has others below it. `list` is of
 * its dimension. */
static bool
shows_total(const thresh_table *table, size_t dimension,
            thresh_category category, const known *list,
            const thresh_sum *sum) {
    if (is_run(sum) && list[sum->parts[0]].starts > 1)
        return true;
    if (category.is_total != THRESH_YES || category.says_total || sum == NULL)
        return category.is_total == THRESH_YES;
    if (category.level > 0 && list[category.parent].named_parts)
        return true;
    if (sum->nparts >= MANY && !is_part(table, dimension, category))
        return true;
    for (size_t i = 0; i < sum->nparts; i++)
        if (thresh_table_category(table, dimension, sum->parts[i]).indent
            <= category.indent)
            return false;
    return true;
}

/* Whether the first category holds others and says so, as "All industries"
 * above numbers that were rounded too much for a sum to show. What lies
 * between its parts is an average of its own, no total; nor is what they are
 * but a small part of, nor the first of several totals of another kind. */
static bool
is_lead(const thresh_table *table, size_t dimension, size_t key, size_t row) {
    thresh_category first = thresh_table_category(table, dimension, key);
    thresh_category next = thresh_table_category(table, dimension, key + 1);
    return key == 0 && first.says_total && next.level > 0 && next.parent == key
           && !next.says_total
           && !cli_worked_between(table, dimension, key, row)
           && !cli_worked_above(table, dimension, key, row);
}

/* Whether a line is a total by its category `key` of row dimension
 * `dimension`. A label that stands alone above its lines makes none of them
 * one. */
static bool
is_total(const thresh_table *table, size_t dimension, size_t key,
         const thresh_row *row, const known *list) {
    const thresh_dimension *dimensions;
    thresh_category category = row->keys[dimension];
    (void)thresh_table_dimensions(table, &dimensions);
    return !dimensions[dimension].cut_in
           && (shows_total(table, dimension, category, list, list[key].sum)
               || is_lead(table, dimension, key, (size_t)row->index)
               || cli_words_call_total(category.label));
}

/* Whether `row` is printed as a total. `*sum` becomes what shows it, or else
 * what else it is the sum or the difference of, or NULL. */
static bool
is_total_row(const thresh_table *table, const thresh_row *row,
             const known *list, const thresh_sum **sum) {
    bool total = false;
    size_t count = thresh_table_axis_dimensions(table, THRESH_ROWS);
    for (size_t i = 0; i < count && !total; i++) {
        size_t key = thresh_table_key(table, i, (size_t)row->index, 0);
        if (key == THRESH_NONE)
            continue;
        const known *of = list + first_of(table, i);
        total = is_total(table, i, key, row, of);
        if (*sum == NULL || total)
            *sum = of[key].sum;
    }
    return total;
}

/* If `row` is a total, or else a difference, give its line the evidence as its
 * reason. */
static void
mark_row(cli_trace *trace, const thresh_table *table, const thresh_row *row,
         const known *list) {
    const thresh_sum *sum = NULL;
    bool total = is_total_row(table, row, list, &sum);
    const char *why = cli_worked_out(table, (size_t)row->index);
    cli_line *line = trace->nlines == 0
                         ? NULL
                         : bsearch(&row->record, trace->lines, trace->nlines,
                                   sizeof *line, compare_record);
    if (line == NULL)
        return;
    if (total || why != NULL)
        line->role = "total";
    char reason[CLI_SUM_TEXT];
    if (sum != NULL) {
        cli_sum_describe(reason, table, sum);
        why = reason;
    } else if (why == NULL && total) {
        why = "its label says that it is a total";
    }
    if (why != NULL)
        line->reason = keep(trace, cli_str(why));
}

/* Call the lines of total rows of `table` by that name. */
static thresh_result
mark_totals(cli_trace *trace, const thresh_table *table) {
    thresh_reader *reader = NULL;
    const thresh_table *same;
    const thresh_row *row;
    known *list = list_known(table);
    if (list == NULL)
        return THRESH_E_MEMORY;
    thresh_result result = thresh_table_replay(&reader, table, NULL);
    if (result == THRESH_OK)
        result = thresh_reader_table(reader, &same, NULL);
    while (result == THRESH_OK
           && (result = thresh_reader_row(reader, &row, NULL)) == THRESH_OK)
        mark_row(trace, same, row, list);
    thresh_reader_close(reader);
    free(list);
    return result;
}

cli_status
cli_trace_finish(cli_trace *trace, const cli_document *document) {
    if (trace->nlines > 0)
        qsort(trace->lines, trace->nlines, sizeof *trace->lines,
              compare_lines);
    for (size_t i = 0; i < document->ntables; i++)
        if (mark_totals(trace, document->tables[i]) == THRESH_E_MEMORY)
            trace->failed = true;
    return trace->failed ? cli_fail_memory() : CLI_OK;
}

thresh_str
cli_trace_text(const cli_trace *trace, cli_kept kept) {
    if (kept.len == 0)
        return (thresh_str){NULL, 0};
    return (thresh_str){trace->bytes + kept.start, kept.len};
}

void
cli_trace_free(cli_trace *trace) {
    free(trace->lines);
    free(trace->decisions);
    free(trace->bytes);
}
