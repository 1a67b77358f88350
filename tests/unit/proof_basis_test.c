/* Sums that follow from others: src/proof/basis.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "proof/basis.h"

/* Put "first = the others" into the row to try. */
static void
put(thr_basis *basis, size_t count, const size_t *items) {
    for (size_t i = 0; i < count; i++)
        thr_basis_put(basis, items[i], i == 0 ? 1 : -1);
}

#define PUT(basis, ...)                                                \
    put(basis, sizeof((const size_t[]){__VA_ARGS__}) / sizeof(size_t), \
        (const size_t[]){__VA_ARGS__})

static void
test_follows(void **state) {
    (void)state;
    thr_arena arena = {0};
    thr_basis basis;
    assert_int_equal(thr_basis_make(&basis, 6, &arena, NULL), THRESH_OK);
    PUT(&basis, 0, 1, 2);
    assert_false(thr_basis_follows(&basis));
    thr_basis_keep(&basis);
    PUT(&basis, 1, 3, 4);
    assert_false(thr_basis_follows(&basis));
    thr_basis_keep(&basis);
    PUT(&basis, 0, 2, 3, 4);
    assert_true(thr_basis_follows(&basis));
    thr_basis_drop(&basis);
    PUT(&basis, 0, 3, 5);
    assert_false(thr_basis_follows(&basis));
    thr_basis_drop(&basis);
    thr_arena_free(&arena);
}

/* 1 is twice 0, and 2 = 0 + 1: three times 0. */
static void
test_multiples(void **state) {
    (void)state;
    thr_arena arena = {0};
    thr_basis basis;
    assert_int_equal(thr_basis_make(&basis, 3, &arena, NULL), THRESH_OK);
    thr_basis_put(&basis, 1, -1);
    thr_basis_put(&basis, 0, 2);
    assert_false(thr_basis_follows(&basis));
    thr_basis_keep(&basis);
    PUT(&basis, 2, 0, 1);
    assert_false(thr_basis_follows(&basis));
    thr_basis_keep(&basis);
    thr_basis_put(&basis, 2, 1);
    thr_basis_put(&basis, 0, -3);
    assert_true(thr_basis_follows(&basis));
    thr_basis_drop(&basis);
    assert_true(thr_basis_follows(&basis)); /* nothing is always known */
    thr_arena_free(&arena);
}

int
main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_follows),
                                       cmocka_unit_test(test_multiples)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
