/* What a further page prints again: src/scan/again.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/str.h"
#include "scan/again.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct {
    const char *text;
    const char *rest; /* NULL: nothing is cut */
} marks[] = {
    {"Table 3 (continued)", "Table 3"},
    {"Table 3 (cont.)", "Table 3"},
    {"Table 3 (Cont.).", "Table 3"},
    {"TABLE 3.--Con.", "TABLE 3."},
    {"Table 3 - Continued", "Table 3"},
    {"Table 3\xE2\x80\x94"
     "Continued",
     "Table 3"},
    {"Table 3, continued", "Table 3"},
    {"Europe [cont'd]", "Europe"},
    {"Europa (Fortsetzung)", "Europa"},
    {"(continued on next page)", ""},
    {"Continued", ""},
    {"Con", NULL},
    {"Discontinued", NULL},
    {"Continued schemes", NULL},
    {"Schemes continued", NULL},
    {"En suite", NULL},
    {"Wages (contracts)", NULL},
    {"Loans (discontinued)", NULL},
    {"", NULL},
    /* brackets that do not close, or not soon */
    {"(continued", NULL},
    {"(continued in the next volume, which was printed a year later)", NULL},
};

static void
marks_are_cut(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(marks); i++) {
        thresh_str text = thr_str(marks[i].text);
        assert_int_equal(thr_again_cut(&text), marks[i].rest != NULL);
        const char *rest = marks[i].rest ? marks[i].rest : marks[i].text;
        assert_true(thr_str_equal(text, thr_str(rest)));
    }
}

static const struct {
    const char *a;
    const char *b;
    bool same;
} pairs[] = {
    {"Country", "COUNTRY", true},
    {"Citizen- ship", "Citizenship", true},
    {"Citizen\xC2\xADship", "Citizenship", true},
    {"Of type", "Of  type", true},
    {"Oil", "Oil (cont.)", true},
    {"Table 3 (continued). Births", "Table 3. Births", true},
    {"Table 3. Births.", "Table 3. Births", true},
    {"1-4", "14", false},
    {"Country", "County", false},
    {"Country", "", false},
    {"", "", true},
    {"Births", "Births and deaths", false},
};

static void
words_may_differ_a_little(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(pairs); i++) {
        thresh_str a = thr_str(pairs[i].a), b = thr_str(pairs[i].b);
        assert_int_equal(thr_again_same(a, b), pairs[i].same);
        assert_int_equal(thr_again_same(b, a), pairs[i].same);
    }
}

static void
a_line_may_be_part_of_a_title(void **state) {
    (void)state;
    thresh_str title = THR_LIT("Births and deaths by region of residence");
    assert_true(thr_again_within(title, THR_LIT("of residence")));
    assert_true(thr_again_within(title, THR_LIT("BIRTHS AND DEATHS")));
    assert_true(thr_again_within(title, THR_LIT("by region (cont.)")));
    assert_false(thr_again_within(title, THR_LIT("by regio")));
    assert_false(thr_again_within(title, THR_LIT("irths and deaths")));
    assert_false(thr_again_within(title, THR_LIT("by")));
    /* no title is as long as this */
    char text[2048];
    memset(text, 'x', sizeof text);
    assert_false(thr_again_within((thresh_str){text, sizeof text},
                                  (thresh_str){text, 12}));
}

static void
page_numbers_are_known(void **state) {
    (void)state;
    static const char *const pages[] = {
        "12",       "- 12 -",  "Page 12", "p. 7",           "Page 12 of 20",
        "3/14",     "Seite 4", "[9]",     "Seite 3 von 20", "Side 3 av 20",
        "Page 3/20"};
    static const char *const others[] = {
        "12 345", "Page", "12 men",  "A 12",          "20061",
        "1.5",    "",     "Page 3x", "Page 3 bis 20", "Page 3 of many"};
    for (size_t i = 0; i < COUNT(pages); i++)
        assert_true(thr_again_is_page(thr_str(pages[i])));
    for (size_t i = 0; i < COUNT(others); i++)
        assert_false(thr_again_is_page(thr_str(others[i])));
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_are_cut),
        cmocka_unit_test(words_may_differ_a_little),
        cmocka_unit_test(a_line_may_be_part_of_a_title),
        cmocka_unit_test(page_numbers_are_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
