/* Whether labels of rows are times: src/frame/times.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "frame/times.h"
#include "read_text.h"

static const struct {
    const char *text;
    const char *time; /* NULL if none */
} labels[] = {
    {"2018;1\n2019;2\n", "year"},
    {"2018 p;1\n2019*;2\n", "year"},
    {"1990;1\n2000;2\n2010;3\n", "year"},
    {"2018;1\n2019;2\n2020;3\n2021;4\nAverage;5\n", "year"},
    {"January;1\nFeb.;2\n", "month"},
    {"Q1;1\n2nd quarter;2\n", "quarter"},
    {"Jan-Mar 2019;1\nApr-Jun 2019;2\n", "period"},
    {"2018;1\n2019 Q1;2\n", "period"},
    {"Mar-19;1\nJun-19;2\n", "period"},
    {"2019;1\nJanuary;2\n", "period"},
    {"1st half;1\n2nd half;2\n", "period"},
    /* codes; too few; other words; a line of notes says nothing */
    {"1804;1\n1911;2\n2030;3\n", NULL},
    {"2018;1\n", NULL},
    {"2018;1\n2019;2\nAll;3\n", NULL},
    {"Norway;1\nSweden;2\n", NULL},
    {"2018;1\n2019;2\nSource: own\nSee notes\n", "year"},
    {";1\n;2\n", NULL},
};

static void
labels_are_times(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        text_records records;
        open_records(&records, labels[i].text, ';', NULL);
        const char *time = thr_times_of(&records.window, 0,
                                        records.window.count, 1);
        close_records(&records);
        if (labels[i].time == NULL
                ? time != NULL
                : time == NULL || strcmp(time, labels[i].time) != 0)
            fail_msg("\"%s\": %s", labels[i].text, time ? time : "none");
    }
}

static void
labels_alone_are_times(void **state) {
    (void)state;
    text_records records;
    open_records(&records, "2018;\nA;1\n2019*;\nA;2\nSource: own\n", ';',
                 NULL);
    const char *time = thr_times_alone(&records.window, 0,
                                       records.window.count);
    close_records(&records);
    assert_string_equal(time, "year");
    open_records(&records, "Men;\nA;1\nWomen;\nA;2\n", ';', NULL);
    time = thr_times_alone(&records.window, 0, records.window.count);
    close_records(&records);
    assert_null(time);
}

static const struct {
    const char *text;
    bool numbers;
} years[] = {
    {"2018.0;1\n2019.0;2\n", true},  {"x;2018.0;1\ny;2019.0;2\n", true},
    {"2018;1\n2019;2\n", false},     {"2018.0;1\n2019;2\n2020;3\n", false},
    {"2018.0;1\n2018.5;2\n", false}, {"5.0;1\n6.0;2\n", false},
};

static void
years_are_numbers(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof years / sizeof *years; i++) {
        text_records records;
        open_records(&records, years[i].text, ';', NULL);
        if (thr_times_are_numbers(&records.window, 0, records.window.count, 2)
            != years[i].numbers)
            fail_msg("\"%s\"", years[i].text);
        close_records(&records);
    }
}

/* Years that a spreadsheet held as numbers, as all labels are that are looked
 * at first; those further down may be others. */
static void
test_years_with_decimals(void **state) {
    (void)state;
    enum { YEARS = 300, FIRST = 1600 };
    thr_buf text = {0};
    thr_buf_text(&text, "Year;A;B\n");
    for (uint64_t i = 0; i < YEARS; i++) {
        thr_buf_uint(&text, FIRST + i);
        thr_buf_text(&text, ".0;1;2\n");
    }
    thr_buf_text(&text, "Totals;3;4\n1950.5;5;6\nMean;7;8\n");
    thr_buf_char(&text, '\0');
    assert_false(text.failed);
    thresh_table *table = load_text(text.ptr, NULL, NULL);
    assert_non_null(table);
    static const struct {
        size_t category;
        const char *label;
    } wanted[] = {{0, "1600"},
                  {YEARS - 1, "1899"},
                  {YEARS, "Totals"},
                  {YEARS + 1, "1950.5"},
                  {YEARS + 2, "Mean"}};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        assert_true(thr_str_equal(
            thresh_table_category(table, 0, wanted[i].category).label,
            thr_str(wanted[i].label)));
    thresh_table_free(table);
    thr_buf_free(&text);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_years_with_decimals),
        cmocka_unit_test(labels_are_times),
        cmocka_unit_test(labels_alone_are_times),
        cmocka_unit_test(years_are_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
