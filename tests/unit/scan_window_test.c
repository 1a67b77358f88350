/* The records ahead: src/scan/window.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/str.h"
#include "scan/window.h"

typedef struct input {
    thr_source source;
    thr_lines lines;
    thr_grid *grid;
    thr_window window;
} input;

static void
open_window(input *in, const char *text, size_t size, size_t memory) {
    const thr_grid_limits limits = {
        .max_fields = 4, .window = 1, .memory = memory};
    assert_int_equal(
        thr_source_open_memory(&in->source, text, strlen(text), NULL),
        THRESH_OK);
    thr_lines_start(&in->lines, &in->source, 100);
    in->grid = thr_grid_new(&in->lines, &limits, ';', NULL);
    assert_true(thr_window_start(&in->window, in->grid, size));
}

static void
close_window(input *in) {
    thr_window_free(&in->window);
    thr_grid_free(in->grid);
    thr_lines_free(&in->lines);
    thr_source_close(&in->source);
}

/* Reads no further than asked, nor than it has room. */
static void
test_fill(void **state) {
    (void)state;
    input in;
    open_window(&in, "1\n2\n3\n4\n5\n", 3, 0);
    assert_int_equal(thr_window_fill(&in.window, 2, NULL), THRESH_OK);
    assert_int_equal(in.window.count, 2);
    assert_int_equal(thr_window_fill(&in.window, 1, NULL), THRESH_OK);
    assert_int_equal(in.window.count, 2);
    assert_int_equal(thr_window_fill(&in.window, 9, NULL), THRESH_OK);
    assert_int_equal(in.window.count, 3);
    assert_false(in.window.ended);
    close_window(&in);
}

/* What is held back has a bound, over all lines together: they are refused
 * where it is passed, and a window that lets go of them never gets there. */
static void
test_memory(void **state) {
    (void)state;
    enum { LINES = 100 };
    char text[LINES * 9 + 1] = "";
    for (size_t i = 0; i < LINES; i++)
        strcat(text, "a;bc;def\n");
    for (size_t size = 2; size <= LINES; size += LINES - 2) {
        input in;
        thresh_error err = {0};
        thresh_result result = THRESH_OK;
        open_window(&in, text, size, 8000);
        while (!in.window.ended && result == THRESH_OK) {
            result = thr_window_fill(&in.window, size, &err);
            if (in.window.count == size)
                thr_window_pop(&in.window);
        }
        assert_int_equal(result, size == 2 ? THRESH_OK : THRESH_E_LIMIT);
        if (size > 2) {
            assert_in_range(err.line, 10, 50);
            assert_int_equal(err.column, 1);
            assert_non_null(strstr(err.message, "max_memory"));
        }
        close_window(&in);
    }
}

/* What a record looks like belongs to the record, round the ring too. */
static void
test_features(void **state) {
    (void)state;
    input in;
    open_window(&in, "a;1\nb\nc;1;2\n", 2, 0);
    assert_int_equal(thr_window_fill(&in.window, 2, NULL), THRESH_OK);
    assert_int_equal(thr_window_features(&in.window, 0).figures, 1);
    assert_int_equal(thr_window_features(&in.window, 1).figures, 0);
    thr_window_pop(&in.window);
    assert_int_equal(in.window.popped, 1);
    assert_int_equal(thr_window_fill(&in.window, 2, NULL), THRESH_OK);
    assert_int_equal(thr_window_features(&in.window, 1).figures, 2);
    close_window(&in);
}

/* Round the ring: each record once, in order. */
static void
test_pop(void **state) {
    (void)state;
    input in;
    open_window(&in, "1\n2\n3\n4\n5\n6\n7\n8\n", 3, 0);
    for (uint64_t line = 1; line <= 8; line++) {
        assert_int_equal(thr_window_fill(&in.window, 3, NULL), THRESH_OK);
        for (size_t i = 0; i < in.window.count; i++)
            assert_int_equal(thr_window_at(&in.window, i)->line, line + i);
        thr_window_pop(&in.window);
    }
    assert_int_equal(thr_window_fill(&in.window, 3, NULL), THRESH_OK);
    assert_int_equal(in.window.count, 0);
    assert_true(in.window.ended);
    close_window(&in);
}

/* A record lives until it is popped, whatever is read behind it. */
static void
test_record_stays(void **state) {
    (void)state;
    input in;
    open_window(&in, "first;\"a\"\nb\nc\n", 3, 0);
    assert_int_equal(thr_window_fill(&in.window, 1, NULL), THRESH_OK);
    const thr_record *record = thr_window_at(&in.window, 0);
    thresh_str cell = thr_record_cell(record, 1);
    assert_int_equal(thr_window_fill(&in.window, 3, NULL), THRESH_OK);
    assert_ptr_equal(thr_window_at(&in.window, 0), record);
    assert_true(thr_str_equal(cell, THR_LIT("first")));
    close_window(&in);
}

static void
test_failure_is_passed_on(void **state) {
    (void)state;
    input in;
    thresh_error err = {0};
    open_window(&in, "1\n2;;;;\n", 3, 0);
    assert_int_equal(thr_window_fill(&in.window, 3, &err), THRESH_E_LIMIT);
    assert_int_equal(err.line, 2);
    assert_int_equal(in.window.count, 1);
    close_window(&in);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fill),
        cmocka_unit_test(test_memory),
        cmocka_unit_test(test_features),
        cmocka_unit_test(test_pop),
        cmocka_unit_test(test_record_stays),
        cmocka_unit_test(test_failure_is_passed_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
