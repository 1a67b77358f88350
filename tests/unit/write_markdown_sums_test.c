/* What does not add up, in Markdown: src/write/markdown_sums.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "make_table.h"
#include "write/markdown_sums.h"

enum { MANY = 23 };

/* A table whose first `count` rows are totals that fail. */
static void
assert_written(size_t count, const char *wanted) {
    static const char *const headings[] = {"a|b"};
    static const size_t parts[] = {0, 1};
    thresh_table *table = make_frame_of("item", 1, headings);
    assert_non_null(table);
    thresh_failure failures[MANY] = {0};
    for (size_t i = 0; i < MANY; i++) {
        assert_true(make_row(table, "*x*", "", (const char *const[]){"3"}));
        failures[i].row = i;
        failures[i].parts = (thresh_cell){.coef = 2, .has_value = true};
        failures[i].difference = (thresh_cell){.coef = 1, .has_value = true};
    }
    thresh_sum sum = {.parts = parts, .nparts = 2, .failed = count};
    table->sums = &sum;
    table->nsums = 1;
    table->failures = failures;
    table->nfailures = count;
    thr_buf buf = {0};
    thr_markdown_sums_write(table, &buf);
    thr_buf_char(&buf, '\0');
    assert_false(buf.failed);
    thresh_str text = thr_buf_view(&buf);
    assert_true(thr_str_starts(text, thr_str(wanted)));
    size_t lines = 0;
    for (size_t i = 0; i < text.len; i++)
        lines += text.ptr[i] == '\n';
    assert_int_equal(lines, count == 0 ? 0 : 3 + (count > 20 ? 21 : count));
    bool more = thr_str_find(text, THR_LIT("\n- and 3 more\n")) != THRESH_NONE;
    assert_int_equal(more, count == MANY);
    thr_buf_free(&buf);
    thresh_table_free(table);
}

static void
test_lists(void **state) {
    (void)state;
    assert_written(0, "");
    assert_written(1, "\nDoes not add up:\n\n- \"\\*x\\*\" is 3, its parts "
                      "add up to 2 (column \"a\\|b\"): difference 1\n");
    assert_written(20, "\nDoes not add up:\n\n- ");
    assert_written(MANY, "\nDoes not add up:\n\n- ");
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lists),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
