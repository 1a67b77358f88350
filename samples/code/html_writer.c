/* A writer of one's own: HTML, with spanners as they were printed. It is a
 * struct handed to thresh_writer_open(), as the built-in writers are; nothing
 * in the library knows of it.
 *
 *     html_writer table.txt > table.html
 */
#include <stdio.h>

#include <thresh/thresh.h>

/* Leave the calling function unless `call` succeeds. */
#define TRY(call)                          \
    do {                                   \
        thresh_result try_result = (call); \
        if (try_result != THRESH_OK)       \
            return try_result;             \
    } while (0)

/* ## Text */

static thresh_result
put(thresh_writer *writer, const char *markup, thresh_error *err) {
    size_t size = 0;
    while (markup[size] != '\0')
        size++;
    return thresh_writer_put(writer, markup, size, err);
}

static const char *
entity(char c) {
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    default: return NULL;
    }
}

static thresh_result
put_text(thresh_writer *writer, thresh_str text, thresh_error *err) {
    for (size_t i = 0; i < text.len; i++) {
        const char *escaped = entity(text.ptr[i]);
        if (escaped != NULL)
            TRY(put(writer, escaped, err));
        else
            TRY(thresh_writer_put(writer, &text.ptr[i], 1, err));
    }
    return THRESH_OK;
}

/* "<td>", the text, its note marks, "</td>". */
static thresh_result
put_cell(thresh_writer *writer, const char *open, thresh_str text,
         thresh_str marks, const char *close, thresh_error *err) {
    TRY(put(writer, open, err));
    TRY(put_text(writer, text, err));
    if (marks.len > 0) {
        TRY(put(writer, "<sup>", err));
        TRY(put_text(writer, marks, err));
        TRY(put(writer, "</sup>", err));
    }
    return put(writer, close, err);
}

/* ## The header */

/* The heading of `column` in header row `level`, or NULL. */
static const thresh_heading *
heading_at(const thresh_column *column, size_t level) {
    const thresh_heading *heading = column->leaf;
    while (heading != NULL && heading->level > level)
        heading = heading->parent;
    return heading != NULL && heading->level == level ? heading : NULL;
}

/* One header cell: a spanner covers columns, a leaf covers the rows below. */
static thresh_result
put_heading(thresh_writer *writer, const thresh_table *table,
            const thresh_heading *heading, bool leaf, thresh_error *err) {
    size_t rows = thresh_table_header_rows(table) - heading->level;
    char open[96];
    snprintf(open, sizeof open,
             "<th scope=\"%s\" colspan=\"%zu\" rowspan=\"%zu\">",
             leaf ? "col" : "colgroup", heading->span, leaf ? rows : 1);
    return put_cell(writer, open, heading->label, heading->marks, "</th>",
                    err);
}

static thresh_result
put_header_row(thresh_writer *writer, const thresh_table *table, size_t level,
               thresh_error *err) {
    const thresh_column *columns;
    size_t count = thresh_table_columns(table, &columns);
    for (size_t i = 0; i < count; i++) {
        const thresh_heading *leaf = columns[i].leaf;
        const thresh_heading *heading = heading_at(&columns[i], level);
        if (heading != NULL && heading->first == i)
            TRY(put_heading(writer, table, heading, heading == leaf, err));
        else if (heading == NULL && (leaf == NULL || leaf->level > level))
            TRY(put(writer, "<td></td>", err)); /* nothing was printed here */
    }
    return THRESH_OK;
}

/* The headings over the stub stand beside all header rows. */
static thresh_result
put_stub_headings(thresh_writer *writer, const thresh_table *table,
                  size_t header_rows, thresh_error *err) {
    const thresh_dimension *dimensions;
    char open[64];
    (void)thresh_table_dimensions(table, &dimensions);
    snprintf(open, sizeof open, "<th scope=\"col\" rowspan=\"%zu\">",
             header_rows);
    size_t count = thresh_table_axis_dimensions(table, THRESH_ROWS);
    for (size_t i = 0; i < count; i++)
        TRY(put_cell(writer, open, dimensions[i].label, (thresh_str){NULL, 0},
                     "</th>", err));
    return THRESH_OK;
}

