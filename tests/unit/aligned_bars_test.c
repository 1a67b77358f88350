/* Column rules around words: src/aligned/bars.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "aligned/bars.h"
#include "base/str.h"

static const struct {
    const char *line;
    bool found;
    uint32_t lo;
    uint32_t hi;
} lines[] = {
    {"|  a  |  X   |", true, 7, 13},
    {"\xE2\x94\x82 X \xE2\x94\x82", true, 1, 4},
    {"\xC3\xA5 | X | b", true, 3, 6},
    /* other words before the rule, on either side; no rule; tabs */
    {"| a X |", false, 0, 0},
    {"| X a |", false, 0, 0},
    {"| X", false, 0, 0},
    {"X |", false, 0, 0},
    {"|\tX |", false, 0, 0},
};

static void
rules_are_found(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        thresh_str line = thr_str(lines[i].line);
        size_t at = thr_str_find(line, THR_LIT("X"));
        uint32_t lo = 0, hi = 0;
        assert_int_equal(thr_bars_around(line, at, at + 1, &lo, &hi),
                         lines[i].found);
        if (!lines[i].found)
            continue;
        assert_int_equal(lo, lines[i].lo);
        assert_int_equal(hi, lines[i].hi);
    }
}

static void
drawn_rules(void **state) {
    (void)state;
    assert_true(thr_bars_is_rule(THR_LIT("-----|--------")));
    assert_true(thr_bars_is_rule(THR_LIT("+====+=======+")));
    assert_false(thr_bars_is_rule(THR_LIT("--------------")));
    assert_false(thr_bars_is_rule(THR_LIT("--|--")));
    assert_false(thr_bars_is_rule(THR_LIT("Total|--------")));
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rules_are_found),
        cmocka_unit_test(drawn_rules),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
