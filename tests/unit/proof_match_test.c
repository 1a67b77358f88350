/* Whether items add up, line by line: src/proof/match.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/unpack.h"
#include "proof_made.h"

static const size_t BOTH[] = {1, 2};
static const thr_claim SUM = {THRESH_SUM, 0, BOTH, 2};
static const thr_claim NET = {THRESH_DIFFERENCE, 0, BOTH, 2};
static const thr_terms ROUNDED = {.rounding = THR_ALL_ROUNDED};
static const thr_terms EXACT = {.rounding = 0};

static thr_verdict_of_line
verdict(const made *it, const thr_terms *terms, const thr_claim *claim,
        size_t line) {
    return thr_match_line(&it->plane, terms, claim, line).verdict;
}

static void
test_verdicts(void **state) {
    (void)state;
    made it = made_open("|A|B|C|D|E|F|G\n"
                        "Total|30|31|32|..||40|-\n"
                        "x|10|10|10|10|10||-\n"
                        "y|20|20|20|20|20||0\n",
                        MADE_ROWS);
    assert_int_equal(verdict(&it, &ROUNDED, &SUM, 0), THR_LINE_EXACT);
    assert_int_equal(verdict(&it, &ROUNDED, &SUM, 1), THR_LINE_ROUNDED);
    assert_int_equal(verdict(&it, &EXACT, &SUM, 1), THR_LINE_FAILED);
    assert_int_equal(verdict(&it, &ROUNDED, &SUM, 2), THR_LINE_FAILED);
    assert_int_equal(verdict(&it, &ROUNDED, &SUM, 3), THR_LINE_SILENT);
    assert_int_equal(verdict(&it, &ROUNDED, &SUM, 4), THR_LINE_SILENT);
    assert_int_equal(verdict(&it, &ROUNDED, &SUM, 5), THR_LINE_SILENT);
    assert_int_equal(verdict(&it, &EXACT, &SUM, 6), THR_LINE_EXACT);
    assert_int_equal(thr_match_line(&it.plane, &EXACT, &SUM, 2).sum, 30);
    const bool skip[7] = {true};
    const thr_terms some = {.skip = skip};
    assert_int_equal(verdict(&it, &some, &SUM, 0), THR_LINE_SILENT);
    assert_int_equal(verdict(&it, &some, &SUM, 1), THR_LINE_FAILED);
    made_close(&it);
}

/* Rows of plain numbers are added up in another way, to the same end. */
static void
test_simple_lines_are_no_other(void **state) {
    (void)state;
    for (size_t dimension = MADE_ROWS; dimension <= MADE_COLUMNS;
         dimension++) {
        made it = made_open("|A|B|C|D\nTotal|-30|31|0|9\nx|-10|10|-|5\n"
                            "y|-20|20|0|..\n",
                            dimension);
        assert_true(it.plane.simple[0] && it.plane.simple[1]);
        assert_false(it.plane.simple[2]);
        thr_plane other = it.plane;
        other.simple = NULL;
        for (size_t line = 0; line < it.plane.nlines; line++)
            for (int net = 0; net < 2; net++) {
                const thr_claim *claim = net ? &NET : &SUM;
                thr_line_match a = thr_match_line(&it.plane, &ROUNDED, claim,
                                                  line);
                thr_line_match b = thr_match_line(&other, &ROUNDED, claim,
                                                  line);
                assert_int_equal(a.verdict, b.verdict);
                assert_int_equal(a.sum, b.sum);
                assert_int_equal(a.evidence, b.evidence);
            }
        made_close(&it);
    }
}

/* What is hidden is no negative count, unless others in the line are. */
static void
test_missing_parts(void **state) {
    (void)state;
    made it = made_open("|A|B|C|D\n"
                        "Total|30|30|-30|31\n"
                        "x|..|..|..|..\n"
                        "y|20|43|20|32\n",
                        MADE_ROWS);
    assert_int_equal(verdict(&it, &EXACT, &SUM, 0), THR_LINE_UNKNOWN);
    assert_int_equal(verdict(&it, &EXACT, &SUM, 1), THR_LINE_FAILED);
    assert_int_equal(verdict(&it, &EXACT, &SUM, 2), THR_LINE_UNKNOWN);
    assert_int_equal(verdict(&it, &ROUNDED, &SUM, 3), THR_LINE_UNKNOWN);
    assert_int_equal(verdict(&it, &EXACT, &NET, 1), THR_LINE_UNKNOWN);
    made_close(&it);
}

static void
test_a_difference(void **state) {
    (void)state;
    made it = made_open("|A|B\nNet|-10|10\nIn|10|30\nOut|20|21\n", MADE_ROWS);
    assert_int_equal(verdict(&it, &EXACT, &NET, 0), THR_LINE_EXACT);
    assert_int_equal(verdict(&it, &EXACT, &NET, 1), THR_LINE_FAILED);
    assert_int_equal(thr_match_line(&it.plane, &EXACT, &NET, 1).sum, 9);
    assert_int_equal(verdict(&it, &EXACT, &SUM, 0), THR_LINE_FAILED);
    made_close(&it);
}

/* The coarsest last digit counts: 1.5 is 1.55 rounded. */
static void
test_decimals_that_differ(void **state) {
    (void)state;
    made it = made_open("|A|B|C\n"
                        "Total|1.5|1.5|1.5\n"
                        "x|1.25|1.25|1.31\n"
                        "y|0.25|0.31|0.31\n",
                        MADE_ROWS);
    assert_int_equal(verdict(&it, &EXACT, &SUM, 0), THR_LINE_EXACT);
    assert_int_equal(verdict(&it, &ROUNDED, &SUM, 1), THR_LINE_ROUNDED);
    assert_int_equal(verdict(&it, &ROUNDED, &SUM, 2), THR_LINE_FAILED);
    made_close(&it);
}

