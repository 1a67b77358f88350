/* The words of legends: src/scan/phrases.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "scan/phrases.h"

static void
test_meanings(void **state) {
    (void)state;
    static const struct {
        const char *text;
        uint32_t status; /* 0 = none */
    } rows[] = {
        {"not applicable", THRESH_NOT_APPLICABLE},
        {"Not Available.", THRESH_NOT_AVAILABLE},
        {"data withheld to avoid disclosure", THRESH_CONFIDENTIAL},
        {"to avoid disclosure", 0},
        {"represents zero", THRESH_NIL},
        {"zero or rounds to zero", THRESH_BELOW_HALF_UNIT},
        {"less than half of the unit", THRESH_BELOW_HALF_UNIT},
        {"value is not sufficiently reliable", THRESH_UNRELIABLE},
        {"percent not shown where base is less than 75", THRESH_UNRELIABLE},
        {"nichts vorhanden", THRESH_NIL},
        {"the figures for Oslo are not available", 0},
        {"data", 0},
        {"", 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        uint32_t status = 0;
        size_t len = thr_phrase_meaning(thr_str(rows[i].text), &status);
        if ((len > 0) != (rows[i].status != 0)
            || (len > 0 && status != rows[i].status))
            fail_msg("\"%s\": %zu, %x", rows[i].text, len, status);
        assert_true(len <= strlen(rows[i].text));
    }
}

static void
test_marked(void **state) {
    (void)state;
    size_t len = 0;
    assert_int_equal(
        thr_phrase_marked(THR_LIT("Data is marked with a * here"), &len), 4);
    assert_int_equal(len, strlen(" is marked with a "));
    /* The first of two. */
    assert_int_equal(thr_phrase_marked(THR_LIT("A is marked with x. B is "
                                               "marked by y."),
                                       &len),
                     1);
    assert_true(thr_phrase_marked(THR_LIT("is marked"), &len) == THRESH_NONE);
}

static void
test_lead(void **state) {
    (void)state;
    assert_true(thr_phrase_is_lead(THR_LIT("Symbols: - nil")));
    assert_true(thr_phrase_is_lead(THR_LIT("Explanation of symbols")));
    assert_false(thr_phrase_is_lead(THR_LIT("Source: x")));
    assert_false(thr_phrase_is_lead((thresh_str){NULL, 0}));
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_meanings),
        cmocka_unit_test(test_marked),
        cmocka_unit_test(test_lead),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
