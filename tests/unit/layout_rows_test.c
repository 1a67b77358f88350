/* Data records to rows: src/layout/rows.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "read_text.h"

#define HEADER "Land;A;B\n"

static void
test_keys_and_cells(void **state) {
    (void)state;
    thresh_table *table = load_text(HEADER "Norway;1 234;-\n"
                                           "Serbia \xC2\xB9;5,5 1);..\n"
                                           "Sweden;;few\n",
                                    NULL, NULL);
    static const struct {
        const char *label;
        const char *label_marks;
        const char *text[2];
        const char *marks[2];
        uint8_t kind[2];
    } rows[] = {
        {"Norway",
         "",
         {"1 234", "-"},
         {"", ""},
         {THRESH_NUMBER, THRESH_SYMBOL}},
        {"Serbia",
         "1",
         {"5,5", ".."},
         {"1", ""},
         {THRESH_NUMBER, THRESH_SYMBOL}},
        {"Sweden", "", {"", "few"}, {"", ""}, {THRESH_BLANK, THRESH_TEXT}},
    };
    assert_non_null(table);
    assert_int_equal(thresh_table_rows(table), 3);
    for (size_t i = 0; i < 3; i++) {
        thresh_category key = thresh_table_category(table, 0, i);
        assert_true(thr_str_equal(key.label, thr_str(rows[i].label)));
        assert_true(thr_str_equal(key.marks, thr_str(rows[i].label_marks)));
        assert_int_equal(key.place.line, i + 2);
        assert_int_equal(key.place.field, 1);
        assert_int_equal(key.level, -1);
        assert_true(key.parent == THRESH_NONE);
        for (size_t column = 0; column < 2; column++) {
            thresh_cell cell = thresh_table_cell(table, i, column);
            assert_true(
                thr_str_equal(cell.text, thr_str(rows[i].text[column])));
            assert_true(
                thr_str_equal(cell.marks, thr_str(rows[i].marks[column])));
            assert_int_equal(cell.kind, rows[i].kind[column]);
            assert_int_equal(cell.place.line, i + 2);
            assert_int_equal(cell.place.field, column + 2);
        }
    }
    thresh_table_free(table);
}

static void
test_short_rows_are_blank_to_the_end(void **state) {
    (void)state;
    thresh_table *table = load_text(
        "Land;A;B;C\nNorway;1;2;3\nSweden;4\nDenmark\nIceland;5;6;7\n", NULL,
        NULL);
    assert_non_null(table);
    assert_int_equal(thresh_table_rows(table), 4);
    assert_int_equal(thresh_table_cell(table, 1, 0).coef, 4);
    assert_int_equal(thresh_table_cell(table, 1, 2).kind, THRESH_BLANK);
    assert_int_equal(thresh_table_cell(table, 2, 0).kind, THRESH_BLANK);
    assert_int_equal(thresh_table_counts(table).observations, 7);
    thresh_table_free(table);
}

/* What only looks like a number is kept as text, and said. */
static void
test_warnings_of_text(void **state) {
    (void)state;
    text_log log = {0};
    thresh_listener listener = log_listener(&log);
    thresh_table *table = load_text(HEADER "Norway;1 2345;2\n"
                                           "Sweden;3;1000000000000000000\n"
                                           "Denmark;few;5 to 16\n",
                                    &listener, NULL);
    assert_non_null(table);
    assert_int_equal(thresh_table_cell(table, 0, 0).kind, THRESH_TEXT);
    assert_int_equal(thresh_table_cell(table, 1, 1).kind, THRESH_TEXT);
    assert_true(log_has(&log.warnings, "warning 2:8 \"1 2345\""));
    assert_true(
        log_has(&log.warnings, "warning 3:10 \"1000000000000000000\""));
    assert_false(log_has(&log.warnings, "few"));
    assert_false(log_has(&log.warnings, "5 to 16"));
    thresh_table_free(table);
    free_log(&log);
}

/* A disputed symbol is warned of once, where it stands first. */
static void
test_warning_of_symbol(void **state) {
    (void)state;
    text_log log = {0};
    thresh_listener listener = log_listener(&log);
    thresh_table *table = load_text(HEADER "Norway;1;-\n"
                                           "Sweden;:;..\n"
                                           "Denmark;2;:\n",
                                    &listener, NULL);
    assert_non_null(table);
    assert_true(log_has(&log.warnings, "warning 3:8 \":\""));
    assert_false(log_has(&log.warnings, "warning 4"));
    assert_false(log_has(&log.warnings, "\"..\""));
    thresh_table_free(table);
    free_log(&log);
}

/* A cell in no column, far below what settled the columns, is neither lost in
 * silence nor kept. */
static void
test_cells_beyond_the_columns(void **state) {
    (void)state;
    thr_buf text = {0};
    text_log log = {0};
    thresh_listener listener = log_listener(&log);
    thr_buf_text(&text, HEADER);
    for (size_t i = 0; i < 300; i++)
        thr_buf_text(&text, "Norway;1;2;\n");
    thr_buf_text(&text, "Sweden;3;4;;lost\n");
    thr_buf_char(&text, '\0');
    thresh_table *table = load_text(text.ptr, &listener, NULL);
    assert_non_null(table);
    assert_int_equal(thresh_table_columns(table, NULL), 2);
    assert_int_equal(thresh_table_rows(table), 301);
    assert_int_equal(thresh_table_cell(table, 300, 1).coef, 4);
    assert_true(log_has(&log.warnings, "warning 302:13 \"lost\""));
    thresh_table_free(table);
    thr_buf_free(&text);
    free_log(&log);
}

/* Where each row has one label, a second is not lost in silence. */
static void
test_second_label(void **state) {
    (void)state;
    thr_buf text = {0};
    text_log log = {0};
    thresh_listener listener = log_listener(&log);
    thr_buf_text(&text, "Post;;A\nTenured;;1\n");
    for (size_t i = 0; i < 30; i++)
        thr_buf_text(&text, ";Male;2\n");
    thr_buf_text(&text, "All;lost;3\n");
    thr_buf_char(&text, '\0');
    thresh_table *table = load_text(text.ptr, &listener, NULL);
    assert_non_null(table);
    assert_int_equal(thresh_table_rows(table), 32);
    assert_true(thr_str_equal(thresh_table_category(table, 0, 31).label,
                              THR_LIT("All")));
    assert_true(log_has(&log.warnings, "warning 33:5 \"lost\" is a second"));
    assert_false(log_has(&log.warnings, "\"Male\" is a second"));
    thresh_table_free(table);
    thr_buf_free(&text);
    free_log(&log);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_keys_and_cells),
        cmocka_unit_test(test_short_rows_are_blank_to_the_end),
        cmocka_unit_test(test_warnings_of_text),
        cmocka_unit_test(test_warning_of_symbol),
        cmocka_unit_test(test_cells_beyond_the_columns),
        cmocka_unit_test(test_second_label),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
