/* Names for programs: src/model/names.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "model/names.h"

static void
assert_name(const char *label, const char *expected) {
    thr_buf buf = {0};
    thr_buf_text(&buf, "a_"); /* what is there stays */
    thr_name_add(&buf, thr_str(label));
    thr_buf_char(&buf, '\0');
    assert_false(buf.failed);
    assert_string_equal(buf.ptr + 2, expected);
    thr_buf_free(&buf);
}

static void
test_plain(void **state) {
    (void)state;
    assert_name("Citizenship", "citizenship");
    assert_name("Oslo and Akershus", "oslo_and_akershus");
    assert_name("Value (NOK million)", "value_nok_million");
    assert_name("To region: Oslo", "to_region_oslo");
    assert_name("  North--South ", "north_south");
}

static void
test_other_scripts(void **state) {
    (void)state;
    assert_name("Trøndelag", "trøndelag");
    assert_name("ÅRSTALL", "årstall");
    assert_name("Łódź", "łódź");
    assert_name("地域 別", "地域_別");
    assert_name("\xEF\xBC\x92 kg", "x\xEF\xBC\x92_kg");
    assert_name("Oslo\xC2\xA0og\xE2\x80\xAF"
                "Akershus",
                "oslo_og_akershus");
}

static void
test_no_name(void **state) {
    (void)state;
    assert_name("", "x");
    assert_name("---", "x");
    assert_name("2007", "x2007");
    assert_name("(15-24 years)", "x15_24_years");
    assert_name("%", "x");
}

static void
test_broken_text(void **state) {
    (void)state;
    assert_name("a\xFFz", "a_z");
    assert_name("\xC3", "x");
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plain),
        cmocka_unit_test(test_other_scripts),
        cmocka_unit_test(test_no_name),
        cmocka_unit_test(test_broken_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
