/* Records of figures that are part of a header: src/frame/figured.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "frame/figured.h"
#include "read_text.h"

static void
test_units(void **state) {
    (void)state;
    static const struct {
        const char *text;
        bool units;
    } lines[] = {
        {";(1,000);(dollars)", true},
        {"Unit;(1,000);(dollars)", true},
        {"(dollars)", false},
        {"Unit;(1,000);", true},
        {"Land;(1,000);Total", false},
        {"Norway;(1,000);(5)", false},
        {"Land;A;B", false},
        /* thousands, without a label */
        {";1 000;1 000", true},
        {";1.000.000;%", true},
        {"Land;1 000;1 000", false},
        {";1 000;2 000", false},
        {";100;100", false},
        {";1 000;7", false},
        {";1 000", false},
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        text_records records;
        open_records(&records, lines[i].text, ';', NULL);
        if (thr_figured_tells_units(thr_window_at(&records.window, 0))
            != lines[i].units)
            fail_msg("\"%s\"", lines[i].text);
        close_records(&records);
    }
}

static void
test_numbers(void **state) {
    (void)state;
    static const struct {
        const char *text;
        bool counts;
    } lines[] = {
        {"1;2;3", true},     {"(1);(2)", true},     {";(1);;(2)", true},
        {"1);2);3)", false}, {"1;2", false},        {"(1)", false},
        {"1;2;4", false},    {"2;3;4", false},      {"0;1;2", false},
        {"A;1;2", false},    {"(1);(2);3", true},   {"();(2);(3)", false},
        {"A;B;C", false},    {"1;2;3;1001", false},
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        text_records records;
        open_records(&records, lines[i].text, ';', NULL);
        if (thr_figured_counts_columns(thr_window_at(&records.window, 0))
            != lines[i].counts)
            fail_msg("\"%s\"", lines[i].text);
        close_records(&records);
    }
}

static void
test_years(void **state) {
    (void)state;
    static const struct {
        const char *text;
        bool header;
    } lines[] = {
        {"River;2001\nEsk;12\nTay;13\n", true},
        {"River;2001;2002\nEsk;2001;2002\nTay;13;12\n", true},
        /* a year of each label, one below the other */
        {"Esk;1905\nTay;1814\nDee;1700\n", false},
        {"Esk;1905;1990\nTay;1814;1901\nDee;1700;1905\n", false},
        /* beside a word for years, or nothing, or the same label again */
        {"Year;2001\nEsk;2014\nTay;1900\n", true},
        {";2001\nEsk;2014\nTay;1900\n", true},
        {"River;2001\nRiver;2014\nTay;19\n", true},
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        text_records records;
        const char *reason;
        open_records(&records, lines[i].text, ';', NULL);
        if (thr_figured_is_header(&records.window, 0, &reason)
            != lines[i].header)
            fail_msg("\"%s\"", lines[i].text);
        close_records(&records);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_units),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_years),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
