/* What a record looks like by itself: src/scan/features.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "read_text.h"
#include "scan/features.h"

static thr_features
features_of(const char *line) {
    text_records records;
    open_records(&records, line, ';', NULL);
    thr_features features = thr_features_of(thr_window_at(&records.window, 0));
    close_records(&records);
    return features;
}

static void
test_features(void **state) {
    (void)state;
    static const struct {
        const char *line;
        size_t filled, first, figures, texts, years;
        bool data, all_years, heading;
    } rows[] = {
        {"\n", 0, 0, 0, 0, 0, false, false, false},
        {";;", 0, 0, 0, 0, 0, false, false, false},
        {"Title", 1, 1, 0, 0, 0, false, false, false},
        {"11", 1, 1, 0, 0, 0, false, false, false},
        {"Country;Total;Oslo", 3, 1, 0, 2, 0, false, false, true},
        {";Oslo", 1, 2, 0, 1, 0, false, false, true},
        {"Norway;8 276;-", 3, 1, 2, 0, 0, true, false, false},
        {";8 276", 1, 2, 1, 0, 0, true, false, false},
        {"Norway;5 to 16;7", 3, 1, 1, 1, 0, true, false, false},
        {"Year;2007;2008", 3, 1, 2, 0, 2, false, true, false},
        {"Year;2007;2008;3", 4, 1, 3, 0, 2, true, false, false},
        {"Year;2007;Total", 3, 1, 1, 1, 1, false, true, false},
        {"Norway;1 999", 2, 1, 1, 0, 0, true, false, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        thr_features features = features_of(rows[i].line);
        assert_int_equal(features.filled, rows[i].filled);
        assert_int_equal(features.first, rows[i].first);
        assert_int_equal(features.figures, rows[i].figures);
        assert_int_equal(features.texts, rows[i].texts);
        assert_int_equal(features.years, rows[i].years);
        assert_int_equal(thr_features_is_data(&features), rows[i].data);
        assert_int_equal(thr_features_is_years(&features), rows[i].all_years);
        assert_int_equal(thr_features_is_heading(&features), rows[i].heading);
    }
}

/* Years behind a label are a header if something else than chance says so. */
static void
test_year_header(void **state) {
    (void)state;
    static const struct {
        const char *line;
        const char *label;
        bool header;
    } rows[] = {
        {"Oslo;2006;2007;2008", "Oslo", true},
        {"Oslo;1990;2000;2010", "Oslo", true},
        {"Oslo;2008;2007", "Oslo", true},
        {"Oslo;2007", "Oslo", false},
        {"Oslo;1874;2007;1650", "Oslo", false},
        {"Oslo;2006;2007;2009", "Oslo", false},
        {"Oslo;2007;2007;2007", "Oslo", false},
        {";2007", "", true},
        {";1874;2007;1650", "", true},
        {"Country;2007", "Country", true},
        {"Country;2007;5", "Country", false},
        {"Country;Total", "Country", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        thr_features features = features_of(rows[i].line);
        if (thr_features_is_year_header(&features, thr_str(rows[i].label),
                                        THR_LIT("Country"))
            != rows[i].header)
            fail_msg("\"%s\"", rows[i].line);
    }
}

static void
test_year(void **state) {
    (void)state;
    static const char *const years[] = {"1500", "1999", "2007", "2199"};
    static const char *const others[] = {"",      "1499", "2200", "207",
                                         "20077", "200a", "3000", "0999",
                                         " 2007", "2 007"};
    for (size_t i = 0; i < sizeof years / sizeof *years; i++)
        assert_true(thr_text_is_year(thr_str(years[i])));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(thr_text_is_year(thr_str(others[i])));
}

/* What may stand behind a year that heads a column. */
static void
test_heads_year(void **state) {
    (void)state;
    static const char *const years[] = {
        "1909.",   "2007",   "2007.0",       "2008*",    "2006 \\1",
        "20071",   "2009p",  "2009 p",       "2007 (1)", "2007 1)",
        "2008 /1", "2007 P", "2007\xC2\xB9", "1995 2)",
    };
    static const char *const others[] = {
        "",          "200",        "2007.5",    "2007,5",
        "2007a",     "18231.6",    "18231,6",   "200712",
        "2007.00",   "20 071",     "2299",      "2007-2008",
        "2009-10",   "2007/08",    "2008/9",    "2009\u201310",
        "year 2007", "2007 12 34", "2007 men",  "2007/x",
        "2007 -",    "(2007)",     "2007 (r1)",
    };
    thresh_str year;
    for (size_t i = 0; i < sizeof years / sizeof *years; i++) {
        if (!thr_text_heads_year(thr_str(years[i]), &year))
            fail_msg("\"%s\" is a year", years[i]);
        assert_true(
            thr_str_equal(year, thr_str_slice(thr_str(years[i]), 0, 4)));
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (thr_text_heads_year(thr_str(others[i]), &year))
            fail_msg("\"%s\" is no year", others[i]);
}

/* Among years "20071" is one with a mark, among numbers it is one of them. */
static void
test_marked_years(void **state) {
    (void)state;
    static const struct {
        const char *line;
        size_t years;
        bool run;
    } rows[] = {
        {"Year;2005;2006;20071;2008*", 4, true},
        {"Year;2006;20071", 2, true},
        {"Norway;20071;20082", 0, false},
        {"Norway;2006;20071;20082", 1, false},
        {"Norway;20071;300", 0, false},
        {"Year;2006.0;2007.0", 2, true},
        /* a spanner may stand in each of its columns */
        {"Year;2006;2006;2007;2007;2008", 5, true},
        {"Year;2006;2006;2006", 3, false},
        {"Year;2006;2007;2006;2007", 4, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        thr_features features = features_of(rows[i].line);
        if (features.years != rows[i].years || features.run != rows[i].run)
            fail_msg("\"%s\": %zu years", rows[i].line, features.years);
    }
}

static void
test_unit(void **state) {
    (void)state;
    static const char *const units[] = {
        "(dollars)", "(1,000)", "(000)", "(1 000 000)", "(1'000)",
        "(1.000)",   "(kg)",    "(%)",   "(000 t)",     "(100 kg)",
    };
    static const char *const others[] = {
        "",    "()",   "(",       "(5)",   "(1)",     "(10)",     "(100)",
        "(0)", "(12)", "(2,000)", "1,000", "dollars", "(dollars", "(11,000)",
    };
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (!thr_text_is_unit(thr_str(units[i])))
            fail_msg("\"%s\" is a unit", units[i]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (thr_text_is_unit(thr_str(others[i])))
            fail_msg("\"%s\" is no unit", others[i]);
    assert_int_equal(features_of("(a);(kg);(1,000);(5);kg").units, 2);
}

static void
test_rule(void **state) {
    (void)state;
    static const char *const rules[] = {
        "-",
        "-----",
        "====",
        "__",
        "-=-",
        "\xE2\x80\x93",
        "\xE2\x80\x94\xE2\x80\x94",
        "\xE2\x94\x80-",
    };
    static const char *const others[] = {
        "--1", "- -", "a", "...", "\xE2\x80\x99", "\xE2\x80", "+",
    };
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        assert_true(thr_text_is_rule(thr_str(rules[i])));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (thr_text_is_rule(thr_str(others[i])))
            fail_msg("\"%s\" is no rule", others[i]);
    assert_int_equal(features_of("---;---;5").rules, 2);
}

static void
test_link(void **state) {
    (void)state;
    static const struct {
        const char *text;
        const char *label; /* NULL = no link */
    } rows[] = {
        {"[Topic](#)", "Topic"},
        {"[ Topic ](https://example.org/(a))", "Topic"},
        {"[](#)", ""},
        {"[]()", ""},
        {"[](", NULL},
        {"[Topic]", NULL},
        {"Topic (#)", NULL},
        {"a [Topic](#)", NULL},
        {"[Topic](#) a", NULL},
        {"[One](#) and two (3)", NULL},
        {"", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        thresh_str text = thr_str(rows[i].text);
        bool link = thr_text_is_link(&text);
        if (link != (rows[i].label != NULL))
            fail_msg("\"%s\"", rows[i].text);
        assert_true(
            thr_str_equal(text, thr_str(link ? rows[i].label : rows[i].text)));
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_features),
        cmocka_unit_test(test_year_header),
        cmocka_unit_test(test_year),
        cmocka_unit_test(test_heads_year),
        cmocka_unit_test(test_marked_years),
        cmocka_unit_test(test_unit),
        cmocka_unit_test(test_rule),
        cmocka_unit_test(test_link),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
