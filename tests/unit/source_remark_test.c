/* Remarks on the text, each kind once: src/source/remark.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "read_text.h"
#include "source/remark.h"

static void
test_once(void **state) {
    (void)state;
    text_log log = {0};
    thresh_listener listener = log_listener(&log);
    thr_remarks remarks = {.listener = &listener};
    const thresh_place first = {.line = 2, .column = 3}, later = {.line = 9};
    thr_remark_warn(&remarks, THR_REMARK_ODD, &first, 7, "%s", "odd");
    thr_remark_warn(&remarks, THR_REMARK_ODD, &later, 8, "again");
    thr_remark_warn(&remarks, THR_REMARK_ENDS, &later, 8, "ends");
    assert_true(thr_str_equal(thr_buf_view(&log.warnings),
                              THR_LIT("warning 2:3 odd\nwarning 9:0 ends\n")));
    free_log(&log);
}

static void
test_encoding(void **state) {
    (void)state;
    text_log log = {0};
    thresh_listener listener = log_listener(&log);
    thr_remarks remarks = {.listener = &listener};
    const thr_encoding encoding = {.name = "UTF-16LE", .reason = "a mark"};
    thr_remark_encoding(&remarks, &encoding);
    assert_true(log_has(&log.decisions, "decision encoding=UTF-16LE\n"));
    free_log(&log);
}

static void
test_nobody_listens(void **state) {
    (void)state;
    const thresh_listener deaf = {0};
    const thresh_place place = {.line = 1};
    const thr_encoding encoding = {.name = "UTF-8"};
    for (int i = 0; i < 2; i++) {
        thr_remarks remarks = {.listener = i ? &deaf : NULL};
        thr_remark_warn(&remarks, THR_REMARK_ODD, &place, 0, "odd");
        thr_remark_encoding(&remarks, &encoding);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_once),
        cmocka_unit_test(test_encoding),
        cmocka_unit_test(test_nobody_listens),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
