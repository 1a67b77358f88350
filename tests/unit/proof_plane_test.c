/* A table seen along one dimension: src/proof/plane.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

#include "base/str.h"
#include "proof_made.h"
#include "read_text.h"

#define NUMBERS "|A|B|C|D|E\nx|1.5|10|-|..|5\ny|2|250||7|10\n"

static void
assert_value(const made *it, size_t item, size_t line, thr_state state,
             int64_t number, int64_t unit) {
    thr_value value = thr_plane_value(&it->plane, item, line);
    assert_int_equal(value.state, state);
    assert_int_equal(value.number, number);
    assert_int_equal(value.unit, unit);
}

static void
test_along_rows(void **state) {
    (void)state;
    made it = made_open(NUMBERS, MADE_ROWS);
    assert_int_equal(it.plane.nitems, 2);
    assert_int_equal(it.plane.nlines, 5);
    assert_value(&it, 0, 0, THR_KNOWN, 15, 1);
    assert_value(&it, 1, 0, THR_KNOWN, 20, 10);
    assert_value(&it, 0, 2, THR_KNOWN, 0, 0);
    assert_value(&it, 1, 2, THR_ABSENT, 0, 0);
    assert_value(&it, 0, 3, THR_MISSING, 0, 0);
    assert_true(thr_str_equal(thr_plane_label(&it.plane, 1), thr_str("y")));
    made_close(&it);
}

static void
test_along_columns(void **state) {
    (void)state;
    made it = made_open(NUMBERS, MADE_COLUMNS);
    size_t row, column;
    assert_int_equal(it.plane.nitems, 5);
    assert_int_equal(it.plane.nlines, 2);
    assert_value(&it, 0, 0, THR_KNOWN, 15, 1);
    assert_value(&it, 4, 0, THR_KNOWN, 50, 10);
    assert_value(&it, 0, 1, THR_KNOWN, 2, 1);
    assert_true(thr_plane_cell(&it.plane, 4, 1, &row, &column));
    assert_int_equal(row, 1);
    assert_int_equal(column, 4);
    assert_true(thr_str_equal(thr_plane_label(&it.plane, 4), thr_str("E")));
    made_close(&it);
}

static void
test_what_lines_are_rounded_to(void **state) {
    (void)state;
    made it = made_open("|A|B|C|D|E|F|G\n"
                        "x|10|5|7|0|150|1.2|70000000000\n"
                        "y|40|15|14|-|400|1.3|140000000000\n"
                        "z|30|0|21||50|1.5|0\n",
                        MADE_ROWS);
    static const int64_t base[] = {10, 5, 1, 1, 50, 1, 10000000000};
    static const int64_t step[] = {10, 5, 7, 0, 50, 1, 70000000000};
    for (size_t i = 0; i < 7; i++) {
        assert_int_equal(thr_plane_base(&it.plane, i), base[i]);
        assert_int_equal(thr_plane_step(&it.plane, i), step[i]);
    }
    assert_int_equal(thr_plane_kind(&it.plane, 0),
                     thr_plane_kind(&it.plane, 4));
    assert_int_equal(thr_plane_kind(&it.plane, 2), 0);
    assert_int_equal(thr_plane_kind(&it.plane, 5), 1);
    made_close(&it);
}

/* A number too large for the unit of its line is not known. */
static void
test_the_largest_numbers(void **state) {
    (void)state;
    made it = made_open("|A|B\nx|9223372036854775807|9223372036854775807\n"
                        "y|-9223372036854775807|0.5\n",
                        MADE_ROWS);
    assert_value(&it, 0, 0, THR_KNOWN, INT64_MAX, 1);
    assert_value(&it, 1, 0, THR_KNOWN, -INT64_MAX, 1);
    assert_value(&it, 0, 1, THR_MISSING, 0, 0);
    made_close(&it);
}

static void
test_too_few_categories(void **state) {
    (void)state;
    thresh_table *table = made_table("|A\nx|1\n");
    thr_arena arena = {0};
    thr_plane plane;
    bool fits = true;
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(thr_plane_open(&plane, table, i, &arena, &fits, NULL),
                         THRESH_OK);
        assert_false(fits);
    }
    thr_arena_free(&arena);
    thresh_table_free(table);
}

/* Two dimensions in the stub: a line is a column for one choice of the other.
 */
static void
test_two_row_dimensions(void **state) {
    (void)state;
    thresh_table *table = load_text(
        "Employed, by sex, industry and year\n\nSex\tIndustry\t2001\t2002\n"
        "Men\tTotal\t61774\t62910\nMen\tMining\t10214\t10340\n"
        "Women\tTotal\t58113\t58902\nWomen\tTrade\t54710\t55390\n",
        NULL, NULL);
    assert_non_null(table);
    thr_arena arena = {0};
    thr_plane plane;
    bool fits;
    size_t row, column;
    assert_int_equal(thr_plane_open(&plane, table, 1, &arena, &fits, NULL),
                     THRESH_OK);
    assert_true(fits);
    assert_int_equal(plane.nitems, 3);
    assert_int_equal(plane.ngroups, 2);
    assert_int_equal(plane.nlines, 4);
    assert_int_equal(thr_plane_value(&plane, 0, 0).number, 61774);
    assert_int_equal(thr_plane_value(&plane, 0, 3).number, 58902);
    assert_int_equal(thr_plane_value(&plane, 1, 3).state, THR_ABSENT);
    assert_int_equal(thr_plane_value(&plane, 2, 3).number, 55390);
    assert_false(thr_plane_cell(&plane, 1, 3, &row, &column));
    assert_true(thr_plane_cell(&plane, 2, 3, &row, &column));
    assert_int_equal(row, 3);
    assert_int_equal(column, 1);
    thr_arena_free(&arena);
    thresh_table_free(table);
}

