/* Which lines of aligned text belong together: src/aligned/blocks.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "aligned/blocks.h"
#include "aligned_text.h"
#include "base/buf.h"

/* Blocks such as "1:2-5 " for the heading from line 1 on and rows from 2 to
 * before 5, lines from 0; "+" where a block is open. */
static void
check(const char *text, const char *expected) {
    aligned_text aligned;
    thr_columns columns = {0};
    thr_buf out = {0};
    thr_block block;
    aligned_open(&aligned, text);
    for (size_t from = 0; thr_block_next(&aligned.page, from, &block);) {
        thr_extent *e = &block.extent;
        assert_true(thr_columns_find(&columns, &aligned.page, e));
        thr_block_heading(&aligned.page, &columns, from, e);
        thr_buf_uint(&out, e->top);
        thr_buf_char(&out, ':');
        thr_buf_uint(&out, e->body);
        thr_buf_char(&out, '-');
        thr_buf_uint(&out, e->end);
        thr_buf_text(&out, block.open ? "+ " : " ");
        from = e->end;
    }
    thr_buf_char(&out, '\0');
    assert_string_equal(out.ptr, expected);
    thr_buf_free(&out);
    thr_columns_free(&columns);
    aligned_close(&aligned);
}

static void
test_rows(void **state) {
    (void)state;
    check("prose and more prose\n", "");
    check("a    1   2\n"
          "b   11  12\n",
          "0:0-2+ ");
    /* labels, blanks and rules do not end a block, a label below it does not
     * belong to it */
    check("a    1   2\n"
          "Men\n"
          "\n"
          "b   11  12\n"
          "----------\n"
          "c   12  14\n"
          "last\n",
          "0:0-6+ ");
    /* prose does */
    check("a    1   2\n"
          "b    3   4\n"
          "This is a line of text which says so much that it runs on and on.\n"
          "a    1   2\n"
          "b    3   4\n",
          "0:0-2 3:3-5+ ");
    /* a printed page, too */
    check("a    1   2\n"
          "b    3   4\n"
          "\fc    5   6\n"
          "d    7   8\n",
          "0:0-2 2:2-4+ ");
}

static void
test_other_columns(void **state) {
    (void)state;
    check("a    1   2\n"
          "b    3   4\n"
          "\n"
          "        Men   Women\n"
          "a         1       2\n"
          "b         3       4\n",
          "0:0-2 3:4-6+ ");
    check("a    1   2\n"
          "b    3   4\n"
          "a         1       2     3     4\n"
          "b         3       4     5     6\n",
          "0:0-2 2:2-4+ ");
}

/* A row with few figures does not end a block that goes on below it. */
static void
test_resumed(void **state) {
    (void)state;
    check("Oslo      1,000             10       20\n"
          "Bergen    2,000             20       30\n"
          "Molde        30      40 (1)\n"
          "Narvik    3,000             20       30\n"
          "Troms     4,000             20       30\n",
          "0:0-5+ ");
}

static void
test_heading(void **state) {
    (void)state;
    check("Table 3. Ships and boats\n"
          "          Ships   Boats\n"
          "a             1       2\n"
          "b             3       4\n",
          "1:2-4+ ");
    /* words of the stub between, blanks and rules below */
    check("                Of these\n"
          "Harbour\n"
          "          Ships   Boats\n"
          "-----------------------\n"
          "\n"
          "a             1       2\n"
          "b             3       4\n",
          "0:5-7+ ");
    /* a rule over the whole table ends the heading, one below a spanner does
     * not */
    check("Table 3                \n"
          "=======================\n"
          "             Vessels   \n"
          "          -------------\n"
          "          Ships   Boats\n"
          "-----------------------\n"
          "a             1       2\n"
          "b             3       4\n",
          "2:6-8+ ");
    /* a blank ends it, unless another line over the columns is above */
    check("          In the harbour\n"
          "\n"
          "          Ships   Boats\n"
          "a             1       2\n"
          "b             3       4\n",
          "2:3-5+ ");
    check("          Large   Small\n"
          "\n"
          "          Ships   Boats\n"
          "a             1       2\n"
          "b             3       4\n",
          "0:3-5+ ");
}

static void
test_years(void **state) {
    (void)state;
    check("         2012    2013\n"
          "a           1       2\n"
          "b           3       4\n",
          "0:1-3+ ");
    check("Founded  2012    2013\n"
          "Closed   2014    2015\n",
          "0:0-2+ ");
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows),    cmocka_unit_test(test_other_columns),
        cmocka_unit_test(test_resumed), cmocka_unit_test(test_heading),
        cmocka_unit_test(test_years),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
