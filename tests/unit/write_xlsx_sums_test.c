/* Sums on the sheet "Notes" of a workbook: src/write/xlsx_sums.c. */
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
#include "unzipped.h"
#include "write/xlsx_sums.h"

enum { MANY = 1002 };

/* The workbook with nothing but the sums of `table`, to be freed. */
static char *
write_sums(const thresh_table *table, const thr_xlsx_origin *values) {
    char path[BOOK_PATH_MAX];
    thr_workbook *book;
    thr_xlsx_page page;
    assert_true(make_book_path(path));
    assert_int_equal(thr_workbook_open(&book, path, NULL), THRESH_OK);
    assert_int_equal(thr_xlsx_page_open(&page, book, THR_LIT("Notes"), NULL),
                     THRESH_OK);
    assert_int_equal(thr_xlsx_sums(&page, table, values, NULL), THRESH_OK);
    assert_int_equal(thr_workbook_close(book, true, NULL), THRESH_OK);
    char *text = unzipped(path);
    assert_non_null(text);
    assert_int_equal(remove(path), 0);
    return text;
}

static void
test_nothing_to_tell(void **state) {
    (void)state;
    thresh_table *table = make_table();
    char *text = write_sums(table, NULL);
    assert_null(strstr(text, "Sums"));
    assert_null(strstr(text, "do not add up"));
    free(text);
    thresh_table_free(table);
}

static void
test_both_lists(void **state) {
    (void)state;
    static const size_t parts[] = {1, 2};
    const thr_xlsx_origin values = {5, 1};
    thresh_table *table = make_table();
    thresh_sum sums[] = {
        {.total = 0, .parts = parts, .nparts = 2, .exact = 2, .failed = 1},
        {.kind = THRESH_DIFFERENCE,
         .dimension = 1,
         .total = 0,
         .parts = parts,
         .nparts = 2,
         .exact = 3}};
    thresh_failure failure = {.row = 0,
                              .column = 1,
                              .parts = {.coef = 1234, .has_value = true},
                              .difference = {.coef = -234, .has_value = true}};
    table->sums = sums;
    table->nsums = 2;
    table->failures = &failure;
    table->nfailures = 1;
    char *text = write_sums(table, &values);
    assert_has(text, "<t>C6</t>");
    assert_has(text, "<t>Total</t>");
    assert_has(text, "<t>1 000</t>");
    assert_has(text, "<t>1 234</t>");
    assert_has(text, "<t>difference -234 (column \"North, east\")</t>");
    assert_has(text, "<t>country</t>");
    assert_has(text, "<t>2 exact, 1 failed</t>");
    assert_has(text, "<t>3 exact; the first part less the second</t>");
    free(text);
    /* Without the published table, the source's line tells where it is. */
    text = write_sums(table, NULL);
    assert_has(text, "<t>line 7</t>");
    assert_null(strstr(text, "<t>C6</t>"));
    free(text);
    thresh_table_free(table);
}

static void
test_a_long_list(void **state) {
    (void)state;
    static const size_t parts[] = {1, 2};
    thresh_table *table = make_table();
    thresh_sum sum = {.parts = parts, .nparts = 2, .failed = MANY};
    thresh_failure *failures = calloc(MANY, sizeof *failures);
    assert_non_null(failures);
    table->sums = &sum;
    table->nsums = 1;
    table->failures = failures;
    table->nfailures = MANY;
    char *text = write_sums(table, NULL);
    assert_has(text, "<t>and 2 more</t>");
    free(text);
    free(failures);
    thresh_table_free(table);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_to_tell),
        cmocka_unit_test(test_both_lists),
        cmocka_unit_test(test_a_long_list),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
