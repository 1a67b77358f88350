/* What indentation says of the tree: src/proof/indent.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "proof/indent.h"
#include "proof_made.h"

enum { NONE = -1, MOST = 8 };

static size_t *
find(made *it, const bool *empty) {
    size_t *indent;
    assert_int_equal(
        thr_indent_find(&it->plane, empty, &it->arena, &indent, NULL),
        THRESH_OK);
    return indent;
}

static void
assert_parents(const size_t *parents, size_t count, const int *wanted) {
    for (size_t i = 0; i < count; i++)
        assert_int_equal(parents[i],
                         wanted[i] < 0 ? THRESH_NONE : (size_t)wanted[i]);
}

static void
assert_tree(const thr_tree *tree, size_t count, const int *wanted) {
    for (size_t i = 0; i < count; i++)
        assert_int_equal(thr_tree_parent(tree, i),
                         wanted[i] < 0 ? THRESH_NONE : (size_t)wanted[i]);
}

static void
test_deeper_is_below(void **state) {
    (void)state;
    const bool empty[MOST] = {false};
    made it = made_open("|A\nTotal|9\n  Europe|5\n    Italy|2\n    Spain|3\n"
                        "  Asia|4\nOther|1\n",
                        MADE_ROWS);
    static const int wanted[] = {NONE, 0, 1, 1, 0, NONE};
    assert_parents(find(&it, empty), 6, wanted);
    made_close(&it);
}

static void
test_all_alike(void **state) {
    (void)state;
    const bool empty[MOST] = {false};
    made it = made_open("|A\n  Total|9\n  Europe|5\n", MADE_ROWS);
    assert_null(find(&it, empty));
    made_close(&it);
}

static void
test_labels_without_values(void **state) {
    (void)state;
    const bool empty[MOST] = {true, false, false, true, false};
    made it = made_open("|A\nAge|\n0-14|2\n15-|3\nSex|\nMen|5\n", MADE_ROWS);
    static const int wanted[] = {NONE, 0, 0, NONE, 3};
    assert_parents(find(&it, empty), 5, wanted);
    made_close(&it);
}

/* A total that is all that stands below a row is set off, and no part of it;
 * two rows are parts, whatever they are called. */
static void
test_set_off(void **state) {
    (void)state;
    const bool empty[MOST] = {true, false, false, false, false, false, false};
    made it = made_open("|A\nLoans:|\n  Ships|1\n  Gear|3\n     Total|4\n"
                        "Sums|8\n  Total paid|3\n  Rest|5\n",
                        MADE_ROWS);
    static const int wanted[] = {NONE, 0, 0, 0, NONE, 4, 4};
    assert_parents(find(&it, empty), 7, wanted);
    made_close(&it);
}

/* "Loans:" needs no half step over "Fees" beside it: its first row is
 * indented, if only below another label. */
static void
test_first_row_is_deeper(void **state) {
    (void)state;
    const bool empty[MOST] = {true, true, false, false, true, true, false};
    made it = made_open("|A\nLoans:|\n  Ships:|\n    New|1\nFees|3\n"
                        "Age|\n  (years)|\n0-14|2\n",
                        MADE_ROWS);
    static const int wanted[] = {NONE, 0, 1, NONE, NONE, 4, 4};
    assert_parents(find(&it, empty), 7, wanted);
    made_close(&it);
}

/* A tree in which nothing is known yet, but what `parents` say. */
static thr_tree
tree_of(made *it, const int *parents) {
    thr_tree tree = {0};
    size_t count = it->plane.nitems;
    tree.parent = thr_arena_array(&it->arena, count, sizeof *tree.parent);
    tree.is_total = thr_arena_array(&it->arena, count, sizeof *tree.is_total);
    assert_true(tree.parent != NULL && tree.is_total != NULL);
    for (size_t i = 0; i < count; i++)
        tree.parent[i] = parents[i] < 0 ? THR_NO_PARENT : (uint32_t)parents[i];
    return tree;
}

/* A total of what it stands below, as it says itself. */
static void
test_total_of(void **state) {
    (void)state;
    const bool empty[MOST] = {true, false, true, false, false, false};
    made it = made_open("|A\nLoans:|\n  Ships|7\n  Other loans:|\n"
                        "    Gear|3\n    Total, other loans|4\n"
                        "    Total loans|9\n",
                        MADE_ROWS);
    static const int known[] = {NONE, NONE, NONE, NONE, NONE, NONE};
    static const int wanted[] = {NONE, 0, 0, 2, 2, 0};
    size_t *indent = find(&it, empty);
    assert_int_equal(thr_indent_total_of(indent, &it.plane, 4), 2);
    assert_int_equal(thr_indent_total_of(indent, &it.plane, 5), 0);
    assert_int_equal(thr_indent_total_of(indent, &it.plane, 3), THRESH_NONE);
    assert_int_equal(thr_indent_total_of(NULL, &it.plane, 4), THRESH_NONE);
    thr_tree tree = tree_of(&it, known);
    thr_indent_apply(indent, empty, &it.plane, &tree);
    assert_tree(&tree, 6, wanted);
    made_close(&it);
}

