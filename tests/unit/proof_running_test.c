/* Running totals: src/proof/running.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "proof/running.h"

enum { ITEMS = 8 };

/* Months 3 to 7; totals 0, 1 and 2 of all, the first two, the first four. */
static const size_t months[] = {3, 4, 5, 6, 7};
static const size_t subtotal[] = {3, 4, 5, 6, 1};

static thr_found
sum_of(size_t total, const size_t *parts, size_t nparts) {
    return (thr_found){.claim = {.kind = THRESH_SUM,
                                 .total = total,
                                 .parts = parts,
                                 .nparts = nparts}};
}

/* The parent of item 3, which was 1, after `count` sums. */
static size_t
parent_with(thr_found *sums, size_t count) {
    uint32_t parent[ITEMS];
    for (size_t i = 0; i < ITEMS; i++)
        parent[i] = THR_NO_PARENT;
    parent[3] = parent[4] = 1;
    thr_tree tree = {.parent = parent, .sums = sums, .nsums = count};
    thr_running_apply(&tree);
    assert_true(parent[1] == THR_NO_PARENT);
    return parent[3];
}

static void
longest_has_all(void **state) {
    (void)state;
    thr_found sums[] = {sum_of(1, months, 2), sum_of(0, months, 5),
                        sum_of(2, months, 4)};
    assert_int_equal(parent_with(sums, 3), 0);
    /* two are a total and its part */
    assert_int_equal(parent_with(sums, 2), 1);
}

static void
others_stay(void **state) {
    (void)state;
    /* one that starts elsewhere, one that is a part, a difference */
    thr_found later[] = {sum_of(1, months, 2), sum_of(0, months, 5),
                         sum_of(2, months + 1, 3)};
    assert_int_equal(parent_with(later, 3), 1);
    thr_found part[] = {sum_of(1, months, 2), sum_of(0, subtotal, 5),
                        sum_of(2, months, 4)};
    assert_int_equal(parent_with(part, 3), 1);
    thr_found net[] = {sum_of(1, months, 2), sum_of(0, months, 5),
                       sum_of(2, months, 4)};
    net[2].claim.kind = THRESH_DIFFERENCE;
    assert_int_equal(parent_with(net, 3), 1);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(longest_has_all),
        cmocka_unit_test(others_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
