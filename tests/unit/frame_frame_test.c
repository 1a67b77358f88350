/* All that is known before the rows: src/frame/frame.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "read_text.h"

/* One style for all numbers of a table, and a warning where it is a guess. */
static void
test_number_style(void **state) {
    (void)state;
    static const struct {
        const char *text;
        int64_t coef; /* of the first value */
        const char *decision;
        const char *warning; /* NULL = none */
    } rows[] = {
        {"Land;A;B\nNorway;1,250;2\nSweden;3;4\n", 1250, "decimal mark=dot",
         "warning 2:8 every comma"},
        {"Land;A;B\nNorway;1.250;2\nSweden;3;4\n", 1250, "decimal mark=comma",
         "warning 2:8 every dot"},
        {"Land\tA\tB\nNorway\t1.250\t2\nSweden\t3\t4\n", 1250,
         "decimal mark=dot", "warning 2:8 every dot"},
        {"Land;A;B\nNorway;1,250;2\nSweden;3,5;4\n", 1250,
         "decimal mark=comma", NULL},
        {"Land;A;B\nNorway;1,250;2\nSweden;3,000,000;4\n", 1250,
         "decimal mark=dot", NULL},
        {"Land;A;B\nNorway;1 250;2\nSweden;3;4\n", 1250, "decimal mark=dot",
         NULL},
    };
    static const uint8_t scales[] = {0, 0, 3, 3, 0, 0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        text_log log = {0};
        thresh_listener listener = log_listener(&log);
        thresh_table *table = load_text(rows[i].text, &listener, NULL);
        assert_non_null(table);
        thresh_cell cell = thresh_table_cell(table, 0, 0);
        assert_int_equal(cell.kind, THRESH_NUMBER);
        assert_int_equal(cell.coef, rows[i].coef);
        assert_int_equal(cell.scale, scales[i]);
        assert_true(log_has(&log.decisions, rows[i].decision));
        if (rows[i].warning != NULL)
            assert_true(log_has(&log.warnings, rows[i].warning));
        else
            assert_int_equal(log.warnings.len, 0);
        thresh_table_free(table);
        free_log(&log);
    }
}

/* Labels teach nothing about numbers. */
static void
test_labels_are_not_numbers(void **state) {
    (void)state;
    thresh_table *table = load_text("Size;A;B\n1,5;1.5;2\n2,5;3.5;4\n"
                                    "3,5;4.5;2\n4,5;4.5;2\n",
                                    NULL, NULL);
    assert_non_null(table);
    assert_int_equal(thresh_table_cell(table, 0, 0).coef, 15);
    assert_int_equal(thresh_table_cell(table, 0, 0).scale, 1);
    thresh_table_free(table);
}

/* Rows settle the columns and the style, however much text stands above. */
static void
test_far_from_the_start(void **state) {
    (void)state;
    thr_buf text = {0};
    text_log log = {0};
    thresh_listener listener = log_listener(&log);
    for (size_t i = 0; i < 250; i++)
        thr_buf_text(&text, "\n");
    thr_buf_text(&text, "Title\n\nLand;A;B\n");
    for (size_t i = 0; i < 20; i++) {
        thr_buf_text(&text, "Norway ");
        thr_buf_uint(&text, i);
        thr_buf_text(&text, ";1,250;2\n");
    }
    thr_buf_text(&text, "Sweden;1,5;2\n");
    thr_buf_char(&text, '\0');
    thresh_table *table = load_text(text.ptr, &listener, NULL);
    assert_non_null(table);
    assert_int_equal(thresh_table_cell(table, 0, 0).scale, 3);
    assert_int_equal(thresh_table_cell(table, 20, 0).coef, 15);
    assert_int_equal(log.warnings.len, 0);
    thresh_table_free(table);
    thr_buf_free(&text);
    free_log(&log);
}

static void
test_decisions(void **state) {
    (void)state;
    text_log log = {0};
    thresh_listener listener = log_listener(&log);
    thresh_table *table = load_text(
        "Persons, by land and sex. 2007\n\nLand;M;F\nNorway;1;2\nSweden;3;4\n",
        &listener, NULL);
    assert_non_null(table);
    assert_true(thr_str_equal(thr_buf_view(&log.decisions),
                              THR_LIT("decision encoding=UTF-8\n"
                                      "decision delimiter=semicolon\n"
                                      "decision header=line 3\n"
                                      "decision label columns=1\n"
                                      "decision dimension=land\n"
                                      "decision dimension=sex\n"
                                      "decision dimension=year\n"
                                      "decision decimal mark=dot\n")));
    thresh_table_free(table);
    free_log(&log);
}

static void
test_no_header_is_told(void **state) {
    (void)state;
    text_log log = {0};
    thresh_listener listener = log_listener(&log);
    thresh_table *table = load_text("T\n\nNorway;1;2\nSweden;3;4\n", &listener,
                                    NULL);
    assert_non_null(table);
    assert_true(log_has(&log.warnings, "warning 3:1 no header"));
    thresh_table_free(table);
    free_log(&log);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_number_style),
        cmocka_unit_test(test_labels_are_not_numbers),
        cmocka_unit_test(test_far_from_the_start),
        cmocka_unit_test(test_decisions),
        cmocka_unit_test(test_no_header_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
