/* What sums imply for missing cells: src/proof/implied.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "proof/implied.h"
#include "read_text.h"

#define HEAD \
    "Calls, by port and type\n\nPort\tTotal\tTankers\tFerries\tYachts\n"
#define LAST "Southwick\t1391\t326\t738\t327\nWesterby\t741\t205\t339\t197\n"

static thresh_table *
load(const char *text) {
    thresh_table *table = load_text(text, NULL, NULL);
    assert_non_null(table);
    return table;
}

static void
assert_implied(const thresh_table *table, size_t row, size_t column,
               const char *wanted) {
    thresh_cell cell;
    char number[THRESH_NUMBER_MAX];
    assert_true(thresh_table_implied(table, row, column, &cell));
    assert_true(cell.has_value);
    assert_int_equal(cell.kind, THRESH_NUMBER);
    (void)thresh_cell_number(&cell, number);
    assert_string_equal(number, wanted);
}

static size_t
count_implied(const thresh_table *table) {
    size_t count = 0;
    size_t columns = thresh_table_columns(table, NULL);
    for (size_t row = 0; row < thresh_table_rows(table); row++)
        for (size_t column = 0; column < columns; column++) {
            thresh_cell cell;
            count += thresh_table_implied(table, row, column, &cell);
        }
    return count;
}

static void
test_one_gap_in_a_line(void **state) {
    (void)state;
    thresh_table *table = load(HEAD "Northport\t1160\t210\t..\t12\n"
                                    "Easthaven\t670\t100\t570\t:\n" LAST);
    assert_implied(table, 0, 2, "938");
    assert_implied(table, 1, 3, "0");
    assert_int_equal(count_implied(table), 2);
    thresh_cell cell;
    assert_false(thresh_table_implied(table, 100, 2, &cell));
    assert_false(thresh_table_implied(table, 0, 100, &cell));
    thresh_table_free(table);
}

static void
test_the_decimals_of_the_line(void **state) {
    (void)state;
    thresh_table *table = load(
        "Port\tTotal\tTankers\tFerries\n"
        "Northport\t1160.5\t210.25\t..\nEasthaven\t670.1\t100.0\t570.1\n"
        "Southwick\t1064.4\t326.3\t738.1\n");
    assert_implied(table, 0, 2, "950.25");
    thresh_table_free(table);
}

/* Two gaps leave it open, and a gap that is blank may be one. */
static void
test_more_gaps_than_one(void **state) {
    (void)state;
    thresh_table *table = load(HEAD "Northport\t1160\t210\t..\t..\n"
                                    "Easthaven\t670\t100\t..\t\n" LAST);
    assert_true(thresh_table_sums(table, NULL) > 0);
    assert_int_equal(count_implied(table), 0);
    thresh_table_free(table);
}

static void
test_a_sum_that_fails_implies_nothing(void **state) {
    (void)state;
    const thresh_sum *sums;
    thresh_table *table = load(HEAD "Northport\t1160\t210\t..\t12\n"
                                    "Easthaven\t670\t100\t570\t-\n"
                                    "Upton\t5310\t1100\t1210\t2000\n"
                                    "Lowton\t3331\t1111\t1110\t1110\n" LAST);
    assert_int_equal(thresh_table_sums(table, &sums), 1);
    assert_int_equal(sums[0].failed, 1);
    assert_int_equal(sums[0].unknown, 1);
    assert_int_equal(count_implied(table), 0);
    thresh_table_free(table);
}

/* Parts that exceed their total would imply a count below zero. */
static void
test_no_negative_count(void **state) {
    (void)state;
    thresh_table *table = load(HEAD "Northport\t1160\t210\t951\t..\n"
                                    "Easthaven\t670\t100\t570\t-\n" LAST);
    assert_int_equal(count_implied(table), 0);
    thresh_table_free(table);
}

/* A gap in a row and in a column of sums, implied by both. */
static void
test_rows_and_columns(void **state) {
    (void)state;
    const char *text = HEAD "All ports, total\t3962\t841\t2597\t524\n"
                            "Northport\t1160\t210\t..\t-\n"
                            "Easthaven\t670\t100\t570\t-\n" LAST;
    thresh_table *table = load(text);
    assert_int_equal(thresh_table_sums(table, NULL), 2);
    assert_implied(table, 1, 2, "950");
    assert_int_equal(table->nimplied, 1);
    thresh_table_free(table);
}

static void
test_sums_that_disagree(void **state) {
    (void)state;
    thr_implied items[] = {{2, 1, 30, 1}, {0, 5, 7, 0}, {2, 1, 3, 0},
                           {1, 1, 8, 0},  {0, 4, 9, 0}, {1, 1, 80, 2}};
    thresh_table table = {.implied = items, .nimplied = 6};
    thr_implied_settle(&table);
    assert_int_equal(table.nimplied, 3);
    assert_implied(&table, 0, 4, "9");
    assert_implied(&table, 0, 5, "7");
    assert_int_equal(count_implied(&table), 0); /* it has no rows at all */
    thresh_cell cell;
    assert_true(thresh_table_implied(&table, 2, 1, &cell));
    assert_false(thresh_table_implied(&table, 1, 1, &cell));
}

static void
test_a_difference(void **state) {
    (void)state;
    thresh_table *table = load("Year\tImmigration\tEmigration\tNet\n"
                               "North\t61774\t22122\t39652\n"
                               "East\t45776\t22053\t23723\n"
                               "South\t40148\t21709\t18439\n"
                               "West\t..\t23271\t13211\n"
                               "Centre\t35957\t24672\t11285\n");
    const thresh_sum *sums;
    assert_int_equal(thresh_table_sums(table, &sums), 1);
    assert_int_equal(sums[0].kind, THRESH_DIFFERENCE);
    assert_implied(table, 3, 0, "36482");
    thresh_table_free(table);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_gap_in_a_line),
        cmocka_unit_test(test_the_decimals_of_the_line),
        cmocka_unit_test(test_more_gaps_than_one),
        cmocka_unit_test(test_a_sum_that_fails_implies_nothing),
        cmocka_unit_test(test_no_negative_count),
        cmocka_unit_test(test_rows_and_columns),
        cmocka_unit_test(test_sums_that_disagree),
        cmocka_unit_test(test_a_difference),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
