/* --explain=json. See explain.h.
 *
 *     {"lines":  [{"line": 3, "role": "header", "reason": "..."}],
 *      "tables": [{"labels":  [{"at": [3, 2], "text": "Exports",
 *                               "parent": [2, 2], "axis": "column"}],
 *                  "entries": [{"at": [4, 2], "value": "18080",
 *                               "labels": [[4, 1], [3, 2]]}]}]}
 *
 * A cell is told by its record and field, from 1.
 */
#include "cli/explain.h"

#include <inttypes.h>
#include <stdlib.h>

#include "cli/explain_labels.h"
#include "cli/hints.h"
#include "cli/json.h"
#include "cli/text.h"

/* A value, or null where a symbol says that there is none. "Rounds to zero" is
 * a value that is told by a symbol. */
static void
put_value(FILE *out, const thresh_cell *cell) {
    char number[THRESH_NUMBER_MAX];
    bool symbol = cell->kind == THRESH_SYMBOL;
    if (symbol && (cell->status & THRESH_BELOW_HALF_UNIT) == 0)
        (void)fputs("null", out);
    else if (!symbol && thresh_cell_number(cell, number) > 0)
        (void)fprintf(out, "\"%s\"", number);
    else
        cli_json_text(out, "", cell->text);
}

static void
put_entries(FILE *out, const thresh_table *table) {
    bool first = true;
    size_t rows = thresh_table_rows(table);
    size_t columns = thresh_table_columns(table, NULL);
    for (size_t r = 0; r < rows; r++)
        for (size_t c = 0; c < columns; c++) {
            thresh_cell cell = thresh_table_cell(table, r, c);
            if (cell.kind == THRESH_BLANK)
                continue;
            cli_json_next(out, &first, "     ");
            (void)fputs("{\"at\": ", out);
            cli_json_place(out, cell.place);
            (void)fputs(", \"value\": ", out);
            put_value(out, &cell);
            (void)fputs(", \"labels\": [", out);
            cli_explain_links(out, table, r, c);
            (void)fputs("]}", out);
        }
}

static bool
put_table(FILE *out, const thresh_table *table) {
    (void)fputs("{\"labels\": [", out);
    if (!cli_explain_labels(out, table))
        return false;
    (void)fputs("],\n    \"entries\": [", out);
    put_entries(out, table);
    (void)fputs("]}", out);
    return true;
}

static void
put_line(FILE *out, const cli_trace *trace, const cli_line *line) {
    (void)fprintf(out, "{\"line\": %" PRIu64 ", \"role\": \"%s\", ",
                  line->line, line->role);
    cli_json_text(out, "\"reason\": ", cli_trace_text(trace, line->reason));
    (void)fputc('}', out);
}

static void
put_decision(FILE *out, const cli_trace *trace, const cli_decision *one) {
    cli_json_text(out, "{\"what\": ", cli_trace_text(trace, one->what));
    cli_json_text(out, ", \"value\": ", cli_trace_text(trace, one->value));
    cli_json_text(out, ", \"reason\": ", cli_trace_text(trace, one->reason));
    (void)fputc('}', out);
}

static bool
put_hints(FILE *out, const cli_trace *trace, const cli_options *options) {
    cli_hints hints = cli_hints_find(trace);
    bool first = true;
    for (size_t i = 0; i < hints.count; i++) {
        const cli_decision *decision = hints.items[i].decision;
        char *command = cli_hints_command(&hints, i, options);
        if (command == NULL)
            return false;
        cli_json_next(out, &first, "  ");
        cli_json_text(out, "{\"command\": ", cli_str(command));
        cli_json_text(out,
                      ", \"what\": ", cli_trace_text(trace, decision->what));
        cli_json_text(out,
                      ", \"value\": ", cli_trace_text(trace, decision->value));
        (void)fputc('}', out);
        free(command);
    }
    return true;
}

cli_status
cli_explain_json(FILE *out, const cli_trace *trace,
                 const cli_document *document) {
    bool first = true;
    (void)fputs("{\"decisions\": [", out);
    for (size_t i = 0; i < trace->ndecisions; i++) {
        cli_json_next(out, &first, "  ");
        put_decision(out, trace, &trace->decisions[i]);
    }
    (void)fputs("],\n \"hints\": [", out);
    if (!put_hints(out, trace, document->options))
        return cli_fail_memory();
    first = true;
    (void)fputs("],\n \"lines\": [", out);
    for (size_t i = 0; i < trace->nlines; i++) {
        cli_json_next(out, &first, "  ");
        put_line(out, trace, &trace->lines[i]);
    }
    first = true;
    (void)fputs("],\n \"tables\": [", out);
    for (size_t i = 0; i < document->ntables; i++) {
        cli_json_next(out, &first, "   ");
        if (!put_table(out, document->tables[i]))
            return cli_fail_memory();
    }
    (void)fputs("]}\n", out);
    return CLI_OK;
}
