/* Printed numbers to exact decimals: src/value/number.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <inttypes.h>

#include "base/str.h"
#include "value/number.h"

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
        thr_number out = {.coef = -99, .scale = 99};
        if (!thr_number_parse(thr_str(rows[i].text), style, &out))
            fail_msg("\"%s\" was not read", rows[i].text);
        if (out.coef != rows[i].coef || out.scale != rows[i].scale)
            fail_msg("\"%s\" was read as %" PRId64 " / 10^%u", rows[i].text,
                     out.coef, out.scale);
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
        {"\xC2\xB1"
         "5",
         5, 0}, /* plus-minus sign */
        {"+/-5", 5, 0},
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

static const char *const no_numbers[] = {
    "",
    "-",
    "+",
    "()",
    "(-)",
    ".",
    ",",
    "5,",
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
    "1e+5x",
    "1E+x5",
    "1E+123",
    "1E-30",
    "1E",
    "970E",
    "1E5",
    "12a",
    "a12",
    "--5",
    "-5-",
    "(-5)",
    "5 -",
    "247     \xE2\x80\x93",
    "5\xE2\x80\x93",
    "-(5)",
    "5%%",
    "%5%",
    "$5 kr",
    "$",
    "%",
    "kr",
    "$000", /* thousands of dollars head a column */
    "\xC2\xA3"
    "000",
    "1.5E+30",
    "1E-19",
    "\xE2\x96\xB2"
    "5", /* a black triangle may point up */
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

static void
test_no_numbers(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof no_numbers / sizeof *no_numbers; i++) {
        thr_number out = {.coef = 99, .scale = 99};
        if (thr_number_parse(thr_str(no_numbers[i]), &dots, &out))
            fail_msg("\"%s\" was read", no_numbers[i]);
        assert_int_equal(out.coef, 99);
        assert_int_equal(out.scale, 99);
    }
}

/* Signs, and blanks that were decoded as "Ê". */
static void
test_signs(void **state) {
    (void)state;
    static const number rows[] = {
        {"5-", -5, 0},
        {"5\xE2\x88\x92", -5, 0},
        {"\xE2\x80\x93 5", -5, 0},
        {"\xE2\x96\xB3"
         "5",
         -5, 0},
        {"\xE2\x96\xB3 1,234", -1234, 0},
        {"( 5 )", -5, 0},
        {"5.", 5, 0},
        {"1\xC3\x8A"
         "234",
         1234, 0},
        {"\xC3\x8A"
         "523",
         523, 0},
        {"523\xC3\x8A", 523, 0},
    };
    check_numbers(rows, sizeof rows / sizeof *rows, &dots);
}

static void
test_units(void **state) {
    (void)state;
    static const struct {
        const char *text;
        int64_t coef;
        const char *unit;
    } rows[] = {
        {"12.5%", 125, "%"},
        {"12.5 %", 125, "%"},
        {"-12.5%", -125, "%"},
        {"(12.5%)", -125, "%"},
        {"(12.5)%", -125, "%"},
        {"$12.5", 125, "$"},
        {"$ 12.5", 125, "$"},
        {"-$12.5", -125, "$"},
        {"$-12.5", -125, "$"},
        {"($12.5)", -125, "$"},
        {"$(12.5)", -125, "$"},
        {"$ 12.5-", -125, "$"},
        {"12.5 kr", 125, "kr"},
        {"kr 12.5", 125, "kr"},
        {"12.5 kr.", 125, "kr."},
        {"NOK 12.5", 125, "NOK"},
        {"US$12.5", 125, "US$"},
        {"\xC2\xA3 12.5", 125, "\xC2\xA3"},
        {"12.5", 125, ""},
        {"12.5 \xE2\x82\xAC", 125, "\xE2\x82\xAC"},
        {"\xC2\xA5"
         "12.5",
         125, "\xC2\xA5"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        thr_number out = {0};
        if (!thr_number_parse(thr_str(rows[i].text), &dots, &out))
            fail_msg("\"%s\" was not read", rows[i].text);
        assert_int_equal(out.coef, rows[i].coef);
        assert_int_equal(out.scale, 1);
        assert_true(thr_str_equal(out.unit, thr_str(rows[i].unit)));
    }
}

/* As spreadsheets print them: exact, whatever the exponent. */
static void
test_exponents(void **state) {
    (void)state;
    static const number rows[] = {
        {"1.5E+06", 1500000, 0},
        {"1.2345E+02", 12345, 2},
        {"1.5E-03", 15, 4},
        {"1e+05", 100000, 0},
        {"-2.50e-01", -250, 3},
        {"0E+00", 0, 0},
        {"0E+99", 0, 0},
        {"2.5000000000000001E-2", INT64_C(25000000000000001), 18},
    };
    check_numbers(rows, sizeof rows / sizeof *rows, &dots);
}

static void
test_indian(void **state) {
    (void)state;
    static const thr_number_style indian = {
        .decimal = '.', .group = ',', .indian = true};
    static const number rows[] = {
        {"12,34,567", 1234567, 0},
        {"1,23,456", 123456, 0},
        {"1,23,45,678.5", 123456785, 1},
        {"99,999", 99999, 0},
        {"1,234", 1234, 0},
    };
    static const char *const others[] = {"123,45,678", "1,23", "1,2,345",
                                         "12,34,56", "1 23 456"};
    check_numbers(rows, sizeof rows / sizeof *rows, &indian);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        thr_number out;
        assert_false(thr_number_parse(thr_str(others[i]), &indian, &out));
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plain),      cmocka_unit_test(test_decimals),
        cmocka_unit_test(test_no_numbers), cmocka_unit_test(test_signs),
        cmocka_unit_test(test_units),      cmocka_unit_test(test_exponents),
        cmocka_unit_test(test_indian),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