/* Of many lines, those that say the same in their steps, whatever stands
 * between. */
static void
test_repeats_of_many_lines(void **state) {
    enum { NLINES = 100, SAME = 70, TWICE = 90 };
    (void)state;
    thr_buf text = {0};
    thr_buf_text(&text, "Calls\n\nPort\tDay\tCalls\n");
    for (int i = 0; i < 2 * NLINES; i++) {
        int line = i / 2 == SAME ? 3 : i / 2;
        int times = i / 2 == TWICE ? 2 : 1;
        char row[64];
        line = i / 2 == TWICE ? 4 : line;
        snprintf(row, sizeof row, "Port %d\t%s\t%d\n", i / 2,
                 i % 2 ? "Monday" : "Tuesday",
                 times * (i % 2 ? 1001 : 2 * line + 1));
        thr_buf_text(&text, row);
    }
    thr_buf_add(&text, "", 1);
    thresh_table *table = load_text(text.ptr, NULL, NULL);
    assert_non_null(table);
    thr_arena arena = {0};
    thr_plane plane;
    bool fits;
    assert_int_equal(thr_plane_open(&plane, table, 1, &arena, &fits, NULL),
                     THRESH_OK);
    assert_true(fits);
    assert_int_equal(plane.nlines, NLINES);
    for (size_t i = 0; i < NLINES; i++)
        assert_int_equal(plane.repeats[i], i == SAME || i == TWICE);
    thr_arena_free(&arena);
    thresh_table_free(table);
    thr_buf_free(&text);
}

/* A code beside each name: each stands alone, a line is a column. */
static void
test_codes_beside_names(void **state) {
    (void)state;
    thresh_table *table = load_text(
        "Calls, by code, port and year\n\nCode\tPort\t2001\t2002\n"
        "A1\tNorth\t61774\t62910\nA2\tEast\t10214\t10340\n",
        NULL, NULL);
    assert_non_null(table);
    thr_arena arena = {0};
    thr_plane plane;
    bool fits;
    assert_int_equal(thr_plane_open(&plane, table, 1, &arena, &fits, NULL),
                     THRESH_OK);
    assert_true(fits);
    assert_int_equal(plane.nlines, 2);
    assert_int_equal(thr_plane_value(&plane, 1, 1).number, 10340);
    thr_arena_free(&arena);
    thresh_table_free(table);
}

static void
assert_same(thr_value a, thr_value b) {
    assert_int_equal(a.state, b.state);
    assert_int_equal(a.number, b.number);
    assert_int_equal(a.unit, b.unit);
}

/* What is read quickly off the rows is what thr_plane_other() makes of any
 * cell: with groups, decimals, dashes, gaps, marks and wide numbers. */
static void
test_read_off_the_rows(void **state) {
    (void)state;
    thresh_table *table = load_text(
        "Calls, by port and year\n\nPort\t2001\t2002\t2003\n"
        "North\t61 774\t1.5\t-\nEast\t10 214\t-20.25\t..\n"
        "South\t7\t3\t5 000 000 000\nWest\t-\t\t8 \xC2\xB9\n",
        NULL, NULL);
    assert_non_null(table);
    for (size_t dimension = 0; dimension < 2; dimension++) {
        thr_arena arena = {0};
        thr_plane plane;
        bool fits;
        assert_int_equal(
            thr_plane_open(&plane, table, dimension, &arena, &fits, NULL),
            THRESH_OK);
        assert_true(fits);
        for (size_t item = 0; item < plane.nitems; item++) {
            const thr_item whole = thr_plane_item(&plane, item);
            for (size_t line = 0; line < plane.nlines; line++) {
                thr_value other = thr_plane_other(&plane, item, line);
                assert_same(thr_plane_value(&plane, item, line), other);
                assert_same(thr_item_value(&whole, line), other);
            }
        }
        thr_arena_free(&arena);
    }
    thresh_table_free(table);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_along_rows),
        cmocka_unit_test(test_along_columns),
        cmocka_unit_test(test_what_lines_are_rounded_to),
        cmocka_unit_test(test_the_largest_numbers),
        cmocka_unit_test(test_too_few_categories),
        cmocka_unit_test(test_two_row_dimensions),
        cmocka_unit_test(test_repeats_of_many_lines),
        cmocka_unit_test(test_codes_beside_names),
        cmocka_unit_test(test_read_off_the_rows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
