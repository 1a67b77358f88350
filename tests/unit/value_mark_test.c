/* Note marks: src/value/mark.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "value/mark.h"

typedef struct cut {
    const char *text;
    const char *rest;
    const char *marks; /* NULL = none */
} cut;

static void
check(const cut *rows, size_t count,
      bool (*function)(thresh_str *, thr_buf *)) {
    for (size_t i = 0; i < count; i++) {
        thresh_str text = thr_str(rows[i].text);
        thr_buf marks = {0};
        bool found = function(&text, &marks);
        if (found != (rows[i].marks != NULL)
            || !thr_str_equal(text, thr_str(rows[i].rest))
            || !thr_str_equal(thr_buf_view(&marks), thr_str(rows[i].marks)))
            fail_msg("\"%s\" became \"%.*s\" and \"%.*s\"", rows[i].text,
                     THR_STR(text), THR_STR(thr_buf_view(&marks)));
        thr_buf_free(&marks);
    }
}

static const cut ends[] = {
    {"", "", NULL},
    {"Serbia", "Serbia", NULL},
    {"Serbia \xC2\xB9", "Serbia", "1"},
    {"Serbia\xC2\xB9", "Serbia", "1"},
    {"Serbia \xC2\xB9 ", "Serbia", "1"},
    {"Serbia \xC2\xB9\xC2\xB2", "Serbia", "12"},
    {"Serbia \xC2\xB9 \xC2\xB2", "Serbia", "1;2"},
    {"Serbia \xC2\xB9, \xC2\xB2", "Serbia", "1;2"},
    {"Serbia \xE2\x81\xB4\xE2\x81\xB0", "Serbia", "40"},
    {"Oslo [note 1]", "Oslo", "1"},
    {"Oslo [foot 1]", "Oslo [foot 1]", NULL},
    {"1]", "1]", NULL},
    {"123]", "123]", NULL},
    {"12]", "12]", NULL},
    {"a 1]", "a 1]", NULL},
    {"Oslo [123]", "Oslo [123]", NULL},
    {"Oslo (\\1)", "Oslo", "1"},
    {"\\1", "\\1", NULL},
    {"\\1)", "\\1)", NULL},
    {"Oslo \\1)", "Oslo \\1)", NULL},
    {"Oslo [1234567890]", "Oslo [1234567890]", NULL},
    {"Stateless 2)", "Stateless", "2"},
    {"Stateless 12)", "Stateless", "12"},
    {"Stateless 1) 2)", "Stateless", "1;2"},
    {"Stateless 1), 2)", "Stateless", "1;2"},
    {"Stateless (1)", "Stateless", "1"},
    {"Stateless(1)", "Stateless", "1"},
    {"Total*", "Total", "*"},
    {"Total **", "Total", "**"},
    {"Total * \xC2\xB9", "Total", "*;1"},
    {"Rail (freight)", "Rail (freight)", NULL},
    {"Rail (class 1)", "Rail (class 1)", NULL},
    {"Rail (class 1) 2)", "Rail (class 1) 2)", NULL},
    {"Age 5-9)", "Age 5-9)", NULL},
    {"Year 2007)", "Year 2007)", NULL},
    {"Year (2007)", "Year (2007)", NULL},
    {"a1)", "a1)", NULL},
    {"1,", "1,", NULL},
    /* nothing but a mark */
    {"\xC2\xB9", "\xC2\xB9", NULL},
    {"*", "*", NULL},
    {"1)", "1)", NULL},
    {"(1)", "(1)", NULL},
    /* units */
    {"Area, km\xC2\xB2", "Area, km\xC2\xB2", NULL},
    {"m\xC2\xB3", "m\xC2\xB3", NULL},
    {"\xC2\xB2", "\xC2\xB2", NULL},
    {"NOK/m\xC2\xB2", "NOK/m\xC2\xB2", NULL},
    {"Area, km\xC2\xB2 1)", "Area, km\xC2\xB2", "1"},
    {"Form\xC2\xB2", "Form", "2"},
    {"Farm \xC2\xB2", "Farm", "2"},
    {"Area, km\xC2\xB9", "Area, km", "1"},
    {"Renters \\1", "Renters", "1"},
    {"Renters (\\1)", "Renters", "1"},
    {"Births [note 2]", "Births", "2"},
    {"Births [1]", "Births", "1"},
    {"Births\xE2\x80\xA1", "Births", "\xE2\x80\xA1"},
    {"Births \xC2\xA7 1)", "Births", "\xC2\xA7;1"},
    /* of a label */
    {"Schedule (a)", "Schedule (a)", NULL},
    {"Route 5#", "Route 5#", NULL},
    {"C:\\data", "C:\\data", NULL},
    {"Births [2007]", "Births [2007]", NULL},
    {"Births [note]", "Births [note]", NULL},
    /* emphasis */
    {"*New*", "*New*", NULL},
};

