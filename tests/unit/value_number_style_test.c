/* Settling the style of numbers: src/value/number_style.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "value/number.h"

/* Settle the style of numbers, NULL behind the last, with what is known. */
static thr_number_style
settle_with(const char *const *texts, thr_decimal *known) {
    thr_number_evidence evidence = {0};
    for (uint32_t i = 0; texts[i] != NULL; i++)
        thr_number_learn(&evidence, thr_str(texts[i]),
                         (thresh_place){.line = i + 1});
    return thr_number_settle(&evidence, known);
}

static thr_number_style
settle(const char *const *texts) {
    thr_decimal known = {0};
    return settle_with(texts, &known);
}

static void
test_settled(void **state) {
    (void)state;
    static const struct {
        const char *texts[6];
        char decimal;
    } rows[] = {
        {{"1", "61 774", "-"}, '.'}, /* nothing to settle */
        {{NULL}, '.'},
        {{"1,5"}, ','},
        {{"1.5"}, '.'},
        {{"1.234,5"}, ','},
        {{"1,234.5"}, '.'},
        {{"1.234.567"}, ','},
        {{"1,234,567"}, '.'},
        {{"1,250", "1,5"}, ','},
        {{"1,250", "0,250"}, ','},
        {{"1,250", "1250,125"}, ','}, /* four digits are no group */
        {{"1,250", "1.5"}, '.'},
        {{"1.250", "1,5"}, ','},
        {{"1.250", "1,234,567"}, '.'},
        {{"1 234,5"}, ','},
        {{"-1,5"}, ','},
        {{"(1,5)"}, ','},
        /* The many outvote the one. */
        {{"1,5", "2,5", "3,234,567"}, ','},
        {{"1.5", "2.5", "3.5", "4,5"}, '.'},
        /* What is no number teaches nothing. */
        {{"31.12.2007", "1.5"}, '.'},
        {{"1,2,3", "1,5"}, ','},
        {{"a,b", "1.2.3.4", ",", "1.5"}, '.'},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        thr_number_style style = settle(rows[i].texts);
        if (style.decimal != rows[i].decimal)
            fail_msg("row %zu: decimal mark '%c'", i, style.decimal);
        assert_int_equal(style.group, style.decimal == '.' ? ',' : '.');
        assert_false(style.doubt);
        assert_non_null(style.reason);
    }
}

/* Undecided: the place of the first such number is kept. */
static void
test_ambiguous(void **state) {
    (void)state;
    static const struct {
        const char *texts[4];
        uint64_t line;
    } rows[] = {
        {{"5", "1,250", "3,475"}, 2},
        {{"1.250", "750"}, 1},
        {{"-1,250"}, 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        thr_number_style style = settle(rows[i].texts);
        assert_true(style.doubt);
        assert_int_equal(style.decimal, '.');
        assert_int_equal(style.group, ',');
        assert_int_equal(style.place.line, rows[i].line);
    }
}

static const char *const in_doubt[] = {"1,250", NULL};

/* The user knows better. */
static void
test_given(void **state) {
    (void)state;
    thr_decimal comma = {.given = ','}, dot = {.given = '.', .before = ','};
    assert_int_equal(settle(in_doubt).doubt, ',');
    thr_number_style style = settle_with(in_doubt, &comma);
    assert_int_equal(style.decimal, ',');
    assert_int_equal(style.group, '.');
    assert_int_equal(style.doubt, 0);
    assert_int_equal(settle_with(in_doubt, &dot).decimal, '.');
}

/* What one table shows tells how another is read that shows nothing. */
static void
test_before(void **state) {
    (void)state;
    static const char *const comma[] = {"1,5", NULL}, *const dot[] = {"1.5",
                                                                      NULL};
    static const char *const nothing[] = {"5", "75", NULL};
    thr_decimal known = {0};
    (void)settle_with(in_doubt, &known);
    (void)settle_with(nothing, &known);
    assert_int_equal(known.before, 0);
    (void)settle_with(comma, &known);
    assert_int_equal(known.before, ',');
    assert_int_equal(settle_with(nothing, &known).decimal, '.');
    thr_number_style style = settle_with(in_doubt, &known);
    assert_int_equal(style.decimal, ',');
    assert_int_equal(style.doubt, ','); /* sums may yet settle it */
    (void)settle_with(dot, &known);
    assert_int_equal(known.before, '.');
    assert_int_equal(settle_with(in_doubt, &known).decimal, '.');
}

static void
test_indian(void **state) {
    (void)state;
    assert_true(settle((const char *[]){"12,34,567", "99,999", NULL}).indian);
    assert_false(settle((const char *[]){"99,999", NULL}).indian);
    /* Both cannot be: what does not fit is no number. */
    assert_false(
        settle((const char *[]){"1,23,456", "1,234,567", NULL}).indian);
}

/* Parentheses around small whole numbers, where a minus says what is negative,
 * may be note marks. */
static void
test_brackets(void **state) {
    (void)state;
    static const struct {
        const char *texts[4];
        bool unsure;
    } rows[] = {
        {{"(5)", "7"}, false},
        {{"(5)", "-7"}, true},
        {{"(5)", "-7", "(1,234)"}, false},
        {{"(5.1)", "-7"}, false},
        {{"(5%)", "-7"}, false},
        {{"-7"}, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(settle(rows[i].texts).brackets_unsure,
                         rows[i].unsure);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_settled), cmocka_unit_test(test_ambiguous),
        cmocka_unit_test(test_given),   cmocka_unit_test(test_before),
        cmocka_unit_test(test_indian),  cmocka_unit_test(test_brackets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
