/* Eight characters at a time, against loops over one. src/base/eight.h. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/eight.h"

enum { WORD = 8 };

static void
assert_number(uint64_t number) {
    char made[40], printed[40];
    *thr_eight_put(made, number) = '\0';
    (void)snprintf(printed, sizeof printed, "%llu",
                   (unsigned long long)number);
    assert_string_equal(made, printed);
}

/* Around each power of ten, where the length changes, and in between. */
static void
test_put(void **state) {
    (void)state;
    for (uint64_t number = 0; number < 20000; number++)
        assert_number(number);
    for (uint64_t power = 10; power < UINT64_C(1000000000000000000);
         power *= 10)
        for (uint64_t near = 0; near < 5; near++) {
            assert_number(power - near);
            assert_number(power + near);
            assert_number(power / 7 * near);
        }
    assert_number(UINT64_MAX);
}

/* The number as put_parted() makes it, against digits that are moved one by
 * one. */
static void
assert_parted(uint32_t number, size_t tail) {
    char made[16], printed[16], whole[16];
    *thr_eight_put_parted(made, number, true, '.', tail) = '\0';
    int len = snprintf(printed, sizeof printed, "%0*u", (int)tail + 1,
                       (unsigned)number);
    memmove(printed + (size_t)len - tail + 1, printed + (size_t)len - tail,
            tail + 1);
    printed[(size_t)len - tail] = '.';
    assert_string_equal(made, printed);
    *thr_eight_put_parted(whole, number, false, '.', tail) = '\0';
    *thr_eight_put(made, number) = '\0';
    assert_string_equal(whole, made);
}

static void
test_put_parted(void **state) {
    (void)state;
    enum { LONGEST_TAIL = 6 };
    for (size_t tail = 1; tail <= LONGEST_TAIL; tail++) {
        for (uint32_t number = 0; number < 20000; number++)
            assert_parted(number, tail);
        for (uint32_t number = 20000; number < 10000000; number += 997)
            assert_parted(number, tail);
        assert_parted(9999999, tail);
    }
}

static void
test_number(void **state) {
    (void)state;
    char text[16];
    for (uint32_t number = 0; number < 100000000; number += 997) {
        (void)snprintf(text, sizeof text, "%08u", (unsigned)number);
        uint64_t word = thr_eight_load(text);
        assert_true(thr_eight_are_digits(word));
        assert_int_equal(thr_eight_number(word), number);
    }
}

/* Any byte at any place, among others of its kind. */
static void
test_kinds(void **state) {
    (void)state;
    char text[WORD];
    for (int byte = 0; byte < 256; byte++)
        for (size_t at = 0; at < WORD; at++) {
            char c = (char)byte;
            bool digit = c >= '0' && c <= '9';
            bool word = digit || c == ' ' || (c >= 'a' && c <= 'z')
                        || (c >= 'A' && c <= 'Z');
            memset(text, '9', WORD);
            text[at] = c;
            assert_int_equal(thr_eight_are_digits(thr_eight_load(text)),
                             digit);
            assert_int_equal(thr_eight_are_words(thr_eight_load(text), ' '),
                             word);
            assert_int_equal(thr_eight_are_words(thr_eight_load(text), ','),
                             word || c == ',');
            text[WORD - 1] = at < WORD - 1 ? c : text[WORD - 1];
            assert_int_equal(thr_eight_find(thr_eight_load(text), c),
                             c == '9' ? 0 : at);
            assert_int_equal(thr_eight_find(thr_eight_load(text), (char)~byte),
                             (char)~byte == '9' ? at == 0 : WORD);
        }
}

static void
test_load_few(void **state) {
    (void)state;
    char text[WORD + 1] = "abcdefgh";
    for (size_t count = 1; count < WORD; count++)
        assert_int_equal(thr_eight_load_few(text, count),
                         thr_eight_first(thr_eight_load(text), count, '\0'));
}

static void
test_first(void **state) {
    (void)state;
    static const char *const expected[] = {"xxxxxxxx", "axxxxxxx", "abxxxxxx",
                                           "abcxxxxx", "abcdxxxx", "abcdexxx",
                                           "abcdefxx", "abcdefgx"};
    char text[WORD + 1] = {0};
    for (size_t i = 0; i < WORD; i++) {
        thr_eight_store(text,
                        thr_eight_first(thr_eight_load("abcdefgh"), i, 'x'));
        assert_string_equal(text, expected[i]);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_put),      cmocka_unit_test(test_put_parted),
        cmocka_unit_test(test_number),   cmocka_unit_test(test_kinds),
        cmocka_unit_test(test_load_few), cmocka_unit_test(test_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
