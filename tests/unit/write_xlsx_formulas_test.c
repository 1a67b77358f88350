/* Totals as formulas: src/write/xlsx_formulas.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

#include "make_table.h"
#include "read_text.h"
#include "write/xlsx_formulas.h"

/* The value of row 0 and column 0 stands in B5. */
static const thr_xlsx_origin origin = {4, 1};

static void
open_formulas(thr_xlsx_formulas *formulas, const thresh_table *table) {
    assert_int_equal(thr_xlsx_formulas_open(formulas, table, origin, NULL),
                     THRESH_OK);
}

/* NULL = none. */
static void
assert_formula(thr_xlsx_formulas *formulas, size_t row, size_t column,
               const char *wanted) {
    thr_buf buf = {0};
    bool found = thr_xlsx_formula_add(formulas, row, column, &buf);
    assert_int_equal(found, wanted != NULL);
    thr_buf_char(&buf, '\0');
    assert_false(buf.failed);
    assert_string_equal(buf.ptr, found ? wanted : "");
    thr_buf_free(&buf);
}

static void
test_names(void **state) {
    (void)state;
    static const struct {
        uint64_t row;
        size_t column;
        const char *name;
    } cells[] = {{0, 0, "A1"},     {11, 25, "Z12"},
                 {11, 26, "AA12"}, {8, 701, "ZZ9"},
                 {8, 702, "AAA9"}, {4, 51, "AZ5"},
                 {4, 52, "BA5"},   {1048575, 16383, "XFD1048576"}};
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        thr_buf buf = {0};
        thr_xlsx_name_add(&buf, cells[i].row, cells[i].column);
        thr_buf_char(&buf, '\0');
        assert_string_equal(buf.ptr, cells[i].name);
        thr_buf_free(&buf);
    }
}

static void
test_rows_and_columns(void **state) {
    (void)state;
    thresh_table *table = load_text(
        "Calls, by port and type\n\nPort\tTotal\tTankers\tFerries\tYachts\n"
        "All ports, total\t3962\t841\t2597\t524\n"
        "Northport\t1160\t210\t950\t-\n"
        "Easthaven\t670\t100\t..\t-\n"
        "Southwick\t1391\t326\t783\t327\n"
        "Westerby\t741\t205\t339\t197\n",
        NULL, NULL);
    assert_non_null(table);
    thr_xlsx_formulas formulas;
    open_formulas(&formulas, table);
    /* Of rows and columns: of rows. A nil is a zero. */
    assert_formula(&formulas, 0, 0, "=SUM(B6:B9)");
    assert_formula(&formulas, 0, 3, "=SUM(E6:E9)");
    assert_formula(&formulas, 1, 0, "=SUM(C6:E6)");
    /* A part is missing, a sum does not hold, no total. */
    assert_formula(&formulas, 0, 2, NULL);
    assert_formula(&formulas, 2, 0, NULL);
    assert_formula(&formulas, 3, 0, NULL);
    assert_formula(&formulas, 1, 1, NULL);
    assert_false(formulas.too_long);
    thr_xlsx_formulas_free(&formulas);
    thresh_table_free(table);
}

/* A table of one column whose first row is the sum of those in `parts`. */
static thresh_table *
make_sum(size_t nrows, thresh_sum *sum, const char *total, const char *cell) {
    static const char *const headings[] = {"Value"};
    thresh_table *table = make_frame_of("item", 1, headings);
    assert_non_null(table);
    assert_true(make_row(table, "All", "", &total));
    for (size_t i = 1; i < nrows; i++)
        assert_true(make_row(table, "Item", "", &cell));
    table->sums = sum;
    table->nsums = 1;
    table->loaded = true;
    return table;
}

static void
test_parts_apart(void **state) {
    (void)state;
    static const size_t parts[] = {7, 3, 1, 2, 5, 8};
    thresh_sum sum = {.parts = parts, .nparts = 6};
    thresh_table *table = make_sum(9, &sum, "1.50", "0.25");
    thr_xlsx_formulas formulas;
    open_formulas(&formulas, table);
    assert_formula(&formulas, 0, 0, "=SUM(B6:B8,B10,B12:B13)");
    thr_xlsx_formulas_free(&formulas);
    thresh_table_free(table);
}

