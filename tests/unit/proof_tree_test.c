/* The tree of totals: src/proof/tree.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buf.h"
#include "proof_made.h"

#define NORTH "North|2317|5091|871\n"
#define OSLO "Oslo|1206|3555|412\n"
#define BODO "Bodo|1111|1536|459\n"
#define SOUTH "South|1604|2940|1283\n"

static void
assert_sums(const thr_tree *tree, size_t count, const char *const *wanted) {
    char text[80];
    assert_int_equal(tree->nsums, count);
    for (size_t i = 0; i < count; i++)
        assert_string_equal(made_sum(&tree->sums[i].claim, text), wanted[i]);
}

#define ASSERT_SUMS(tree, ...)                             \
    assert_sums(tree,                                      \
                sizeof((const char *const[]){__VA_ARGS__}) \
                    / sizeof(const char *),                \
                (const char *const[]){__VA_ARGS__})

static void
test_totals_first(void **state) {
    (void)state;
    made it = made_open("|A|B|C\nTotal|3921|8031|2154\n" NORTH OSLO BODO SOUTH,
                        MADE_ROWS);
    thr_tree tree = made_tree(&it);
    ASSERT_SUMS(&tree, "1=2+3", "0=1+4");
    static const uint32_t parents[] = {THR_NO_PARENT, 0, 1, 1, 0};
    assert_memory_equal(tree.parent, parents, sizeof parents);
    assert_true(tree.is_total[0] && tree.is_total[1]);
    assert_false(tree.is_total[2] || tree.is_total[4]);
    assert_int_equal(tree.sums[0].match.exact, 3);
    assert_false(tree.gave_up);
    made_close(&it);
}

static void
test_totals_last(void **state) {
    (void)state;
    made it = made_open(
        "|A|B|C\n" OSLO BODO NORTH SOUTH "Total|3921|8031|2154\n", MADE_ROWS);
    thr_tree tree = made_tree(&it);
    ASSERT_SUMS(&tree, "2=0+1", "4=2+3");
    made_close(&it);
}

/* The region stands above its towns, the whole below the regions. */
static void
test_totals_first_and_last(void **state) {
    (void)state;
    made it = made_open(
        "|A|B|C\n" NORTH OSLO BODO SOUTH "Total|3921|8031|2154\n", MADE_ROWS);
    thr_tree tree = made_tree(&it);
    ASSERT_SUMS(&tree, "0=1+2", "4=0+3");
    made_close(&it);
}

static void
test_a_total_that_never_says_so(void **state) {
    (void)state;
    made it = made_open(
        "|A|B|C\nAsia, Turkey included|3921|8031|2154\n" NORTH SOUTH,
        MADE_ROWS);
    thr_tree tree = made_tree(&it);
    ASSERT_SUMS(&tree, "0=1+2");
    made_close(&it);
}

/* 3 = 1 + 2 means nothing. */
static void
test_small_numbers(void **state) {
    (void)state;
    made it = made_open("|A|B\nx|3|5\ny|1|3\nz|2|2\n", MADE_ROWS);
    thr_tree tree = made_tree(&it);
    assert_int_equal(tree.nsums, 0);
    assert_int_equal(tree.parent[1], THR_NO_PARENT);
    made_close(&it);
}

/* One line tells enough only where its numbers are long. */
static void
test_one_line(void **state) {
    (void)state;
    made it = made_open("|A\nx|31\ny|12\nz|19\n", MADE_ROWS);
    thr_tree tree = made_tree(&it);
    assert_int_equal(tree.nsums, 0);
    made_close(&it);
    it = made_open("|A\nTotal|6177412\ny|2817406\nz|3360006\n", MADE_ROWS);
    tree = made_tree(&it);
    ASSERT_SUMS(&tree, "0=1+2");
    made_close(&it);
}

static void
test_items_left_out(void **state) {
    (void)state;
    made it = made_open("|A|B|C\nTotal|3921|8031|2154\n" NORTH
                        "of which Oslo|1206|3555|412\n" SOUTH,
                        MADE_ROWS);
    bool left_out[4] = {[2] = true};
    const thr_search search = {.plane = &it.plane,
                               .terms = {.rounding = THR_ALL_ROUNDED},
                               .left_out = left_out,
                               .arena = &it.arena};
    thr_tree tree = {0};
    assert_int_equal(thr_tree_find(&tree, &search, NULL), THRESH_OK);
    ASSERT_SUMS(&tree, "0=1+3");
    assert_int_equal(tree.parent[2], THR_NO_PARENT);
    made_close(&it);
}

/* A sum that fails in one line of several is kept; one that fails in most is
 * none. */
