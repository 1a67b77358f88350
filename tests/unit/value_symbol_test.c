/* Symbols that stand for a value: src/value/symbol.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "value/symbol.h"

static void
test_symbols(void **state) {
    (void)state;
    static const struct {
        const char *text;
        uint32_t status;
        bool disputed;
    } rows[] = {
        {"-", THRESH_NIL, false},
        {"\xE2\x80\x93", THRESH_NIL, false},
        {"\xE2\x80\x94", THRESH_NIL, true},
        {"\xE2\x88\x92", THRESH_NIL, false},
        {".", THRESH_NOT_APPLICABLE, true},
        {"..", THRESH_NOT_AVAILABLE, false},
        {"...", THRESH_NOT_YET_AVAILABLE, true},
        {"\xE2\x80\xA6", THRESH_NOT_YET_AVAILABLE, true},
        {":", THRESH_CONFIDENTIAL, true},
        {"x", THRESH_CONFIDENTIAL, true},
        {"X", THRESH_NOT_APPLICABLE, true},
        {"NA", THRESH_NOT_AVAILABLE, false},
        {"n.a.", THRESH_NOT_AVAILABLE, false},
        {"--", THRESH_NOT_AVAILABLE, true},
        {"***", THRESH_NOT_AVAILABLE, true},
        {"(D)", THRESH_CONFIDENTIAL, false},
        {"(NA)", THRESH_NOT_AVAILABLE, false},
        {"[x]", THRESH_NOT_AVAILABLE, false},
        {"#N/A", THRESH_NOT_AVAILABLE, false},
        {"Not Applicable", THRESH_NOT_APPLICABLE, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        thr_meaning symbol;
        assert_true(thr_symbol_alone(NULL, thr_str(rows[i].text), &symbol));
        assert_int_equal(symbol.status, rows[i].status);
        assert_int_equal(symbol.disputed, rows[i].disputed);
        assert_non_null(thresh_status_name(symbol.status));
    }
}

static void
test_no_symbols(void **state) {
    (void)state;
    static const char *const texts[] = {"",     "....",  "0",  " -", "xx",
                                        "Na",   "-\xE2", "*",  "D",  "E",
                                        "none", "(1)",   "()", "p",  "[1]"};
    thr_meaning ignored;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (thr_symbol_alone(NULL, thr_str(texts[i]), &ignored))
            fail_msg("\"%s\" is no symbol", texts[i]);
    assert_false(thr_symbol_alone(NULL, (thresh_str){NULL, 0}, &ignored));
}

static const thr_profile *
named(const char *name) {
    return thr_profile_named(thr_str(name));
}

/* The legend, then the office, then the default. */
static void
test_order(void **state) {
    (void)state;
    thr_symbols symbols = {.profile = named("statcan"),
                           .origin = THR_BY_OFFICE};
    thr_meaning found;
    assert_true(thr_symbol_alone(&symbols, THR_LIT("..."), &found));
    assert_int_equal(found.status, THRESH_NOT_APPLICABLE);
    assert_int_equal(found.origin, THR_BY_OFFICE);
    assert_false(found.disputed);
    assert_true(thr_symbol_alone(&symbols, THR_LIT(":"), &found));
    assert_int_equal(found.origin, THR_BY_DEFAULT);
    assert_true(found.disputed);
    symbols.legend[symbols.nlegend++] = (thr_legend_item){
        THR_LIT("..."), THRESH_CONFIDENTIAL, {.line = 9}};
    assert_true(thr_symbol_alone(&symbols, THR_LIT("\xE2\x80\xA6"), &found));
    assert_int_equal(found.status, THRESH_CONFIDENTIAL);
    assert_int_equal(found.origin, THR_BY_LEGEND);
    assert_int_equal(found.place.line, 9);
}

/* A legend that explains "D" explains "(D)" too, and "-" any dash. */
static void
test_forms(void **state) {
    (void)state;
    thr_symbols symbols = {.nlegend = 2};
    symbols.legend[0] = (thr_legend_item){
        THR_LIT("D"), THRESH_NOT_AVAILABLE, {0}};
    symbols.legend[1] = (thr_legend_item){
        THR_LIT("-"), THRESH_CONFIDENTIAL, {0}};
    static const char *const texts[] = {"D", "(D)",          "[D]",
                                        "-", "\xE2\x80\x93", "\xE2\x80\x94"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        thr_meaning found;
        assert_true(thr_symbol_alone(&symbols, thr_str(texts[i]), &found));
        assert_int_equal(found.origin, THR_BY_LEGEND);
    }
}

static void
test_nil(void **state) {
    (void)state;
    thr_symbols symbols = {.nil = THRESH_NIL_MISSING};
    thr_meaning found;
    assert_true(thr_symbol_alone(&symbols, THR_LIT("-"), &found));
    assert_int_equal(found.status, THRESH_NOT_AVAILABLE);
    assert_int_equal(found.origin, THR_BY_OPTION);
    symbols = (thr_symbols){.profile = named("census"),
                            .nil = THRESH_NIL_ZERO};
    assert_true(thr_symbol_alone(&symbols, THR_LIT("-"), &found));
    assert_int_equal(found.status, THRESH_NIL);
}

/* A zero that is none: not because an office is named near the table. */
static void
test_zero(void **state) {
    (void)state;
    thr_symbols symbols = {.profile = named("ssb"), .origin = THR_BY_OFFICE};
    thr_meaning found;
    assert_false(thr_symbol_zero(NULL, THR_LIT("0"), &found));
    assert_false(thr_symbol_zero(&symbols, THR_LIT("0"), &found));
    symbols.origin = THR_BY_OPTION;
    assert_true(thr_symbol_zero(&symbols, THR_LIT("0"), &found));
    assert_int_equal(found.status, THRESH_BELOW_HALF_UNIT);
}

/* What some office prints in place of a value. */
static void
test_of_any(void **state) {
    (void)state;
    static const char *const yes[] = {"n/a", "..", "not available", "c", "D"};
    static const char *const no[] = {"", "Norway", "%", "5", "q"};
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
        assert_true(thr_symbol_of_any(thr_str(yes[i])));
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        assert_false(thr_symbol_of_any(thr_str(no[i])));
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_symbols), cmocka_unit_test(test_no_symbols),
        cmocka_unit_test(test_order),   cmocka_unit_test(test_forms),
        cmocka_unit_test(test_nil),     cmocka_unit_test(test_zero),
        cmocka_unit_test(test_of_any),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