/* What a workbook holds as text, or rounds, cannot be added there. */
static void
test_more_than_15_digits(void **state) {
    (void)state;
    static const size_t parts[] = {1, 2};
    thresh_sum sum = {.parts = parts, .nparts = 2};
    thresh_table *table = make_sum(3, &sum, "2222222222222222",
                                   "1111111111111111");
    thr_xlsx_formulas formulas;
    open_formulas(&formulas, table);
    assert_formula(&formulas, 0, 0, NULL);
    thr_xlsx_formulas_free(&formulas);
    thresh_table_free(table);
}

static void
test_a_net_is_no_sum(void **state) {
    (void)state;
    static const size_t parts[] = {1, 2};
    thresh_sum sum = {.kind = THRESH_DIFFERENCE, .parts = parts, .nparts = 2};
    thresh_table *table = make_sum(3, &sum, "-", "5");
    thr_xlsx_formulas formulas;
    open_formulas(&formulas, table);
    assert_formula(&formulas, 0, 0, NULL);
    thr_xlsx_formulas_free(&formulas);
    thresh_table_free(table);
}

/* Every other row: as many arguments as parts, of which 255 may be. */
static void
test_more_than_255_arguments(void **state) {
    (void)state;
    size_t parts[256];
    for (size_t i = 0; i < 256; i++)
        parts[i] = 2 * i + 2;
    thresh_sum sum = {.parts = parts, .nparts = 256};
    thresh_table *table = make_sum(513, &sum, "256", "1");
    thr_xlsx_formulas formulas;
    open_formulas(&formulas, table);
    assert_formula(&formulas, 0, 0, NULL);
    assert_true(formulas.too_long);
    thr_xlsx_formulas_free(&formulas);

    sum.nparts = 255;
    const thresh_cell cell = {
        .kind = THRESH_NUMBER, .coef = 255, .has_value = true};
    assert_int_equal(thr_cells_set(table, 0, 0, &cell, NULL), THRESH_OK);
    open_formulas(&formulas, table);
    thr_buf buf = {0};
    assert_true(thr_xlsx_formula_add(&formulas, 0, 0, &buf));
    assert_false(formulas.too_long);
    thr_buf_free(&buf);
    thr_xlsx_formulas_free(&formulas);
    thresh_table_free(table);
}

/* A part stands where the other dimension of the rows agrees. */
static void
test_two_dimensions_of_rows(void **state) {
    (void)state;
    thresh_table *table = load_text("Region\tSex\t2014\t2015\t2016\n"
                                    "Total\tMen\t4712\t5023\t5101\n"
                                    "Total\tWomen\t4390\t4471\t4533\n"
                                    "North\tMen\t1710\t1823\t1890\n"
                                    "North\tWomen\t1502\t1533\t1561\n"
                                    "South\tMen\t3002\t3200\t3211\n"
                                    "South\tWomen\t2888\t2938\t2972\n",
                                    NULL, NULL);
    assert_non_null(table);
    assert_int_equal(thresh_table_axis_dimensions(table, THRESH_ROWS), 2);
    thr_xlsx_formulas formulas;
    open_formulas(&formulas, table);
    assert_formula(&formulas, 1, 2, "=SUM(D8,D10)");
    thr_xlsx_formulas_free(&formulas);
    thresh_table_free(table);
}

/* Of which there may be none: that part stands in no row. */
static void
test_part_in_no_row(void **state) {
    (void)state;
    thresh_table *table = load_text("Region\tSex\t2014\t2015\t2016\n"
                                    "Total\tMen\t4712\t5023\t5101\n"
                                    "Total\tWomen\t4390\t4471\t4533\n"
                                    "North\tMen\t1710\t1823\t1890\n"
                                    "South\tMen\t3002\t3200\t3211\n"
                                    "South\tWomen\t4390\t4471\t4533\n",
                                    NULL, NULL);
    assert_non_null(table);
    thr_xlsx_formulas formulas;
    open_formulas(&formulas, table);
    assert_formula(&formulas, 0, 2, "=SUM(D7:D8)");
    assert_formula(&formulas, 1, 2, NULL);
    thr_xlsx_formulas_free(&formulas);
    thresh_table_free(table);
}