static void
test_failed_sums(void **state) {
    (void)state;
    made it = made_open("|A|B|C|D\nTotal|3921|8031|2155|4141\n"
                        "North|2317|5091|871|1020\n"
                        "South|1604|2940|1283|2131\n",
                        MADE_ROWS);
    thr_tree tree = made_tree(&it);
    ASSERT_SUMS(&tree, "0=1+2");
    assert_int_equal(tree.sums[0].match.exact, 2);
    assert_int_equal(tree.sums[0].match.rounded, 1);
    assert_int_equal(tree.sums[0].match.failed, 1);
    made_close(&it);
    it = made_open("|A|B|C|D\nTotal|3921|8099|2199|4141\n"
                   "North|2317|5091|871|1020\n"
                   "South|1604|2940|1283|2131\n",
                   MADE_ROWS);
    tree = made_tree(&it);
    assert_int_equal(tree.nsums, 0);
    made_close(&it);
}

static void
test_missing_parts(void **state) {
    (void)state;
    made it = made_open("|A|B|C|D\nTotal|3921|8031|2154|4141\n"
                        "North|2317|5091|..|1020\n"
                        "South|1604|2940|1283|3121\n",
                        MADE_ROWS);
    thr_tree tree = made_tree(&it);
    ASSERT_SUMS(&tree, "0=1+2");
    assert_int_equal(tree.sums[0].match.unknown, 1);
    assert_int_equal(tree.sums[0].match.failed, 0);
    made_close(&it);
}

/* Numbers of which any run of rows could be a sum: the search ends, and says
 * that it was cut short if so. */
static void
test_a_search_without_end(void **state) {
    (void)state;
    enum { ROWS = 3000 };
    thr_buf text = {0};
    thr_buf_text(&text, "|A|B\n");
    for (uint64_t i = 0; i < ROWS; i++) {
        thr_buf_uint(&text, i);
        thr_buf_text(&text, i % 2 ? "|60007|-90001\n" : "|-60007|90001\n");
    }
    thr_buf_char(&text, '\0');
    assert_false(text.failed);
    made it = made_open(text.ptr, MADE_ROWS);
    thr_tree tree = made_tree(&it);
    assert_true(tree.nsums < 3 * ROWS);
    made_close(&it);
    thr_buf_free(&text);
}

/* What lies below a total adds up to it once: men and women with parts of
 * their own stand beside the first parts of "All". The sum is known. */
static void
test_another_view(void **state) {
    (void)state;
    made it = made_open("|A|B|C\n"
                        "All|19252|30176|30629\n"
                        "In farms|10676|13959|13123\n"
                        "In trade|7113|9698|8565\n"
                        "In offices|1463|6519|8941\n"
                        "Men|6109|16671|15218\n"
                        "Men in farms|4385|6074|8884\n"
                        "Men in trade|675|7828|4280\n"
                        "Men in offices|1049|2769|2054\n"
                        "Women|13143|13505|15411\n"
                        "Women in farms|6291|7885|4239\n"
                        "Women in trade|6438|1870|4285\n"
                        "Women in offices|414|3750|6887\n",
                        MADE_ROWS);
    thr_tree tree = made_tree(&it);
    ASSERT_SUMS(&tree, "8=9+10+11", "4=5+6+7", "0=1+2+3", "0=4+8");
    static const uint32_t parents[] = {THR_NO_PARENT, 0, 0, 0,
                                       THR_NO_PARENT, 4, 4, 4,
                                       THR_NO_PARENT, 8, 8, 8};
    assert_memory_equal(tree.parent, parents, sizeof parents);
    made_close(&it);
}

/* Without parts of their own they lie below it as well. */
static void
test_two_sets_of_parts(void **state) {
    (void)state;
    made it = made_open("|A|B|C\n"
                        "All|19252|30176|30629\n"
                        "In farms|10676|13959|13123\n"
                        "In trade|7113|9698|8565\n"
                        "In offices|1463|6519|8941\n"
                        "Men|6109|16671|15218\n"
                        "Women|13143|13505|15411\n",
                        MADE_ROWS);
    thr_tree tree = made_tree(&it);
    static const uint32_t parents[] = {THR_NO_PARENT, 0, 0, 0, 0, 0};
    assert_memory_equal(tree.parent, parents, sizeof parents);
    made_close(&it);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_totals_first),
        cmocka_unit_test(test_totals_last),
        cmocka_unit_test(test_totals_first_and_last),
        cmocka_unit_test(test_a_total_that_never_says_so),
        cmocka_unit_test(test_another_view),
        cmocka_unit_test(test_two_sets_of_parts),
        cmocka_unit_test(test_small_numbers),
        cmocka_unit_test(test_one_line),
        cmocka_unit_test(test_items_left_out),
        cmocka_unit_test(test_failed_sums),
        cmocka_unit_test(test_missing_parts),
        cmocka_unit_test(test_a_search_without_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
