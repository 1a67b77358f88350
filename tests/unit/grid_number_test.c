/* Printed numbers to exact decimals: src/grid/number.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <inttypes.h>

#include "base/str.h"
#include "grid/number.h"

static const thr_number_style dots = {.decimal = '.', .group = ','};
static const thr_number_style commas = {.decimal = ',', .group = '.'};

typedef struct number {
    const char *text;
    int64_t coef;
    uint8_t scale;
} number;

static void
check_numbers(const number *rows, size_t count,
              const thr_number_style *style) {
    for (size_t i = 0; i < count; i++) {
        int64_t coef = -99;
        uint8_t scale = 99;
        if (!thr_number_parse(thr_str(rows[i].text), style, &coef, &scale))
            fail_msg("\"%s\" was not read", rows[i].text);
        if (coef != rows[i].coef || scale != rows[i].scale)
            fail_msg("\"%s\" was read as %" PRId64 " / 10^%u", rows[i].text,
                     coef, scale);
    }
}

/* In any style. */
static void
test_plain(void **state) {
    (void)state;
    static const number rows[] = {
        {"0", 0, 0},
        {"7", 7, 0},
        {"007", 7, 0},
        {"61774", 61774, 0},
        {"61 774", 61774, 0},
        {"1 234 567", 1234567, 0},
        {"1\xC2\xA0"
         "234",
         1234, 0}, /* no-break space */
        {"1\xE2\x80\xAF"
         "234",
         1234, 0}, /* narrow no-break space */
        {"1\xE2\x80\x89"
         "234",
         1234, 0}, /* thin space */
        {"1'234'567", 1234567, 0},
        {"1\xE2\x80\x99"
         "234",
         1234, 0}, /* typographic apostrophe */
        {"-5", -5, 0},
        {"- 5", -5, 0},
        {"+5", 5, 0},
        {"\xE2\x88\x92"
         "5",
         -5, 0}, /* minus sign */
        {"\xE2\x80\x93"
         "5",
         -5, 0}, /* en dash */
        {"(5)", -5, 0},
        {"(1 234)", -1234, 0},
        {"-0", 0, 0},
        {"999999999999999999", INT64_C(999999999999999999), 0},
        {"-999999999999999999", -INT64_C(999999999999999999), 0},
        {"999 999 999 999 999 999", INT64_C(999999999999999999), 0},
        {"0000000000000000000001", 1, 0},
    };
    check_numbers(rows, sizeof rows / sizeof *rows, &dots);
    check_numbers(rows, sizeof rows / sizeof *rows, &commas);
}

static void
test_decimals(void **state) {
    (void)state;
    static const number by_dot[] = {
        {"1.5", 15, 1},
        {"-0.5", -5, 1},
        {"0.50", 50, 2},
        {".5", 5, 1},
        {"-.5", -5, 1},
        {"1,234.5", 12345, 1},
        {"1 234.50", 123450, 2},
        {"1,234,567", 1234567, 0},
        {"1.250", 1250, 3},
        {"0.000000000000000001", 1, 18},
        {"9.99999999999999999", INT64_C(999999999999999999), 17},
        {"(0.5)", -5, 1},
    };
    static const number by_comma[] = {
        {"1,5", 15, 1},
        {"-0,5", -5, 1},
        {"1.234,5", 12345, 1},
        {"1 234,5", 12345, 1},
        {"1.234.567,89", 123456789, 2},
        {"1.250", 1250, 0},
        {"1,250", 1250, 3},
    };
    check_numbers(by_dot, sizeof by_dot / sizeof *by_dot, &dots);
    check_numbers(by_comma, sizeof by_comma / sizeof *by_comma, &commas);
}

static void
test_no_numbers(void **state) {
    (void)state;
    static const char *const texts[] = {
        "",
        "-",
        "+",
        "()",
        "(-)",
        ".",
        ",",
        "5.",
        "1 2345",
        "12 34",
        "1 23",
        "1234 567",
        "1  234",
        "1 234'567",
        "1 234,567",
        "1.234.567",
        "1,23",
        "1,2345",
        "1,23,456",
        ",234",
        "1.5.2",
        "1. 5",
        "0,250", /* nobody groups a zero */
        "0 123",
        "1e5",
        "0x10",
        "12a",
        "a12",
        "--5",
        "5-",
        "5%",
        "5 to 16",
        "2007-2008",
        "1\xC2\xB2",
        "\xD9\xA3",            /* a digit of another script */
        "1000000000000000000", /* 19 digits */
        "9223372036854775807",
        "9223372036854775808",
        "18446744073709551616",
        "1 000 000 000 000 000 000",
        "1.000000000000000000",  /* 19 digits in all */
        "0.0000000000000000001", /* 19 decimals */
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        int64_t coef = 99;
        uint8_t scale = 99;
        if (thr_number_parse(thr_str(texts[i]), &dots, &coef, &scale))
            fail_msg("\"%s\" was read", texts[i]);
        assert_int_equal(coef, 99);
        assert_int_equal(scale, 99);
    }
}

/* Settle the style of numbers, NULL behind the last. */
static thr_number_style
settle(const char *const *texts) {
    thr_number_evidence evidence = {0};
    for (uint32_t i = 0; texts[i] != NULL; i++)
        thr_number_learn(&evidence, thr_str(texts[i]),
                         (thresh_place){.line = i + 1});
    return thr_number_settle(&evidence);
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

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plain),      cmocka_unit_test(test_decimals),
        cmocka_unit_test(test_no_numbers), cmocka_unit_test(test_settled),
        cmocka_unit_test(test_ambiguous),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
