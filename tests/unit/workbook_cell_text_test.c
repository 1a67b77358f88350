/* Text and numbers for cells: src/workbook/cell_text.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "workbook/cell_text.h"

static void
assert_buf(thr_buf *buf, const char *expected) {
    thr_buf_char(buf, '\0');
    assert_false(buf->failed);
    assert_string_equal(buf->ptr, expected);
    thr_buf_free(buf);
}

static void
assert_cell(thresh_str text, const char *expected) {
    thr_buf buf = {0};
    assert_true(thr_cell_text_add(&buf, text));
    assert_buf(&buf, expected);
}

static void
test_cell_text(void **state) {
    (void)state;
    assert_cell(THR_LIT("=1+1"), "=1+1");
    assert_cell(THR_LIT("a\tb\nc"), "a\tb\nc");
    assert_cell(THR_LIT("a\x01z"), "a_x0001_z");
    assert_cell(THR_LIT("a\0z"), "a_x0000_z");
    assert_cell(THR_LIT("a\r\n"), "a_x000D_\n");
    assert_cell(THR_LIT("\xEF\xBF\xBE\xEF\xBF\xBF"), "_xFFFE__xFFFF_");
    assert_cell(THR_LIT("_x000D_"), "_x005F_x000D_");
    assert_cell(THR_LIT("_xaFAf_"), "_x005F_xaFAf_");
    assert_cell(THR_LIT("_x00g0_ _x:000_ _x@000_"), "_x00g0_ _x:000_ _x@000_");
    assert_cell(THR_LIT("_x0`00_ _x000G_"), "_x0`00_ _x000G_");
    assert_cell(THR_LIT("_x00_ _xGGGG_ _x000D"), "_x00_ _xGGGG_ _x000D");
    assert_cell(THR_LIT("\xF0\x9F\x98\x80"), "\xF0\x9F\x98\x80");
}

static void
test_invalid_utf8(void **state) {
    (void)state;
    thr_buf buf = {0};
    assert_false(thr_cell_text_add(&buf, THR_LIT("a\xFF")));
    assert_false(thr_cell_text_add(&buf, THR_LIT("\xED\xA0\x80")));
    assert_false(thr_plain_text_add(&buf, THR_LIT("\xC3"), 10));
    thr_buf_free(&buf);
}

static void
test_utf16_length(void **state) {
    (void)state;
    assert_int_equal(thr_utf16_length(THR_LIT("")), 0);
    assert_int_equal(thr_utf16_length(THR_LIT("\xC3\xB8"
                                              "a")),
                     2);
    assert_int_equal(thr_utf16_length(THR_LIT("\xF0\x9F\x98\x80")), 2);
    /* what is no UTF-8 has none */
    assert_int_equal(thr_utf16_length(THR_LIT("ab\xFF")), 2);
}

static void
test_plain_text(void **state) {
    (void)state;
    thr_buf buf = {0};
    assert_true(thr_plain_text_add(&buf, THR_LIT("abc"), 3));
    assert_false(thr_plain_text_add(&buf, THR_LIT("defg"), 3));
    assert_false(thr_plain_text_add(&buf, THR_LIT("\n\x01"), 3));
    assert_false(thr_plain_text_add(&buf, THR_LIT("\xF0\x9F\x98\x80"), 1));
    assert_buf(&buf, "abcdef  ");
}

static void
assert_sheet(const char *name, size_t number, const char *expected) {
    thr_buf buf = {0};
    thr_sheet_name_add(&buf, thr_str(name), number);
    assert_buf(&buf, expected);
}