static void
test_the_largest_numbers(void **state) {
    (void)state;
    made it = made_open("|A|B|C\nTotal|9223372036854775807|"
                        "9223372036854775807|-9223372036854775807\n"
                        "x|9223372036854775806|9223372036854775807|"
                        "9223372036854775807\n"
                        "y|1|1|-\n",
                        MADE_ROWS);
    assert_int_equal(verdict(&it, &ROUNDED, &SUM, 0), THR_LINE_EXACT);
    assert_int_equal(verdict(&it, &ROUNDED, &SUM, 1), THR_LINE_SILENT);
    assert_int_equal(verdict(&it, &ROUNDED, &SUM, 2), THR_LINE_FAILED);
    for (size_t item = 0; item < 3; item++) {
        thresh_cell cell = thresh_table_cell(it.table, item, 0);
        cell.coef = INT64_MIN;
        assert_int_equal(thr_cells_set(it.table, item, 0, &cell, NULL),
                         THRESH_OK);
    }
    bool fits;
    assert_int_equal(thr_plane_open(&it.plane, it.table, it.plane.dimension,
                                    &it.arena, &fits, NULL),
                     THRESH_OK);
    assert_int_equal(thr_match_all(&it.plane, &ROUNDED, &SUM).exact, 0);
    made_close(&it);
}

static void
test_all_lines(void **state) {
    (void)state;
    made it = made_open("|A|B|C|D|E|F\n"
                        "Total|310|4711|91|500|61|..\n"
                        "x|100|4000|20|..|30|1\n"
                        "y|210|711|70|7|20|2\n",
                        MADE_ROWS);
    thr_match match = thr_match_all(&it.plane, &ROUNDED, &SUM);
    assert_int_equal(match.exact, 2);
    assert_int_equal(match.rounded, 1);
    assert_int_equal(match.unknown, 1);
    assert_int_equal(match.failed, 1);
    assert_int_equal(match.distinct, 3);
    assert_true(match.evidence > 0);
    made_close(&it);
}

/* 15 + 15 = 30 again and again, or tenfold, is no further evidence. */
static void
test_lines_that_repeat(void **state) {
    (void)state;
    made it = made_open("|A|B|C\nTotal|30|30|300\nx|15|15|150\ny|15|15|150\n",
                        MADE_ROWS);
    thr_match match = thr_match_all(&it.plane, &EXACT, &SUM);
    assert_int_equal(match.exact, 3);
    assert_int_equal(match.distinct, 1);
    made_close(&it);
}

/* Nor is a multiple that was rounded; but small numbers are in like
 * proportions by chance. */
static void
test_lines_that_are_multiples(void **state) {
    (void)state;
    made it = made_open("|A|B|C\nTotal|1000.00003|1020.00003|3\n"
                        "x|400.00001|408.00001|1\n"
                        "y|600.00002|612.00002|2\n",
                        MADE_ROWS);
    thr_match match = thr_match_all(&it.plane, &EXACT, &SUM);
    assert_int_equal(match.exact, 3);
    assert_int_equal(match.distinct, 2);
    made_close(&it);
    it = made_open("|A|B\nTotal|30|60\nx|10|20\ny|20|40\nOther|7|11\n",
                   MADE_ROWS);
    assert_int_equal(thr_match_all(&it.plane, &EXACT, &SUM).distinct, 2);
    made_close(&it);
}

/* The most that rounding can do to a few, and three deviations of many. */
static void
test_tolerance(void **state) {
    (void)state;
    static const int64_t wanted[] = {1, 1, 2, 2, 3, 3, 3, 3};
    for (size_t n = 1; n <= 8; n++)
        assert_int_equal(thr_match_tolerance(n), wanted[n - 1]);
    assert_int_equal(thr_match_tolerance(12), 4);
    assert_int_equal(thr_match_tolerance(100), 9);
}

static void
test_evidence(void **state) {
    (void)state;
    assert_int_equal(thr_match_evidence(1000, 1, 0), 0);
    assert_int_equal(thr_match_evidence(1000, 0, 0), 0);
    assert_int_equal(thr_match_evidence(10, 2, 0), 10);  /* 6 to the 4th */
    assert_int_equal(thr_match_evidence(100, 4, 1), 12); /* 9 to the 4th */
    assert_int_equal(thr_match_evidence(UINT64_MAX, 2, 0), 63);
    assert_int_equal(thr_match_log2(0), 0);
    assert_int_equal(thr_match_log2(1), 0);
    assert_int_equal(thr_match_log2(255), 7);
    assert_int_equal(thr_match_log2(256), 8);
    assert_int_equal(thr_match_log2(UINT64_MAX), 63);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_verdicts),
        cmocka_unit_test(test_simple_lines_are_no_other),
        cmocka_unit_test(test_missing_parts),
        cmocka_unit_test(test_a_difference),
        cmocka_unit_test(test_decimals_that_differ),
        cmocka_unit_test(test_the_largest_numbers),
        cmocka_unit_test(test_all_lines),
        cmocka_unit_test(test_lines_that_repeat),
        cmocka_unit_test(test_lines_that_are_multiples),
        cmocka_unit_test(test_tolerance),
        cmocka_unit_test(test_evidence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
