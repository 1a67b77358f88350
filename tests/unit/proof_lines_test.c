/* Which lines hold counts, and which are rounded: src/proof/lines.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "proof/lines.h"
#include "proof_made.h"

static const size_t FIRST[] = {1, 2}, SECOND[] = {4, 5};
static thr_found sums[] = {{.claim = {THRESH_SUM, 0, FIRST, 2}},
                           {.claim = {THRESH_SUM, 3, SECOND, 2}}};
static const thr_tree TREE = {.sums = sums, .nsums = 2};

static void
learn(made *it, bool *skip, thr_terms *terms) {
    assert_int_equal(
        thr_lines_learn(&it->plane, &TREE, skip, terms, &it->arena, NULL),
        THRESH_OK);
    assert_ptr_equal(terms->skip, skip);
}

static bool
is_rounded(const made *it, const thr_terms *terms, size_t line) {
    return terms->rounding >> thr_plane_kind(&it->plane, line) & 1;
}

/* Averages beside counts. */
static void
test_lines_without_sums(void **state) {
    (void)state;
    bool skip[3];
    thr_terms terms;
    made it = made_open("|Number|Of them|Mean age\n"
                        "Men|31|71|41.3\na|10|30|40.1\nb|21|41|42.5\n"
                        "Women|52|83|39.5\nc|20|40|38.1\nd|32|43|41.5\n",
                        MADE_ROWS);
    learn(&it, skip, &terms);
    assert_false(skip[0]);
    assert_false(skip[1]);
    assert_true(skip[2]);
    assert_false(is_rounded(&it, &terms, 0));
    made_close(&it);
}

/* One wrong number is an error and not a line of averages. */
static void
test_one_error(void **state) {
    (void)state;
    bool skip[3];
    thr_terms terms;
    made it = made_open("|A|B|C\n"
                        "Men|31|71|141\na|10|30|40\nb|21|41|42\n"
                        "Women|52|83|79\nc|20|40|38\nd|32|43|41\n",
                        MADE_ROWS);
    learn(&it, skip, &terms);
    for (size_t i = 0; i < 3; i++)
        assert_false(skip[i]);
    made_close(&it);
}

/* The same, where its heading says that it holds no counts. */
static void
test_one_line_of_rates(void **state) {
    (void)state;
    bool skip[3];
    thr_terms terms;
    const thr_tree one = {.sums = sums, .nsums = 1};
    made it = made_open("|A|B|Per cent\nMen|31|71|4.1\na|10|30|4.5\n"
                        "b|21|41|3.7\n",
                        MADE_ROWS);
    assert_int_equal(
        thr_lines_learn(&it.plane, &one, skip, &terms, &it.arena, NULL),
        THRESH_OK);
    assert_false(skip[0] || skip[1]);
    assert_true(skip[2]);
    made_close(&it);
    it = made_open("|All|x|y\nMen|31|10|21\nWomen|71|30|41\n"
                   "Per cent women|41.2|45.1|37.3\n",
                   MADE_COLUMNS);
    assert_int_equal(
        thr_lines_learn(&it.plane, &one, skip, &terms, &it.arena, NULL),
        THRESH_OK);
    assert_false(skip[0] || skip[1]);
    assert_true(skip[2]);
    made_close(&it);
}

/* Decimals that miss by one are rounded, and the counts beside them not. */
static void
test_rounding_by_kind_of_line(void **state) {
    (void)state;
    bool skip[4];
    thr_terms terms;
    made it = made_open("|A|B|C|D\n"
                        "Men|31|71|8.2|9.3\na|10|30|4.1|6.2\nb|21|41|4.2|3.1\n"
                        "Women|52|83|7.7|6.1\nc|20|40|4.6|2.7\n"
                        "d|32|43|3.1|3.3\n",
                        MADE_ROWS);
    learn(&it, skip, &terms);
    assert_false(is_rounded(&it, &terms, 0));
    assert_true(is_rounded(&it, &terms, 2));
    made_close(&it);
}

static void
test_rounded_counts(void **state) {
    (void)state;
    bool skip[2];
    thr_terms terms;
    made it = made_open("|A|B\nMen|31|72\na|10|30\nb|21|41\n"
                        "Women|51|84\nc|20|40\nd|32|43\n",
                        MADE_ROWS);
    learn(&it, skip, &terms);
    assert_true(is_rounded(&it, &terms, 0));
    made_close(&it);
}

/* Where no sum speaks, decimals may be rounded, and counts are not. */
static void
test_nothing_known_of_rounding(void **state) {
    (void)state;
    bool skip[2];
    thr_terms terms;
    const thr_tree none = {.nsums = 0};
    made it = made_open("|A|B\nx|31|7.2\ny|10|3.1\nz|21|4.4\n", MADE_ROWS);
    assert_int_equal(
        thr_lines_learn(&it.plane, &none, skip, &terms, &it.arena, NULL),
        THRESH_OK);
    assert_false(is_rounded(&it, &terms, 0));
    assert_true(is_rounded(&it, &terms, 1));
    made_close(&it);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines_without_sums),
        cmocka_unit_test(test_one_error),
        cmocka_unit_test(test_one_line_of_rates),
        cmocka_unit_test(test_rounding_by_kind_of_line),
        cmocka_unit_test(test_rounded_counts),
        cmocka_unit_test(test_nothing_known_of_rounding),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
