/* The units that are printed with the numbers: src/layout/units.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "read_text.h"

#define HEADER "Club\tMembers\tChange\n"

static const struct {
    const char *text;
    const char *unit;     /* of the table */
    const char *decision; /* NULL = none */
} tables[] = {
    {HEADER "Chess\t5%\t7 %\nSkating\t-\t(1.5%)\n", "%", "decision unit=%"},
    {HEADER "Chess\t$5\t7\nSkating\t$6\t8\n", "", "decision unit=$"},
    {HEADER "Chess\t$5\t7%\nSkating\t$6\t8%\n", "", "decision unit=%"},
    {HEADER "Chess\t5\t7\nSkating\t6\t8\n", "", NULL},
};

static void
test_units(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        text_log log = {0};
        thresh_listener listener = log_listener(&log);
        thresh_table *table = load_text(tables[i].text, &listener, NULL);
        assert_non_null(table);
        thresh_str unit = thresh_table_caption(table)->unit;
        if (!thr_str_equal(unit, thr_str(tables[i].unit)))
            fail_msg("table %zu: unit \"%.*s\"", i, THR_STR(unit));
        const char *wanted = tables[i].decision;
        assert_true(log_has(&log.decisions, wanted ? wanted : "delimiter"));
        assert_int_equal(log_has(&log.decisions, "decision unit="),
                         wanted != NULL);
        thresh_table_free(table);
        free_log(&log);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_units),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
