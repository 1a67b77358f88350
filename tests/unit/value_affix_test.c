/* What stands around the digits: src/value/affix.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "value/affix.h"

static void
test_cut(void **state) {
    (void)state;
    static const struct {
        const char *text;
        const char *rest;
        thr_sign sign;
        const char *unit;
    } rows[] = {
        {"5", "5", THR_SIGN_NONE, ""},
        {" 5 ", "5", THR_SIGN_NONE, ""},
        {"-5", "5", THR_SIGN_BEFORE, ""},
        {"+5", "5", THR_SIGN_PLUS, ""},
        {"\xC2\xB1"
         "5%",
         "5", THR_SIGN_EITHER, "%"},
        {"+/-5", "5", THR_SIGN_EITHER, ""},
        {"5-", "5", THR_SIGN_BEHIND, ""},
        {"5%-", "5", THR_SIGN_BEHIND, "%"},
        {"(5)", "5", THR_SIGN_BRACKETS, ""},
        {"($ 5)", "5", THR_SIGN_BRACKETS, "$"},
        {"\xE2\x96\xB3 5", "5", THR_SIGN_TRIANGLE, ""},
        {"-1 234,5 kr", "1 234,5", THR_SIGN_BEFORE, "kr"},
        {"1.5E+06", "1.5E+06", THR_SIGN_NONE, ""},
        {"5 to 16", "5 to 16", THR_SIGN_NONE, ""},
        {"\xC3\x8A 5", "5", THR_SIGN_NONE, ""},
    };
    static const char *const others[] = {"",    "-",      "--5", "-(5)", "%5%",
                                         "abc", "kr 5 $", "()",  "5 m"};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        thresh_str text = thr_str(rows[i].text);
        thr_affixes affixes;
        if (!thr_affix_cut(&text, &affixes))
            fail_msg("\"%s\" was not cut", rows[i].text);
        assert_true(thr_str_equal(text, thr_str(rows[i].rest)));
        assert_int_equal(affixes.sign, rows[i].sign);
        assert_true(thr_str_equal(affixes.unit, thr_str(rows[i].unit)));
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        thresh_str text = thr_str(others[i]);
        thr_affixes affixes;
        if (thr_affix_cut(&text, &affixes))
            fail_msg("\"%s\" was cut", others[i]);
    }
}

static void
test_blank(void **state) {
    (void)state;
    assert_int_equal(thr_affix_blank(THR_LIT(" 5")), 1);
    assert_int_equal(thr_affix_blank(THR_LIT("\xC3\x8A"
                                             "5")),
                     2);
    assert_int_equal(thr_affix_blank(THR_LIT("5")), 0);
    assert_int_equal(thr_affix_blank((thresh_str){NULL, 0}), 0);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cut),
        cmocka_unit_test(test_blank),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
