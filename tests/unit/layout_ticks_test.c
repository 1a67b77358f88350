/* Marks that say yes: src/layout/ticks.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "model/table.h"
#include "read_text.h"

#define HEADER "Port;Calls;Boats;Rail;Road\n"

/* Whether the first cell of the last column is a text, which then no symbol
 * is. */
static bool
is_tick(const char *text, const char *letter) {
    thresh_table *table = load_text(text, NULL, NULL);
    assert_non_null(table);
    thresh_cell cell = thresh_table_cell(table, 0, 3);
    assert_true(thr_str_equal(cell.text, thr_str(letter)));
    bool tick = cell.kind == THRESH_TEXT;
    assert_int_equal(cell.status != 0, !tick);
    assert_int_equal(table->nsymbols, !tick);
    thresh_table_free(table);
    return tick;
}

static void
test_ticks(void **state) {
    (void)state;
    assert_true(
        is_tick(HEADER "North;12;5;;X\nSouth;15;5;X;\nWest;17;5;X;X\n", "X"));
    assert_true(
        is_tick(HEADER "North;12;5;;x\nSouth;15;5;;\nWest;17;5;;x\n", "x"));
}

static void
test_symbols(void **state) {
    (void)state;
    /* among figures, in this column or in another */
    assert_false(
        is_tick(HEADER "North;12;5;;X\nSouth;15;5;;3\nWest;17;5;;\n", "X"));
    assert_false(
        is_tick(HEADER "North;12;5;;X\nSouth;15;X;;\nWest;17;5;;X\n", "X"));
    /* no blank says no */
    assert_false(
        is_tick(HEADER "North;12;5;;X\nSouth;15;5;;X\nWest;17;5;;X\n", "X"));
    /* the table says what it means, or its office */
    assert_false(is_tick(HEADER "North;12;5;;x\nSouth;15;5;;\nWest;17;5;;x\n\n"
                                "x = not applicable\n",
                         "x"));
    assert_false(is_tick(HEADER "North;12;5;;x\nSouth;15;5;;\nWest;17;5;;x\n\n"
                                "Source: Statistics Canada\n",
                         "x"));
    /* no letter */
    assert_false(
        is_tick(HEADER "North;12;5;;-\nSouth;15;5;;\nWest;17;5;;-\n", "-"));
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ticks),
        cmocka_unit_test(test_symbols),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
