/* Labels that are printed over two lines: src/layout/wrap.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "layout/wrap.h"
#include "read_text.h"

typedef struct wrap {
    const char *text;
    bool wraps;
} wrap;

static void
check(const wrap *rows, size_t count,
      bool (*wraps)(const thr_window *window, size_t i)) {
    for (size_t i = 0; i < count; i++) {
        text_records records;
        open_records(&records, rows[i].text, ';', NULL);
        if (wraps(&records.window, 0) != rows[i].wraps)
            fail_msg("\"%s\"", rows[i].text);
        close_records(&records);
    }
}

static const wrap below[] = {
    {"Navigational and\ncontrol instruments;1;2\n", true},
    {"Navigational and\nControl instruments;1;2\n", true},
    {"Men,\nAll ages;1;2\n", true},
    {"Salg av\nvarer og\n", false},
    {"Handel og\nVerkehr;1;2\n", true},
    {"Land\nwithout a coast;1;2\n", true},
    /* a label by itself above another */
    {"Land\nNorway;1;2\n", false},
    {"Islands\nNorway;1;2\n", false},
    /* nor where all labels start small */
    {"land\nwithout a coast;1;2\n", false},
    {"Land\nmen;1;2\nwomen;1;2\n", false},
    {"Land\nwithout a coast;1;2\nNorway;1;2\n", true},
    /* one that ends says so */
    {"of which:\nmen;1;2\n", false},
    {"Land\n- men;1;2\n", false},
    /* no row below, or not right below */
    {"Norway and\n", false},
    {"Norway and\nSweden\n", false},
    {"Norway and\n\nSweden;1;2\n", false},
    {"Norway and\n;1;2\n", false},
    {"Norway and\nSweden;few;2\n", true},
    {"Norway and\nSweden;few;many\n", false},
    /* it is a row itself */
    {"Norway and;1;2\nSweden;1;2\n", false},
    {";and\nSweden;1;2\n", false},
    {"\nSweden;1;2\n", false},
    /* nothing but the word that joins */
    {"and\nSweden;1;2\n", false},
};

static void
test_below(void **state) {
    (void)state;
    check(below, sizeof below / sizeof *below, thr_wrap_goes_on);
}

static const wrap after[] = {
    {"Percent change,;4.5;2\n1990-2008\nNorway;1;2\n", true},
    {"Percent change,;4.5;2\n1990-2008\n", true},
    {"Machines and;4.5;2\nTools\nNorway;1;2\n", true},
    {"Machines;4.5;2\nTools\nNorway;1;2\n", false},
    /* what follows is the start of the label below it */
    {"Machines and;4.5;2\nTools and\nIron;1;2\n", false},
    {"Machines and;4.5;2\nTools\niron;1;2\n", false},
    /* nothing, or more than a label */
    {"Machines and;4.5;2\n", false},
    {"Machines and;4.5;2\nTools;1;2\n", false},
    {"Machines and;4.5;2\n\nTools\n", false},
    {";4.5;2\nTools\n", false},
};

static void
test_after(void **state) {
    (void)state;
    check(after, sizeof after / sizeof *after, thr_wrap_comes_after);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_below),
        cmocka_unit_test(test_after),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
