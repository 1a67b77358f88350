/* Sums in words: src/write/sum_text.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "make_table.h"
#include "read_text.h"
#include "write/sum_text.h"

static void
assert_text(thr_buf *buf, const char *wanted) {
    thr_buf_char(buf, '\0');
    assert_false(buf->failed);
    assert_string_equal(buf->ptr, wanted);
    thr_buf_free(buf);
}

static void
assert_like(int64_t coef, uint8_t scale, const char *printed,
            uint8_t printed_scale, const char *wanted) {
    thr_buf buf = {0};
    thresh_cell cell = {.coef = coef, .scale = scale, .has_value = true};
    thresh_cell like = {.text = thr_str(printed), .scale = printed_scale};
    thr_number_like_add(&buf, &cell, &like);
    assert_text(&buf, wanted);
}

static void
test_numbers_like_others(void **state) {
    (void)state;
    assert_like(36512, 0, "36 513", 0, "36 512");
    assert_like(36512, 0,
                "36\xC2\xA0"
                "513",
                0,
                "36\xC2\xA0"
                "512");
    assert_like(1234567, 0, "1,234,568", 0, "1,234,567");
    assert_like(-12345, 0, "12.346", 0, "-12.345");
    assert_like(512, 0, "36 513", 0, "512");
    assert_like(36512, 0, "513", 0, "36512");
    assert_like(3651250, 2, "36 513,50", 2, "36 512,50");
    assert_like(125, 1, "0.5", 1, "12.5");
    assert_like(125, 1, "12", 0, "12.5");
    assert_like(5, 0, "", 0, "5");
}

static void
test_results(void **state) {
    (void)state;
    thr_buf buf = {0};
    thr_sum_result_add(&buf, &(thresh_sum){.exact = 8});
    assert_text(&buf, "8 exact");
    buf = (thr_buf){0};
    thr_sum_result_add(
        &buf,
        &(thresh_sum){.exact = 4, .rounded = 3, .unknown = 2, .failed = 1});
    assert_text(&buf, "4 exact, 3 within rounding, 2 with parts missing, "
                      "1 failed");
}

static void
assert_failure(const thresh_table *table, size_t index, const char *wanted) {
    const thresh_failure *failures;
    thr_buf buf = {0};
    assert_true(thresh_table_failures(table, &failures) > index);
    thr_sum_failure_add(&buf, table, &failures[index]);
    assert_text(&buf, wanted);
}

static void
assert_off(const thresh_table *table, size_t index, const char *wanted) {
    const thresh_failure *failures;
    thr_buf buf = {0};
    assert_true(thresh_table_failures(table, &failures) > index);
    thr_sum_off_add(&buf, table, &failures[index]);
    assert_text(&buf, wanted);
}

static void
test_failures(void **state) {
    (void)state;
    thresh_table *table = load_text(
        "Calls, by port and type\n\n"
        "Port\tTotal\tTankers\tFerries\tYachts\n"
        "All ports, total\t3 962\t841\t2 597\t524\n"
        "Northport\t1 160\t210\t950\t-\n"
        "Easthaven\t670\t100\t570\t-\n"
        "Southwick\t1 391\t326\t783\t327\n"
        "Westerby\t741\t205\t339\t197\n",
        NULL, NULL);
    assert_non_null(table);
    assert_failure(table, 0,
                   "\"All ports, total\" is 2 597, its parts add up to 2 642 "
                   "(column \"Ferries\"): difference -45");
    assert_failure(table, 1,
                   "\"Total\" is 1 391, its parts add up to 1 436 "
                   "(row \"Southwick\"): difference -45");
    assert_off(table, 0, "difference -45 (column \"Ferries\")");
    assert_off(table, 1, "difference -45 (row \"Southwick\")");
    thresh_table_free(table);
}

/* A difference too large to be told, of a table whose columns have no names.
 */
static void
test_a_difference(void **state) {
    (void)state;
    static const char *const headings[] = {""};
    thresh_table *table = make_frame_of("flow", 1, headings);
    assert_non_null(table);
    assert_true(make_row(table, "In", "", (const char *const[]){"30"}));
    assert_true(make_row(table, "Out", "", (const char *const[]){"10"}));
    assert_true(make_row(table, "Net", "", (const char *const[]){"25"}));
    static const size_t parts[] = {0, 1};
    thresh_sum sum = {
        .kind = THRESH_DIFFERENCE, .total = 2, .parts = parts, .nparts = 2};
    thresh_failure failure = {.row = 2,
                              .parts = {.coef = 20, .has_value = true}};
    table->sums = &sum;
    table->nsums = 1;
    table->failures = &failure;
    table->nfailures = 1;
    assert_failure(table, 0,
                   "\"Net\" is 25, the difference of its parts is "
                   "20");
    assert_off(table, 0, "a difference too large to tell");
    thresh_table_free(table);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers_like_others),
        cmocka_unit_test(test_results),
        cmocka_unit_test(test_failures),
        cmocka_unit_test(test_a_difference),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
