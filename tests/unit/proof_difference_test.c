/* Items that are the difference of two others: src/proof/difference.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "proof/difference.h"
#include "proof_made.h"

static const thr_terms EXACT = {.rounding = 0};

/* The differences among all items but those left out. */
static thr_differences
find(made *it, const bool *left_out) {
    thr_differences out = {0};
    out.items = thr_arena_array(&it->arena, it->plane.nitems,
                                sizeof *out.items);
    assert_non_null(out.items);
    assert_int_equal(thr_differences_find(&out, &it->plane, &EXACT, left_out,
                                          &it->arena, NULL),
                     THRESH_OK);
    return out;
}

static void
assert_difference(const thr_differences *found, const char *wanted) {
    char text[80];
    assert_int_equal(found->count, 1);
    assert_string_equal(made_sum(&found->items[0].claim, text), wanted);
}

static void
test_named(void **state) {
    (void)state;
    const bool none[4] = {false};
    made it = made_open("|A|B|C\nIn|61774|45776|40148\nOut|22122|22053|21709\n"
                        "Net|39652|23723|18439\n",
                        MADE_ROWS);
    thr_differences found = find(&it, none);
    assert_difference(&found, "2=0-1");
    assert_int_equal(found.items[0].match.exact, 3);
    made_close(&it);
    it = made_open("|A|B|C\nNet|39652|23723|18439\nOut|22122|22053|21709\n"
                   "In|61774|45776|40148\n",
                   MADE_ROWS);
    found = find(&it, none);
    assert_difference(&found, "0=2-1");
    made_close(&it);
}

/* One line of it fails: only where it calls itself a difference. */
static void
test_named_and_failed(void **state) {
    (void)state;
    const bool none[4] = {false};
    made it = made_open("|A|B|C\nIn|61774|45776|40148\nOut|22122|22053|21709\n"
                        "Net|39652|23723|18493\n",
                        MADE_ROWS);
    thr_differences found = find(&it, none);
    assert_difference(&found, "2=0-1");
    assert_int_equal(found.items[0].match.failed, 1);
    made_close(&it);
}

/* Without the word, a difference is negative somewhere, or is none. */
static void
test_unnamed(void **state) {
    (void)state;
    const bool none[4] = {false};
    made it = made_open("|A|B|C\nIn|61774|45776|20148\nOut|22122|22053|21709\n"
                        "Rest|39652|23723|-1561\n",
                        MADE_ROWS);
    thr_differences found = find(&it, none);
    assert_difference(&found, "2=0-1");
    made_close(&it);
    it = made_open("|A|B|C\nIn|61774|45776|40148\nOut|22122|22053|21709\n"
                   "Rest|39652|23723|18439\n",
                   MADE_ROWS);
    found = find(&it, none);
    assert_int_equal(found.count, 0);
    made_close(&it);
}

static void
test_left_out(void **state) {
    (void)state;
    const bool left_out[4] = {false, true, false, false};
    made it = made_open("|A|B|C\nIn|61774|45776|40148\nof which|7|8|9\n"
                        "Out|22122|22053|21709\nNet|39652|23723|18439\n",
                        MADE_ROWS);
    thr_differences found = find(&it, left_out);
    assert_difference(&found, "3=0-2");
    made_close(&it);
}

static void
test_small_numbers(void **state) {
    (void)state;
    const bool none[4] = {false};
    made it = made_open("|A|B\nIn|3|5\nOut|4|3\nRest|-1|2\n", MADE_ROWS);
    thr_differences found = find(&it, none);
    assert_int_equal(found.count, 0);
    made_close(&it);
}

/* In = Out + Net is turned round. */
static void
test_of_sums(void **state) {
    (void)state;
    bool left_out[3] = {false};
    thr_differences found = {0};
    made it = made_open("|A|B|C\nIn|61774|45776|40148\nOut|22122|22053|21709\n"
                        "Net|39652|23723|18439\n",
                        MADE_ROWS);
    thr_tree tree = made_tree(&it);
    assert_int_equal(tree.nsums, 1);
    assert_int_equal(thr_differences_of_sums(&found, &it.plane, &EXACT, &tree,
                                             left_out, &it.arena, NULL),
                     THRESH_OK);
    assert_difference(&found, "2=0-1");
    assert_true(left_out[2]);
    assert_false(left_out[0] || left_out[1]);
    made_close(&it);
}

static void
test_sums_that_stay(void **state) {
    (void)state;
    bool left_out[3] = {false};
    thr_differences found = {0};
    made it = made_open("|A|B|C\nAll|61774|45776|40148\n"
                        "Men|22122|22053|21709\nWomen|39652|23723|18439\n",
                        MADE_ROWS);
    thr_tree tree = made_tree(&it);
    assert_int_equal(tree.nsums, 1);
    assert_int_equal(thr_differences_of_sums(&found, &it.plane, &EXACT, &tree,
                                             left_out, &it.arena, NULL),
                     THRESH_OK);
    assert_int_equal(found.count, 0);
    assert_false(left_out[0] || left_out[1] || left_out[2]);
    made_close(&it);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_named),
        cmocka_unit_test(test_named_and_failed),
        cmocka_unit_test(test_unnamed),
        cmocka_unit_test(test_left_out),
        cmocka_unit_test(test_small_numbers),
        cmocka_unit_test(test_of_sums),
        cmocka_unit_test(test_sums_that_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
