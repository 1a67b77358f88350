/* A few lines, looked at instead of all: src/proof/probe.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "proof/probe.h"
#include "proof_made.h"

static const thr_terms ROUNDED = {.rounding = THR_ALL_ROUNDED};

static void
test_few_lines_are_all_taken(void **state) {
    (void)state;
    made it = made_open("|A|B|C\nx|1|2|3\ny|4|5|-6\n", MADE_ROWS);
    thr_samples samples = thr_samples_choose(&it.plane, &ROUNDED);
    assert_int_equal(samples.count, 3);
    assert_int_equal(samples.nused, 3);
    assert_int_equal(samples.items[0].below, 0);
    assert_int_equal(samples.items[2].below, 6);
    const bool skip[3] = {true, false, true};
    const thr_terms some = {.skip = skip};
    samples = thr_samples_choose(&it.plane, &some);
    assert_int_equal(samples.count, 1);
    assert_int_equal(samples.items[0].line, 1);
    assert_int_equal(samples.nused, 1);
    assert_int_equal(samples.items[0].below, 0);
    made_close(&it);
}

static void
test_many_lines_are_sampled(void **state) {
    (void)state;
    char text[8192] = "|A|B\n";
    size_t len = strlen(text);
    for (int i = 0; i < 500; i++)
        len += (size_t)snprintf(text + len, sizeof text - len, "r%d|%d|7\n", i,
                                i);
    made it = made_open(text, MADE_COLUMNS);
    thr_samples samples = thr_samples_choose(&it.plane, &ROUNDED);
    assert_in_range(samples.count, THR_MOST_SAMPLES / 2, THR_MOST_SAMPLES);
    assert_int_equal(samples.nused, 500);
    assert_true(samples.items[samples.count - 1].line > 400);
    thr_probes probes;
    thr_probes_start(&probes, &samples, 0);
    assert_int_equal(probes.count, THR_MOST_PROBES);
    for (size_t i = 1; i < probes.count; i++)
        assert_true(probes.totals[i - 1] >= probes.totals[i]);
    assert_int_equal(probes.lines[0], samples.items[samples.count - 1].line);
    made_close(&it);
}

/* Small numbers can prove nothing, and zeros and gaps even less. */
static void
test_capacity(void **state) {
    (void)state;
    made it = made_open("|A|B\nx|50000|61774\ny|3|2\nz|-|..\n", MADE_ROWS);
    thr_samples samples = thr_samples_choose(&it.plane, &ROUNDED);
    assert_true(thr_samples_capacity(&samples, 0, UINT64_MAX) >= 4 * 24);
    assert_in_range(thr_samples_capacity(&samples, 1, UINT64_MAX), 1, 12);
    assert_int_equal(thr_samples_capacity(&samples, 2, UINT64_MAX), 0);
    const bool skip[2] = {true, true};
    const thr_terms none = {.skip = skip};
    samples = thr_samples_choose(&it.plane, &none);
    assert_int_equal(thr_samples_capacity(&samples, 0, UINT64_MAX), 0);
    made_close(&it);
}

static void
assert_poll(thr_poll poll, size_t decided, size_t agree, size_t over) {
    assert_int_equal(poll.decided, decided);
    assert_int_equal(poll.agree, agree);
    assert_int_equal(poll.over, over);
}

/* 33 is one off; a gap leaves a line open from there on. */
static void
test_parts_one_by_one(void **state) {
    (void)state;
    made it = made_open("|A|B|C\nTotal|71|33|1001\nx|30|10|400\n"
                        "y|41|24|..\nz|5|7|3\n",
                        MADE_ROWS);
    thr_samples samples = thr_samples_choose(&it.plane, &ROUNDED);
    thr_probes probes;
    thr_probes_start(&probes, &samples, 0);
    assert_int_equal(probes.count, 3);
    assert_poll(thr_probes_add(&probes, 1, 1), 3, 0, 0);
    assert_poll(thr_probes_add(&probes, 2, 2), 2, 2, 0);
    assert_poll(thr_probes_add(&probes, 3, 3), 2, 0, 2);
    const thr_terms exact = {.rounding = 0};
    samples = thr_samples_choose(&it.plane, &exact);
    thr_probes_start(&probes, &samples, 0);
    (void)thr_probes_add(&probes, 1, 1);
    assert_poll(thr_probes_add(&probes, 2, 2), 2, 1, 0);
    made_close(&it);
}

/* So many parts may miss their total by no other amount. */
static void
test_widening(void **state) {
    (void)state;
    made it = made_open("|A\nTotal|9\nx|1\n", MADE_ROWS);
    thr_samples samples = thr_samples_choose(&it.plane, &ROUNDED);
    thr_probes probes;
    thr_probes_start(&probes, &samples, 0);
    for (size_t nparts = 1; nparts < 3000; nparts++) {
        if (nparts > probes.until)
            thr_probes_widen(&probes, nparts);
        assert_int_equal(probes.slack[0], thr_match_tolerance(nparts));
    }
    made_close(&it);
}

/* Simple rows are added up in another way, to the same end, as far as the
 * first part that is not simple. */
static void
test_simple_parts_are_no_other(void **state) {
    (void)state;
    made it = made_open("|A|B|C|D\nTotal|71|-33|1001|-\nx|30|-10|400|1\n"
                        "y|41|-24|601|2\nz|-|1|0|9\nw|3|..|2|1\nv|1|1|1|1\n",
                        MADE_ROWS);
    thr_samples samples = thr_samples_choose(&it.plane, &ROUNDED);
    thr_probes simple, other;
    thr_probes_start(&simple, &samples, 0);
    thr_probes_start(&other, &samples, 0);
    assert_int_equal(simple.count, 3);
    assert_true(simple.simple);
    other.simple = false;
    for (size_t part = 1; part <= 5; part++) {
        const thr_poll poll = thr_probes_add(&simple, part, part);
        const thr_poll same = thr_probes_add(&other, part, part);
        assert_poll(poll, same.decided, same.agree, same.over);
        assert_int_equal(simple.simple, part < 4);
    }
    made_close(&it);
}

static void
test_the_largest_numbers(void **state) {
    (void)state;
    made it = made_open("|A\nTotal|9223372036854775807\n"
                        "x|9223372036854775807\ny|1\n",
                        MADE_ROWS);
    thr_samples samples = thr_samples_choose(&it.plane, &ROUNDED);
    thr_probes probes;
    thr_probes_start(&probes, &samples, 0);
    assert_poll(thr_probes_add(&probes, 1, 1), 1, 1, 0);
    assert_int_equal(thr_probes_add(&probes, 2, 2).decided, 0);
    made_close(&it);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_few_lines_are_all_taken),
        cmocka_unit_test(test_many_lines_are_sampled),
        cmocka_unit_test(test_capacity),
        cmocka_unit_test(test_parts_one_by_one),
        cmocka_unit_test(test_widening),
        cmocka_unit_test(test_simple_parts_are_no_other),
        cmocka_unit_test(test_the_largest_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
