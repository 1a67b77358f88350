/* One line to words and figures with their places: src/aligned/tokens.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "aligned/tokens.h"
#include "base/buf.h"
#include "base/str.h"

static void
add_token(thr_buf *out, thresh_str line, const thr_token *token) {
    static const char kinds[] = "wfr";
    if (token->wide)
        thr_buf_char(out, ' ');
    thr_buf_char(out, kinds[token->kind]);
    thr_buf_uint(out, token->lo);
    thr_buf_char(out, '-');
    thr_buf_uint(out, token->hi);
    thr_buf_char(out, '(');
    thr_buf_str(out, thr_str_slice(line, token->from, token->to));
    thr_buf_char(out, ')');
}

/* Tokens such as " w0-4(Oslo)", a blank where one is set apart. */
static void
check(const char *text, const char *expected) {
    thr_tokens tokens = {0};
    thr_buf out = {0};
    thresh_str line = thr_str(text);
    assert_true(thr_tokens_add(&tokens, line));
    for (size_t i = 0; i < tokens.count; i++)
        add_token(&out, line, &tokens.items[i]);
    thr_buf_char(&out, '\0');
    assert_string_equal(out.ptr, expected);
    thr_buf_free(&out);
    thr_tokens_free(&tokens);
}

static void
test_places(void **state) {
    (void)state;
    check("", "");
    check("   ", "");
    check("Oslo", " w0-4(Oslo)");
    check("New York  12", " w0-3(New)w4-8(York) f10-12(12)");
    check("\fOslo  1", " w0-4(Oslo) f6-7(1)"); /* a form feed has no width */
    check("a\t1", " w0-1(a) f8-9(1)");
    /* places are characters, not bytes */
    check("K\xC3\xB8ln  1", " w0-4(K\xC3\xB8ln) f6-7(1)");
    /* a bracket holds the groups of one number together */
    check("(4 820) (5 110 000)", " f0-7((4 820))f8-19((5 110 000))");
    check("(4) 820)", " f0-3((4))w4-8(820))");
    check("(4  820)", " f0-2((4) w4-8(820))");
    check("(4 82)", " f0-2((4)w3-6(82))");
    /* a no-break space groups digits, and is a blank elsewhere */
    check("a\xC2\xA0"
          "1\xC2\xA0"
          "234",
          " w0-1(a)f2-7(1\xC2\xA0"
          "234)");
}

static void
test_guides(void **state) {
    (void)state;
    check("Paper......  12", " w0-5(Paper) f13-15(12)");
    check("Paper . . . . 12", " w0-5(Paper) f14-16(12)");
    check("All. . .  12", " w0-3(All) f10-12(12)");
    check("Men ....160", " w0-3(Men) f8-11(160)");
    check("a  $  12", " w0-1(a) f6-8(12)");
    check("a  $12", " w0-1(a) f3-6($12)");
    check("| a | 12|", " w2-3(a) f6-8(12)");
    check("a  \xE2\x94\x82 12", " w0-1(a) f5-7(12)");
}

static void
test_no_guides(void **state) {
    (void)state;
    check("Etc.  1", " w0-4(Etc.) f6-7(1)");
    check("a  ..  ..", " w0-1(a) f3-5(..) f7-9(..)");
    check("a  ...  1", " w0-1(a) f3-6(...) f8-9(1)");
    check("And so on...", " w0-3(And)w4-6(so)w7-12(on...)");
    check("US $", " w0-2(US)w3-4($)");
}

static void
test_signs(void **state) {
    (void)state;
    check("a  5.9 %", " w0-1(a) f3-8(5.9 %)");
    check("a  ( 5)", " w0-1(a) f3-7(( 5))");
    check("-22****", " f0-3(-22)f3-7(****)");
    check("a  ---  1", " w0-1(a) f3-6(---) f8-9(1)");
    check("a  -----  1", " w0-1(a) f3-8(-----) f10-11(1)");
    check("---  ---", " r0-3(---) r5-8(---)");
    check("a  ______", " w0-1(a) r3-9(______)");
    check("- a point", " w0-1(-)w2-3(a)w4-9(point)");
}

static void
test_solids(void **state) {
    (void)state;
    const char *text = "Aged 15 to 24 years 12  1 234";
    static const struct {
        uint32_t lo;
        uint32_t hi;
        bool figure;
    } expected[] = {
        {0, 19, false}, {20, 22, true}, {24, 25, true}, {26, 29, true}};
    thr_tokens tokens = {0};
    assert_true(thr_tokens_add(&tokens, thr_str(text)));
    thr_solid solid;
    size_t count = 0;
    for (size_t at = 0;
         thr_solid_next(tokens.items, tokens.count, &at, &solid); count++) {
        assert_int_equal(solid.lo, expected[count].lo);
        assert_int_equal(solid.hi, expected[count].hi);
        assert_int_equal(solid.figure, expected[count].figure);
    }
    assert_int_equal(count, 4);
    thr_tokens_free(&tokens);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_places),    cmocka_unit_test(test_guides),
        cmocka_unit_test(test_no_guides), cmocka_unit_test(test_signs),
        cmocka_unit_test(test_solids),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
