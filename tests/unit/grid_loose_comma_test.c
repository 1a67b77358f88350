/* Commas that part no cells: src/grid/loose_comma.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "grid/loose_comma.h"

static const struct {
    const char *line;
    bool loose;
} lines[] = {
    {"Boats, ships and gear", true},
    {"Oslo          61,774", true},
    {"Oslo          61,7    3,14", true},
    {"Oslo       31.529,4    23.796,8", true},
    {"Oslo          61,7", true},
    {"Oslo  12  61,7", true},
    {"61,7", false},
    {"  61,7", false},
    {"Oslo 61,7", false},
    {"Oslo,61.7,3.14", false},
    {"Oslo,8.6,774", false},
    {"Oslo,12, 3,14", false},
    {"Oslo,12,3 of 4,14", false},
    {"Oslo,12,3 ,14", false},
    {"Oslo,,61,774", false},
    {"0-14 years,887 508,71,513 815,7", false},
    {"Oslo,61,774,9 815", false},
    {"", false},
};

static void
test_lines(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        if (thr_loose_comma_in(thr_str(lines[i].line)) != lines[i].loose)
            fail_msg("\"%s\"", lines[i].line);
}

int
main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_lines)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
