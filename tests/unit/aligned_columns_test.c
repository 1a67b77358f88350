/* Columns found from rows, and columns by order: src/aligned/columns.c and
 * src/aligned/ordinal.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "aligned/columns.h"
#include "aligned/ordinal.h"
#include "aligned_text.h"
#include "base/buf.h"

/* Columns such as "0-5 8-12 "; the rows start at line `body`. */
static void
check(const char *text, size_t body, const char *expected) {
    aligned_text aligned;
    thr_columns columns = {0};
    thr_buf out = {0};
    aligned_open(&aligned, text);
    thr_extent extent = {0, body, aligned.page.count};
    assert_true(thr_columns_find(&columns, &aligned.page, &extent));
    assert_true(thr_ordinal_mend(&columns, &aligned.page, &extent));
    for (size_t i = 0; i < columns.count; i++) {
        thr_buf_uint(&out, columns.items[i].lo);
        thr_buf_char(&out, '-');
        thr_buf_uint(&out, columns.items[i].hi);
        thr_buf_char(&out, ' ');
    }
    thr_buf_char(&out, '\0');
    assert_string_equal(out.ptr, expected);
    thr_buf_free(&out);
    thr_columns_free(&columns);
    aligned_close(&aligned);
}

static void
test_gaps(void **state) {
    (void)state;
    check("", 0, "");
    check("Oslo      12   13\n"
          "New York   2  -14\n",
          0, "0-8 10-12 14-17 ");
    /* one blank between figures is a gap, if it cannot group */
    check("1880 -34 -28 -23\n"
          "1881 -14 -16  -2\n",
          0, "0-4 5-8 9-12 13-16 ");
    /* one blank in a label is none, in whatever place */
    check("Aged 15   12  13\n"
          "Aged 25    2  14\n",
          0, "0-7 10-12 14-16 ");
    /* nor is one in a label that ends in a figure */
    check("Table 1   12  13\n"
          "Table 2    2  14\n",
          0, "0-7 10-12 14-16 ");
}

static void
test_grouping(void **state) {
    (void)state;
    check("Oslo   548 617  268 942\n"
          "Troms  154 642   77 893\n",
          0, "0-5 7-14 16-23 ");
    /* headings part what could be one number */
    check("        Men All\n"
          "Oslo    548 617\n"
          "Troms   154 642\n",
          1, "0-5 8-11 12-15 ");
    check("            All\n"
          "Oslo    548 617\n"
          "Troms   154 642\n",
          1, "0-5 8-15 ");
    check("Region        Total     Men\n"
          "Oslo        548 617 268 942\n"
          "Troms       154 642 117 893\n",
          1, "0-5 12-19 20-27 ");
}

static void
test_sparse(void **state) {
    (void)state;
    check("a   1   2\n"
          "b   3       9   4\n"
          "c   5   6       7\n",
          0, "0-1 4-5 8-9 12-13 16-17 ");
}

static void
test_misfits(void **state) {
    (void)state;
    /* a label that is too long pushes its figures away */
    check("Oslo      12   13\n"
          "Bergen     2   14\n"
          "The others of the country  4   5\n"
          "Troms      4    5\n"
          "Vestland   6    7\n",
          0, "0-8 10-12 15-17 ");
}

static void
test_order(void **state) {
    (void)state;
    check("Men      800   1,040 1,120\n"
          "Women     75   80   85\n"
          "Boys      53   59   64\n",
          0, "0-4 9-12 15-18 20-23 ");
}

/* Some rows stand a little to the left: still one column. */
static void
test_exclusive(void **state) {
    (void)state;
    check("Men         12.5   1\n"
          "Women       13.5   2\n"
          "Boys   10.5        3\n"
          "Girls  11.5        4\n",
          0, "0-5 7-16 19-20 ");
    /* two columns, if they are further apart, or a row fills both */
    check("Ab          12.5   1\n"
          "Cd          13.5   2\n"
          "Ef    10.5         3\n"
          "Gh    11.5         4\n",
          0, "0-2 6-10 12-16 19-20 ");
    check("Men         12.5   1\n"
          "Women  10.5 13.5   2\n"
          "Boys   10.5        3\n"
          "Girls  11.5        4\n",
          0, "0-5 7-11 12-16 19-20 ");
}

static void
test_marks(void **state) {
    (void)state;
    check("Men      12      1\n"
          "Women    13 (1)  2\n"
          "Boys     14      3\n",
          0, "0-5 9-15 17-18 ");
    check("Men      12 (9)  1\n"
          "Women    13 (1)  2\n"
          "Boys     14      3\n",
          0, "0-5 9-11 12-15 17-18 ");
}

/* A row that does not fit takes no part in the second try. */
static void
test_outlier(void **state) {
    (void)state;
    check("Total     99   10 20 30\n"
          "Men       12   11   12   13\n"
          "Women     13   14   15   16\n"
          "Boys       3    4    5    6\n"
          "Girls      3    4    5    6\n",
          0, "0-5 10-12 15-17 20-22 25-27 ");
}

static void
test_at(void **state) {
    (void)state;
    thr_column items[] = {{0, 4, true}, {10, 14, false}, {20, 24, false}};
    const thr_columns columns = {.items = items, .count = 3};
    assert_int_equal(thr_columns_at(&columns, 11, 12), 1);
    assert_int_equal(thr_columns_at(&columns, 3, 13), 1); /* the more */
    assert_int_equal(thr_columns_at(&columns, 6, 7), 0);  /* the nearer */
    assert_int_equal(thr_columns_at(&columns, 8, 9), 1);
    assert_int_equal(thr_columns_at(&columns, 90, 99), 2);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_gaps),    cmocka_unit_test(test_grouping),
        cmocka_unit_test(test_sparse),  cmocka_unit_test(test_misfits),
        cmocka_unit_test(test_order),   cmocka_unit_test(test_exclusive),
        cmocka_unit_test(test_outlier), cmocka_unit_test(test_marks),
        cmocka_unit_test(test_at),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
