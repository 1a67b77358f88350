/* Some of the lines: src/proof/trial.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "proof/trial.h"
#include "proof_made.h"

static void
test_sums_add_up(void **state) {
    (void)state;
    static const size_t items[] = {0, 1, 2};
    made it = made_open("|A|B|C|D|E|F|G|H\nTotal|30|5|7|9|11|13|15|17\n"
                        "X|10|2|3|4|5|6|7|8\nY|20|3|4|5|6|7|8|9\n",
                        MADE_ROWS);
    thr_trial trial;
    const thr_terms terms = {.rounding = THR_ALL_ROUNDED};
    assert_int_equal(
        thr_trial_make(&trial, &it.plane, &terms, items, 3, &it.arena, NULL),
        THRESH_OK);
    size_t count = 0;
    while (thr_trial_next(&trial)) {
        assert_true(trial.sums[0] == trial.sums[1] + trial.sums[2]);
        assert_true(trial.sizes[1] > 0);
        assert_true(trial.sizes[0] == trial.sizes[1] + trial.sizes[2]);
        count++;
    }
    assert_int_equal(count, 3 + 12);
    assert_false(thr_trial_next(&trial));
    made_close(&it);
}

/* How many trials there are of a table of eight lines. */
static size_t
trials_of(const char *table) {
    static const size_t items[] = {0, 1, 2};
    made it = made_open(table, MADE_ROWS);
    thr_trial trial;
    const thr_terms terms = {.rounding = 0};
    size_t count = 0;
    assert_int_equal(
        thr_trial_make(&trial, &it.plane, &terms, items, 3, &it.arena, NULL),
        THRESH_OK);
    while (thr_trial_next(&trial))
        count++;
    made_close(&it);
    return count;
}

/* Where all numbers are there and exact, what holds is found in all lines. A
 * part that is missing in the first line hides a sum from the trials that look
 * at that line, and from no other. */
static void
test_nothing_new(void **state) {
    (void)state;
    assert_int_equal(trials_of("|A|B|C|D|E|F|G|H\nTotal|30|5|7|9|11|13|15|17\n"
                               "X|10|2|3|4|5|6|7|8\nY|20|3|4|5|6|7|8|9\n"),
                     1);
    size_t count = trials_of("|A|B|C|D|E|F|G|H\nTotal|30|5|7|9|11|13|15|17\n"
                             "X|..|2|3|4|5|6|7|8\nY|20|3|4|5|6|7|8|9\n");
    assert_in_range(count, 1 + 1 + 6, 1 + 1 + 12);
}

/* With a number below nothing, parts may be larger than their total. */
static void
test_negative(void **state) {
    (void)state;
    static const size_t items[] = {0, 1, 2};
    made it = made_open("|A|B\nTotal|30|9\nX|40|1\nY|-10|8\n", MADE_ROWS);
    thr_trial trial;
    const thr_terms terms = {.rounding = 0};
    assert_int_equal(
        thr_trial_make(&trial, &it.plane, &terms, items, 3, &it.arena, NULL),
        THRESH_OK);
    assert_true(thr_trial_next(&trial));
    assert_true(trial.sums[0] == trial.sums[1] + trial.sums[2]);
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(trial.sizes[i], 0);
    made_close(&it);
}

/* Of few lines no half is of use, and lines that hold no counts are not
 * looked at. */
static void
test_few_lines(void **state) {
    (void)state;
    static const size_t items[] = {0, 1, 2};
    static const bool skip[] = {false, true};
    made it = made_open("|A|Rate\nTotal|30|99\nX|10|1\nY|20|2\n", MADE_ROWS);
    thr_trial trial;
    const thr_terms terms = {.skip = skip};
    assert_int_equal(
        thr_trial_make(&trial, &it.plane, &terms, items, 3, &it.arena, NULL),
        THRESH_OK);
    assert_true(thr_trial_next(&trial));
    assert_true(trial.sums[0] == trial.sums[1] + trial.sums[2]);
    assert_true(trial.capacity[0] > 0);
    assert_false(thr_trial_next(&trial));
    made_close(&it);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sums_add_up), cmocka_unit_test(test_nothing_new),
        cmocka_unit_test(test_negative), cmocka_unit_test(test_few_lines)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