/* Along the columns, too: where the other of their dimensions agrees. */
static void
test_two_dimensions_of_columns(void **state) {
    (void)state;
    thresh_table *table = load_text(
        "Region\t2014\t\t\t2015\t\t\n"
        "\tTotal\tMen\tWomen\tTotal\tMen\tWomen\n"
        "North\t3212\t1710\t1502\t3356\t1823\t1533\n"
        "South\t5890\t3002\t2888\t6138\t3200\t2938\n"
        "West\t1913\t1002\t911\t1972\t1071\t901\n",
        NULL, NULL);
    assert_non_null(table);
    assert_int_equal(thresh_table_axis_dimensions(table, THRESH_COLUMNS), 2);
    thr_xlsx_formulas formulas;
    open_formulas(&formulas, table);
    assert_formula(&formulas, 0, 0, "=SUM(C5:D5)");
    assert_formula(&formulas, 2, 3, "=SUM(F7:G7)");
    assert_formula(&formulas, 0, 1, NULL);
    thr_xlsx_formulas_free(&formulas);
    thresh_table_free(table);
}

static void
set_number(thresh_table *table, size_t row, int64_t coef, uint8_t scale) {
    const thresh_cell cell = {.kind = THRESH_NUMBER,
                              .coef = coef,
                              .scale = scale,
                              .has_value = true};
    assert_int_equal(thr_cells_set(table, row, 0, &cell, NULL), THRESH_OK);
}

/* Nothing printed is nothing. */
static void
test_blank_parts(void **state) {
    (void)state;
    static const size_t parts[] = {1, 2, 3};
    thresh_sum sum = {.parts = parts, .nparts = 3};
    thresh_table *table = make_sum(4, &sum, "9", "");
    set_number(table, 1, 9, 0);
    thr_xlsx_formulas formulas;
    open_formulas(&formulas, table);
    assert_formula(&formulas, 0, 0, "=SUM(B6:B8)");
    thr_xlsx_formulas_free(&formulas);
    thresh_table_free(table);
}

/* Numbers so far apart that no unit is fine enough for one and wide enough for
 * the other do not hold, in whatever order they are added. */
static void
test_numbers_far_apart(void **state) {
    (void)state;
    static const size_t parts[] = {1, 2, 3};
    static const int64_t large = INT64_C(900000000000000);
    static const struct {
        int64_t coef[4];
        uint8_t scale[4];
    } sums[] = {
        {{large, large, 1, 1}, {0, 0, 6, 6}},     /* what comes first */
        {{large, 1, large, 1}, {0, 6, 0, 6}},     /* what is added */
        {{large, 1, large, large}, {0, 4, 0, 0}}, /* what they come to */
        {{large, 1, 1, 1}, {0, 6, 6, 6}},         /* the total */
    };
    for (size_t i = 0; i < sizeof sums / sizeof *sums; i++) {
        thresh_sum sum = {.parts = parts, .nparts = 3};
        thresh_table *table = make_sum(4, &sum, "1", "1");
        for (size_t k = 0; k < 4; k++)
            set_number(table, k, sums[i].coef[k], sums[i].scale[k]);
        thr_xlsx_formulas formulas;
        open_formulas(&formulas, table);
        assert_formula(&formulas, 0, 0, NULL);
        thr_xlsx_formulas_free(&formulas);
        thresh_table_free(table);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_rows_and_columns),
        cmocka_unit_test(test_parts_apart),
        cmocka_unit_test(test_more_than_15_digits),
        cmocka_unit_test(test_a_net_is_no_sum),
        cmocka_unit_test(test_more_than_255_arguments),
        cmocka_unit_test(test_two_dimensions_of_rows),
        cmocka_unit_test(test_part_in_no_row),
        cmocka_unit_test(test_two_dimensions_of_columns),
        cmocka_unit_test(test_blank_parts),
        cmocka_unit_test(test_numbers_far_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
