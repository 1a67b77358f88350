/* Names that differ: src/write/unique.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

#include "base/str.h"
#include "write/unique.h"

static void
assert_taken(thr_unique *unique, const char *name, const char *expected) {
    thresh_str taken;
    assert_true(thr_unique_take(unique, thr_str(name), &taken));
    assert_true(thr_str_equal(taken, thr_str(expected)));
}

static void
test_suffixes(void **state) {
    (void)state;
    thr_arena arena = {0};
    thr_unique unique;
    assert_true(thr_unique_start(&unique, &arena, 8));
    assert_taken(&unique, "value", "value");
    assert_taken(&unique, "Value", "Value_2");
    assert_taken(&unique, "value", "value_3");
    assert_taken(&unique, "value_2", "value_2_2");
    assert_taken(&unique, "value_4", "value_4");
    assert_taken(&unique, "value", "value_5");
    assert_taken(&unique, "", "");
    assert_taken(&unique, "", "_2");
    thr_arena_free(&arena);
}

/* As many columns of one name as a record may have cells. */
static void
test_many(void **state) {
    (void)state;
    enum { MANY = 16384 };
    thr_arena arena = {0};
    thr_unique unique;
    assert_true(thr_unique_start(&unique, &arena, MANY));
    assert_taken(&unique, "x", "x");
    for (int i = 2; i <= MANY; i++) {
        char expected[16];
        snprintf(expected, sizeof expected, "x_%d", i);
        assert_taken(&unique, "x", expected);
    }
    thr_arena_free(&arena);
}

static void
test_no_memory(void **state) {
    (void)state;
    thr_arena arena = {.limit = 64};
    thr_unique unique;
    assert_false(thr_unique_start(&unique, &arena, 100));
    assert_false(thr_unique_start(&unique, &arena, SIZE_MAX));
    thr_arena_free(&arena);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_suffixes),
        cmocka_unit_test(test_many),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
