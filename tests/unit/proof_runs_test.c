/* Runs of items and what they come to: src/proof/runs.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "proof/runs.h"
#include "proof/set.h"

static thr_runs
make(thr_arena *arena) {
    static uint16_t all[] = {0, 1, 2, 3, 4}, even[] = {0, 2, 4};
    static thr_list lists[] = {{all, 5, 0, false}, {even, 3, 8, true}};
    thr_runs runs;
    assert_int_equal(thr_runs_make(&runs, 5, lists, 2, arena, NULL),
                     THRESH_OK);
    return runs;
}

static void
test_what_is_found(void **state) {
    (void)state;
    static const uint64_t sums[] = {1, 10101, 100, 1000, 10000};
    thr_arena arena = {0};
    thr_runs runs = make(&arena);
    thr_runs_fill(&runs, sums, sums, UINT64_MAX);
    const thr_run *run = thr_runs_find(&runs, 11201, false);
    assert_non_null(run);
    assert_int_equal(run->list, 0);
    assert_int_equal(thr_run_count(run), 3);
    assert_int_equal(thr_run_item(&runs, run, 2), 3);
    run = thr_runs_find(&runs, 1001, false);
    assert_non_null(run);
    assert_int_equal(run->list, THR_PAIRS);
    assert_int_equal(thr_run_item(&runs, run, 1), 3);
    run = thr_runs_find(&runs, 10101, false);
    assert_non_null(run);
    assert_int_equal(run->list, 1);
    assert_int_equal(thr_run_item(&runs, run, 1), 2);
    assert_non_null(thr_runs_find(&runs, 100, true));
    assert_null(thr_runs_find(&runs, 100, false));
    assert_null(thr_runs_find(&runs, 1011, false));
    thr_arena_free(&arena);
}

/* What is larger than any total, and what does not stand together and is not
 * all of a total, is not there. */
static void
test_what_is_left_out(void **state) {
    (void)state;
    static const uint64_t sums[] = {1, 10, 100, 1000, 10000};
    thr_arena arena = {0};
    thr_runs runs = make(&arena);
    thr_runs_fill(&runs, sums, sums, 1000);
    assert_null(thr_runs_find(&runs, 10101, false));
    assert_null(thr_runs_find(&runs, 10000, true));
    assert_null(thr_runs_find(&runs, 1100, false));
    assert_non_null(thr_runs_find(&runs, 110, false));
    assert_non_null(thr_runs_find(&runs, 1000, true));
    thr_runs_fill(&runs, sums, sums, UINT64_MAX);
    assert_null(thr_runs_find(&runs, 10101, false));
    assert_non_null(thr_runs_find(&runs, 11110, false));
    thr_arena_free(&arena);
}

/* Runs that start with the same item grow, and the first behind them is known.
 */
static void
test_sizes(void **state) {
    (void)state;
    static const uint64_t sums[] = {1, 10, 100, 1000, 10000};
    thr_arena arena = {0};
    thr_runs runs = make(&arena);
    thr_runs_fill(&runs, sums, sums, UINT64_MAX);
    assert_int_equal(runs.nplain, 5 + 4 + 3 + 2 + 1);
    for (size_t i = 0; i < runs.nplain; i++) {
        assert_int_equal(runs.sizes[i], runs.runs[i].sum);
        size_t next = runs.next[i];
        assert_true(next > i && next <= runs.nplain);
        for (size_t k = i + 1; k < next; k++) {
            assert_int_equal(runs.runs[k].first, runs.runs[i].first);
            assert_true(runs.sizes[k] >= runs.sizes[i]);
        }
        if (next < runs.nplain)
            assert_int_not_equal(runs.runs[next].first, runs.runs[i].first);
    }
    thr_arena_free(&arena);
}

/* An item that is a sum itself hides no run, and nothing comes to nothing. */
static void
test_single_items_apart(void **state) {
    (void)state;
    static const uint64_t sums[] = {30, 10, 20, 0, 7};
    thr_arena arena = {0};
    thr_runs runs = make(&arena);
    thr_runs_fill(&runs, sums, sums, UINT64_MAX);
    assert_int_equal(thr_runs_find(&runs, 30, true)->first, 0);
    const thr_run *run = thr_runs_find(&runs, 30, false);
    assert_non_null(run);
    assert_int_equal(thr_run_count(run), 2);
    assert_int_equal(thr_run_item(&runs, run, 0), 1);
    assert_null(thr_runs_find(&runs, 0, true));
    thr_arena_free(&arena);
}

static void
test_sets(void **state) {
    (void)state;
    thr_set set = {{0}};
    thr_set_flip(&set, 3);
    thr_set_flip(&set, 255);
    assert_true(thr_set_has(&set, 3) && thr_set_has(&set, 255));
    assert_false(thr_set_has(&set, 4));
    assert_int_equal(thr_set_count(&set), 2);
    thr_set_flip(&set, 3);
    assert_int_equal(thr_set_count(&set), 1);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_is_found),
        cmocka_unit_test(test_what_is_left_out),
        cmocka_unit_test(test_single_items_apart),
        cmocka_unit_test(test_sizes), cmocka_unit_test(test_sets)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
