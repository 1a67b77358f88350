/* What a word of aligned text looks like: src/aligned/looks.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "aligned/looks.h"
#include "base/str.h"

static const struct {
    const char *text;
    thr_token_kind kind;
} kinds[] = {
    {"12", THR_FIGURE},
    {"1,234", THR_FIGURE},
    {"1.234,5", THR_FIGURE},
    {"$9,594", THR_FIGURE},
    {"5.9%", THR_FIGURE},
    {"(0.3)", THR_FIGURE},
    {"-10.8", THR_FIGURE},
    {"*-237", THR_FIGURE},
    {"108.1*", THR_FIGURE},
    {"970E", THR_FIGURE},
    {"12.5bp", THR_FIGURE},
    {"12\xC2\xB9", THR_FIGURE}, /* a superscript */
    {"1\xC2\xA0"
     "234",
     THR_FIGURE},      /* a no-break space */
    {"---", THR_RULE}, /* or missing: the line tells */
    {"--", THR_FIGURE},
    {"..", THR_FIGURE},
    {"****", THR_FIGURE},
    {"(X)", THR_FIGURE},
    {"(1.5-2.5)", THR_FIGURE},
    {"(1,098.9\xE2\x80\x93"
     "1,444.5)",
     THR_FIGURE},
    {"(2-)", THR_WORD},
    {"NA", THR_FIGURE},
    {"\xE2\x80\x93", THR_FIGURE}, /* en dash */
    {"====", THR_RULE},
    {"____", THR_RULE},
    {"+---+", THR_RULE},
    {"\xE2\x94\x80\xE2\x94\x80\xE2\x94\x80", THR_RULE},
    /* what counts or dates, and is no figure of a table */
    {"1.", THR_WORD},
    {"1)", THR_WORD},
    {"1st", THR_WORD},
    {"2nd", THR_WORD},
    {"2006-07", THR_WORD},
    {"12-17-2013", THR_WORD},
    {"A1", THR_WORD},
    {"12kg5", THR_WORD},
    {"Total", THR_WORD},
    {"12)", THR_WORD},
    {"(1-x)", THR_WORD},
    {"(x-2)", THR_WORD},
    {"(1-2", THR_WORD},
    {"(AB", THR_WORD},
    {"--a--", THR_WORD},
    {"-.-.", THR_FIGURE},
    {"\xE2\x94\x80\xE2\x94\x80x", THR_WORD},
    {"\xE2\x94\x80\xE2\x96\x80", THR_WORD},
    {"(see", THR_WORD},
    {"(Other)", THR_WORD},
};

static void
test_kinds(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        assert_int_equal(thr_looks_kind(thr_str(kinds[i].text)),
                         kinds[i].kind);
}

static void
test_grouping(void **state) {
    (void)state;
    static const struct {
        const char *left;
        const char *right;
        bool start;
        bool grouped;
    } rows[] = {
        {"61", "774", true, true},
        {"-1", "234", true, true},
        {"234", "567", false, true},
        {"1", "234.5", true, true},
        {"1", "234,5", true, true},
        {"61", "77", true, false},
        {"61", "7745", true, false},
        {"6112", "774", true, false},
        {"23", "567", false, false}, /* a group has three digits */
        {"1.5", "234", true, false},
        {"61", "-74", true, false},
        {"1", "234x", true, false},
        {"$1", "234)", true, true},
        {"1x", "234", true, false},
        {"\xE2\x88\x92"
         "2",
         "155", true, true},
        {"\xE2\x80\x93"
         "2",
         "155", false, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(thr_looks_grouped(thr_str(rows[i].left),
                                           thr_str(rows[i].right),
                                           rows[i].start),
                         rows[i].grouped);
}

static void
test_marks(void **state) {
    (void)state;
    static const char *const marks[] = {"(1)", "(12)"};
    static const char *const others[] = {"(123)", "(1]", "()",
                                         "1)",    "(a)", "(1"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        assert_true(thr_looks_like_mark(thr_str(marks[i])));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(thr_looks_like_mark(thr_str(others[i])));
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kinds),
        cmocka_unit_test(test_grouping),
        cmocka_unit_test(test_marks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
