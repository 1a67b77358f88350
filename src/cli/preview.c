/* A table at a glance. See preview.h. */
#include "cli/preview.h"

#include "cli/grid.h"
#include "cli/text.h"

enum { TABLES_SHOWN = 3, ROWS_SHOWN = 10, NOTES_SHOWN = 5 };

static void
put_title(const cli_view *view, const thresh_caption *caption) {
    size_t taken = 0;
    cli_style(view, "1");
    if (caption->number.len > 0) {
        taken += cli_text_put(view->out, cli_str("Table "), CLI_UNCUT);
        taken += cli_text_put(view->out, caption->number, view->width / 2);
        taken += cli_text_put(view->out, cli_str(": "), CLI_UNCUT);
    }
    thresh_str title = caption->title;
    if (title.len == 0)
        title = cli_str("(without a title)");
    size_t room = taken < view->width ? view->width - taken : 0;
    (void)cli_text_put(view->out, title, room);
    cli_style(view, NULL);
    (void)fputc('\n', view->out);
}

/* "citizenship (78), region (8), year = 2007", over several lines where one
 * is too short. */
static void
put_dimensions(const cli_view *view, const thresh_table *table) {
    const thresh_dimension *dimensions;
    size_t count = thresh_table_dimensions(table, &dimensions);
    size_t taken = 0;
    for (size_t i = 0; i < count; i++) {
        const thresh_dimension *one = &dimensions[i];
        thresh_category only = thresh_table_category(table, i, 0);
        bool constant = one->axis == THRESH_CONSTANT;
        char size[32];
        (void)snprintf(size, sizeof size, " (%zu)", one->ncategories);
        size_t width = cli_text_width(one->name)
                       + (constant ? 3 + cli_text_width(only.label)
                                   : cli_text_width(cli_str(size)));
        if (i > 0)
            (void)fputs(taken + width + 3 > view->width ? ",\n" : ", ",
                        view->out);
        if (taken + width + 3 > view->width)
            taken = 0;
        taken += width + 2;
        (void)cli_text_put(view->out, one->name, CLI_UNCUT);
        (void)fputs(constant ? " = " : size, view->out);
        if (constant)
            (void)cli_text_put(view->out, only.label, CLI_UNCUT);
    }
    (void)fputs(count > 0 ? "\n\n" : "\n", view->out);
}

static const char *
plural(size_t count) {
    return count == 1 ? "" : "s";
}

static void
put_hidden(const cli_view *view, const cli_hidden *hidden) {
    if (hidden->rows == 0 && hidden->columns == 0)
        return;
    cli_style(view, "2");
    (void)fputs("… ", view->out);
    if (hidden->rows > 0)
        (void)fprintf(view->out, "%zu more row%s", hidden->rows,
                      plural(hidden->rows));
    if (hidden->columns > 0)
        (void)fprintf(view->out, "%s%zu more column%s",
                      hidden->rows > 0 ? ", " : "", hidden->columns,
                      plural(hidden->columns));
    cli_style(view, NULL);
    (void)fputc('\n', view->out);
}

static void
put_notes(const cli_view *view, const thresh_table *table) {
    const thresh_note *notes;
    size_t count = thresh_table_notes(table, &notes);
    size_t shown = count < NOTES_SHOWN ? count : NOTES_SHOWN;
    if (count > 0)
        (void)fputc('\n', view->out);
    for (size_t i = 0; i < shown; i++) {
        size_t taken = 0;
        if (notes[i].mark.len > 0) {
            taken = cli_text_put(view->out, notes[i].mark, view->width / 4);
            taken += cli_text_put(view->out, cli_str(": "), 2);
        }
        (void)cli_text_put(view->out, notes[i].text, view->width - taken);
        (void)fputc('\n', view->out);
    }
    if (count > shown)
        (void)fprintf(view->out, "… %zu more note%s\n", count - shown,
                      plural(count - shown));
}

static cli_status
put_table(const cli_view *view, const thresh_table *table) {
    cli_hidden hidden;
    put_title(view, thresh_table_caption(table));
    put_dimensions(view, table);
    if (cli_grid_put(view, table, ROWS_SHOWN, &hidden) != THRESH_OK)
        return cli_fail_memory();
    put_hidden(view, &hidden);
    put_notes(view, table);
    (void)fputc('\n', view->out);
    return CLI_OK;
}

cli_status
cli_preview(const cli_view *view, const cli_document *document) {
    cli_status status = CLI_OK;
    size_t shown = document->ntables;
    if (shown > TABLES_SHOWN)
        shown = TABLES_SHOWN;
    for (size_t i = 0; status == CLI_OK && i < shown; i++)
        status = put_table(view, document->tables[i]);
    if (document->ntables > shown)
        (void)fprintf(view->out, "… %zu more table%s; --table N shows one\n",
                      document->ntables - shown,
                      plural(document->ntables - shown));
    return status;
}
