/* Columns left empty on the left: src/scan/margin.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "read_text.h"
#include "scan/margin.h"

static void
test_find(void **state) {
    (void)state;
    static const struct {
        const char *text;
        size_t margin;
    } rows[] = {
        {";County;Wells\n;Esk;12\n;Tay;30\n", 1},
        {";;County;Wells\n;;Esk;12\n;;Tay;30\n", 2},
        /* a blank line, and texts alone above and below */
        {"Wells\n\n;County;Wells\n;Esk;12\n;Tay;30\nSource: own\n", 1},
        /* a heading over the labels, a label, and one alone between rows */
        {"County;;Wells\n;Esk;12\n;Tay;30\n", 0},
        {";County;Wells\n;Esk;12\nTay;;30\n", 0},
        {";County;Wells\n;Esk;12\nNorth\n;Tay;30\n", 0},
        /* years are labels, other figures are not: the labels are missing */
        {";Year;Wells\n;2006;12\n;2007;30\n", 1},
        {";Deep;Wells\n;6;12\n;7;30\n", 0},
        {"County;Wells\nEsk;12\n", 0},
        {"Wells\n\n", 0},
        {"", 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        text_records records;
        open_records(&records, rows[i].text, ';', NULL);
        if (thr_margin_find(&records.window) != rows[i].margin)
            fail_msg("not so many: %s", rows[i].text);
        close_records(&records);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_find),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
