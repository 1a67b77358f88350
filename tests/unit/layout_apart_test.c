/* Whether text belongs to the table above: src/layout/apart.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "layout/apart.h"
#include "read_text.h"

static const struct {
    const char *text;
    bool touches;
    bool above;
} texts[] = {
    /* it touches the rows above, and a blank parts it from what follows */
    {"Without islands\n\nPort;A;B\nOslo;1;2\n", true, true},
    {"Without islands\nand lakes\n\nPort;A;B\nOslo;1;2\n", true, true},
    {"Without islands\n\nTable 2 Boats\nPort;A;B\nOslo;1;2\n", true, true},
    /* or both, or neither */
    {"Boats\nPort;A;B\nOslo;1;2\n", true, false},
    {"Boats\n\nPort;A;B\nOslo;1;2\n", false, false},
    {"Boats\nPort;A;B\nOslo;1;2\n", false, false},
    /* the title of a table */
    {"Table 2 Boats\n\nPort;A;B\nOslo;1;2\n", true, false},
    /* a page ends below it */
    {"Without islands\n\n\fTable 2 Boats\nPort;A;B\nOslo;1;2\n", false, true},
    {"Without islands\n\fPort;A;B\nOslo;1;2\n", false, true},
    {"\fBoats\nPort;A;B\nOslo;1;2\n", false, false},
};

static void
test_texts(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        text_records records;
        open_records(&records, texts[i].text, ';', NULL);
        if (thr_apart_is_above(&records.window, texts[i].touches)
            != texts[i].above)
            fail_msg("\"%s\"", texts[i].text);
        close_records(&records);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
