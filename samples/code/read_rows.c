/* Stream the rows of every table in a file, in flat memory whatever its size.
 *
 *     read_rows table.txt
 *
 * Prints each observation as "row label / column label: value". */
#include <stdio.h>

#include <thresh/thresh.h>

static void
print_label(const thresh_table *table, const thresh_row *row, size_t column) {
    const thresh_dimension *dimensions;
    size_t count = thresh_table_dimensions(table, &dimensions);
    for (size_t i = 0; i < count; i++) {
        const thresh_category *key = thresh_row_key(table, row, column, i);
        if (key != NULL && dimensions[i].axis != THRESH_CONSTANT)
            printf("%s%.*s", i > 0 ? " / " : "", (int)key->label.len,
                   key->label.ptr);
    }
}

static void
print_row(const thresh_table *table, const thresh_row *row) {
    for (size_t i = 0; i < row->ncells; i++) {
        const thresh_cell *cell = &row->cells[i];
        char number[THRESH_NUMBER_MAX];
        if (cell->kind == THRESH_BLANK)
            continue;
        print_label(table, row, i);
        if (thresh_cell_number(cell, number) > 0)
            printf(": %s\n", number); /* exact, never a rounded double */
        else
            printf(": no value, printed as %.*s\n", (int)cell->text.len,
                   cell->text.ptr);
    }
}

static thresh_result
print_tables(thresh_reader *reader, thresh_error *err) {
    const thresh_table *table;
    const thresh_row *row;
    thresh_result result;
    while ((result = thresh_reader_table(reader, &table, err)) == THRESH_OK) {
        while ((result = thresh_reader_row(reader, &row, err)) == THRESH_OK)
            print_row(table, row);
        if (result != THRESH_END)
            break;
    }
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
    if (argc != 2) {
        fprintf(stderr, "usage: read_rows FILE\n");
        return 2;
    }
    thresh_reader *reader;
    thresh_error err;
    thresh_result result = thresh_reader_open_file(&reader, argv[1], NULL,
                                                   &err);
    if (result == THRESH_OK) {
        result = print_tables(reader, &err);
        thresh_reader_close(reader);
    }
    if (result != THRESH_END) {
        print_error(&err);
        return 1;
    }
    return 0;
}
