/* A tree of sums into the table: src/proof/publish.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "proof/publish.h"
#include "proof_made.h"

static const thr_terms EXACT = {.rounding = 0};

static void
assert_category(const made *it, size_t index, size_t parent, int32_t level,
                thresh_truth is_total) {
    thresh_category category = thresh_table_category(it->table, MADE_ROWS,
                                                     index);
    assert_int_equal(category.level, level);
    assert_int_equal(category.parent, parent);
    assert_int_equal(category.is_total, is_total);
}

static void
test_sums_and_failures(void **state) {
    (void)state;
    const thresh_sum *sums;
    const thresh_failure *failures;
    made it = made_open("|A|B|C|D\nTotal|3921|8031|2199|414.1\n"
                        "North|2317|5091|871|102.0\nOslo|8|9|7|6\n"
                        "South|1604|2940|1283|312.11\n",
                        MADE_ROWS);
    uint32_t parents[] = {THR_NO_PARENT, 0, 1, 0};
    bool totals[] = {true, false, false, false};
    static const size_t parts[] = {1, 3};
    thr_found found = {.claim = {THRESH_SUM, 0, parts, 2}};
    found.match = thr_match_all(&it.plane, &EXACT, &found.claim);
    const thr_tree tree = {
        .parent = parents, .is_total = totals, .sums = &found, .nsums = 1};
    assert_int_equal(
        thr_publish(it.table, &it.plane, &tree, &EXACT, &it.arena, NULL),
        THRESH_OK);
    assert_category(&it, 0, THRESH_NONE, 0, THRESH_YES);
    assert_category(&it, 1, 0, 1, THRESH_UNKNOWN); /* Oslo is below it */
    assert_category(&it, 2, 1, 2, THRESH_NO);
    assert_category(&it, 3, 0, 1, THRESH_NO);
    assert_int_equal(thresh_table_sums(it.table, &sums), 1);
    assert_int_equal(sums[0].exact, 2);
    assert_int_equal(sums[0].failed, 2);
    assert_ptr_not_equal(sums[0].parts, parts);
    assert_int_equal(sums[0].parts[1], 3);
    assert_int_equal(thresh_table_failures(it.table, &failures), 2);
    assert_int_equal(failures[0].column, 2);
    assert_int_equal(failures[0].parts.coef, 2154);
    assert_int_equal(failures[0].difference.coef, 45);
    assert_int_equal(failures[1].row, 0);
    assert_int_equal(failures[1].parts.coef, 41411);
    assert_int_equal(failures[1].parts.scale, 2);
    assert_int_equal(failures[1].difference.coef, -1);
    made_close(&it);
}

/* A second dimension comes behind the first. */
static void
test_two_dimensions(void **state) {
    (void)state;
    const thresh_sum *sums;
    made it = made_open("|A|B|C\nx|31|10|21\ny|10|4|6\nz|21|6|15\n",
                        MADE_ROWS);
    uint32_t parents[] = {THR_NO_PARENT, 0, 0};
    bool totals[] = {true, false, false};
    static const size_t parts[] = {1, 2};
    thr_found found = {.claim = {THRESH_SUM, 0, parts, 2}};
    const thr_tree tree = {
        .parent = parents, .is_total = totals, .sums = &found, .nsums = 1};
    bool fits;
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(
            thr_plane_open(&it.plane, it.table, i, &it.arena, &fits, NULL),
            THRESH_OK);
        assert_int_equal(
            thr_publish(it.table, &it.plane, &tree, &EXACT, &it.arena, NULL),
            THRESH_OK);
    }
    assert_int_equal(thresh_table_sums(it.table, &sums), 2);
    assert_int_equal(sums[0].dimension, MADE_ROWS);
    assert_int_equal(sums[1].dimension, MADE_COLUMNS);
    made_close(&it);
}

/* No sums: in two lines they may hide, in three the categories are no totals,
 * but for one that says it is. */
static void
test_no_sums(void **state) {
    (void)state;
    static const char *const texts[] = {"|A|B\nTotal|9|9\nx|1|2\n",
                                        "|A|B|C\nTotal|9|9|9\nx|1|2|3\n"};
    for (size_t i = 0; i < 2; i++) {
        made it = made_open(texts[i], MADE_ROWS);
        uint32_t parents[] = {THR_NO_PARENT, THR_NO_PARENT};
        bool totals[] = {false, false};
        const thr_tree tree = {.parent = parents, .is_total = totals};
        assert_int_equal(
            thr_publish(it.table, &it.plane, &tree, &EXACT, &it.arena, NULL),
            THRESH_OK);
        int32_t level = i == 0 ? -1 : 0;
        assert_category(&it, 0, THRESH_NONE, level, THRESH_UNKNOWN);
        assert_category(&it, 1, THRESH_NONE, level,
                        i == 0 ? THRESH_UNKNOWN : THRESH_NO);
        made_close(&it);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sums_and_failures),
        cmocka_unit_test(test_two_dimensions),
        cmocka_unit_test(test_no_sums),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
