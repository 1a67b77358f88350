/* Text under construction: src/base/buf.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/str.h"

static void
test_append(void **state) {
    (void)state;
    thr_buf buf = {0};
    assert_int_equal(thr_buf_view(&buf).len, 0);
    thr_buf_add(&buf, "ab", 2);
    thr_buf_add(&buf, NULL, 0);
    thr_buf_str(&buf, THR_LIT("cd"));
    thr_buf_text(&buf, "ef");
    thr_buf_char(&buf, '\0');
    thr_buf_fill(&buf, '-', 3);
    thr_buf_fill(&buf, '+', 0);
    assert_false(buf.failed);
    assert_true(thr_str_equal(thr_buf_view(&buf), THR_LIT("abcdef\0---")));
    thr_buf_free(&buf);
    assert_null(buf.ptr);
    assert_int_equal(buf.len, 0);
}

static void
test_growth_keeps_what_it_held(void **state) {
    (void)state;
    thr_buf buf = {0};
    for (size_t i = 0; i < 5000; i++)
        thr_buf_char(&buf, (char)('a' + i % 26));
    assert_int_equal(buf.len, 5000);
    for (size_t i = 0; i < 5000; i++)
        assert_int_equal(buf.ptr[i], 'a' + i % 26);
    thr_buf_free(&buf);
}

static void
test_uint(void **state) {
    (void)state;
    thr_buf buf = {0};
    thr_buf_uint(&buf, 0);
    thr_buf_char(&buf, ' ');
    thr_buf_uint(&buf, 10);
    thr_buf_char(&buf, ' ');
    thr_buf_uint(&buf, UINT64_MAX);
    assert_true(thr_str_equal(thr_buf_view(&buf),
                              THR_LIT("0 10 18446744073709551615")));
    thr_buf_free(&buf);
}

static void
test_limit_sticks(void **state) {
    (void)state;
    thr_buf buf = {.limit = 4};
    thr_buf_text(&buf, "abc");
    assert_false(buf.failed);
    thr_buf_text(&buf, "de");
    assert_true(buf.failed);
    thr_buf_char(&buf, 'd'); /* would fit, but something is missing before */
    assert_true(thr_str_equal(thr_buf_view(&buf), THR_LIT("abc")));
    thr_buf_clear(&buf);
    assert_false(buf.failed);
    thr_buf_text(&buf, "wxyz");
    assert_false(buf.failed);
    assert_true(thr_str_equal(thr_buf_view(&buf), THR_LIT("wxyz")));
    thr_buf_free(&buf);
    assert_int_equal(buf.limit, 4);
}

static void
test_overflow_fails(void **state) {
    (void)state;
    thr_buf buf = {0};
    thr_buf_char(&buf, 'a');
    thr_buf_fill(&buf, 'b', SIZE_MAX);
    assert_true(buf.failed);
    assert_int_equal(buf.len, 1);
    thr_buf_free(&buf);
}

static void
test_clear_keeps_memory(void **state) {
    (void)state;
    thr_buf buf = {0};
    thr_buf_fill(&buf, 'x', 100);
    const char *before = buf.ptr;
    thr_buf_clear(&buf);
    assert_int_equal(buf.len, 0);
    thr_buf_fill(&buf, 'y', 100);
    assert_ptr_equal(buf.ptr, before);
    thr_buf_free(&buf);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_append),
        cmocka_unit_test(test_growth_keeps_what_it_held),
        cmocka_unit_test(test_uint),
        cmocka_unit_test(test_limit_sticks),
        cmocka_unit_test(test_overflow_fails),
        cmocka_unit_test(test_clear_keeps_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