static void
test_sheet_name(void **state) {
    (void)state;
    assert_sheet("Table", 1, "Table");
    assert_sheet("Table", 2, "Table (2)");
    assert_sheet("Table [a]:*?/\\b", 1, "Table a b");
    assert_sheet("'quoted'", 1, "quoted");
    assert_sheet("it's", 1, "it's");
    assert_sheet("History", 1, "History_");
    assert_sheet("hISTORY", 1, "hISTORY_");
    assert_sheet("", 1, "Sheet");
    assert_sheet("///", 3, "Sheet (3)");
    assert_sheet("0123456789012345678901234567890123", 1,
                 "0123456789012345678901234567890");
    assert_sheet("0123456789012345678901234567890123", 12,
                 "01234567890123456789012345 (12)");
}

static void
test_same_name(void **state) {
    (void)state;
    assert_true(thr_same_name(THR_LIT("Tr\xC3\x98ndelag"),
                              THR_LIT("tr\xC3\xB8NDELAG")));
    assert_false(thr_same_name(THR_LIT("a"), THR_LIT("ab")));
    assert_false(thr_same_name(THR_LIT("a"), THR_LIT("b")));
    assert_false(thr_same_name(THR_LIT("\xFF"), THR_LIT("b")));
    assert_false(thr_same_name(THR_LIT("b"), THR_LIT("\xFF")));
}

static void
test_marks(void **state) {
    (void)state;
    thr_buf buf = {0};
    assert_true(thr_raised_marks_add(&buf, THR_LIT("12;0")));
    assert_buf(&buf, "\xC2\xB9\xC2\xB2 \xE2\x81\xB0");
    assert_true(thr_raised_marks_add(&buf, THR_LIT("*\xE2\x80\xA0")));
    assert_buf(&buf, "*\xE2\x80\xA0");
    thr_buf_text(&buf, "x");
    assert_false(thr_raised_marks_add(&buf, THR_LIT("1;a")));
    thr_plain_marks_add(&buf, THR_LIT("1;a"));
    assert_buf(&buf, "x1, a");
}

static void
test_number(void **state) {
    (void)state;
    double value = -1;
    assert_true(thr_cell_number(61774, 0, &value));
    assert_true(value == 61774);
    assert_true(thr_cell_number(-1250, 2, &value));
    assert_true(value == -12.5);
    assert_true(thr_cell_number(995, 2, &value));
    assert_true(value == 9.95);
    assert_true(thr_cell_number(999999999999999, 15, &value));
    assert_true(value == 0.999999999999999);
    assert_true(thr_cell_number(1000000000000000000, 0, &value));
    assert_true(value == 1e18);
    assert_true(thr_cell_number(0, 18, &value));
    assert_true(value == 0);
    assert_false(thr_cell_number(1000000000000001, 0, &value));
    assert_false(thr_cell_number(INT64_MIN, 0, &value));
    assert_false(thr_cell_number(INT64_MAX, 18, &value));
}

static void
test_decimal(void **state) {
    (void)state;
    int64_t coef = 7;
    unsigned scale = 7;
    assert_true(thr_decimal_read(THR_LIT("-12.50"), &coef, &scale));
    assert_true(coef == -1250);
    assert_int_equal(scale, 2);
    assert_true(
        thr_decimal_read(THR_LIT("9223372036854775807"), &coef, &scale));
    assert_true(coef == INT64_MAX);
    assert_int_equal(scale, 0);
    assert_false(
        thr_decimal_read(THR_LIT("9223372036854775808"), &coef, &scale));
    assert_false(thr_decimal_read(THR_LIT("12,5"), &coef, &scale));
    assert_false(thr_decimal_read(THR_LIT("1.2.3"), &coef, &scale));
    assert_false(thr_decimal_read(THR_LIT("-"), &coef, &scale));
    assert_false(thr_decimal_read(THR_LIT(""), &coef, &scale));
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cell_text),
        cmocka_unit_test(test_invalid_utf8),
        cmocka_unit_test(test_utf16_length),
        cmocka_unit_test(test_plain_text),
        cmocka_unit_test(test_sheet_name),
        cmocka_unit_test(test_same_name),
        cmocka_unit_test(test_marks),
        cmocka_unit_test(test_number),
        cmocka_unit_test(test_decimal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
