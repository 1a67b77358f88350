/* --explain for people. See explain.h. */
#include "cli/explain.h"

#include <inttypes.h>
#include <string.h>

#include "cli/hints.h"
#include "cli/sums.h"
#include "cli/text.h"

enum { GAP = 2 };

typedef struct role_style {
    const char *role;
    const char *style;
} role_style;

static const role_style styles[] = {
    {"topic", "35"},      {"table_number", "35"}, {"title", "1;35"},
    {"header", "1;34"},   {"group", "1;36"},      {"repeated_header", "34"},
    {"note", "33"},       {"source", "33"},       {"legend", "33"},
    {"rejected", "1;31"}, {"total", "1;32"},      {"data", "32"},
};

static const char *
style_of(const char *role) {
    for (size_t i = 0; i < sizeof styles / sizeof *styles; i++)
        if (strcmp(styles[i].role, role) == 0)
            return styles[i].style;
    return "2";
}

static size_t
widest(size_t width, thresh_str text) {
    size_t own = cli_text_width(text);
    return own > width ? own : width;
}

/* How many columns are left of the line after `taken`. */
static size_t
rest_of(const cli_view *view, size_t taken) {
    if (view->width == CLI_UNCUT)
        return CLI_UNCUT;
    return view->width > taken ? view->width - taken : 0;
}

/* Those on dimensions are told with the dimensions. */
static bool
is_told_later(const cli_trace *trace, const cli_decision *one) {
    return cli_str_is(cli_trace_text(trace, one->what), "dimension");
}

static void
put_decision(const cli_view *view, const cli_trace *trace,
             const cli_decision *one, size_t what, size_t value) {
    thresh_str found = cli_trace_text(trace, one->value);
    thresh_str reason = cli_trace_text(trace, one->reason);
    cli_text_left(view->out, cli_trace_text(trace, one->what), what + GAP);
    cli_style(view, "1");
    (void)cli_text_put(view->out, found, CLI_UNCUT);
    cli_style(view, NULL);
    if (reason.len > 0) {
        cli_text_blanks(view->out, value + GAP - cli_text_width(found));
        (void)cli_text_put(view->out, reason,
                           rest_of(view, what + value + 2 * GAP));
    }
    (void)fputc('\n', view->out);
}

static void
put_decisions(const cli_view *view, const cli_trace *trace) {
    size_t what = 0, value = 0;
    for (size_t i = 0; i < trace->ndecisions; i++) {
        const cli_decision *one = &trace->decisions[i];
        if (is_told_later(trace, one))
            continue;
        what = widest(what, cli_trace_text(trace, one->what));
        value = widest(value, cli_trace_text(trace, one->value));
    }
    for (size_t i = 0; i < trace->ndecisions; i++)
        if (!is_told_later(trace, &trace->decisions[i]))
            put_decision(view, trace, &trace->decisions[i], what, value);
    if (what > 0)
        (void)fputc('\n', view->out);
}

/* The widths of the columns of lines. */
typedef struct widths {
    size_t number;
    size_t role;
    size_t reason;
} widths;

static widths
measure(const cli_view *view, const cli_trace *trace) {
    widths all = {.number = 3};
    for (size_t i = 0; i < trace->nlines; i++) {
        const cli_line *line = &trace->lines[i];
        all.role = widest(all.role, cli_str(line->role));
        all.reason = widest(all.reason, cli_trace_text(trace, line->reason));
    }
    uint64_t last = trace->nlines > 0 ? trace->lines[trace->nlines - 1].line
                                      : 0;
    for (uint64_t limit = 1000; last >= limit && all.number < 20; limit *= 10)
        all.number++;
    /* On a terminal, the text gets at least the half. */
    if (view->width != CLI_UNCUT && all.reason > view->width / 3)
        all.reason = view->width / 3;
    return all;
}

static void
put_line(const cli_view *view, const cli_trace *trace, const cli_line *line,
         const widths *all) {
    (void)fprintf(view->out, "%*" PRIu64, (int)all->number, line->line);
    cli_text_blanks(view->out, GAP);
    cli_style(view, style_of(line->role));
    cli_text_left(view->out, cli_str(line->role), all->role);
    cli_style(view, NULL);
    cli_text_blanks(view->out, GAP);
    thresh_str text = cli_trace_text(trace, line->text);
    thresh_str reason = cli_trace_text(trace, line->reason);
    if (text.len == 0) {
        (void)cli_text_put(view->out, reason, all->reason);
    } else {
        size_t taken = all->number + all->role + all->reason + 3 * GAP;
        cli_text_left(view->out, reason, all->reason);
        cli_text_blanks(view->out, GAP);
        cli_style(view, style_of(line->role));
        (void)cli_text_put(view->out, text, rest_of(view, taken));
        cli_style(view, NULL);
    }
    (void)fputc('\n', view->out);
}

static void
put_dimension(const cli_view *view, const thresh_dimension *dimension) {
    static const char *const axes[] = {"rows", "columns", "constant"};
    size_t taken = cli_text_put(view->out, cli_str("  "), 2);
    cli_style(view, "1");
    taken += cli_text_put(view->out, dimension->name, CLI_UNCUT);
    cli_style(view, NULL);
    char size[64];
    (void)snprintf(size, sizeof size, " (%s, %zu)  ", axes[dimension->axis],
                   dimension->ncategories);
    taken += cli_text_put(view->out, cli_str(size), CLI_UNCUT);
    (void)cli_text_put(view->out, dimension->reason, rest_of(view, taken));
    (void)fputc('\n', view->out);
}

/* Print the sums along a dimension of the columns: those of rows are told with
 * their lines. */
static void
put_column_sums(const cli_view *view, const thresh_table *table,
                size_t dimension) {
    const thresh_sum *sums;
    size_t count = thresh_table_sums(table, &sums);
    for (size_t i = 0; i < count; i++) {
        if (sums[i].dimension != dimension)
            continue;
        char text[CLI_SUM_TEXT];
        cli_sum_describe(text, table, &sums[i]);
        thresh_category total = thresh_table_category(table, dimension,
                                                      sums[i].total);
        size_t taken = cli_text_put(view->out, cli_str("    "), 4);
        cli_style(view, style_of("total"));
        taken += cli_text_put(view->out, total.label, view->width / 2);
        cli_style(view, NULL);
        taken += cli_text_put(view->out, cli_str("  "), 2);
        (void)cli_text_put(view->out, cli_str(text), rest_of(view, taken));
        (void)fputc('\n', view->out);
    }
}

static void
put_dimensions(const cli_view *view, const cli_document *document) {
    for (size_t t = 0; t < document->ntables; t++) {
        const thresh_dimension *dimensions;
        size_t count = thresh_table_dimensions(document->tables[t],
                                               &dimensions);
        if (document->ntables > 1)
            (void)fprintf(view->out, "\nDimensions of table %zu\n", t + 1);
        else
            (void)fputs("\nDimensions\n", view->out);
        for (size_t i = 0; i < count; i++) {
            put_dimension(view, &dimensions[i]);
            if (dimensions[i].axis == THRESH_COLUMNS)
                put_column_sums(view, document->tables[t], i);
        }
    }
}

cli_status
cli_explain_text(const cli_view *view, const cli_trace *trace,
                 const cli_document *document) {
    widths all = measure(view, trace);
    put_decisions(view, trace);
    for (size_t i = 0; i < trace->nlines; i++)
        put_line(view, trace, &trace->lines[i], &all);
    put_dimensions(view, document);
    return cli_hints_put(view, trace, document->options) ? CLI_OK
                                                         : cli_fail_memory();
}
