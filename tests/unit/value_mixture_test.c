/* Whole numbers beside dots: src/value/mixture.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "value/value.h"

/* Learn a table, its cells ";" and its rows "\n" apart: the decimal mark. */
static char
decimal_of(const char *text) {
    thr_number_evidence evidence = {0};
    thresh_str rest = thr_str(text), row;
    for (uint64_t record = 1; thr_str_next(&rest, '\n', &row); record++) {
        thresh_str cell;
        for (uint32_t field = 1; thr_str_next(&row, ';', &cell); field++)
            thr_value_learn(&evidence, cell,
                            (thresh_place){record, record, field, 0});
    }
    return thr_number_settle(&evidence, &(thr_decimal){0}).decimal;
}

static void
test_groups(void **state) {
    (void)state;
    assert_int_equal(decimal_of("3.888;35\n-50;5.022\n1.713;808"), ',');
    /* one number beside a dot, in a column that has one, is enough */
    assert_int_equal(decimal_of("3.888;5.022\n50;7.759\n98;808"), ',');
    /* a zero, or a symbol, says nothing */
    assert_int_equal(decimal_of("3.888;35;0\n50;5.022;-\n1.713;808;.."), ',');
}

static void
test_marks_decimals(void **state) {
    (void)state;
    /* no whole numbers, or too few */
    assert_int_equal(decimal_of("3.888;4.035\n2.050;5.022"), '.');
    assert_int_equal(decimal_of("3.888;35\n2.050;5.022"), '.');
    assert_int_equal(decimal_of("3.888;0\n0;5.022\n1.713;0"), '.');
    /* a thousand without a dot, or with a blank */
    assert_int_equal(decimal_of("3.888;35\n50;5.022\n1713;808"), '.');
    assert_int_equal(decimal_of("3.888;35\n50;5.022\n1 713;808"), '.');
    /* measures of their own in columns, or in rows */
    assert_int_equal(decimal_of("3.888;35\n2.050;12\n1.713;808"), '.');
    assert_int_equal(decimal_of("3.888;2.050;1.713\n35;12;808"), '.');
}

int
main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_groups),
                                       cmocka_unit_test(test_marks_decimals)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
