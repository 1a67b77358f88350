/* Columns that are continued further down: src/model/join.c, and what
 * src/convert/reader.c reads ahead for it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "read_text.h"

#define FIRST "T\n\nLand;A;B\nx;1;2\ny;3;-\n"
#define MORE "\nLand;C;D\nx;5;6\ny;7;..\n"

/* How many tables `text` has, loaded, and the columns of the first. */
static size_t
load_all(const char *text, size_t *columns) {
    thresh_reader *reader;
    thresh_table *table;
    size_t count = 0;
    assert_int_equal(
        thresh_reader_open_memory(&reader, text, strlen(text), NULL, NULL),
        THRESH_OK);
    while (thresh_table_load(&table, reader, NULL) == THRESH_OK) {
        if (count++ == 0)
            *columns = thresh_table_columns(table, NULL);
        thresh_table_free(table);
    }
    thresh_reader_close(reader);
    return count;
}

static const struct {
    const char *text;
    size_t tables;
    size_t columns; /* of the first */
} texts[] = {
    {FIRST MORE, 1, 4},
    {FIRST MORE "\nLand;E\nx;8\ny;9\n", 1, 5},
    {FIRST "\nT (cont.)\n\nLand;C;D\nx;5;6\ny;7;8\n", 1, 4},
    /* other labels, another order, more rows, another title or stub heading */
    {FIRST "\nLand;C;D\nx;5;6\nz;7;8\n", 2, 2},
    {FIRST "\nLand;C;D\ny;5;6\nx;7;8\n", 2, 2},
    {FIRST "\nLand;C;D\nx;5;6\ny;7;8\nz;7;8\n", 2, 2},
    {FIRST "\nU\n\nLand;C;D\nx;5;6\ny;7;8\n", 2, 2},
    {FIRST "\nPort;C;D\nx;5;6\ny;7;8\n", 2, 2},
    /* a column that was there before */
    {FIRST "\nLand;B;D\nx;5;6\ny;7;8\n", 2, 2},
};

static void
columns_are_joined(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        size_t columns = 0;
        assert_int_equal(load_all(texts[i].text, &columns), texts[i].tables);
        assert_int_equal(columns, texts[i].columns);
    }
}

static void
all_of_it_is_kept(void **state) {
    (void)state;
    thresh_table *table = load_text(
        "T\n\nLand;M;\n;A;B\nx;1;2\ny;3;-\n\n1) N\n\nLand;M;\n;C;D\nx;5;6\n"
        "y;7;..\n\n2) O\n",
        NULL, NULL);
    assert_non_null(table);
    thresh_counts counts = thresh_table_counts(table);
    assert_int_equal(counts.rows, 2);
    assert_int_equal(counts.columns, 4);
    assert_int_equal(counts.observations, 8);
    assert_int_equal(counts.nil, 1);
    assert_int_equal(counts.missing, 1);
    assert_int_equal(thresh_table_symbols(table, NULL), 2);
    assert_int_equal(thresh_table_notes(table, NULL), 2);
    const thresh_column *columns;
    assert_int_equal(thresh_table_columns(table, &columns), 4);
    assert_true(thr_str_equal(columns[3].leaf->label, THR_LIT("D")));
    assert_true(thr_str_equal(columns[3].leaf->parent->label, THR_LIT("M")));
    assert_true(thr_str_equal(columns[1].leaf->parent->label, THR_LIT("M")));
    assert_true(
        thr_str_equal(thresh_table_cell(table, 1, 2).text, THR_LIT("7")));
    assert_int_equal(thresh_table_label_place(table, 0, 1, 1).line, 6);
    assert_int_equal(thresh_table_label_place(table, 0, 1, 2).line, 13);
    thresh_table_free(table);
}

/* What was read ahead is not lost to a caller that goes on otherwise. */
static void
reading_on_as_a_stream(void **state) {
    (void)state;
    static const char *const more[] = {
        "\nLand;C;D\nx;5;6\nz;7;8\n\nV\n\nLand;C\nx;5\n", /* was loaded */
        "\nU\n\nLand;C;D\nx;5;6\nz;7;8\n\nV\n\nLand;C\nx;5\n"};
    for (size_t i = 0; i < 2; i++) {
        char text[256] = FIRST;
        strcat(text, more[i]);
        thresh_reader *reader;
        thresh_table *table;
        const thresh_table *lent;
        const thresh_row *row;
        assert_int_equal(
            thresh_reader_open_memory(&reader, text, strlen(text), NULL, NULL),
            THRESH_OK);
        assert_int_equal(thresh_table_load(&table, reader, NULL), THRESH_OK);
        thresh_table_free(table);
        assert_int_equal(thresh_reader_table(reader, &lent, NULL), THRESH_OK);
        assert_int_equal(thresh_table_columns(lent, NULL), 2);
        size_t rows = 0;
        while (thresh_reader_row(reader, &row, NULL) == THRESH_OK)
            rows++;
        assert_int_equal(rows, 2);
        assert_int_equal(thresh_table_load(&table, reader, NULL), THRESH_OK);
        assert_int_equal(thresh_table_columns(table, NULL), 1);
        thresh_table_free(table);
        assert_int_equal(thresh_reader_table(reader, &lent, NULL), THRESH_END);
        thresh_reader_close(reader);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_are_joined),
        cmocka_unit_test(all_of_it_is_kept),
        cmocka_unit_test(reading_on_as_a_stream),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
