/* Words for times: src/scan/period.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "scan/period.h"

static void
check(bool (*is)(thresh_str), const char *const *yes, const char *const *no) {
    for (; *yes != NULL; yes++)
        if (!is(thr_str(*yes)))
            fail_msg("\"%s\" is one", *yes);
    for (; *no != NULL; no++)
        if (is(thr_str(*no)))
            fail_msg("\"%s\" is none", *no);
}

static void
test_period(void **state) {
    (void)state;
    static const char *const yes[] = {"2007",          "1 January 2007",
                                      "2005-2007",     "2. Quartal 2007",
                                      "Sept. 2019",    "d\303\251c. 2019",
                                      "2009/10",       "School year 2009-10",
                                      "end of 2019",   "Jan-Mar 2019",
                                      "May/June 2019", "Mar-19",
                                      "Dec'19",        NULL};
    static const char *const no[] = {
        "",           "March",       "12",
        "20071",      "Market 2020", "Share of 2007",
        "Total 2007", "1234",        "May 19",
        "Jan-Mar",    "Age-19",      "-19",
        "Jan--19",    NULL};
    check(thr_period_is, yes, no);
}

static void
test_in_year(void **state) {
    (void)state;
    static const char *const yes[] = {
        "March",     "Mar.", "Sept.",       "f\303\251v.", "Mai", "Q1",
        "1er trim.", "K 4",  "2nd quarter", "II. Quartal", NULL};
    static const char *const no[] = {
        "",          "Ma",      "Market", "Q5",           "Q12", "quarter",
        "Mar. 2019", "Quality", "2019",   "a quarter of", NULL};
    check(thr_period_in_year, yes, no);
}

static void
test_quarter(void **state) {
    (void)state;
    static const char *const yes[] = {"Q1", "K 4", "2nd quarter",
                                      "II. Quartal", NULL};
    static const char *const no[] = {"",         "Q5",    "Year one",
                                     "1st half", "March", NULL};
    check(thr_period_is_quarter, yes, no);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_period),
        cmocka_unit_test(test_in_year),
        cmocka_unit_test(test_quarter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
