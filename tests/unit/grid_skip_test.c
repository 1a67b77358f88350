/* Leading lines that are no part of the input: src/grid/skip.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "grid/skip.h"
#include "read_text.h"

static thresh_result
skip_lines(const char *text, uint64_t count, const thresh_listener *listener,
           thr_line *next, thresh_error *err) {
    thr_source source = {.file = -1};
    thr_lines lines;
    assert_int_equal(thr_source_open_memory(&source, text, strlen(text), err),
                     THRESH_OK);
    thr_lines_start(&lines, &source, 1000);
    thresh_result result = thr_skip_lines(&lines, count, listener, err);
    if (result == THRESH_OK)
        result = thr_lines_next(&lines, next, err);
    thr_lines_free(&lines);
    thr_source_close(&source);
    return result;
}

static void
test_skip(void **state) {
    (void)state;
    thr_line line;
    text_log log = {0};
    thresh_listener listener = log_listener(&log);
    assert_int_equal(skip_lines("a\nb\nc\n", 0, &listener, &line, NULL),
                     THRESH_OK);
    assert_int_equal(line.number, 1);
    assert_int_equal(log.lines.len, 0);
    assert_int_equal(skip_lines("a\n\nc\n", 2, &listener, &line, NULL),
                     THRESH_OK);
    assert_int_equal(line.number, 3);
    assert_true(log_has(&log.lines, "line 1 skipped\nline 2 skipped\n"));
    assert_int_equal(skip_lines("a\nb\n", 2, NULL, &line, NULL), THRESH_END);
    free_log(&log);
}

static void
test_too_many(void **state) {
    (void)state;
    thr_line line;
    thresh_error err;
    assert_int_equal(skip_lines("a\nb\n", 3, NULL, &line, &err),
                     THRESH_E_ARGUMENT);
    assert_int_equal(err.line, 2);
    assert_non_null(strstr(err.message, "3 lines"));
    assert_int_equal(skip_lines("", 1, NULL, &line, &err), THRESH_E_ARGUMENT);
    assert_int_equal(err.line, 0);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_skip),
        cmocka_unit_test(test_too_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
