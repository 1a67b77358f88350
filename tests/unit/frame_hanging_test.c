/* Labels that go on below their row: src/frame/hanging.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "frame/hanging.h"
#include "read_text.h"

typedef struct hang {
    const char *text;
    size_t count;
} hang;

/* In how many lines below the first the label of that one goes on. */
static size_t
look(thr_hanging *hanging, thr_window *window, bool held) {
    const thr_stub stub = {.fields = 1};
    assert_int_equal(thr_hanging_look(hanging, window, &stub, held, NULL),
                     THRESH_OK);
    return hanging->count;
}

static void
check_held(const hang *rows, size_t count, char delimiter, bool held) {
    thr_hanging found = {0};
    for (size_t i = 0; i < count; i++) {
        text_records records;
        open_records(&records, rows[i].text, delimiter, NULL);
        if (look(&found, &records.window, held) != rows[i].count)
            fail_msg("\"%s\"", rows[i].text);
        close_records(&records);
    }
    thr_buf_free(&found.text);
}

static void
check(const hang *rows, size_t count, char delimiter) {
    check_held(rows, count, delimiter, false);
}

static const hang after[] = {
    {"Percent change,;4.5;2\n1990-2008\nNorway;1;2\n", 1},
    {"Percent change,;4.5;2\n1990-2008\n", 1},
    {"Machines and;4.5;2\nTools\nNorway;1;2\n", 1},
    {"Machines;4.5;2\nTools\nNorway;1;2\n", 0},
    /* what follows is the start of the label below it */
    {"Machines and;4.5;2\nTools and\nIron;1;2\n", 0},
    {"Machines and;4.5;2\nTools\niron;1;2\n", 0},
    /* nothing, or more than a label */
    {"Machines and;4.5;2\n", 0},
    {"Machines and;4.5;2\nTools;1;2\n", 0},
    {"Machines and;4.5;2\n\nTools\n", 0},
    {";4.5;2\nTools\n", 0},
};

static void
test_after(void **state) {
    (void)state;
    check(after, sizeof after / sizeof *after, ';');
}

/* Labels of 12 characters or less, up to "Loans abroad". */
#define ROWS                              \
    "Deposits              12      340\n" \
    "Loans abroad         120       35\n" \
    "Fees                   7       11\n"

static const hang hanging[] = {
    /* indented below a row that had no room for it, over nothing */
    {"Fleet loans          12       34\n  Fishery\n" ROWS, 1},
    {"Loans/               12       34\n  Gear\n" ROWS, 1},
    /* it had room, heads a row, ends with a colon, or is a note */
    {"Loans                12       34\n  Gear\n" ROWS, 0},
    {"Fleet loans          12       34\n  Fishery\n    Gear    7    3\n" ROWS,
     0},
    {"Fleet loans          12       34\n  Fishery\n  Gear      7    3\n" ROWS,
     0},
    {"Fleet loans          12       34\n  Fishery:\n" ROWS, 0},
    {"Fleet loans          12       34\n  Note: fishery\n" ROWS, 0},
    {"Fleet loans          12       34\n  1990\n" ROWS, 0},
    /* its first word had no room, whatever follows it */
    {"Fleet loans          12       34\n  Fishery fleet\n" ROWS, 1},
    /* how far labels far below reach does not count */
    {"Fleet loans          12       34\n  Fishery\n" ROWS ROWS ROWS ROWS ROWS
     "Loans to all fishers   7       11\n",
     1},
    {"Fleet loans          12       34\n  Fishery\n" ROWS
     "Loans to all fishers   7       11\n",
     0},
    /* above a label alone; above what is neither that nor a row */
    {"Fleet loans          12       34\n  Fishery\nGear\n" ROWS, 1},
    {"Fleet loans          12       34\n  Fishery\n"
     "Gear                few      few\n" ROWS,
     0},
    /* far away, or at the end */
    {"Fleet loans          12       34\n        Fishery\n" ROWS, 0},
    {ROWS "Fleet loans          12       34\n  Fishery\n", 0},
};

static void
test_hanging(void **state) {
    (void)state;
    check(hanging, sizeof hanging / sizeof *hanging, ' ');
}

static const hang small[] = {
    /* what starts small is no label here, indented or not */
    {"Ships                12       34\nin service\n" ROWS, 1},
    {"Ships                12       34\nin service\nand repair\n" ROWS, 2},
    {"Ships                12       34\n  in service\n  and repair\n" ROWS, 2},
    {ROWS "Ships                12       34\nin service\n", 0},
    /* indented, it goes on as deep in large letters; over nothing as deep */
    {"Ships                12       34\n  in service\n  And repair\n" ROWS, 2},
    {"Ships                12       34\nin service\nAnd repair\n" ROWS, 1},
    {"Ships                12       34\n  in service\n  And repair\n"
     "  Gear                7       11\n" ROWS,
     1},
    /* so many lines, and no more */
    {"Ships                12       34\nin service\nand repair\nand port\n"
     "and trade\n" ROWS,
     3},
    /* above texts; above the row that its "and" waits for, it is no rest */
    {"Ships                12       34\nin service\n"
     "Gear                few      few\n" ROWS,
     1},
    {"Ships                12       34\nin service and\n" ROWS, 0},
    /* where others start small, it is one; above figures alone too */
    {"ships                12       34\nin service\n" ROWS, 0},
    {"Ships                12       34\nin service\ngear                  7   "
     "    11\n" ROWS,
     0},
    {"Ships                12       34\nin service\n                      7   "
     "    11\n" ROWS,
     0},
    {"1990                 12       34\nin service\n" ROWS, 0},
    /* it stands over rows, or is a note */
    {"Ships                12       34\nof which\nNew                   7     "
     "  11\n" ROWS,
     0},
    {"Ships                12       34\nin service:\nNew                   7  "
     "     11\n",
     0},
    {"Ships                12       34\n\nin service\n" ROWS, 0},
};

static void
test_small(void **state) {
    (void)state;
    check(small, sizeof small / sizeof *small, ' ');
}

static const hang around[] = {
    {"                     12       34\nIn service\n" ROWS, 1},
    {"                     12       34\nIn service\n                      7   "
     "    11\n" ROWS,
     0},
    {"                     12       34\n\nIn service\n" ROWS, 0},
    {"                     12       34\nIn service\nand gear\n" ROWS, 2},
};

static void
test_around(void **state) {
    (void)state;
    check_held(around, sizeof around / sizeof *around, ' ', true);
    const hang none[] = {{around[0].text, 0}};
    check(none, 1, ' ');
}

static void
test_text(void **state) {
    (void)state;
    thr_hanging found = {0};
    text_records records;
    open_records(
        &records,
        "Machines and         12       34\nmanufac-\nturing tools\n" ROWS, ' ',
        NULL);
    assert_int_equal(look(&found, &records.window, false), 2);
    assert_true(thr_str_equal(thr_buf_view(&found.text),
                              THR_LIT("manufacturing tools")));
    close_records(&records);
    thr_buf_free(&found.text);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_after), cmocka_unit_test(test_hanging),
        cmocka_unit_test(test_small), cmocka_unit_test(test_around),
        cmocka_unit_test(test_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
