/* What the codes of labels say of the tree: src/proof/codes.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "proof/codes.h"
#include "proof_made.h"

enum { MOST_ITEMS = 8, NONE = -1 };

/* Apply the codes of `text` to a tree without any parents, but for item
 * `known`, whose parent is the first; 0 = no such item. */
static void
assert_parents(const char *text, size_t known, const int *expected) {
    uint32_t parent[MOST_ITEMS];
    made it = made_open(text, MADE_ROWS);
    thr_tree tree = {.parent = parent};
    assert_true(it.plane.nitems <= MOST_ITEMS);
    for (size_t i = 0; i < it.plane.nitems; i++)
        parent[i] = i == known && i > 0 ? 0 : THR_NO_PARENT;
    assert_int_equal(thr_codes_apply(&it.plane, &tree, NULL), THRESH_OK);
    for (size_t i = 0; i < it.plane.nitems; i++)
        if (parent[i]
            != (expected[i] == NONE ? THR_NO_PARENT : (uint32_t)expected[i]))
            fail_msg("%s: item %zu", text, i);
    made_close(&it);
}

static void
test_numbers(void **state) {
    (void)state;
    assert_parents("|A|B\n1. Sector|9|9\n1.1 Public|1|2\n1.2 Clinics|3|4\n"
                   "1.2.1 Of them|3|4\n2 Others|5|6\n2.1 Rest|5|6\n",
                   0, (const int[]){NONE, 0, 0, 2, NONE, 4});
    /* "1" is no part of "1", nor "11" of "1", nor "12.1" */
    assert_parents("|A|B\n1 Sector|9|9\n11 Public|1|2\n1.1 Own|3|4\n", 0,
                   (const int[]){NONE, NONE, NONE});
    assert_parents("|A|B\n1 Sector|9|9\n12.1 Public|1|2\n1... Own|3|4\n", 0,
                   (const int[]){NONE, NONE, NONE});
}

static void
test_letters(void **state) {
    (void)state;
    assert_parents("|A|B\nHC.1 Cure|9|9\nHC.1.1 In|1|2\nHC.1.2 Day|3|4\n"
                   "HC.2 Rest|3|4\n",
                   0, (const int[]){NONE, 0, 0, NONE});
    /* words in capitals are no codes, nor is a range, nor a number alone */
    assert_parents("|A|B\nCPI 1 Food|9|9\nCPI 1.1 Bread|1|2\n", 0,
                   (const int[]){NONE, NONE});
    assert_parents("|A|B\nNACE1 Food|9|9\nNACE1.1 Bread|1|2\n", 0,
                   (const int[]){NONE, NONE});
    assert_parents("|A|B\n1|9|9\n1.1|1|2\n", 0, (const int[]){NONE, NONE});
    assert_parents("|A|B\n1 2|9|9\n1.1 2|1|2\n", 0, (const int[]){NONE, NONE});
}

/* Labels without a code stand between, and what a sum has told holds. */
static void
test_completes(void **state) {
    (void)state;
    assert_parents("|A|B\nTotal|9|9\n1 Sector|9|9\n1.1 Public|1|2\n"
                   "of which new|1|1\n1.2 Clinics|3|4\n",
                   2, (const int[]){NONE, NONE, 0, NONE, 1});
}

/* What is a part of an item holds it not, whatever its code says. */
static void
test_no_circle(void **state) {
    (void)state;
    made it = made_open("|A|B\n1 Salt|4|5\n1.1 All|9|9\n1.2 More|1|2\n",
                        MADE_ROWS);
    uint32_t parent[] = {1, THR_NO_PARENT, THR_NO_PARENT};
    thr_tree tree = {.parent = parent};
    assert_int_equal(thr_codes_apply(&it.plane, &tree, NULL), THRESH_OK);
    assert_int_equal(parent[0], 1);
    assert_int_equal(parent[1], THR_NO_PARENT);
    assert_int_equal(parent[2], 0);
    made_close(&it);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_circle),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_letters),
        cmocka_unit_test(test_completes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
