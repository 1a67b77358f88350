/* Labels that say "total": src/cli/total_words.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "cli/total_words.h"

static const struct {
    const char *label;
    bool called; /* a total */
    bool bare;   /* and nothing else */
} rows[] = {
    {"Total", true, true},
    {"TOTAL 1)", true, true},
    {"Total\xC2\xA0", true, true},
    {"Insgesamt", true, true},
    {"Grand total", true, true},
    {"Months\xC2\xA0total", true, true},
    {"Quarters, total", true, true},
    /* a whole with a name */
    {"Total households", false, false},
    {"Poultry, total", true, false},
    {"Total, all goods", true, false},
    {"Total for the year", false, false},
    {"Both sexes", false, false},
    {"Europe total, except Norway", true, false},
    /* no total at all */
    {"Share of total", false, false},
    {"Total supply", false, false},
    {"Months", false, false},
    {"", false, false},
};

static void
test_words(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        thresh_str label = {rows[i].label, strlen(rows[i].label)};
        if (cli_words_call_total(label) != rows[i].called)
            fail_msg("\"%s\" is called a total, or not", rows[i].label);
        if (cli_words_bare_total(label) != rows[i].bare)
            fail_msg("\"%s\" is a bare total, or not", rows[i].label);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_words)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
