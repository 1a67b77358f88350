/* Load the first table of a file whole, and tell what it is: its dimensions
 * with their categories, its observations, its notes.
 *
 *     load_table table.txt
 */
#include <stdio.h>

#include <thresh/thresh.h>

static void
print_text(const char *before, thresh_str text, const char *after) {
    printf("%s%.*s%s", before, (int)text.len, text.ptr, after);
}

static void
print_dimensions(const thresh_table *table) {
    const thresh_dimension *dimensions;
    size_t count = thresh_table_dimensions(table, &dimensions);
    for (size_t i = 0; i < count; i++) {
        print_text("\n", dimensions[i].name, "");
        print_text(" (", dimensions[i].reason, ")\n");
        for (size_t k = 0; k < dimensions[i].ncategories; k++) {
            thresh_category category = thresh_table_category(table, i, k);
            print_text("    ", category.label, "");
            if (category.marks.len > 0)
                print_text(" [note ", category.marks, "]");
            if (category.is_total == THRESH_YES)
                printf(" [total]");
            printf("\n");
        }
    }
}

/* The observations that are not plain numbers: any cell can be asked for by
 * its row and column. */
static void
print_symbols(const thresh_table *table) {
    size_t rows = thresh_table_rows(table);
    size_t columns = thresh_table_columns(table, NULL);
    printf("\nnot plain numbers\n");
    for (size_t row = 0; row < rows; row++)
        for (size_t column = 0; column < columns; column++) {
            thresh_cell cell = thresh_table_cell(table, row, column);
            const char *meaning = thresh_status_meaning(cell.status);
            if (cell.kind == THRESH_BLANK || cell.status == 0)
                continue;
            size_t key = thresh_table_key(table, 0, row, column);
            print_text("    ", thresh_table_category(table, 0, key).label, "");
            printf(", column %zu, line %llu: ", column + 1,
                   (unsigned long long)cell.place.line);
            print_text("\"", cell.text, "\"");
            printf(" means %s\n",
                   meaning != NULL ? meaning : "several things");
        }
}

static void
print_table(const thresh_table *table) {
    thresh_counts counts = thresh_table_counts(table);
    const thresh_note *notes;
    size_t count = thresh_table_notes(table, &notes);
    print_text("", thresh_table_caption(table)->title, "\n");
    printf("%zu rows x %zu columns = %zu observations, %zu nil\n", counts.rows,
           counts.columns, counts.observations, counts.nil);
    print_dimensions(table);
    print_symbols(table);
    printf("\nnotes\n");
    for (size_t i = 0; i < count; i++) {
        print_text("    ", notes[i].mark, notes[i].mark.len > 0 ? ": " : "");
        print_text("", notes[i].text, "\n");
    }
}

static void
print_error(const thresh_error *err) {
    if (err->line > 0)
        fprintf(stderr, "line %llu: ", (unsigned long long)err->line);
    fprintf(stderr, "%s\n", err->message);
}

int
main(int argc, char **argv) {
    if (argc != 2) {
        fprintf(stderr, "usage: load_table FILE\n");
        return 2;
    }
    thresh_reader *reader;
    thresh_table *table;
    thresh_error err;
    thresh_result result = thresh_reader_open_file(&reader, argv[1], NULL,
                                                   &err);
    if (result == THRESH_OK) {
        result = thresh_table_load(&table, reader, &err);
        thresh_reader_close(reader); /* the table does not need it */
    }
    if (result != THRESH_OK) {
        print_error(&err);
        return 1;
    }
    print_table(table);
    thresh_table_free(table);
    return 0;
}
