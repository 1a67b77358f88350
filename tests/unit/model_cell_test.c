/* The exact value of a cell, as text: src/model/cell.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "thresh/table.h"

static void
test_numbers(void **state) {
    (void)state;
    static const struct {
        int64_t coef;
        uint8_t scale;
        const char *number;
    } rows[] = {
        {0, 0, "0"},
        {0, 2, "0.00"},
        {7, 0, "7"},
        {-7, 0, "-7"},
        {20696, 0, "20696"},
        {-5, 1, "-0.5"},
        {-50, 2, "-0.50"},
        {5, 3, "0.005"},
        {1250, 2, "12.50"},
        {1250, 3, "1.250"},
        {1000, 3, "1.000"},
        {1, 18, "0.000000000000000001"},
        {INT64_C(999999999999999999), 18, "0.999999999999999999"},
        {INT64_MAX, 0, "9223372036854775807"},
        {INT64_MAX, 18, "9.223372036854775807"},
        {INT64_MIN, 0, "-9223372036854775808"},
        {INT64_MIN, 18, "-9.223372036854775808"},
        {-INT64_MAX, 1, "-922337203685477580.7"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        thresh_cell cell = {.kind = THRESH_NUMBER,
                            .coef = rows[i].coef,
                            .scale = rows[i].scale,
                            .has_value = true};
        char number[THRESH_NUMBER_MAX];
        size_t len = thresh_cell_number(&cell, number);
        assert_string_equal(number, rows[i].number);
        assert_int_equal(len, strlen(number));
    }
}

/* No scale, even a wrong one, writes beyond the room. */
static void
test_every_scale_fits(void **state) {
    (void)state;
    for (unsigned scale = 0; scale <= UINT8_MAX; scale++) {
        thresh_cell cell = {
            .coef = INT64_MIN, .scale = (uint8_t)scale, .has_value = true};
        char number[THRESH_NUMBER_MAX];
        assert_true(thresh_cell_number(&cell, number) < sizeof number);
    }
}

static void
test_no_value(void **state) {
    (void)state;
    thresh_cell cell = {.coef = 5};
    char number[THRESH_NUMBER_MAX] = "x";
    assert_int_equal(thresh_cell_number(&cell, number), 0);
    assert_string_equal(number, "");
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_every_scale_fits),
        cmocka_unit_test(test_no_value),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
