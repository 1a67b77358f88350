/* Doubts of reading that sums settle: src/proof/settle.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/table.h"
#include "proof/settle.h"
#include "read_text.h"

#define HEAD "Calls, by port and type\n\nPort\tTankers\tFerries\tYachts\n"

static thresh_table *
load(const char *text, text_log *log) {
    const thresh_listener listener = log_listener(log);
    thresh_table *table = load_text(text, &listener, NULL);
    assert_non_null(table);
    return table;
}

static void
assert_number(const thresh_table *table, size_t row, size_t column,
              const char *wanted) {
    char number[THRESH_NUMBER_MAX];
    thresh_cell cell = thresh_table_cell(table, row, column);
    (void)thresh_cell_number(&cell, number);
    assert_string_equal(number, wanted);
}

static void
test_groups(void **state) {
    (void)state;
    text_log log = {0};
    thresh_table *table = load(HEAD "Total\t5,165\t12,609\t3,120\n"
                                    "Northport\t1,250\t2,500\t2,215\n"
                                    "Easthaven\t3,915\t10,109\t905\n",
                               &log);
    assert_number(table, 1, 0, "1250");
    assert_number(table, 2, 2, "905");
    assert_int_equal(thresh_table_sums(table, NULL), 1);
    assert_true(log_has(&log.decisions, "comma=groups thousands"));
    assert_int_equal(log.warnings.len, 0);
    thresh_table_free(table);
    free_log(&log);
}

static void
test_decimals(void **state) {
    (void)state;
    text_log log = {0};
    thresh_table *table = load(HEAD "Total\t13,250\t19,609\t7,120\n"
                                    "Northport\t12\t2,500\t5\n"
                                    "Easthaven\t1,250\t17,109\t2,120\n",
                               &log);
    assert_number(table, 0, 0, "13.250");
    assert_number(table, 1, 0, "12");
    assert_int_equal(thresh_table_sums(table, NULL), 1);
    assert_true(log_has(&log.decisions, "comma=marks decimals"));
    assert_int_equal(log.warnings.len, 0);
    thresh_table_free(table);
    free_log(&log);
}

/* All of them add up in both readings, or in none. */
static void
test_unsettled(void **state) {
    (void)state;
    static const char *const texts[] = {
        HEAD "Total\t5,165\t12,609\t3,120\nNorthport\t1,250\t2,500\t2,215\n"
             "Easthaven\t3,915\t10,109\t1,905\n",
        HEAD
        "Northport\t1,250\t2,500\t2,215\nEasthaven\t3,475\t9,999\t1,111\n",
    };
    for (size_t i = 0; i < 2; i++) {
        text_log log = {0};
        thresh_table *table = load(texts[i], &log);
        assert_number(table, 1, 0, i == 0 ? "1250" : "3475");
        assert_true(log_has(&log.decisions, "comma=groups thousands or "
                                            "--decimal comma\n"));
        assert_true(log_has(&log.warnings, "comma"));
        thresh_table_free(table);
        free_log(&log);
    }
}

/* What the reading that was given up implied is forgotten with it. */
static void
test_what_is_implied(void **state) {
    (void)state;
    text_log log = {0};
    thresh_cell cell;
    thresh_table *table = load(
        HEAD "Total\t13,250\t19,609\t7,120\nNorthport\t12\t..\t5\n"
             "Easthaven\t1,250\t17,109\t2,120\n",
        &log);
    assert_number(table, 2, 1, "17.109");
    assert_true(thresh_table_implied(table, 1, 1, &cell));
    assert_int_equal(cell.coef, 2500);
    assert_int_equal(cell.scale, 3);
    thresh_table_free(table);
    free_log(&log);
}

static void
test_the_warning(void **state) {
    (void)state;
    text_log log = {0};
    const thresh_listener listener = log_listener(&log);
    thresh_table table = {.doubt = {',', true, {4, 3, 2, 0}, "a doubt"}};
    thr_proof_warn_doubt(&table, &listener);
    assert_true(log_has(&log.warnings, "a doubt"));
    size_t len = log.warnings.len;
    table.doubt.separator = '\0';
    thr_proof_warn_doubt(&table, &listener);
    assert_int_equal(log.warnings.len, len);
    free_log(&log);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_groups),
        cmocka_unit_test(test_decimals),
        cmocka_unit_test(test_unsettled),
        cmocka_unit_test(test_what_is_implied),
        cmocka_unit_test(test_the_warning),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
