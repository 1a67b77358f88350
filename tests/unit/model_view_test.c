/* Looking at a table: src/model/view.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "make_table.h"

static void
test_frame(void **state) {
    (void)state;
    thresh_table *table = make_frame();
    const thresh_dimension *dimensions;
    const thresh_column *columns;
    const thresh_heading *headings;
    assert_false(thresh_table_is_loaded(table));
    assert_true(
        thr_str_equal(thresh_table_caption(table)->number, THR_LIT("3")));
    assert_int_equal(thresh_table_dimensions(table, &dimensions), 3);
    assert_int_equal(thresh_table_dimensions(table, NULL), 3);
    assert_true(thr_str_equal(dimensions[0].name, THR_LIT("country")));
    assert_int_equal(dimensions[0].ncategories, 0);
    assert_int_equal(thresh_table_columns(table, &columns), 3);
    assert_int_equal(thresh_table_columns(table, NULL), 3);
    assert_int_equal(columns[2].field, 4);
    assert_int_equal(thresh_table_headings(table, &headings), 4);
    assert_int_equal(thresh_table_headings(table, NULL), 4);
    assert_ptr_equal(columns[2].leaf, &headings[3]);
    assert_int_equal(thresh_table_header_rows(table), 2);
    assert_int_equal(thresh_table_rows(table), 0);
    assert_int_equal(thresh_table_notes(table, NULL), 0);
    assert_int_equal(thresh_table_symbols(table, NULL), 0);
    thresh_table_free(table);
}

static void
test_loaded(void **state) {
    (void)state;
    thresh_table *table = make_table();
    const thresh_note *notes;
    assert_true(thresh_table_is_loaded(table));
    assert_int_equal(thresh_table_rows(table), 4);
    assert_int_equal(thresh_table_notes(table, &notes), 3);
    assert_int_equal(notes[2].kind, THRESH_SOURCE);
    assert_int_equal(thresh_table_cell(table, 1, 2).coef, 240);
    assert_true(thr_str_equal(thresh_table_category(table, 0, 1).label,
                              THR_LIT("Denmark")));
    thresh_table_free(table);
}

static void
test_axes(void **state) {
    (void)state;
    thresh_table *table = make_table();
    for (int axis = THRESH_ROWS; axis <= THRESH_CONSTANT; axis++)
        assert_int_equal(
            thresh_table_axis_dimensions(table, (thresh_axis)axis), 1);
    assert_int_equal(thresh_table_axis_dimensions(table, (thresh_axis)3), 0);
    thresh_table_free(table);
}

/* The category of an observation, by index and by row, is the same. */
static void
test_keys(void **state) {
    (void)state;
    thresh_table *table = make_table();
    thresh_category keys[1];
    for (size_t i = 0; i < thresh_table_rows(table); i++) {
        thresh_row row = make_lent_row(table, i, keys);
        for (size_t column = 0; column < 3; column++) {
            const size_t expected[] = {i, column, 0};
            for (size_t d = 0; d < 3; d++) {
                size_t key = thresh_table_key(table, d, i, column);
                assert_int_equal(key, expected[d]);
                const thresh_category *lent = thresh_row_key(table, &row,
                                                             column, d);
                assert_true(thr_str_equal(
                    lent->label, thresh_table_category(table, d, key).label));
                assert_true(lent->label.len > 0);
            }
        }
    }
    thresh_table_free(table);
}

static void
test_out_of_range(void **state) {
    (void)state;
    thresh_table *table = make_table();
    thresh_category keys[1];
    thresh_row row = make_lent_row(table, 0, keys);
    thresh_category none = thresh_table_category(table, 3, 0);
    assert_int_equal(none.label.len, 0);
    assert_true(none.parent == THRESH_NONE);
    assert_int_equal(none.level, -1);
    assert_int_equal(thresh_table_category(table, 0, 4).label.len, 0);
    assert_int_equal(thresh_table_cell(table, 4, 0).kind, THRESH_BLANK);
    assert_int_equal(thresh_table_cell(table, 0, 3).kind, THRESH_BLANK);
    assert_true(thresh_table_key(table, 3, 0, 0) == THRESH_NONE);
    assert_true(thresh_table_key(table, 0, 4, 0) == THRESH_NONE);
    assert_true(thresh_table_key(table, 0, 0, 3) == THRESH_NONE);
    assert_null(thresh_row_key(table, &row, 3, 0));
    assert_null(thresh_row_key(table, &row, 0, 3));
    thresh_table_free(table);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_frame),        cmocka_unit_test(test_loaded),
        cmocka_unit_test(test_axes),         cmocka_unit_test(test_keys),
        cmocka_unit_test(test_out_of_range),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
