/* Groups of rates: src/proof/sectors.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "proof/sectors.h"
#include "proof_made.h"

enum { MOST_ITEMS = 8 };

/* The parents that the items are given, "." for none: ".00.33". */
static void
assert_found(const char *text, const char *given, const bool *is_total,
             const bool *empty, const char *expected) {
    uint32_t parent[MOST_ITEMS];
    bool totals[MOST_ITEMS];
    char found[MOST_ITEMS + 1] = "";
    made it = made_open(text, MADE_ROWS);
    thr_tree tree = {.parent = parent, .is_total = totals};
    assert_true(it.plane.nitems <= MOST_ITEMS);
    for (size_t i = 0; i < it.plane.nitems; i++) {
        parent[i] = given[i] == '.' ? THR_NO_PARENT : (uint32_t)given[i] - '0';
        totals[i] = is_total[i];
    }
    thr_sectors_apply(&it.plane, empty, &tree);
    for (size_t i = 0; i < it.plane.nitems; i++)
        found[i] = parent[i] == THR_NO_PARENT ? '.' : (char)('0' + parent[i]);
    assert_string_equal(found, expected);
    made_close(&it);
}

static const bool none[MOST_ITEMS] = {false};

/* The same of items without any parents before. */
static void
assert_parents(const char *text, const char *expected) {
    assert_found(text, "........", none, none, expected);
}

static void
test_groups(void **state) {
    (void)state;
    assert_parents("|A|B\nPrivate sector|5.5|6.5\nFarms|4.5|7.5\n"
                   "Mines|6.5|5.5\nPublic sector|9.9|9.8\nSchools|9.9|9.7\n"
                   "Hospitals|9.8|9.9\n",
                   ".00.33");
    /* a number that is not known speaks against nothing */
    assert_parents("|A|B\nNorth region|5.5|..\nOslo|4.5|7.5\nMoss|..|5.5\n"
                   "Ski|6.5|..\nWest Region|2|3\nBergen|1|4\nVoss|3|2\n",
                   ".000.44");
}

static void
test_none(void **state) {
    (void)state;
    /* one group, or another word */
    assert_parents("|A|B\nPrivate sector|5.5|6.5\nFarms|4.5|7.5\n"
                   "Mines|6.5|5.5\n",
                   "...");
    assert_parents("|A|B\nDairy cattle|5|6\nPigs|4|7\nSheep|6|5\n"
                   "Beef cattle|2|3\nGoats|1|4\nHorses|3|2\n",
                   "......");
    /* a row above the first group, or a group with one row */
    assert_parents("|A|B\nAll of it|5|6\nPrivate sector|5|6\nFarms|4|7\n"
                   "Mines|6|5\nPublic sector|2|3\nSchools|1|4\nOther|3|2\n",
                   ".......");
    assert_parents("|A|B\nPrivate sector|5|6\nFarms|4|7\nMines|6|5\n"
                   "Public sector|2|3\nSchools|2|3\n",
                   ".....");
    /* what lies beyond its rows is no average of them */
    assert_parents("|A|B\nPrivate sector|5|9\nFarms|4|7\nMines|6|5\n"
                   "Public sector|2|3\nSchools|1|4\nOther|3|2\n",
                   "......");
    /* one line is too little */
    assert_parents("|A\nPrivate sector|5\nFarms|4\nMines|6\n"
                   "Public sector|2\nSchools|1\nOther|3\n",
                   "......");
}

/* A total among the rows, or one printed less deep, belongs to no group. */
static void
test_others(void **state) {
    (void)state;
    assert_parents("|A|B\nPrivate sector|5|6\nFarms|4|7\nMines|6|5\n"
                   "Public sector|2|3\nSchools|1|4\nAll schools|3|2\n",
                   "......");
    assert_parents("|A|B\n  Private sector|5|6\n  Farms|4|7\n  Mines|6|5\n"
                   "  Public sector|2|3\n  Schools|1|4\nOther|3|2\n",
                   "......");
}

#define SECTORS                                               \
    "|A|B\nPrivate sector|5.5|6.5\nFarms|4.5|7.5\n"           \
    "Mines|6.5|5.5\nPublic sector|9.9|9.8\nSchools|9.9|9.7\n" \
    "Hospitals|9.8|9.9\n"

/* What sums tell holds: parts keep their totals, and totals, as well as labels
 * without values, are no parts of rates and have none. */
static void
test_known(void **state) {
    (void)state;
    assert_parents(SECTORS, ".00.33");
    assert_found(SECTORS "Beds|1|2\n", "......5", none, none, ".00.335");
    assert_found(SECTORS, "1.....", none, none, "1.....");
    for (size_t i = 0; i < 4; i++) {
        bool one[MOST_ITEMS] = {false};
        one[i] = true;
        assert_found(SECTORS, "......", one, none, "......");
        assert_found(SECTORS, "......", none, one, "......");
    }
}

/* A group below all of its rows is no average of them. */
static void
test_below(void **state) {
    (void)state;
    assert_parents("|A|B\nPrivate sector|5.5|6.5\nFarms|5.6|7.5\n"
                   "Mines|6.5|5.5\nPublic sector|9.9|9.8\nSchools|9.9|9.7\n"
                   "Hospitals|9.8|9.9\n",
                   "......");
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_groups), cmocka_unit_test(test_none),
        cmocka_unit_test(test_others), cmocka_unit_test(test_known),
        cmocka_unit_test(test_below)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