static void
test_end(void **state) {
    (void)state;
    check(ends, sizeof ends / sizeof *ends, thr_mark_cut_end);
}

static void
test_value(void **state) {
    (void)state;
    static const cut rows[] = {
        {"12(a)", "12", "a"},
        {"12 (a)(b)", "12", "a;b"},
        {"12#", "12", "#"},
        {"12 1)", "12", "1"},
        {"12 \\1", "12", "1"},
        {"12(A)", "12(A)", NULL},
        {"ab#", "ab#", NULL},
        {"#", "#", NULL},
        {"12[a)", "12[a)", NULL},
        {"12({)", "12({)", NULL},
        {"12(ab)", "12(ab)", NULL},
        {"(a)", "(a)", NULL},
        {"6.7 [6.2-7.1]", "6.7", "6.2-7.1"},
        {"6,7 (6,2\xE2\x80\x93"
         "7,1)",
         "6,7",
         "6,2\xE2\x80\x93"
         "7,1"},
        {"6.7[6.2-7.1]", "6.7[6.2-7.1]", NULL},
        {"6.7 [.5-7.1]", "6.7", ".5-7.1"},
        {"6.7 [6.2]", "6.7 [6.2]", NULL},
        {"6.7 [6-7-8]", "6.7 [6-7-8]", NULL},
        {"6.7 [a-b]", "6.7 [a-b]", NULL},
        {"6.7 [6.2-7.1)", "6.7 [6.2-7.1)", NULL},
    };
    check(rows, sizeof rows / sizeof *rows, thr_mark_cut_value);
}

/* Marks are appended: those of other cells stay. */
static void
test_append(void **state) {
    (void)state;
    thr_buf marks = {0};
    thr_buf_text(&marks, "9");
    thresh_str text = THR_LIT("a 1)");
    assert_true(thr_mark_cut_end(&text, &marks));
    assert_true(thr_str_equal(thr_buf_view(&marks), THR_LIT("91")));
    thr_buf_free(&marks);
}

static void
test_many_marks(void **state) {
    (void)state;
    thresh_str text = THR_LIT("a 1) 2) 3) 4) 5) 6) 7) 8) 9) 10)");
    thr_buf marks = {0};
    assert_true(thr_mark_cut_end(&text, &marks));
    assert_true(
        thr_str_equal(thr_buf_view(&marks), THR_LIT("3;4;5;6;7;8;9;10")));
    assert_true(thr_str_equal(text, THR_LIT("a 1) 2)")));
    thr_buf_free(&marks);
}

static void
test_start(void **state) {
    (void)state;
    static const cut rows[] = {
        {"", "", NULL},
        {"Serbia", "Serbia", NULL},
        {"\xC2\xB9 1st November", "1st November", "1"},
        {"\xC2\xB9"
         "1st",
         "1st", "1"},
        {"\xC2\xB9\xC2\xB2 a", "a", "12"},
        {"1) a", "a", "1"},
        {"1)a", "a", "1"},
        {"(1) a", "a", "1"},
        {"1. a", "a", "1"},
        {"12. a", "a", "12"},
        {"* a", "a", "*"},
        {"** a", "a", "**"},
        {"*a", "a", "*"},
        {"\\1 a", "a", "1"},
        {"\\1 Source", "Source", "1"},
        {"[note 2] a", "a", "2"},
        {"[note 2]: a", "a", "2"},
        {"[1] a", "a", "1"},
        {"[a](#)", "[a](#)", NULL},
        {"[12 a", "[12 a", NULL},
        {"1.5 times", "1.5 times", NULL},
        {"1 a", "1 a", NULL},
        {"[1]: a", "a", "1"},
        {"[1", "[1", NULL},
        {"[note 1", "[note 1", NULL},
        {"[123] a", "[123] a", NULL},
        {"\\123 a", "\\123 a", NULL},
        {"\\", "\\", NULL},
        {"(1. a", "(1. a", NULL},
        {"1.a", "1.a", NULL},
        {"1: a", "1: a", NULL},
        {"12", "12", NULL},
        {"100) a", "100) a", NULL},
        {"2007. a", "2007. a", NULL},
        {"(*) a", "(*) a", NULL},
        {"(a) b", "(a) b", NULL},
        {"1)", "1)", NULL},
        {"\xC2\xB9", "\xC2\xB9", NULL},
        {"*", "*", NULL},
    };
    check(rows, sizeof rows / sizeof *rows, thr_mark_cut_start);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_end),    cmocka_unit_test(test_value),
        cmocka_unit_test(test_append), cmocka_unit_test(test_many_marks),
        cmocka_unit_test(test_start),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
