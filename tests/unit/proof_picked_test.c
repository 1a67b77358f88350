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
sums_of(made *it, uint32_t rounding, thr_tree *tree, char text[400]) {
    bool *left_out = thr_arena_array(&it->arena, it->plane.nitems,
                                     sizeof *left_out);
    assert_non_null(left_out);
    const thr_search search = {.plane = &it->plane,
                               .terms = {.rounding = rounding},
                               .left_out = left_out,
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

#define ASSERT_PICKED(table, wanted)                               \
    do {                                                           \
        char text[400];                                            \
        thr_tree tree = {0};                                       \
        made it = made_open(table, MADE_ROWS);                     \
        assert_string_equal(sums_of(&it, 0, &tree, text), wanted); \
        made_close(&it);                                           \
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

/* Where all items are parts of one tree, nothing is left to be picked: "Ends"
 * has the whole of Oslo and Roros, but is counted beside them. Where another
 * item is no part of it, it is told. */
static void
test_one_tree(void **state) {
    (void)state;
    ASSERT_PICKED("|A|B|C|D\nAll|42024|90878|29173|26693\n" OSLO BODO ROROS
                  "Ends|15453|37758|12289|8795\n",
                  "0=1+2+3+4 ");
    ASSERT_PICKED("|A|B|C|D\nAll|42024|90878|29173|26693\n" OSLO BODO ROROS
                  "Ends|15453|37758|12289|8795\nOther|7017|331|5511|909\n",
                  "0=1+2+3+4 4=1+3 ");
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

#define HEADS "|A|B|C|D|E|F|G|H|I|J|K|L|M|N|O|P|Q\n"
#define UP                                                                 \
    "Up|12.06|35.55|41.27|77.41|33.91|22.07|81.62|10.54|61.18|53.62|45.95" \
    "|91.03|74.11|28.36|69.72|17.09|50.33\n"
#define DOWN                                                             \
    "Down|8.31|14.77|9.06|31.25|11.48|7.92|25.60|3.17|19.44|28.03|16.59" \
    "|40.12|22.71|13.38|36.95|5.46|18.80\n"
#define FAR                                                                \
    "Far|7.15|2.64|9.31|4.88|6.02|8.57|1.93|5.20|3.76|9.84|2.11|7.49|4.35" \
    "|6.68|8.02|1.57|5.91\n"

/* Up less Down, each rounded: three lines are off by one. Exact numbers are
 * not. */
static void
test_rounded_parts_apart(void **state) {
    (void)state;
    static const char table[] = HEADS UP FAR
        "Net|3.75|20.79|32.21|46.16|22.42|14.15|56.02|7.37|41.74|25.59|29.37"
        "|50.91|51.40|14.98|32.77|11.63|31.53\n" DOWN;
    char text[400];
    thr_tree tree = {0};
    made it = made_open(table, MADE_ROWS);
    assert_string_equal(sums_of(&it, THR_ALL_ROUNDED, &tree, text), "0=2+3 ");
    assert_int_equal(tree.sums[0].match.rounded, 3);
    made_close(&it);
    it = made_open(table, MADE_ROWS);
    assert_string_equal(sums_of(&it, 0, &tree, text), "");
    made_close(&it);
}

/* Three parts that stand together may fail in one line of many; two may not.
 */
static void
test_an_error_apart(void **state) {
    (void)state;
    ASSERT_PICKED(HEADS UP DOWN FAR
                  "Note|1.00|2.00|1.00|3.00|1.00|2.00|5.00|1.00|2.00|7.00|1.00"
                  "|3.00|2.00|9.00|1.00|2.00|4.00\n"
                  "Sum|27.52|52.96|59.64|113.54|51.41|38.56|109.15|18.91"
                  "|84.38|91.49|64.65|138.64|101.17|48.42|114.69|24.12"
                  "|99.99\n",
                  "4=0+1+2 ");
    ASSERT_PICKED(HEADS UP DOWN
                  "Note|1.00|2.00|1.00|3.00|1.00|2.00|5.00|1.00|2.00|7.00|1.00"
                  "|3.00|2.00|9.00|1.00|2.00|4.00\n"
                  "Sum|20.37|50.32|50.33|108.66|45.39|29.99|107.22|13.71"
                  "|80.62|81.65|62.54|131.15|96.82|41.74|106.67|22.55"
                  "|99.99\n",
                  "");
}

/* The parts of South are taken for parts of the total below, which leaves
 * South out: it is their total. */
static void
test_small_subtotal(void **state) {
    (void)state;
    char text[400];
    thr_tree tree = {0};
    made it = made_open("|A|B\nSouth|26|45\nUtsira|11|24\nR\303\270st|15|21\n"
                        "Oslo|12062|35551\nBodo|11118|15362\n"
                        "Total|23206|50958\n",
                        MADE_ROWS);
    assert_string_equal(sums_of(&it, 0, &tree, text), "5=0+3+4 0=1+2 ");
    assert_int_equal(tree.parent[1], 0);
    assert_int_equal(tree.parent[0], 5);
    made_close(&it);
}

/* Parts apart are no branch of the tree: they keep no parent. */
static void
test_parents(void **state) {
    (void)state;
    char text[400];
    thr_tree tree = {0};
    made it = made_open("|A|B|C|D\n" OSLO BODO ROROS
                        "Ends|15453|37758|12289|8795\n",
                        MADE_ROWS);
    (void)sums_of(&it, 0, &tree, text);
    assert_int_equal(tree.parent[0], THR_NO_PARENT);
    assert_false(tree.is_total[3]);
    made_close(&it);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parts_apart),
        cmocka_unit_test(test_total_amid_two),
        cmocka_unit_test(test_one_tree),
        cmocka_unit_test(test_nothing_that_follows),
        cmocka_unit_test(test_total_twice),
        cmocka_unit_test(test_not_by_luck),
        cmocka_unit_test(test_rounded_parts_apart),
        cmocka_unit_test(test_an_error_apart),
        cmocka_unit_test(test_small_subtotal),
        cmocka_unit_test(test_parents)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
