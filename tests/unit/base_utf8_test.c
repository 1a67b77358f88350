/* UTF-8: src/base/utf8.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "base/utf8.h"

static const struct {
    const char *text;
    size_t len; /* of its first character; 0 = not valid */
    uint32_t point;
} characters[] = {
    {"a", 1, 'a'},
    {"\x7F", 1, 0x7F},
    {"\xC2\x80", 2, 0x80},
    {"\xDF\xBFx", 2, 0x7FF},
    {"\xE0\xA0\x80", 3, 0x800},
    {"\xED\x9F\xBF", 3, 0xD7FF},
    {"\xEE\x80\x80", 3, 0xE000},
    {"\xEF\xBF\xBD", 3, 0xFFFD},
    {"\xF0\x90\x80\x80", 4, 0x10000},
    {"\xF4\x8F\xBF\xBF", 4, 0x10FFFF},
    {"", 0, 0},
    {"\x80", 0, 0},             /* goes on with nothing */
    {"\xC2", 0, 0},             /* cut short */
    {"\xC2z", 0, 0},            /* not gone on with */
    {"\xE2\x82", 0, 0},         /* cut short */
    {"\xC0\x80", 0, 0},         /* overlong */
    {"\xE0\x9F\xBF", 0, 0},     /* overlong */
    {"\xF0\x8F\xBF\xBF", 0, 0}, /* overlong */
    {"\xED\xA0\x80", 0, 0},     /* surrogate */
    {"\xF4\x90\x80\x80", 0, 0}, /* beyond U+10FFFF */
    {"\xFF", 0, 0},
};

static void
test_next(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof characters / sizeof *characters; i++) {
        uint32_t point = 0;
        assert_int_equal(thr_utf8_next(thr_str(characters[i].text), &point),
                         characters[i].len);
        if (characters[i].len > 0)
            assert_int_equal(point, characters[i].point);
    }
}

static void
test_add(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof characters / sizeof *characters; i++) {
        if (characters[i].len == 0)
            continue;
        thr_buf buf = {0};
        thr_utf8_add(&buf, characters[i].point);
        assert_true(thr_str_equal(
            thr_buf_view(&buf),
            (thresh_str){characters[i].text, characters[i].len}));
        thr_buf_free(&buf);
    }
}

static void
test_valid(void **state) {
    (void)state;
    assert_int_equal(thr_utf8_valid(THR_LIT("")), 0);
    assert_int_equal(thr_utf8_valid((thresh_str){NULL, 0}), 0);
    assert_int_equal(thr_utf8_valid(THR_LIT("a\xC3\xB8")), 3);
    assert_int_equal(thr_utf8_valid(THR_LIT("a\xC3\xB8\xE2\x80")), 3);
    assert_int_equal(thr_utf8_valid(THR_LIT("\xF8"
                                            "abc")),
                     0);
}

static void
test_length_and_width(void **state) {
    (void)state;
    static const struct {
        const char *text;
        size_t length;
        size_t width;
    } rows[] = {
        {"", 0, 0},
        {"abc", 3, 3},
        {"Tr\xC3\xB8ndelag", 9, 9},
        {"\xE6\x97\xA5\xE6\x9C\xAC", 2, 4}, /* wide */
        {"e\xCC\x81", 2, 1},                /* combining */
        {"\xF0\x9F\x98\x80", 1, 2},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        thresh_str text = thr_str(rows[i].text);
        assert_int_equal(thr_utf8_length(text), rows[i].length);
        assert_int_equal(thr_utf8_width(text), rows[i].width);
    }
}

static void
test_printable(void **state) {
    (void)state;
    static const uint32_t yes[] = {' ',    'a',    0x7E,   0xA0,
                                   0xF8,   0x2009, 0x202F, 0x2212,
                                   0xFFFD, 0xE000, 0x1F600};
    static const uint32_t no[] = {
        0,      '\t',   '\n',   0x1B,   0x7F,   0x9F,    0x200B,   0x200E,
        0x202A, 0x202E, 0x2028, 0x2029, 0x2066, 0x2069,  0x061C,   0xFEFF,
        0xD800, 0xDFFF, 0xFDD0, 0xFDEF, 0xFFFE, 0x1FFFF, 0x110000,
    };
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
        assert_true(thr_utf8_is_printable(yes[i]));
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        assert_false(thr_utf8_is_printable(no[i]));
}

static void
test_classes(void **state) {
    (void)state;
    assert_true(thr_utf8_is_letter('a'));
    assert_true(thr_utf8_is_letter(0xF8));   /* o with stroke */
    assert_true(thr_utf8_is_letter(0x65E5)); /* a Chinese character */
    assert_true(thr_utf8_is_letter(0x0301)); /* a combining accent */
    assert_false(thr_utf8_is_letter('1'));
    assert_false(thr_utf8_is_letter('_'));
    assert_true(thr_utf8_is_digit('9'));
    assert_true(thr_utf8_is_digit(0x0663)); /* Arabic-Indic three */
    assert_false(thr_utf8_is_digit(0xB9));  /* superscript one */
    assert_int_equal(thr_utf8_lower('A'), 'a');
    assert_int_equal(thr_utf8_lower(0xD8), 0xF8);
    assert_int_equal(thr_utf8_lower('1'), '1');
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_next),
        cmocka_unit_test(test_add),
        cmocka_unit_test(test_valid),
        cmocka_unit_test(test_length_and_width),
        cmocka_unit_test(test_printable),
        cmocka_unit_test(test_classes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
