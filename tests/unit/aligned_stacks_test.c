/* Places of headings by themselves: src/aligned/stacks.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "aligned/stacks.h"
#include "aligned_text.h"
#include "base/buf.h"
#include "base/str.h"

#define ROWS                                                \
    "Oslo    5,120      2,040      39.8    2,980     150\n" \
    "Troms   5,880      2,240      38.1    3,490     151\n"

/* Places such as "0-5 8-12 "; empty if they are not as many as the columns.
 * The rows start at line `body`. */
static void
check(const char *text, size_t body, const char *expected) {
    aligned_text aligned;
    thr_columns columns = {0}, stacks = {0};
    thr_buf out = {0};
    bool found;
    aligned_open(&aligned, text);
    thr_extent extent = {0, body, aligned.page.count};
    assert_true(thr_columns_find(&columns, &aligned.page, &extent));
    assert_true(
        thr_stacks_find(&stacks, &aligned.page, &extent, &columns, &found));
    for (size_t i = 0; found && i < stacks.count; i++) {
        thr_buf_uint(&out, stacks.items[i].lo);
        thr_buf_char(&out, '-');
        thr_buf_uint(&out, stacks.items[i].hi);
        thr_buf_char(&out, ' ');
    }
    thr_buf_char(&out, '\0');
    assert_string_equal(out.ptr, expected);
    thr_buf_free(&out);
    thr_columns_free(&columns);
    thr_columns_free(&stacks);
    aligned_close(&aligned);
}

static void
test_stacks(void **state) {
    (void)state;
    /* "All the boats" is over two of them; a rule is no heading */
    check("Name   Total  All the boats   Gear      Other\n"
          "              Old     New     Nets\n"
          "             ------------\n" ROWS,
          3, "0-5 7-12 14-17 22-25 30-34 40-45 ");
    /* what touches with one character stands beside */
    check("       Total Old\n"
          "               New     Gear     Other\n" ROWS,
          2, "");
    /* one less than there are columns */
    check("       Total  All boats       Gear\n"
          "              Old     New     Nets\n" ROWS,
          2, "");
}

int
main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_stacks)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
