/* One record of cells: src/grid/record.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "read_text.h"

static void
test_cell(void **state) {
    (void)state;
    text_records records;
    open_records(&records, " a ;;\xC2\xA0;b\n", ';', NULL);
    const thr_record *record = thr_window_at(&records.window, 0);
    assert_int_equal(record->ncells, 4);
    assert_int_equal(record->filled, 2);
    assert_true(thr_str_equal(thr_record_cell(record, 1), THR_LIT("a")));
    assert_int_equal(thr_record_cell(record, 2).len, 0);
    assert_int_equal(thr_record_cell(record, 3).len, 0);
    assert_true(thr_str_equal(thr_record_cell(record, 4), THR_LIT("b")));
    assert_int_equal(thr_record_cell(record, 0).len, 0);
    assert_int_equal(thr_record_cell(record, 5).len, 0);
    close_records(&records);
}

static void
test_place(void **state) {
    (void)state;
    text_records records;
    open_records(&records, "x\na;b\n", ';', NULL);
    const thr_record *record = thr_window_at(&records.window, 1);
    thresh_place place = thr_record_place(record, 2);
    assert_int_equal(place.line, 2);
    assert_int_equal(place.record, 2);
    assert_int_equal(place.field, 2);
    assert_int_equal(place.column, 3);
    static const size_t others[] = {0, 3};
    for (size_t i = 0; i < 2; i++) {
        place = thr_record_place(record, others[i]);
        assert_int_equal(place.line, 2);
        assert_int_equal(place.field, 0);
        assert_int_equal(place.column, 0);
    }
    close_records(&records);
}

/* A note in a delimited file has its quotes and delimiters taken off; prose
 * that was cut at its commas is whole. */
static void
test_text(void **state) {
    (void)state;
    static const struct {
        const char *line;
        const char *text;
    } rows[] = {
        {"", ""},
        {",,", ",,"},
        {" a ,,", "a"},
        {",,a", "a"},
        {"\"a, b\",,", "a, b"},
        {"Persons, by sex, ", "Persons, by sex,"},
        {"a,b", "a,b"},
    };
    for (size_t i = 1; i < sizeof rows / sizeof *rows; i++) {
        text_records records;
        open_records(&records, rows[i].line, ',', NULL);
        assert_true(
            thr_str_equal(thr_record_text(thr_window_at(&records.window, 0)),
                          thr_str(rows[i].text)));
        close_records(&records);
    }
}

static void
test_is_one(void **state) {
    (void)state;
    static const struct {
        const char *line;
        bool one;
    } rows[] = {
        {"a;;", true},  {";a;;a", true}, {" a;a ;a", true}, {";;a", true},
        {"a;b", false}, {"a;;A", false}, {";;", false},     {"a;aa", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        text_records records;
        open_records(&records, rows[i].line, ';', NULL);
        const thr_record *record = thr_window_at(&records.window, 0);
        if (thr_record_is_one(record) != rows[i].one)
            fail_msg("\"%s\"", rows[i].line);
        if (rows[i].one) /* its text is that one, once */
            assert_true(
                thr_str_equal_nocase(thr_record_text(record), THR_LIT("a")));
        close_records(&records);
    }
}

static void
test_copy_outlives(void **state) {
    (void)state;
    text_records records;
    thr_record copy = {0}, blank = {0};
    open_records(&records, "\n a;\"b;\"\n", ';', NULL);
    assert_true(thr_record_copy(&blank, thr_window_at(&records.window, 0)));
    assert_true(thr_record_copy(&copy, thr_window_at(&records.window, 1)));
    close_records(&records);
    assert_int_equal(blank.ncells, 0);
    assert_int_equal(copy.ncells, 2);
    assert_int_equal(copy.filled, 2);
    assert_int_equal(copy.line, 2);
    assert_int_equal(copy.number, 2);
    assert_int_equal(copy.offset, 1);
    assert_true(thr_str_equal(copy.cells[0].text, THR_LIT(" a")));
    assert_true(thr_str_equal(copy.cells[1].text, THR_LIT("b;")));
    assert_int_equal(copy.cells[1].column, 4);
    thr_record_free(&copy);
    thr_record_free(&blank);
    assert_null(copy.cells);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cell),          cmocka_unit_test(test_place),
        cmocka_unit_test(test_text),          cmocka_unit_test(test_is_one),
        cmocka_unit_test(test_copy_outlives),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
