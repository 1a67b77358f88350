/* Views of text: src/base/str.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"

static void
test_trim(void **state) {
    (void)state;
    static const struct {
        const char *text;
        const char *trimmed;
    } rows[] = {
        {"", ""},
        {" ", ""},
        {"a", "a"},
        {"  a b\t", "a b"},
        {"\t\t", ""},
        {"\xC2\xA0"
         "1"
         "\xE2\x80\xAF",
         "1"},                               /* no-break, narrow no-break */
        {"\xE2\x80\x89 x\xE2\x80\x87", "x"}, /* thin, figure */
        {"\xE3\x80\x80y\xE2\x80\x82\xE2\x80\x83", "y"},
        {"\xC3\xA0", "\xC3\xA0"}, /* a letter that ends like a blank */
        {"a\xE2\x80\x8A", "a\xE2\x80\x8A"}, /* hair space is not printed */
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_true(thr_str_equal(thr_str_trim(thr_str(rows[i].text)),
                                  thr_str(rows[i].trimmed)));
    assert_int_equal(thr_str_trim((thresh_str){NULL, 0}).len, 0);
}

static void
test_blanks(void **state) {
    (void)state;
    assert_int_equal(thr_blank_at_start(THR_LIT(" a")), 1);
    assert_int_equal(thr_blank_at_start(THR_LIT("\xC2\xA0"
                                                "a")),
                     2);
    assert_int_equal(thr_blank_at_start(THR_LIT("\xE2\x80\x89")), 3);
    assert_int_equal(thr_blank_at_start(THR_LIT("\xE2\x80")), 0);
    assert_int_equal(thr_blank_at_start(THR_LIT("a ")), 0);
    assert_int_equal(thr_blank_at_start(THR_LIT("\n")), 0);
    assert_int_equal(thr_blank_at_end(THR_LIT("a\t")), 1);
    assert_int_equal(thr_blank_at_end(THR_LIT("a\xC2\xA0")), 2);
    assert_int_equal(thr_blank_at_end(THR_LIT("\xE2\x80\xAF")), 3);
    assert_int_equal(thr_blank_at_end(THR_LIT("\xA0")), 0);
    assert_int_equal(thr_blank_at_end(THR_LIT("")), 0);
}

static void
test_compare(void **state) {
    (void)state;
    thresh_str none = {NULL, 0};
    assert_true(thr_str_equal(none, THR_LIT("")));
    assert_true(thr_str_equal(thr_str(NULL), none));
    assert_true(thr_str_equal(THR_LIT("ab"), THR_LIT("ab")));
    assert_false(thr_str_equal(THR_LIT("ab"), THR_LIT("aB")));
    assert_false(thr_str_equal(THR_LIT("ab"), THR_LIT("abc")));
    assert_true(thr_str_starts(THR_LIT("ab"), THR_LIT("a")));
    assert_true(thr_str_starts(THR_LIT("ab"), none));
    assert_false(thr_str_starts(THR_LIT("a"), THR_LIT("ab")));
    assert_true(thr_str_equal_nocase(THR_LIT("Source"), THR_LIT("sOURCE")));
    assert_false(thr_str_equal_nocase(THR_LIT("Source"), THR_LIT("Sourc")));
    /* "[" and "{" differ by the bit that tells letters' case apart. */
    assert_false(thr_str_equal_nocase(THR_LIT("["), THR_LIT("{")));
    assert_false(
        thr_str_equal_nocase(THR_LIT("\xC3\x85"), THR_LIT("\xC3\xA5")));
}

static void
test_find(void **state) {
    (void)state;
    thresh_str text = THR_LIT("aab Aab");
    assert_int_equal(thr_str_find(text, THR_LIT("ab")), 1);
    assert_int_equal(thr_str_find(text, THR_LIT("Aab")), 4);
    assert_int_equal(thr_str_find(text, THR_LIT("")), 0);
    assert_true(thr_str_find(text, THR_LIT("b ab")) == THRESH_NONE);
    assert_true(thr_str_find(THR_LIT("a"), THR_LIT("aa")) == THRESH_NONE);
    assert_int_equal(thr_str_find_nocase(text, THR_LIT("B AA")), 2);
    assert_true(thr_str_find_nocase(text, THR_LIT("abb")) == THRESH_NONE);
    assert_int_equal(thr_str_find_nocase(text, THR_LIT("")), 0);
}

static void
test_ends(void **state) {
    (void)state;
    thresh_str none = {NULL, 0}, text = THR_LIT("postal Code");
    assert_true(thr_str_ends(text, THR_LIT("Code")));
    assert_true(thr_str_ends(text, text));
    assert_true(thr_str_ends(text, none));
    assert_true(thr_str_ends(none, none));
    assert_false(thr_str_ends(none, text));
    assert_false(thr_str_ends(text, THR_LIT("mode")));
    assert_false(thr_str_ends(text, THR_LIT("code")));
    assert_true(thr_str_ends_nocase(text, THR_LIT("cODE")));
    assert_false(thr_str_ends_nocase(THR_LIT("ode"), THR_LIT("code")));
}

static void
test_hash(void **state) {
    (void)state;
    assert_true(thr_str_hash((thresh_str){NULL, 0})
                == thr_str_hash(THR_LIT("")));
    assert_true(thr_str_hash(THR_LIT("ab")) != thr_str_hash(THR_LIT("ba")));
}

static void
test_cuts(void **state) {
    (void)state;
    thresh_str text = THR_LIT("abcd");
    assert_true(thr_str_equal(thr_str_from(text, 4), THR_LIT("")));
    assert_true(thr_str_equal(thr_str_slice(text, 1, 3), THR_LIT("bc")));
}

static void
test_list(void **state) {
    (void)state;
    static const char *const items[] = {"raw", "", "line no", ""};
    thresh_str rest = THR_LIT(" raw,, line no ,"), item;
    for (size_t i = 0; i < sizeof items / sizeof *items; i++) {
        assert_true(thr_str_next(&rest, ',', &item));
        assert_true(thr_str_equal(item, thr_str(items[i])));
    }
    assert_false(thr_str_next(&rest, ',', &item));
    rest = THR_LIT("");
    assert_true(thr_str_next(&rest, ',', &item));
    assert_int_equal(item.len, 0);
    assert_false(thr_str_next(&rest, ',', &item));
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_trim),    cmocka_unit_test(test_blanks),
        cmocka_unit_test(test_compare), cmocka_unit_test(test_find),
        cmocka_unit_test(test_ends),    cmocka_unit_test(test_hash),
        cmocka_unit_test(test_cuts),    cmocka_unit_test(test_list),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
