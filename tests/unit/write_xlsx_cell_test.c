/* Values that are formulas in a workbook: src/write/xlsx_cell.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "make_table.h"
#include "unzipped.h"
#include "write_help.h"

enum { PARTS = 256 };

static void
count_warning(void *ctx, const thresh_error *warning) {
    size_t *count = ctx;
    assert_has(warning->message, "255 arguments");
    ++*count;
}

/* The workbook, to be freed; `warnings` counts. */
static char *
write_book(const thresh_table *table, const char *set, size_t *warnings) {
    char path[BOOK_PATH_MAX];
    const char *const sets[] = {set, NULL};
    assert_true(make_book_path(path));
    thresh_sink sink = {.path = path};
    thresh_write_options options = {
        .shape = THRESH_SHAPE_WIDE,
        .set = sets,
        .listener = {.warning = count_warning, .ctx = warnings}};
    thresh_writer *writer;
    assert_int_equal(thresh_writer_open(&writer, thresh_writer_find("xlsx"),
                                        &sink, &options, NULL),
                     THRESH_OK);
    assert_int_equal(feed_table(writer, table, NULL), THRESH_OK);
    assert_int_equal(thresh_writer_close(writer, NULL), THRESH_OK);
    char *text = unzipped(path);
    assert_non_null(text);
    assert_int_equal(remove(path), 0);
    return text;
}

/* Two columns: the first row is the sum of every other row, twice as many
 * parts as there are in `sum`. */
static thresh_table *
make_sum(thresh_sum *sum, const char *total) {
    static const char *const headings[] = {"A", "B"};
    thresh_table *table = make_frame_of("item", 2, headings);
    assert_non_null(table);
    assert_true(
        make_row(table, "All", "", (const char *const[]){total, total}));
    for (size_t i = 0; i < 2 * sum->nparts; i++)
        assert_true(
            make_row(table, "Item", "", (const char *const[]){"0.5", "0.5"}));
    table->sums = sum;
    table->nsums = 1;
    table->loaded = true;
    return table;
}

static void
test_formulas(void **state) {
    (void)state;
    static const size_t parts[] = {1, 3, 4};
    thresh_sum sum = {.parts = parts, .nparts = 3};
    thresh_table *table = make_sum(&sum, "1.5");
    size_t warnings = 0;
    char *text = write_book(table, "formulas=1", &warnings);
    assert_has(text, "<f>SUM(B3,B5:B6)</f><v>1.5</v>");
    assert_has(text, "<f>SUM(C3,C5:C6)</f><v>1.5</v>");
    free(text);
    text = write_book(table, "formulas=0", &warnings);
    assert_null(strstr(text, "<f>"));
    free(text);
    text = write_book(table, NULL, &warnings);
    assert_null(strstr(text, "<f>"));
    free(text);
    assert_int_equal(warnings, 0);
    thresh_table_free(table);
}

/* In two columns, but it is told once. */
static void
test_too_many_parts(void **state) {
    (void)state;
    size_t parts[PARTS];
    for (size_t i = 0; i < PARTS; i++)
        parts[i] = 2 * i + 1;
    thresh_sum sum = {.parts = parts, .nparts = PARTS};
    thresh_table *table = make_sum(&sum, "128.0");
    size_t warnings = 0;
    char *text = write_book(table, "formulas=1", &warnings);
    assert_null(strstr(text, "<f>"));
    assert_has(text, "<v>128</v>");
    assert_int_equal(warnings, 1);
    free(text);
    thresh_table_free(table);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_formulas),
        cmocka_unit_test(test_too_many_parts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
