/* Arrays that grow: src/base/grow.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

#include "base/grow.h"

static void
test_grows_and_keeps(void **state) {
    (void)state;
    size_t room = 0;
    int *items = NULL;
    for (size_t i = 0; i < 1000; i++) {
        items = thr_grow(items, &room, i + 1, sizeof *items);
        assert_non_null(items);
        assert_true(room >= i + 1);
        items[i] = (int)i;
    }
    for (size_t i = 0; i < 1000; i++)
        assert_int_equal(items[i], i);
    assert_true(room < 4000);
    free(items);
}

static void
test_no_need_no_move(void **state) {
    (void)state;
    size_t room = 0;
    char *items = thr_grow(NULL, &room, 0, 1);
    assert_non_null(items);
    assert_int_equal(room, 8);
    assert_ptr_equal(thr_grow(items, &room, 8, 1), items);
    assert_int_equal(room, 8);
    free(items);
}

static void
test_overflow_leaves_it(void **state) {
    (void)state;
    size_t room = 0;
    char *items = thr_grow(NULL, &room, 8, 1);
    items[7] = 'z';
    assert_null(thr_grow(items, &room, SIZE_MAX, 1));
    assert_null(thr_grow(items, &room, SIZE_MAX / 4, 64));
    assert_int_equal(room, 8);
    assert_int_equal(items[7], 'z');
    free(items);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_grows_and_keeps),
        cmocka_unit_test(test_no_need_no_move),
        cmocka_unit_test(test_overflow_leaves_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
