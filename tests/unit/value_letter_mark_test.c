/* Marks that are letters: src/value/letter_mark.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "value/letter_mark.h"

enum { A = 1, B = 2, C = 4 };

static void
test_set(void **state) {
    (void)state;
    assert_int_equal(thr_letter_mark_set(THR_LIT("a")), A);
    assert_int_equal(thr_letter_mark_set(THR_LIT("c")), C);
    assert_int_equal(thr_letter_mark_set(THR_LIT("z")), UINT32_C(1) << 25);
    assert_int_equal(thr_letter_mark_set(THR_LIT("A")), 0);
    assert_int_equal(thr_letter_mark_set(THR_LIT("ab")), 0);
    assert_int_equal(thr_letter_mark_set(THR_LIT("")), 0);
    assert_int_equal(thr_letter_mark_set(THR_LIT("1")), 0);
}

static const struct {
    const char *line;
    const char *mark; /* NULL = none */
    const char *rest;
} starts[] = {
    {"(a) Includes boats.", "a", "Includes boats."},
    {"(b)includes boats.", "b", "includes boats."},
    {"a Break in series.", "a", "Break in series."},
    {"a break in series", NULL, NULL},
    {"A Break", NULL, NULL},
    {"(a)", NULL, NULL},
    {"(a)  ", NULL, NULL},
    {"(ab) Boats", NULL, NULL},
    {"(1) Boats", NULL, NULL},
    {"ab Boats", NULL, NULL},
    {"a B", NULL, NULL},
    {"", NULL, NULL},
};

static void
test_start(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
        thr_buf mark = {0};
        thresh_str text = thr_str(starts[i].line);
        bool found = thr_letter_mark_cut_start(&text, &mark);
        if (found != (starts[i].mark != NULL))
            fail_msg("\"%s\"", starts[i].line);
        if (found) {
            assert_true(
                thr_str_equal(thr_buf_view(&mark), thr_str(starts[i].mark)));
            assert_true(thr_str_equal(text, thr_str(starts[i].rest)));
        }
        thr_buf_free(&mark);
    }
}

static const struct {
    const char *label;
    uint32_t known;
    const char *rest;
    const char *marks;
} ends[] = {
    {"Boats(a)", A, "Boats", "a"},
    {"Boats (b)", A | B, "Boats", "b"},
    {"Boats (a)(c)", A | C, "Boats", "a;c"},
    {"Boats (a) (b)", A | B, "Boats", "a;b"},
    {"Boats (a)(c)", C, "Boats (a)", "c"},
    {"Boats (b)", A, "Boats (b)", ""},
    {"Boats (A)", A, "Boats (A)", ""},
    {"Boats a", A, "Boats a", ""},
    {"Boats (ab)", A | B, "Boats (ab)", ""},
    /* so many, and no more */
    {"Oars (a)(a)(a)(a)(a)(a)(a)(a)(a)", A, "Oars (a)", "a;a;a;a;a;a;a;a"},
    {"(a)", A, "(a)", ""},
    {"", A, "", ""},
};

static void
test_end(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        thr_buf marks = {0};
        thresh_str text = thr_str(ends[i].label);
        bool found = thr_letter_mark_cut_end(&text, ends[i].known, &marks);
        if (found != (ends[i].marks[0] != '\0')
            || !thr_str_equal(text, thr_str(ends[i].rest)))
            fail_msg("\"%s\"", ends[i].label);
        assert_true(
            thr_str_equal(thr_buf_view(&marks), thr_str(ends[i].marks)));
        thr_buf_free(&marks);
    }
}

static void
test_add(void **state) {
    (void)state;
    thr_buf marks = {0};
    assert_false(thr_letter_mark_add(THR_LIT(""), A, &marks));
    assert_false(thr_letter_mark_add(THR_LIT("ab"), A, &marks));
    assert_int_equal(marks.len, 0);
    assert_true(thr_letter_mark_add(THR_LIT("ab"), A | B, &marks));
    assert_true(thr_str_equal(thr_buf_view(&marks), THR_LIT("a;b")));
    thr_buf_free(&marks);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_set),
        cmocka_unit_test(test_start),
        cmocka_unit_test(test_end),
        cmocka_unit_test(test_add),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
