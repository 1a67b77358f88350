/* Labels that are printed over two lines: src/frame/wrap.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "frame/wrap.h"
#include "read_text.h"

typedef struct wrap {
    const char *text;
    bool wraps;
} wrap;

static bool
goes_on(thr_window *window) {
    return thr_wrap_goes_on(window, 0, false);
}

static void
check(const wrap *rows, size_t count, char delimiter,
      bool (*wraps)(thr_window *window)) {
    for (size_t i = 0; i < count; i++) {
        text_records records;
        open_records(&records, rows[i].text, delimiter, NULL);
        if (wraps(&records.window) != rows[i].wraps)
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
    /* in delimited text a bracket may open a label */
    {"Loans\n(net of fees);1;2\n", false},
    /* deeper or not, no place tells where cells are delimited */
    {"Loans\n  Paid;1;2\nOther;1;2\n", false},
    /* it is a row itself */
    {"Norway and;1;2\nSweden;1;2\n", false},
    {";and\nSweden;1;2\n", false},
    {"\nSweden;1;2\n", false},
    /* nothing but the word that joins */
    {"and\nSweden;1;2\n", false},
    /* a stroke joins words, but in an address */
    {"Norway/\nSweden;1;2\n", true},
    {"http://a.org/\nSweden;1;2\n", false},
    /* a short word that joins nothing */
    {"Norway oil\nSweden;1;2\n", false},
    {"Norway day\nSweden;1;2\n", false},
};

static void
test_below(void **state) {
    (void)state;
    check(below, sizeof below / sizeof *below, ';', goes_on);
}

/* Labels of 12 characters or less, up to "Loans abroad". */
#define ROWS                              \
    "Deposits              12      340\n" \
    "Loans abroad         120       35\n" \
    "Fees                   7       11\n"

static const wrap aligned[] = {
    /* alone below a label, and deeper */
    {"Other loans\n  Paid back           12       34\n" ROWS, true},
    {"Other loans\n  Paid back           12       34\n\n" ROWS, true},
    /* it ends, or holds two rows */
    {"Other loans:\n  Paid back           12       34\n" ROWS, false},
    {"Other loans\n  Paid back           12       34\n"
     "  Granted             12       34\n" ROWS,
     false},
    /* what stands beside it, behind a blank, is no row */
    {"Other loans\n  Paid back           12       34\n\n  Granted\n" ROWS,
     true},
    /* far away it is no rest of a label */
    {"Other loans\n           Paid       12       34\n" ROWS, false},
    /* numbers are no label */
    {"2001\n  Paid back           12       34\n" ROWS, false},
    /* a bracket belongs to what stands above, but a mark or a number */
    {"Loans\n(net of fees)        12       34\n" ROWS, true},
    {"Loans\n(1) Paid             12       34\n" ROWS, false},
    {"Loans\n(a) Paid             12       34\n" ROWS, false},
    {"Loans\n(a)                  12       34\n" ROWS, false},
    /* a word that found no room: no label is as wide as both */
    {"Loans of\nothers               12       34\n" ROWS, true},
    {"Loan repaid\nAgain                12       34\n" ROWS, true},
    {"Loans\nAgain                12       34\n" ROWS, false},
    {"Loan repaid\nOnce again           12       34\n" ROWS, false},
    {"Loan repaid\nTotal                12       34\n" ROWS, false},
    /* wider than all labels it is none of them */
    {"Loans that were repaid\nAgain                12       34\n" ROWS, false},
    /* figures alone have the label right above, if they are one row */
    {"Other loans\n                     12       34\n" ROWS, true},
    {"Other loans:\n                     12       34\n" ROWS, false},
    {"Other loans\n                     12       34\n"
     "                      7       11\n" ROWS,
     false},
    {"2001\n                     12       34\n" ROWS, false},
    /* half of a word is no label */
    {"Manufac-\nTuring               12       34\n" ROWS, true},
    {"Loan repaid -\nOnce again           12       34\n" ROWS, false},
    /* where others stand alone, too */
    {"Loan repaid\nAgain                12       34\n"
     "Other\nFees                 12       34\n" ROWS,
     false},
};

static void
test_aligned(void **state) {
    (void)state;
    check(aligned, sizeof aligned / sizeof *aligned, ' ', goes_on);
}

static bool
heads_on(thr_window *window) {
    const thr_stub stub = {.fields = 1};
    return thr_wrap_holds(window, &stub, false)
           && !thr_wrap_goes_on(window, 0, false);
}

static const wrap headings[] = {
    {"Less loans not\n  subject to tax:\n    New    12    34\n" ROWS, true},
    /* each of the two is a heading by itself */
    {"Loans:\n  Ships:\n    New    12    34\n" ROWS, false},
    {"Loans\n  Ships\n    New    12    34\n" ROWS, false},
    {"Loans\n  Ships:\n    New    12    34\n  Gear  7  1\n" ROWS, false},
    {"Loans\nShips:\n    New    12    34\n" ROWS, false},
    {"Less loans not\n  subject to tax:\n\n    New    12    34\n" ROWS, true},
    {"Less loans not\n  subject to tax:\n    New    12    34\n    Old    7    "
     "3\n",
     true},
    /* far away it is no rest of a heading */
    {"Less loans not\n              subject to tax:\n"
     "                New    12    34\n" ROWS,
     false},
    /* nothing stands below */
    {"Loans not\n  subject to tax:\n" ROWS, false},
};

static void
test_headings(void **state) {
    (void)state;
    check(headings, sizeof headings / sizeof *headings, ' ', heads_on);
}

static const wrap three[] = {
    {"Loans granted and\n  guaranteed by the\n  Fishery      12   34\n" ROWS,
     true},
    {"Loans granted and\n  guaranteed for\n  fishery      12   34\n" ROWS,
     true},
    {"Loans:\n  Ships and\n  gear         12   34\n" ROWS, false},
    {"Loans\n  Ships and\n  gear         12   34\n" ROWS, false},
    /* no label is as long, and one that goes on nowhere is none */
    {"Loans and\n  more and\n  more and\n  more and\n  more and\n"
     "  gear         12   34\n" ROWS,
     false},
    {"Loans granted and\n  guaranteed by the\n", false},
};

static void
test_three_lines(void **state) {
    (void)state;
    check(three, sizeof three / sizeof *three, ' ', goes_on);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_below),
        cmocka_unit_test(test_aligned),
        cmocka_unit_test(test_headings),
        cmocka_unit_test(test_three_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
