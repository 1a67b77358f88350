/* Dimensions that are proved by another: src/proof/twins.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "proof/twins.h"
#include "read_text.h"

#define AMOUNTS "17\n2;44;Wood;21\n3;72;Iron;38\n"

static void
test_which(void **state) {
    (void)state;
    static const struct {
        const char *text;
        size_t twins[4]; /* of each dimension */
    } rows[] = {
        /* words are better than codes, whatever comes first */
        {"No;Code;Goods;A\n1;87;Cars;" AMOUNTS, {2, 2, 2, 3}},
        {"Goods;Name;A\nw;Wood;17\nc;Cars;21\ni;Iron;38\n", {0, 0, 2, 3}},
        /* a category for several rows is no twin */
        {"Land;Sex;A\nOslo;Men;17\nOslo;Women;21\nBergen;Men;3\n",
         {0, 1, 2, 3}},
        {"Land;Sex;A\nOslo;Men;17\nBergen;Women;21\nLund;Men;3\n",
         {0, 1, 2, 3}},
        /* one dimension has none */
        {"Land;A\nOslo;17\nBergen;21\nLund;3\n", {0, 1, 2, 3}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        thresh_table *table = load_text(rows[i].text, NULL, NULL);
        assert_non_null(table);
        for (size_t k = 0; k < table->ndimensions; k++)
            if (thr_twin_of(table, k) != rows[i].twins[k])
                fail_msg("\"%s\": dimension %zu", rows[i].text, k);
        thresh_table_free(table);
    }
}

static void
test_copy(void **state) {
    (void)state;
    thresh_table *table = load_text("No;Code;Goods;A\n1;87;Cars;" AMOUNTS,
                                    NULL, NULL);
    assert_non_null(table);
    thr_category *items = table->categories[2].items;
    items[0].parent = 2;
    items[0].level = 1;
    items[2].level = 0;
    items[2].is_total = THRESH_YES;
    items[2].says_total = true;
    thr_twins_copy(table);
    for (size_t dimension = 0; dimension < 2; dimension++) {
        const thr_category *copy = table->categories[dimension].items;
        assert_int_equal(copy[0].parent, 2);
        assert_int_equal(copy[0].level, 1);
        assert_int_equal(copy[2].is_total, THRESH_YES);
        assert_true(copy[2].says_total);
        assert_false(copy[1].says_total);
    }
    assert_true(thr_str_equal(thr_categories_label(&table->categories[1], 0),
                              THR_LIT("87"))); /* the tree alone */
    thresh_table_free(table);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_which),
        cmocka_unit_test(test_copy),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
