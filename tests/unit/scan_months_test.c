/* Names of months: src/scan/months.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "scan/months.h"

static void
test_months(void **state) {
    (void)state;
    static const char *const yes[] = {"March",
                                      "MAR",
                                      "Sept.",
                                      ("d\xC3\xA9"
                                       "c"),
                                      "kes\xC3\xA4kuu",
                                      "3\xE6\x9C\x88",
                                      "12\xEC\x9B\x94",
                                      "\xD0\xBC\xD0\xB0\xD0\xB9"};
    static const char *const no[] = {
        "", "Ma", "Marsh", "lip", "3", "13\xE6\x9C\x88", "\xE6\x9C\x88"};
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
        if (!thr_month_is(thr_str(yes[i])))
            fail_msg("%s", yes[i]);
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        if (thr_month_is(thr_str(no[i])))
            fail_msg("%s", no[i]);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_months),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
