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
    assert_true(thr_categories_add(list, &category));
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
        assert_string_equal(list.items[i].label.ptr, labels[i]);
    }
    thr_categories_free(&list);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_find),
        cmocka_unit_test(test_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
