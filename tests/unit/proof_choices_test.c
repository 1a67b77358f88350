/* The choices beside a dimension, numbered: src/proof/choices.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "proof/choices.h"
#include "read_text.h"

enum { NPORTS = 9, DAY = 3 };

/* Three dimensions that say the same: 9 choices of 729 that there could be,
 * far more than the rows. */
#define PORTS \
    "Calls, by code, port, pier and day\n\nCode\tPort\tPier\tDay\tCalls\n"
static const char ports[] = PORTS "A1\tNorth\tPier a\tMonday\t100\n"
                                  "A2\tEast\tPier b\tMonday\t101\n"
                                  "A3\tSouth\tPier c\tMonday\t102\n"
                                  "A4\tWest\tPier d\tMonday\t103\n"
                                  "A5\tUpper\tPier e\tMonday\t104\n"
                                  "A6\tLower\tPier f\tMonday\t105\n"
                                  "A7\tInner\tPier g\tMonday\t106\n"
                                  "A8\tOuter\tPier h\tMonday\t107\n"
                                  "A9\tMiddle\tPier i\tMonday\t108\n"
                                  "A9\tMiddle\tPier i\tTuesday\t208\n"
                                  "A8\tOuter\tPier h\tTuesday\t207\n"
                                  "A7\tInner\tPier g\tTuesday\t206\n"
                                  "A6\tLower\tPier f\tTuesday\t205\n"
                                  "A5\tUpper\tPier e\tTuesday\t204\n"
                                  "A4\tWest\tPier d\tTuesday\t203\n"
                                  "A3\tSouth\tPier c\tTuesday\t202\n"
                                  "A2\tEast\tPier b\tTuesday\t201\n"
                                  "A1\tNorth\tPier a\tTuesday\t200\n";

static void
assert_choices(const thresh_table *table, size_t dimension, bool bits,
               const size_t *numbers) {
    thr_arena scratch = {0};
    thr_choices choices;
    assert_int_equal(
        thr_choices_number(&choices, table, dimension, &scratch, NULL),
        THRESH_OK);
    assert_int_equal(choices.made != NULL, bits);
    assert_int_equal(choices.codes != NULL, !bits);
    for (size_t i = 0; i < table->nrows; i++)
        assert_int_equal(thr_choices_at(&choices, i), numbers[i]);
    thr_arena_free(&scratch);
}

static void
test_far_more_than_rows(void **state) {
    (void)state;
    thresh_table *table = load_text(ports, NULL, NULL);
    assert_non_null(table);
    assert_int_equal(table->nrows, 2 * NPORTS);
    size_t numbers[2 * NPORTS];
    for (size_t i = 0; i < NPORTS; i++)
        numbers[i] = numbers[2 * NPORTS - 1 - i] = i;
    assert_choices(table, DAY, false, numbers);
    thresh_table_free(table);
}

/* The choices are in the order of their categories, not of the rows. */
static void
test_a_bit_for_each(void **state) {
    (void)state;
    thresh_table *table = load_text(
        "Calls, by port and day\n\nPort\tPier\tDay\tCalls\n"
        "North\ta\tMonday\t10\nNorth\tb\tMonday\t20\n"
        "South\tb\tMonday\t30\nSouth\ta\tMonday\t40\n"
        "South\ta\tTuesday\t50\nNorth\tb\tTuesday\t60\n",
        NULL, NULL);
    assert_non_null(table);
    static const size_t numbers[] = {0, 1, 3, 2, 2, 1};
    assert_choices(table, 2, true, numbers);
    thresh_table_free(table);
}

static void
test_no_memory(void **state) {
    (void)state;
    thresh_table *table = load_text(ports, NULL, NULL);
    assert_non_null(table);
    for (size_t dimension = 0; dimension <= DAY; dimension += DAY) {
        thr_arena scratch = {.limit = 1};
        thr_choices choices;
        assert_int_equal(
            thr_choices_number(&choices, table, dimension, &scratch, NULL),
            THRESH_E_LIMIT);
        thr_arena_free(&scratch);
    }
    thresh_table_free(table);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_far_more_than_rows),
        cmocka_unit_test(test_a_bit_for_each),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
