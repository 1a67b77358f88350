/* Telling the listener, and the tally: src/scan/report.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "read_text.h"
#include "scan/report.h"

static uint64_t
sum(const thresh_tally *tally) {
    return tally->observations + tally->labels + tally->captions + tally->notes
           + tally->furniture + tally->rejected;
}

/* Each role counts the cells of its line in one place. */
static void
test_tally(void **state) {
    (void)state;
    static const struct {
        thresh_role role;
        size_t counter; /* offset in thresh_tally */
    } rows[] = {
        {THRESH_ROLE_TOPIC, offsetof(thresh_tally, captions)},
        {THRESH_ROLE_TABLE_NUMBER, offsetof(thresh_tally, captions)},
        {THRESH_ROLE_TITLE, offsetof(thresh_tally, captions)},
        {THRESH_ROLE_HEADER, offsetof(thresh_tally, labels)},
        {THRESH_ROLE_DATA, offsetof(thresh_tally, labels)},
        {THRESH_ROLE_GROUP, offsetof(thresh_tally, labels)},
        {THRESH_ROLE_NOTE, offsetof(thresh_tally, notes)},
        {THRESH_ROLE_SOURCE, offsetof(thresh_tally, notes)},
        {THRESH_ROLE_LEGEND, offsetof(thresh_tally, notes)},
        {THRESH_ROLE_REPEATED_HEADER, offsetof(thresh_tally, furniture)},
        {THRESH_ROLE_PAGE_FURNITURE, offsetof(thresh_tally, furniture)},
        {THRESH_ROLE_REJECTED, offsetof(thresh_tally, rejected)},
    };
    text_records records;
    open_records(&records, "a;;b; ;c\n", ';', NULL);
    const thr_record *record = thr_window_at(&records.window, 0);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        thr_report report = {0};
        thr_report_line(&report, record, rows[i].role, "why");
        const char *tally = (const char *)&report.tally;
        assert_int_equal(report.tally.cells, 3);
        assert_int_equal(sum(&report.tally), 3);
        assert_int_equal(*(const uint64_t *)(tally + rows[i].counter), 3);
    }
    close_records(&records);
}

static void
test_values_move_over(void **state) {
    (void)state;
    text_records records;
    open_records(&records, "a;1;2;3\n", ';', NULL);
    thr_report report = {0};
    thr_report_line(&report, thr_window_at(&records.window, 0),
                    THRESH_ROLE_DATA, "why");
    thr_report_values(&report, 2, 1);
    assert_int_equal(report.tally.labels, 1);
    assert_int_equal(report.tally.observations, 2);
    assert_int_equal(report.tally.rejected, 1);
    assert_int_equal(sum(&report.tally), report.tally.cells);
    close_records(&records);
}

typedef struct heard {
    thresh_line line;
    thresh_decision decision;
    thresh_error warning;
} heard;

static void
hear_line(void *ctx, const thresh_line *line) {
    ((heard *)ctx)->line = *line;
}

static void
hear_decision(void *ctx, const thresh_decision *decision) {
    ((heard *)ctx)->decision = *decision;
}

static void
hear_warning(void *ctx, const thresh_error *warning) {
    ((heard *)ctx)->warning = *warning;
}

static void
test_listener(void **state) {
    (void)state;
    heard out = {0};
    const thresh_listener listener = {.line = hear_line,
                                      .decision = hear_decision,
                                      .warning = hear_warning,
                                      .ctx = &out};
    thr_report report = {.listener = &listener};
    text_records records;
    open_records(&records, "x\na;1\n", ';', NULL);
    thr_report_line(&report, thr_window_at(&records.window, 1),
                    THRESH_ROLE_TITLE, "why");
    assert_int_equal(out.line.place.line, 2);
    assert_int_equal(out.line.place.record, 2);
    assert_int_equal(out.line.role, THRESH_ROLE_TITLE);
    assert_true(thr_str_equal(out.line.text, THR_LIT("a;1")));
    assert_true(thr_str_equal(out.line.reason, THR_LIT("why")));
    thr_report_decision(&report, "what", THR_LIT("value"), "because");
    assert_string_equal(out.decision.what, "what");
    assert_true(thr_str_equal(out.decision.value, THR_LIT("value")));
    assert_true(thr_str_equal(out.decision.reason, THR_LIT("because")));
    thresh_place place = {.line = 7, .column = 3, .field = 2};
    thr_report_warning(&report, &place, "%s\n%d", "text", 5);
    assert_int_equal(out.warning.result, THRESH_OK);
    assert_int_equal(out.warning.line, 7);
    assert_int_equal(out.warning.column, 3);
    assert_int_equal(out.warning.field, 2);
    assert_string_equal(out.warning.message, "text?5");
    close_records(&records);
}

/* Nobody listens, or not to everything. */
static void
test_no_listener(void **state) {
    (void)state;
    static const thresh_listener deaf = {0};
    const thresh_listener *const listeners[] = {NULL, &deaf};
    text_records records;
    open_records(&records, "a\n", ';', NULL);
    for (size_t i = 0; i < 2; i++) {
        thr_report report = {.listener = listeners[i]};
        thr_report_line(&report, thr_window_at(&records.window, 0),
                        THRESH_ROLE_NOTE, "why");
        thr_report_decision(&report, "what", THR_LIT("value"), "because");
        thr_report_warning(&report, NULL, "text");
        assert_int_equal(report.tally.notes, 1);
    }
    close_records(&records);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tally),
        cmocka_unit_test(test_values_move_over),
        cmocka_unit_test(test_listener),
        cmocka_unit_test(test_no_listener),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
