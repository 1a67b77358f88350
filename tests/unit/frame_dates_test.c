/* Dates on two lines of a header: src/frame/dates.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "frame/dates.h"
#include "read_text.h"

static void
test_parted(void **state) {
    (void)state;
    static const struct {
        const char *text;
        bool parted;
    } headers[] = {
        {";Mar.;Feb.;Mar.\n;2019;2020;2020\n", true},
        {";Q1;Q2\n;2019;2019\n", true},
        /* a column without either tells nothing */
        {";Mar.;;Feb.\n;2019;;2020\n", true},
        /* each month over the same years */
        {";Mar.;Mar.;Feb.;Feb.\n;2019;2020;2019;2020\n", false},
        /* the same date twice is none */
        {";Mar.;Mar.\n;2019;2019\n", false},
        {";Mar.;Boats\n;2019;2020\n", false},
        {";Mar.;Feb.\n;2019;12\n", false},
        {";Mar.;Feb.\n;2019;\n", false},
    };
    for (size_t i = 0; i < sizeof headers / sizeof *headers; i++) {
        text_records records;
        open_records(&records, headers[i].text, ';', NULL);
        if (thr_dates_are_parted(&records.window, 0, 1, 2)
            != headers[i].parted)
            fail_msg("not so: %s", headers[i].text);
        close_records(&records);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