static void
test_sums_come_first(void **state) {
    (void)state;
    const bool empty[MOST] = {false};
    made it = made_open("|A\nTotal|9\n  x|5\n    y|2\n    z|3\n", MADE_ROWS);
    static const int proved[] = {NONE, NONE, 0, NONE};
    static const int wanted[] = {NONE, 0, 0, 1};
    thr_tree tree = tree_of(&it, proved);
    thr_indent_apply(find(&it, empty), empty, &it.plane, &tree);
    assert_tree(&tree, 4, wanted);
    made_close(&it);
}

/* Total > Marital status > Married, though the sum is that of Total. */
static void
test_a_group_holds_its_items(void **state) {
    (void)state;
    const bool empty[MOST] = {false, true, false, false};
    made it = made_open("|A\nPersons|5\nMarital status|\nMarried|2\n"
                        "Single|3\n",
                        MADE_ROWS);
    static const int proved[] = {NONE, NONE, 0, 0};
    static const int wanted[] = {NONE, 0, 1, 1};
    thr_tree tree = tree_of(&it, proved);
    tree.is_total[0] = true;
    thr_indent_apply(find(&it, empty), empty, &it.plane, &tree);
    assert_tree(&tree, 4, wanted);
    made_close(&it);
}

/* Apply the indents of five items, the fifth of which is the sum of those
 * between it and the first, which has no values. */
static void
assert_closed(const char *text, size_t first_part, const int *wanted) {
    const bool empty[MOST] = {true, false};
    static const int proved[] = {NONE, 4, 4, 4, NONE};
    made it = made_open(text, MADE_ROWS);
    const size_t parts[] = {first_part, 2, 3};
    thr_found sum = {.claim = {THRESH_SUM, 4, parts, 3}};
    thr_tree tree = tree_of(&it, proved);
    tree.sums = &sum;
    tree.nsums = 1;
    tree.is_total[4] = true;
    thr_indent_apply(find(&it, empty), empty, &it.plane, &tree);
    assert_tree(&tree, 5, wanted);
    made_close(&it);
}

/* One line is not indented, but the subtotal that closes the label is. */
static void
test_subtotal_closes_a_label(void **state) {
    (void)state;
    assert_closed("|A\nEnergy|\n   Oil|5\n   Gas|3\nOther|1\n  Sum|9\n", 1,
                  (const int[]){NONE, 0, 0, 0, 0});
    /* it stands no deeper than the label: it is a total of all */
    assert_closed("|A\nEnergy|\n   Oil|5\n   Gas|3\nOther|1\nSum|9\n", 1,
                  (const int[]){4, 0, 0, 4, NONE});
    /* its first part does not follow the label */
    assert_closed("|A\nEnergy|\n   Oil|5\n   Gas|3\nOther|1\n  Sum|9\n", 2,
                  (const int[]){4, 0, 0, 4, NONE});
}

/* Also where nothing is indented. */
static void
test_of_which(void **state) {
    (void)state;
    const bool empty[MOST] = {false};
    made it = made_open("|A\nTotal|9\nFish|5\nof which cod|3\n"
                        "of which eel|1\nMeat|4\n",
                        MADE_ROWS);
    static const int proved[] = {NONE, 0, NONE, NONE, 0};
    static const int wanted[] = {NONE, 0, 1, 1, 0};
    thr_tree tree = tree_of(&it, proved);
    thr_indent_apply(NULL, empty, &it.plane, &tree);
    assert_tree(&tree, 5, wanted);
    made_close(&it);
}

/* It holds a total that holds what stands above it. */
static void
test_of_which_no_circle(void **state) {
    (void)state;
    const bool empty[MOST] = {false};
    made it = made_open("|A\n  Tools|1\n  Fish|3\nof which food|2\n"
                        "  Goods|4\n",
                        MADE_ROWS);
    static const int proved[] = {3, 3, NONE, NONE};
    static const int wanted[] = {3, 3, NONE, 2};
    thr_tree tree = tree_of(&it, proved);
    thr_indent_apply(find(&it, empty), empty, &it.plane, &tree);
    assert_tree(&tree, 4, wanted);
    made_close(&it);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_of_which_no_circle),
        cmocka_unit_test(test_set_off),
        cmocka_unit_test(test_first_row_is_deeper),
        cmocka_unit_test(test_total_of),
        cmocka_unit_test(test_deeper_is_below),
        cmocka_unit_test(test_all_alike),
        cmocka_unit_test(test_labels_without_values),
        cmocka_unit_test(test_sums_come_first),
        cmocka_unit_test(test_a_group_holds_its_items),
        cmocka_unit_test(test_subtotal_closes_a_label),
        cmocka_unit_test(test_of_which),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
