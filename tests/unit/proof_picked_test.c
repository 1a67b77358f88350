/* Sums whose parts do not stand together: src/proof/picked.c, and
 * subtotals.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "proof/picked.h"
#include "proof_made.h"

/* The sums of the tree and those that are picked, as "2=0+1 5=3+4 ". */
static const char *
sums_of(made *it, thr_tree *tree, char text[400]) {
    bool *left_out = thr_arena_array(&it->arena, it->plane.nitems,
                                     sizeof *left_out);
    assert_non_null(left_out);
    const thr_search search = {.plane = &it->plane,
                               .left_out = left_out,
                               .named = made_named(it),
                               .arena = &it->arena};
    *tree = made_tree(it);
    assert_int_equal(thr_picked_find(tree, &search, NULL), THRESH_OK);
    text[0] = '\0';
    for (size_t i = 0; i < tree->nsums; i++) {
        char sum[80];
        strcat(text, made_sum(&tree->sums[i].claim, sum));
        strcat(text, " ");
    }
    return text;
}

#define ASSERT_PICKED(table, wanted)                            \
    do {                                                        \
        char text[400];                                         \
        thr_tree tree;                                          \
        made it = made_open(table, MADE_ROWS);                  \
        assert_string_equal(sums_of(&it, &tree, text), wanted); \
        made_close(&it);                                        \
    } while (0)

#define OSLO "Oslo|12062|35551|4127|7741\n"
#define BODO "Bodo|11118|15362|4595|9103\n"
#define ROROS "R\303\270ros|3391|2207|8162|1054\n"

/* The whole of the first and the last. */
static void
test_parts_apart(void **state) {
    (void)state;
    ASSERT_PICKED("|A|B|C|D\n" OSLO BODO ROROS "Ends|15453|37758|12289|8795\n",
                  "3=0+2 ");
}

/* In = Net + Out, where the total stands amid its parts. */
static void
test_total_amid_two(void **state) {
    (void)state;
    ASSERT_PICKED("|A|B|C|D\nNet|8671|33344|-4035|6687\n" OSLO ROROS,
                  "1=0+2 ");
}

/* What follows from others is not told, nor what holds for copies. */
static void
test_nothing_that_follows(void **state) {
    (void)state;
    ASSERT_PICKED("|A|B|C|D\nTotal|26571|53120|16884|17898\n"
                  "Both|23180|50913|8722|16844\n" OSLO BODO ROROS,
                  "1=2+3 0=1+4 ");
    ASSERT_PICKED("|A|B|C|D\nTotal|23180|50913|8722|16844\n" OSLO BODO
                  "Oslo again|12062|35551|4127|7741\n",
                  "0=1+2 ");
}

/* A total that is printed twice is proved twice. */
static void
test_total_twice(void **state) {
    (void)state;
    ASSERT_PICKED("|A|B|C|D\nTotal|23180|50913|8722|16844\n"
                  "Whole|23180|50913|8722|16844\n" OSLO BODO,
                  "1=2+3 0=2+3 ");
}

/* 3 = 1 + 2 means even less where the parts are picked. */
static void
test_not_by_luck(void **state) {
    (void)state;
    ASSERT_PICKED("|A|B\nX|3|5\nY|9|4\nZ|1|2\nU|7|9\nV|2|3\n", "");
    ASSERT_PICKED("|A|B|C|D\n" OSLO BODO ROROS "Ends|15453|37758|12289|8796\n",
                  "");
}

/* The parts of South are taken for parts of the total below, which leaves
 * South out: it is their total. */
static void
test_small_subtotal(void **state) {
    (void)state;
    char text[400];
    thr_tree tree;
    made it = made_open("|A|B\nSouth|26|45\nUtsira|11|24\nR\303\270st|15|21\n"
                        "Oslo|12062|35551\nBodo|11118|15362\n"
                        "Total|23206|50958\n",
                        MADE_ROWS);
    assert_string_equal(sums_of(&it, &tree, text), "5=0+3+4 0=1+2 ");
    assert_int_equal(tree.parent[1], 0);
    assert_int_equal(tree.parent[0], 5);
    made_close(&it);
}

/* Parts apart are no branch of the tree: they keep no parent. */
static void
test_parents(void **state) {
    (void)state;
    char text[400];
    thr_tree tree;
    made it = made_open("|A|B|C|D\n" OSLO BODO ROROS
                        "Ends|15453|37758|12289|8795\n",
                        MADE_ROWS);
    (void)sums_of(&it, &tree, text);
    assert_int_equal(tree.parent[0], THRESH_NONE);
    assert_false(tree.is_total[3]);
    made_close(&it);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parts_apart),
        cmocka_unit_test(test_total_amid_two),
        cmocka_unit_test(test_nothing_that_follows),
        cmocka_unit_test(test_total_twice),
        cmocka_unit_test(test_not_by_luck),
        cmocka_unit_test(test_small_subtotal),
        cmocka_unit_test(test_parents)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
