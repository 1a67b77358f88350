/* A program of someone else: prints the formats of the installed library, and
 * reads a table, so that all of it is linked. */
#include <stdio.h>
#include <string.h>

#include <thresh/thresh.h>

static const char text[] = "Table 1. Persons, by sex. 2007\n"
                           "Sex\tBergen\tOslo\n"
                           "Males\t1\t2\n"
                           "Females\t3\t-\n";

static int
fail(const thresh_error *err) {
    fprintf(stderr, "consumer: %s\n", err->message);
    return 1;
}

int
main(void) {
    printf("thresh %s:", thresh_version());
    const thresh_writer_class *writer;
    for (size_t i = 0; (writer = thresh_writer_at(i)) != NULL; i++)
        printf(" %s", writer->name);
    puts("");

    thresh_error err;
    thresh_reader *reader;
    const thresh_table *table;
    if (thresh_reader_open_memory(&reader, text, strlen(text), NULL, &err))
        return fail(&err);
    thresh_result result = thresh_reader_table(reader, &table, &err);
    if (result != THRESH_OK)
        fail(&err);
    else
        printf("%zu columns\n", thresh_table_columns(table, NULL));
    thresh_reader_close(reader);
    return result == THRESH_OK ? 0 : 1;
}
