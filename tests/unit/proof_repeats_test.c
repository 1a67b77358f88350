/* Labels that stand again below several others: src/proof/repeats.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "proof/repeats.h"
#include "proof_made.h"

enum { MOST_ITEMS = 12, NONE = -1 };

/* Apply the labels of `text` to a tree with the parents `known`, or with none
 * where that is NULL. An item without numbers is empty. */
static void
assert_parents(const char *text, const int *known, const int *expected) {
    uint32_t parent[MOST_ITEMS];
    bool empty[MOST_ITEMS];
    made it = made_open(text, MADE_ROWS);
    thr_tree tree = {.parent = parent};
    assert_true(it.plane.nitems <= MOST_ITEMS);
    for (size_t i = 0; i < it.plane.nitems; i++) {
        bool root = known == NULL || known[i] == NONE;
        parent[i] = root ? THR_NO_PARENT : (uint32_t)known[i];
        empty[i] = thr_plane_value(&it.plane, i, 0).state == THR_ABSENT;
    }
    assert_int_equal(
        thr_repeats_apply(&it.plane, empty, &tree, &it.arena, NULL),
        THRESH_OK);
    for (size_t i = 0; i < it.plane.nitems; i++)
        if (parent[i]
            != (expected[i] == NONE ? THR_NO_PARENT : (uint32_t)expected[i]))
            fail_msg("%s: item %zu", text, i);
    made_close(&it);
}

static void
test_blocks(void **state) {
    (void)state;
    assert_parents("|A|B\nMen|6|7\nYoung|5|6\nOld|7|8\n"
                   "Women|4|5\nYoung|3|4\nOld|5|6\n",
                   NULL, (const int[]){NONE, 0, 0, NONE, 3, 3});
    /* a total of all before and after them */
    assert_parents("|A|B\nAll|5|6\nMen|6|7\nYoung|5|6\nOld|7|8\n"
                   "Women|4|5\nYoung|3|4\nOld|5|6\nUnknown|1|2\n",
                   NULL, (const int[]){NONE, NONE, 1, 1, NONE, 4, 4, NONE});
    /* one label needs a third block */
    assert_parents("|A|B\nOslo|6|7\nOther|5|6\nBergen|4|5\nOther|3|4\n"
                   "Bodo|4|5\nOther|3|4\n",
                   NULL, (const int[]){NONE, 0, NONE, 2, NONE, 4});
    assert_parents("|A|B\nOslo|6|7\nOther|5|6\nBergen|4|5\nOther|3|4\n", NULL,
                   (const int[]){NONE, NONE, NONE, NONE});
}

/* What sums tell holds, and is passed over where it differs. */
static void
test_roots(void **state) {
    (void)state;
    static const char text[] = "|A|B\nNorth|9|9\nTop ports|5|6\nOslo|2|3\n"
                               "Bodo|3|3\nSouth|9|9\nTop ports|5|6\n"
                               "Moss|2|3\nHamar|3|3\nEast|9|9\n"
                               "Top ports|5|6\nOslo|2|3\nVik|3|3\n";
    assert_parents(
        text,
        (const int[]){NONE, NONE, 1, 1, NONE, NONE, 5, 5, NONE, NONE, 9, 9},
        (const int[]){NONE, 0, 1, 1, NONE, 4, 5, 5, NONE, 8, 9, 9});
    /* a head is no part of what stands below it */
    assert_parents("|A|B\nMen|6|7\nYoung|5|6\nOld|7|8\n"
                   "Women|4|5\nYoung|3|4\nOld|5|6\n",
                   (const int[]){1, NONE, NONE, NONE, NONE, NONE},
                   (const int[]){1, NONE, 0, NONE, 3, 3});
}

static void
test_no_blocks(void **state) {
    (void)state;
    /* years that go on under a heading */
    assert_parents("|A|B\n1990|6|7\n1991|5|6\n1992|7|8\nChange||\n1991|1|2\n"
                   "1992|2|3\n",
                   NULL, (const int[]){NONE, NONE, NONE, NONE, NONE, NONE});
    /* the same head again, or one that is a label below the other */
    assert_parents("|A|B\nMen|6|7\nYoung|5|6\nOld|7|8\nMen|4|5\nYoung|3|4\n"
                   "Old|5|6\n",
                   NULL, (const int[]){NONE, NONE, NONE, NONE, NONE, NONE});
    assert_parents("|A|B\nMen|6|7\nYoung|5|6\nOld|7|8\nOld|4|5\nYoung|3|4\n"
                   "Old|5|6\n",
                   NULL, (const int[]){NONE, NONE, NONE, NONE, NONE, NONE});
    /* labels that differ, or are blank */
    assert_parents("|A|B\nMen|6|7\nYoung|5|6\nOld|7|8\nWomen|4|5\nYoung|3|4\n"
                   "Aged|5|6\n",
                   NULL, (const int[]){NONE, NONE, NONE, NONE, NONE, NONE});
    /* they stand again without a head */
    assert_parents("|A|B\nMen|6|7\nYoung|5|6\nOld|7|8\nWomen|4|5\nYoung|3|4\n"
                   "Old|5|6\nYoung|8|9\n",
                   NULL,
                   (const int[]){NONE, NONE, NONE, NONE, NONE, NONE, NONE});
    assert_parents("|A|B\nMen|6|7\nOld|7|8\n", NULL,
                   (const int[]){NONE, NONE});
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_blocks),
        cmocka_unit_test(test_roots),
        cmocka_unit_test(test_no_blocks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
