/* Which name was meant: src/base/nearest.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/nearest.h"
#include "base/str.h"

static const char *
nearest_to(const char *typed) {
    static const char *const names[] = {"parent", "level",      "line",
                                        "field",  "obs_status", "bom"};
    thr_nearest nearest = {.typed = thr_str(typed)};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        thr_nearest_offer(&nearest, thr_str(names[i]));
    return nearest.name.ptr;
}

static void
test_slips(void **state) {
    (void)state;
    assert_string_equal(nearest_to("parnet"), "parent");
    assert_string_equal(nearest_to("parents"), "parent");
    assert_string_equal(nearest_to("lin"), "line");
    assert_string_equal(nearest_to("leval"), "level");
    assert_string_equal(nearest_to("obs"), "obs_status");
    assert_string_equal(nearest_to("b0m"), "bom");
    assert_string_equal(nearest_to("lined"), "line");
    assert_string_equal(nearest_to("le"), "level");
}

static void
test_strangers(void **state) {
    (void)state;
    assert_null(nearest_to(""));
    assert_null(nearest_to("x"));
    assert_null(nearest_to("weather"));
    assert_null(nearest_to("a word that is longer than any name of ours"));
}

/* The nearer of two, whichever comes first; no name that is too long. */
static void
test_nearer(void **state) {
    (void)state;
    thr_nearest nearest = {.typed = THR_LIT("markdowm")};
    thr_nearest_offer(&nearest,
                      THR_LIT("a name that is longer than any we have"));
    assert_int_equal(nearest.name.len, 0);
    thr_nearest_offer(&nearest, THR_LIT("markdowns"));
    thr_nearest_offer(&nearest, THR_LIT("markdown"));
    thr_nearest_offer(&nearest, THR_LIT("markdowns"));
    assert_string_equal(nearest.name.ptr, "markdown");
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_slips),
        cmocka_unit_test(test_strangers),
        cmocka_unit_test(test_nearer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
