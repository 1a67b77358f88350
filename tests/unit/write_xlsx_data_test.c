/* Tidy rows that fill more than one sheet: src/write/xlsx_data.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "make_table.h"
#include "thresh/writer.h"
#include "unzipped.h"
#include "write/xlsx_data.h"

/* What a writer told, and how often. */
typedef struct heard {
    size_t count;
    thresh_error last;
} heard;

static void
hear(void *ctx, const thresh_error *warning) {
    heard *h = ctx;
    h->count++;
    h->last = *warning;
}

static void
give_rows(thr_xlsx_data *data, const thresh_table *table) {
    for (size_t i = 0; i < thresh_table_rows(table); i++) {
        thresh_category keys[1];
        thresh_row row = make_lent_row(table, i, keys);
        assert_int_equal(thr_xlsx_data_row(data, &row, NULL), THRESH_OK);
    }
}

/* The data sheets of a table, the first of `index`, with `max_rows` each, as
 * if `expected` rows were to come. To be freed. */
static char *
write_data(size_t index, uint64_t max_rows, size_t expected, heard *h) {
    char path[BOOK_PATH_MAX];
    assert_true(make_book_path(path));
    thresh_sink sink = {.path = path};
    thresh_write_options options = {
        .shape = THRESH_SHAPE_LONG,
        .listener = {.warning = hear, .ctx = h},
    };
    thresh_writer *writer;
    thr_workbook *book;
    thr_xlsx_data data;
    thresh_table *table = make_table();
    table->counts.observations = expected;
    assert_int_equal(thresh_writer_open(&writer, thresh_writer_find("xlsx"),
                                        &sink, &options, NULL),
                     THRESH_OK);
    assert_int_equal(thr_workbook_open(&book, path, NULL), THRESH_OK);
    assert_int_equal(thr_xlsx_data_begin(&data, writer, table, index, book,
                                         THR_LIT("Data"), NULL),
                     THRESH_OK);
    data.max_rows = max_rows;
    give_rows(&data, table);
    assert_int_equal(thr_xlsx_data_end(&data, NULL), THRESH_OK);
    thr_xlsx_data_free(&data);
    assert_int_equal(thr_workbook_close(book, true, NULL), THRESH_OK);
    thresh_writer_abandon(writer);
    thresh_table_free(table);
    char *text = unzipped(path);
    assert_non_null(text);
    (void)remove(path);
    return text;
}

/* The table has eleven observations: five, five and one. */
static void
test_three_sheets(void **state) {
    (void)state;
    heard h = {0};
    char *text = write_data(1, 6, 11, &h);
    assert_has(text, "<sheet name=\"Data\" ");
    assert_has(text, "<sheet name=\"Data (2)\" ");
    assert_has(text, "<sheet name=\"Data (3)\" ");
    assert_null(strstr(text, "<sheet name=\"Data (4)\" "));
    assert_has(text, "displayName=\"thresh_data\" ref=\"A1:H6\"");
    assert_has(text, "displayName=\"thresh_data_part_2\" ref=\"A1:H6\"");
    assert_has(text, "displayName=\"thresh_data_part_3\" ref=\"A1:H2\"");
    /* Told once, not for each sheet. */
    assert_int_equal(h.count, 1);
    assert_has(h.last.message, "the 5 that a sheet has room for");
    assert_has(h.last.message, "go on on sheet \"Data (2)\"");
    const char *second = strstr(text, "== xl/worksheets/sheet2.xml");
    assert_non_null(second);
    assert_has(second, "<pane ySplit=\"1\" topLeftCell=\"A2\"");
    assert_has(second, "<c r=\"A1\" s=");
    free(text);
}

static void
test_of_a_later_table(void **state) {
    (void)state;
    heard h = {0};
    char *text = write_data(3, 9, 11, &h);
    assert_has(text, "displayName=\"thresh_data_3\" ref=\"A1:H9\"");
    assert_has(text, "displayName=\"thresh_data_3_part_2\" ref=\"A1:H4\"");
    free(text);
}

/* A sheet that is just full is the only one. */
static void
test_full_sheet(void **state) {
    (void)state;
    heard h = {0};
    char *text = write_data(1, 12, 11, &h);
    assert_has(text, "displayName=\"thresh_data\" ref=\"A1:H12\"");
    assert_null(strstr(text, "Data (2)"));
    assert_int_equal(h.count, 0);
    free(text);
}

/* Where many rows are expected, the sheet is streamed, the header first. */
static void
test_streamed(void **state) {
    (void)state;
    heard h = {0};
    char *text = write_data(1, 9, 1000000, &h);
    assert_has(text, "displayName=\"thresh_data\" ref=\"A1:H9\"");
    assert_has(text, "displayName=\"thresh_data_part_2\" ref=\"A1:H4\"");
    const char *first = strstr(text, "== xl/worksheets/sheet1.xml");
    assert_non_null(first);
    assert_has(first, "t=\"inlineStr\"><is><t>country</t></is></c>");
    /* The second has room for few. */
    assert_has(text, "<si><t>Unknown</t></si>");
    free(text);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_three_sheets),
        cmocka_unit_test(test_of_a_later_table),
        cmocka_unit_test(test_full_sheet),
        cmocka_unit_test(test_streamed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
