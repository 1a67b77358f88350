/* What statuses are called: src/model/status.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/table.h"

static void
test_every_bit_has_a_name(void **state) {
    (void)state;
    for (uint32_t bit = THRESH_NIL; bit <= THRESH_SIGNIFICANT; bit <<= 1) {
        assert_non_null(thresh_status_name(bit));
        assert_non_null(thresh_status_meaning(bit));
        for (uint32_t other = THRESH_NIL; other < bit; other <<= 1)
            assert_string_not_equal(thresh_status_name(bit),
                                    thresh_status_name(other));
    }
    assert_string_equal(thresh_status_name(THRESH_NIL), "nil");
    assert_string_equal(thresh_status_name(THRESH_NOT_YET_AVAILABLE),
                        "not_yet_available");
    assert_string_equal(thresh_status_meaning(THRESH_NOT_YET_AVAILABLE),
                        "not yet available");
}

static void
test_gravest(void **state) {
    (void)state;
    assert_int_equal(thr_status_gravest(0), 0);
    assert_int_equal(thr_status_gravest(THRESH_REVISED), THRESH_REVISED);
    assert_int_equal(
        thr_status_gravest(THRESH_NOT_AVAILABLE | THRESH_CONFIDENTIAL),
        THRESH_CONFIDENTIAL);
}

static void
test_no_status(void **state) {
    (void)state;
    assert_null(thresh_status_name(0));
    assert_null(thresh_status_meaning(0));
    assert_null(thresh_status_name(THRESH_NIL | THRESH_REVISED));
    assert_null(thresh_status_name((uint32_t)THRESH_SIGNIFICANT << 1));
}

/* The letters that thresh/table.h gives. */
static void
test_letters(void **state) {
    (void)state;
    static const struct {
        uint32_t status;
        char letter;
    } letters[] = {
        {0, 'A'},
        {THRESH_NIL, 'A'},
        {THRESH_BELOW_HALF_UNIT, 'N'},
        {THRESH_NOT_AVAILABLE, 'O'},
        {THRESH_NOT_YET_AVAILABLE, 'O'},
        {THRESH_NOT_APPLICABLE, 'M'},
        {THRESH_CONFIDENTIAL, 'Q'},
        {THRESH_UNRELIABLE, 'U'},
        {THRESH_PROVISIONAL, 'P'},
        {THRESH_REVISED, 'A'},
        {THRESH_ESTIMATED, 'E'},
        {THRESH_BREAK, 'B'},
        {THRESH_FORECAST, 'F'},
        {THRESH_IMPUTED, 'I'},
        {THRESH_DIFFERS, 'D'},
        {THRESH_NOT_SIGNIFICANT, 'N'},
        {THRESH_SIGNIFICANT, 'A'},
        {THRESH_BREAK | THRESH_PROVISIONAL, 'B'},
        {THRESH_NIL | THRESH_CONFIDENTIAL | THRESH_REVISED, 'Q'},
        {THRESH_REVISED | THRESH_ESTIMATED, 'E'},
        {1u << 30, 'A'},
    };
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        assert_int_equal(thresh_status_sdmx(letters[i].status),
                         letters[i].letter);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_bit_has_a_name),
        cmocka_unit_test(test_gravest),
        cmocka_unit_test(test_no_status),
        cmocka_unit_test(test_letters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