static thresh_result
put_header(thresh_writer *writer, const thresh_table *table,
           thresh_error *err) {
    size_t rows = thresh_table_header_rows(table);
    TRY(put(writer, "<thead>\n", err));
    for (size_t level = 0; level < rows; level++) {
        TRY(put(writer, "<tr>", err));
        if (level == 0)
            TRY(put_stub_headings(writer, table, rows, err));
        TRY(put_header_row(writer, table, level, err));
        TRY(put(writer, "</tr>\n", err));
    }
    return put(writer, "</thead>\n<tbody>\n", err);
}

/* ## The hooks: the library calls them in this order */

/* Zeroed by the library, and given back to every hook. */
typedef struct html_state {
    bool page;
} html_state;

static thresh_result
html_open(thresh_writer *writer, thresh_error *err) {
    html_state *state = thresh_writer_state(writer);
    state->page = thresh_writer_option(writer, "page")[0] == '1';
    return state->page ? put(writer,
                             "<!DOCTYPE html>\n<meta charset=\"utf-8\">\n"
                             "<title>Tables</title>\n",
                             err)
                       : THRESH_OK;
}

static thresh_result
html_begin(thresh_writer *writer, const thresh_table *table,
           thresh_error *err) {
    TRY(put_cell(writer, "<table>\n<caption>",
                 thresh_table_caption(table)->title, (thresh_str){NULL, 0},
                 "</caption>\n", err));
    return put_header(writer, table, err);
}

static thresh_result
html_row(thresh_writer *writer, const thresh_table *table,
         const thresh_row *row, thresh_error *err) {
    size_t nkeys = thresh_table_axis_dimensions(table, THRESH_ROWS);
    TRY(put(writer, "<tr>", err));
    for (size_t i = 0; i < nkeys; i++)
        TRY(put_cell(writer, "<th scope=\"row\">", row->keys[i].label,
                     row->keys[i].marks, "</th>", err));
    for (size_t i = 0; i < row->ncells; i++)
        TRY(put_cell(writer, "<td>", row->cells[i].text, row->cells[i].marks,
                     "</td>", err));
    return put(writer, "</tr>\n", err);
}

static thresh_result
html_end(thresh_writer *writer, const thresh_table *table, thresh_error *err) {
    const thresh_note *notes;
    size_t count = thresh_table_notes(table, &notes);
    TRY(put(writer, "</tbody>\n</table>\n", err));
    for (size_t i = 0; i < count; i++) {
        TRY(put_cell(writer, "<p>", (thresh_str){NULL, 0}, notes[i].mark, " ",
                     err));
        TRY(put_cell(writer, "", notes[i].text, (thresh_str){NULL, 0},
                     "</p>\n", err));
    }
    return THRESH_OK;
}

static const thresh_option html_options[] = {
    {"page", "1|0", "a whole page, or only its tables"},
    {NULL, NULL, NULL},
};

static const thresh_writer_class html_class = {
    .name = "html",
    .suffix = ".html",
    .summary = "a table in HTML",
    .flags = THRESH_CAN_WIDE | THRESH_WANT_WHOLE, /* it needs the notes */
    .options = html_options,
    .state_size = sizeof(html_state),
    .open = html_open,
    .begin = html_begin,
    .row = html_row,
    .end = html_end,
};

/* ## Using it */

static int
to_stream(void *stream, const void *bytes, size_t size) {
    return fwrite(bytes, 1, size, stream) == size ? 0 : -1;
}

static thresh_result
convert(const char *path, thresh_error *err) {
    thresh_reader *reader;
    TRY(thresh_reader_open_file(&reader, path, NULL, err));
    thresh_sink sink = {.write = to_stream, .ctx = stdout};
    thresh_writer *writer;
    thresh_result result = thresh_writer_open(&writer, &html_class, &sink,
                                              NULL, err);
    if (result == THRESH_OK) {
        result = thresh_convert(reader, writer, false, err);
        if (result == THRESH_OK)
            result = thresh_writer_close(writer, err);
        else
            thresh_writer_abandon(writer);
    }
    thresh_reader_close(reader);
    return result;
}

static void
print_error(const thresh_error *err) {
    if (err->line > 0)
        fprintf(stderr, "line %llu: ", (unsigned long long)err->line);
    fprintf(stderr, "%s\n", err->message);
}

int
main(int argc, char **argv) {
    thresh_error err;
    if (argc != 2) {
        fprintf(stderr, "usage: html_writer FILE\n");
        return 2;
    }
    if (convert(argv[1], &err) != THRESH_OK) {
        print_error(&err);
        return 1;
    }
    return fflush(stdout) == 0 ? 0 : 1;
}
