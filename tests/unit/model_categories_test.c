/* Categories by index and label: src/model/categories.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "model/categories.h"

enum { MANY = 5000 };

static void
add(thr_categories *list, const char *label) {
    thresh_category category = {.label = thr_str(label)};
    assert_true(thr_categories_add(list, &category, NULL));
}

static void
test_find(void **state) {
    (void)state;
    thr_categories list = {0};
    assert_true(thr_categories_find(&list, THR_LIT("a")) == THRESH_NONE);
    add(&list, "a");
    add(&list, "b");
    add(&list, "a");
    add(&list, "");
    assert_int_equal(list.count, 4);
    assert_int_equal(thr_categories_find(&list, THR_LIT("a")), 0);
    assert_int_equal(thr_categories_find(&list, THR_LIT("b")), 1);
    assert_int_equal(thr_categories_find(&list, THR_LIT("")), 3);
    assert_true(thr_categories_find(&list, THR_LIT("A")) == THRESH_NONE);
    assert_true(thr_categories_find(&list, THR_LIT("ab")) == THRESH_NONE);
    thr_categories_free(&list);
    assert_int_equal(list.count, 0);
}

/* Adding and finding in turns, beyond every size of the index. */
static void
test_many(void **state) {
    (void)state;
    static char labels[MANY][8];
    thr_categories list = {0};
    for (size_t i = 0; i < MANY; i++) {
        (void)snprintf(labels[i], sizeof labels[i], "%zu", i);
        assert_true(thr_categories_find(&list, thr_str(labels[i]))
                    == THRESH_NONE);
        add(&list, labels[i]);
        assert_int_equal(thr_categories_find(&list, thr_str(labels[i])), i);
    }
    for (size_t i = 0; i < MANY; i++) {
        assert_int_equal(thr_categories_find(&list, thr_str(labels[i])), i);
        assert_true(
            thr_str_equal(thr_categories_label(&list, i), thr_str(labels[i])));
    }
    thr_categories_free(&list);
}

static void
assert_same(const thr_categories *list, size_t index,
            const thresh_category *wanted, const thresh_place *place) {
    thresh_category is = thr_categories_at(list, index);
    assert_true(thr_str_equal(is.label, wanted->label));
    assert_true(thr_str_equal(is.marks, wanted->marks));
    assert_int_equal(is.parent, wanted->parent);
    assert_int_equal(is.level, wanted->level);
    assert_int_equal(is.is_total, wanted->is_total);
    assert_int_equal(is.says_total, wanted->says_total);
    assert_int_equal(is.indent, wanted->indent);
    assert_memory_equal(&is.place, place, sizeof *place);
}

/* What comes out is what went in, but for the line of what stands in its row;
 * only what is not as usual takes more room. */
static void
test_short(void **state) {
    (void)state;
    const thresh_place row = {.line = 7, .record = 6};
    const thresh_category usual = {.label = THR_LIT("a"),
                                   .parent = THRESH_NONE,
                                   .level = -1,
                                   .indent = 15,
                                   .place = {7, 6, 1, 3}};
    char word[255];
    memset(word, 'w', sizeof word);
    thresh_category made[8];
    for (size_t i = 0; i < 8; i++)
        made[i] = usual;
    made[1].place.column = 4;
    made[2].place.line = 5;
    made[3].indent = 16;
    made[4].marks = THR_LIT("1");
    made[4].is_total = THRESH_YES;
    made[5].parent = 4;
    made[5].level = 1;
    made[5].says_total = true;
    made[6].label = (thresh_str){word, 254};
    made[7].label = (thresh_str){word, 255};
    thr_categories list = {0};
    for (size_t i = 0; i < 8; i++)
        assert_true(thr_categories_add(&list, &made[i], &row));
    assert_int_equal(list.nmore, 5);
    for (size_t i = 0; i < 8; i++) {
        thresh_place place = made[i].place;
        if (i != 1 && i != 2)
            place.line = place.record = 0;
        assert_int_equal(list.items[i].in_row, i != 1 && i != 2);
        assert_same(&list, i, &made[i], &place);
    }
    assert_true(thr_categories_mark(&list, 3, THR_LIT("2")));
    assert_true(thr_categories_mark(&list, 5, THR_LIT("3")));
    assert_int_equal(thr_categories_at(&list, 3).indent, 16);
    assert_int_equal(thr_categories_at(&list, 5).indent, 15);
    assert_true(
        thr_str_equal(thr_categories_at(&list, 5).marks, THR_LIT("3")));
    thr_categories_free(&list);
}

static void
test_order(void **state) {
    (void)state;
    const size_t order[] = {2, 0, 1};
    thr_categories list = {0};
    add(&list, "a");
    add(&list, "b");
    add(&list, "c");
    assert_int_equal(thr_categories_find(&list, THR_LIT("c")), 2);
    assert_true(thr_categories_order(&list, order));
    assert_int_equal(thr_categories_find(&list, THR_LIT("c")), 0);
    assert_int_equal(thr_categories_find(&list, THR_LIT("b")), 2);
    thr_categories_free(&list);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_find),
        cmocka_unit_test(test_many),
        cmocka_unit_test(test_short),
        cmocka_unit_test(test_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
