/* What a byte of ASCII is: src/base/ascii.h. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/ascii.h"
#include "base/str.h"

static void
test_small_number(void **state) {
    (void)state;
    assert_int_equal(thr_small_number(THR_LIT("7"), 2), 7);
    assert_int_equal(thr_small_number(THR_LIT("12"), 2), 12);
    assert_int_equal(thr_small_number(THR_LIT("123"), 2), 0);
    assert_int_equal(thr_small_number(THR_LIT("2007"), 4), 2007);
    assert_int_equal(thr_small_number(THR_LIT("007"), 4), 7);
    assert_int_equal(thr_small_number(THR_LIT("1a"), 4), 0);
    assert_int_equal(thr_small_number(THR_LIT("-1"), 4), 0);
    assert_int_equal(thr_small_number(THR_LIT(""), 4), 0);
}

static void
test_ends(void **state) {
    (void)state;
    thresh_str none = {NULL, 0};
    assert_int_equal(thr_first(none), 0);
    assert_int_equal(thr_last(none), 0);
    assert_int_equal(thr_first(THR_LIT("ab")), 'a');
    assert_int_equal(thr_last(THR_LIT("ab")), 'b');
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_small_number),
        cmocka_unit_test(test_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
