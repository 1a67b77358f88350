/* What a title says: src/scan/title.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "scan/title.h"

static const struct {
    const char *title;
    const char *measure;
    const char *period;
    const char *by[4];
} titles[] = {
    {"", "", "", {NULL}},
    {"Immigration", "Immigration", "", {NULL}},
    {"Immigration, by citizenship and region. 2007",
     "Immigration",
     "2007",
     {"citizenship", "region"}},
    {"Innvandring, etter statsborgerskap og fylke. 2007",
     "Innvandring",
     "2007",
     {"statsborgerskap", "fylke"}},
    {"Invandring efter medborgarskap och l\xC3\xA4n. 2007.",
     "Invandring",
     "2007",
     {"medborgarskap", "l\xC3\xA4n"}},
    {"Zuwanderung nach Staat, Alter und Geschlecht, 2007",
     "Zuwanderung",
     "2007",
     {"Staat", "Alter", "Geschlecht"}},
    {"Immigration par pays et sexe. 1er janvier 2007",
     "Immigration",
     "1er janvier 2007",
     {"pays", "sexe"}},
    {"Persons, by sex, age, and region. 2005-2007",
     "Persons",
     "2005-2007",
     {"sex", "age", "region"}},
    {"Persons BY sex AND age", "Persons", "", {"sex", "age"}},
    /* the last "by" counts; one inside a word does not */
    {"Deaths caused by smoke, by sex. 2007",
     "Deaths caused by smoke",
     "2007",
     {"sex"}},
    {"Bylaws and standby power", "Bylaws and standby power", "", {NULL}},
    {"by sex", "by sex", "", {NULL}},
    {"Persons, by", "Persons, by", "", {NULL}},
    {"Goods by rail", "Goods", "", {"rail"}},
    /* a dash between blanks ends the list */
    {"Boats, by sex and age \xE2\x80\x94 Coast, 2006",
     "Boats",
     "2006",
     {"sex", "age"}},
    {"Boats, by sex and age-group", "Boats", "", {"sex", "age-group"}},
    {"Sandwiches, by brand and handle", "Sandwiches", "", {"brand", "handle"}},
    {"Students, by domicile and gender 2000/01",
     "Students",
     "2000/01",
     {"domicile", "gender"}},
    {"Students, by domicile and gender March 2000",
     "Students",
     "March 2000",
     {"domicile", "gender"}},
    /* what leads to a date, and what stands in parentheses, is no item */
    {"Boats, by sex of owner at 31 December 2022",
     "Boats",
     "31 December 2022",
     {"sex of owner"}},
    {"Boats by harbour and length as at June 2020",
     "Boats",
     "June 2020",
     {"harbour", "length"}},
    {"Boats by month (2015 = 100)", "Boats", "", {"month"}},
    {"Boats by region (NUTS)", "Boats", "", {"region (NUTS)"}},
    {"Boats by what they are at", "Boats", "", {"what they are at"}},
    {"Students, by sex, Grade 7, 2019",
     "Students",
     "2019",
     {"sex", "Grade 7"}},
    {"Students, by domicile and gender, July 1, 2019",
     "Students",
     "July 1, 2019",
     {"domicile", "gender"}},
    {"Students, by sex, 12, 2019", "Students", "2019", {"sex", "12"}},
    {"Students, by sex and May", "Students", "", {"sex", "May"}},
    /* what only looks like a period */
    {"Persons. Norway", "Persons. Norway", "", {NULL}},
    {"Persons, 12345", "Persons, 12345", "", {NULL}},
    {"Census 2007", "Census 2007", "", {NULL}},
    {"Persons. All of those who lived in Norway in 2007",
     "Persons. All of those who lived in Norway in 2007",
     "",
     {NULL}},
    {"Index, 3000", "Index, 3000", "", {NULL}},
    {"Persons, 11999", "Persons, 11999", "", {NULL}},
};

static void
test_read(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        thr_title title = thr_title_read(thr_str(titles[i].title));
        if (!thr_str_equal(title.measure, thr_str(titles[i].measure))
            || !thr_str_equal(title.period, thr_str(titles[i].period)))
            fail_msg("\"%s\": \"%.*s\", \"%.*s\"", titles[i].title,
                     THR_STR(title.measure), THR_STR(title.period));
        size_t by = 0;
        for (; by < title.nby; by++)
            assert_true(
                thr_str_equal(title.by[by], thr_str(titles[i].by[by])));
        assert_null(titles[i].by[by]);
    }
}

static void
test_long_list(void **state) {
    (void)state;
    thr_title title = thr_title_read(
        THR_LIT("Persons, by a, b, c, d, e, f, g, h, i and j"));
    assert_int_equal(title.nby, THR_TITLE_BY);
    assert_true(thr_str_equal(title.by[7], THR_LIT("h")));
}

static void
test_is_number(void **state) {
    (void)state;
    static const struct {
        const char *line;
        const char *number; /* NULL = none */
    } rows[] = {
        {"11", "11"},    {"3.1", "3.1"},     {"A2", "A2"},
        {"1-2", "1-2"},  {"Table 11", "11"}, {"Tabell 3.1.", "3.1"},
        {"2007", NULL},  {"", NULL},         {"11.", NULL},
        {"11 a", NULL},  {"A", NULL},        {"Table 11. Persons", NULL},
        {"1 234", NULL}, {"123456", NULL},   {"Table", NULL},
        {".", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        thresh_str number = {NULL, 0};
        if (thr_title_is_number(thr_str(rows[i].line), &number)
            != (rows[i].number != NULL))
            fail_msg("\"%s\"", rows[i].line);
        if (rows[i].number != NULL)
            assert_true(thr_str_equal(number, thr_str(rows[i].number)));
    }
}

static void
test_is_unit(void **state) {
    (void)state;
    static const struct {
        const char *line;
        const char *unit; /* NULL = none */
    } rows[] = {
        {"[In thousands]", "In thousands"},
        {"(in 1 000 tonnes)", "in 1 000 tonnes"},
        {"( Numbers in thousands )", "Numbers in thousands"},
        {"(Millionen Euro)", "Millionen Euro"},
        {"(1000 Tausend)", "1000 Tausend"},
        {"(revised)", NULL},
        {"(Numbers in thousands. Men only)", NULL},
        {"(Inland fisheries)", NULL},
        {"[in thousands)", NULL},
        {"(in thousands) of (boats)", NULL},
        {"in thousands", NULL},
        {"()", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        thresh_str unit = {NULL, 0};
        if (thr_title_is_unit(thr_str(rows[i].line), &unit)
            != (rows[i].unit != NULL))
            fail_msg("\"%s\"", rows[i].line);
        if (rows[i].unit != NULL)
            assert_true(thr_str_equal(unit, thr_str(rows[i].unit)));
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read),
        cmocka_unit_test(test_long_list),
        cmocka_unit_test(test_is_number),
        cmocka_unit_test(test_is_unit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
