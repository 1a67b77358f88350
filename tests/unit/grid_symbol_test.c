/* Symbols that stand for a value: src/grid/symbol.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "grid/symbol.h"

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
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const thr_symbol *symbol = thr_symbol_find(thr_str(rows[i].text));
        assert_non_null(symbol);
        assert_int_equal(symbol->status, rows[i].status);
        assert_int_equal(symbol->disputed, rows[i].disputed);
        assert_non_null(thresh_status_name(symbol->status));
    }
}

static void
test_no_symbols(void **state) {
    (void)state;
    static const char *const texts[] = {"",   "--", "....",  "0", " -",
                                        "xx", "Na", "-\xE2", "*", "none"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_null(thr_symbol_find(thr_str(texts[i])));
    assert_null(thr_symbol_find((thresh_str){NULL, 0}));
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_symbols),
        cmocka_unit_test(test_no_symbols),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
