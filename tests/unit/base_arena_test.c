/* Memory given back all at once: src/base/arena.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdalign.h>
#include <string.h>

#include "base/arena.h"
#include "base/str.h"

static void
test_zeroed_aligned_apart(void **state) {
    (void)state;
    thr_arena arena = {0};
    char *last = NULL;
    for (size_t size = 0; size < 300; size++) {
        char *bytes = thr_arena_alloc(&arena, size);
        assert_non_null(bytes);
        assert_int_equal((uintptr_t)bytes % alignof(max_align_t), 0);
        assert_true(size < 2 || bytes != last);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(bytes[i], 0);
        if (size > 0)
            memset(bytes, 'x', size);
        last = bytes;
    }
    assert_true(arena.used > 300 * 299 / 2);
    thr_arena_free(&arena);
    assert_int_equal(arena.used, 0);
}

/* What is not zeroed lies between zeroed bytes all the same. */
static void
test_raw(void **state) {
    (void)state;
    thr_arena arena = {0};
    for (size_t i = 0; i < 300; i++) {
        uint32_t *raw = thr_arena_raw_array(&arena, i, sizeof *raw);
        assert_non_null(raw);
        memset(raw, 'x', i * sizeof *raw);
        const char *zeroed = thr_arena_alloc(&arena, i + 1);
        assert_non_null(zeroed);
        for (size_t k = 0; k <= i; k++)
            assert_int_equal(zeroed[k], 0);
    }
    assert_null(thr_arena_raw(&arena, SIZE_MAX));
    assert_null(thr_arena_raw_array(&arena, SIZE_MAX / 2, 3));
    thr_arena_free(&arena);
}

static void
test_large_blocks(void **state) {
    (void)state;
    thr_arena arena = {0};
    size_t size = (size_t)3 << 20;
    char *small = thr_arena_alloc(&arena, 8);
    char *large = thr_arena_alloc(&arena, size);
    assert_non_null(small);
    assert_non_null(large);
    /* It stands apart: what follows lies beside the small one still. */
    char *next = thr_arena_alloc(&arena, 8);
    assert_true(next > small && next < small + 64);
    assert_in_range(arena.used, size, size + 8192);
    small[7] = 's';
    large[0] = large[size - 1] = 'l';
    assert_int_equal(small[7], 's');
    thr_arena_free(&arena);
}

static void
test_overflow(void **state) {
    (void)state;
    thr_arena arena = {0};
    assert_null(thr_arena_alloc(&arena, SIZE_MAX));
    assert_null(thr_arena_alloc(&arena, SIZE_MAX - 16));
    assert_null(thr_arena_array(&arena, SIZE_MAX / 2, 3));
    assert_non_null(thr_arena_array(&arena, SIZE_MAX, 0));
    assert_non_null(thr_arena_array(&arena, 0, 8));
    thr_arena_free(&arena);
}

static void
test_copy(void **state) {
    (void)state;
    thr_arena arena = {0};
    char text[] = "abc";
    thresh_str copy, empty;
    assert_true(thr_arena_copy(&arena, thr_str(text), &copy));
    assert_true(thr_arena_copy(&arena, (thresh_str){NULL, 0}, &empty));
    text[0] = 'z';
    assert_true(thr_str_equal(copy, THR_LIT("abc")));
    assert_int_equal(empty.len, 0);
    thr_arena_free(&arena);
}

/* The limit is what failed, whether much of it is left or little. */
static void
test_limit(void **state) {
    (void)state;
    static const size_t asked[] = {100, (size_t)8 << 20};
    static const size_t limits[] = {1, (size_t)5 << 20};
    for (size_t i = 0; i < 2; i++) {
        thr_arena arena = {.limit = limits[i]};
        thresh_error err;
        assert_null(thr_arena_alloc(&arena, asked[i]));
        assert_int_equal(thr_arena_failure(&arena, 7, &err), THRESH_E_LIMIT);
        assert_int_equal(err.result, THRESH_E_LIMIT);
        assert_int_equal(err.line, 7);
        assert_non_null(strstr(err.message, "max_memory"));
        thr_arena_free(&arena);
    }
}

/* What is asked for in a row is looked at when all of it was: the limit is
 * what failed, though less was given after it. */
static void
test_limit_is_not_forgotten(void **state) {
    (void)state;
    thr_arena arena = {.limit = 100000};
    assert_null(thr_arena_alloc(&arena, 200000));
    assert_non_null(thr_arena_alloc(&arena, 100));
    assert_int_equal(thr_arena_failure(&arena, 7, NULL), THRESH_E_LIMIT);
    thr_arena_free(&arena);
}

static void
test_limit_counts_what_is_taken(void **state) {
    (void)state;
    thr_arena arena = {.limit = 100000};
    size_t count = 0;
    while (thr_arena_alloc(&arena, 1000) != NULL)
        count++;
    assert_in_range(count, 50, 99);
    assert_true(arena.used <= arena.limit);
    thr_arena_free(&arena);
}

/* What is taken elsewhere counts as if the arena had taken it. */
static void
test_charge(void **state) {
    (void)state;
    thr_arena arena = {.limit = 100000};
    thresh_error err;
    assert_true(thr_arena_charge(&arena, 90000));
    assert_true(thr_arena_charge(&arena, 10000));
    assert_false(thr_arena_charge(&arena, 1));
    assert_int_equal(thr_arena_failure(&arena, 3, &err), THRESH_E_LIMIT);
    assert_int_equal(err.column, 1);
    assert_null(thr_arena_alloc(&arena, 1));
    assert_int_equal(arena.used, 100000);
    thr_arena open = {0};
    assert_true(thr_arena_charge(&open, SIZE_MAX / 2));
}

static void
test_memory(void **state) {
    (void)state;
    thr_arena arena = {.limit = SIZE_MAX};
    thresh_error err;
    assert_null(thr_arena_alloc(&arena, SIZE_MAX));
    assert_int_equal(thr_arena_failure(&arena, 0, &err), THRESH_E_MEMORY);
    assert_int_equal(thr_arena_failure(&arena, 0, NULL), THRESH_E_MEMORY);
    thr_arena_free(&arena);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_zeroed_aligned_apart),
        cmocka_unit_test(test_raw),
        cmocka_unit_test(test_large_blocks),
        cmocka_unit_test(test_overflow),
        cmocka_unit_test(test_copy),
        cmocka_unit_test(test_limit),
        cmocka_unit_test(test_limit_is_not_forgotten),
        cmocka_unit_test(test_limit_counts_what_is_taken),
        cmocka_unit_test(test_charge),
        cmocka_unit_test(test_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
