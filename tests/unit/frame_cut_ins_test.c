/* Whether cut-ins are a dimension: src/frame/cut_ins.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "frame/cut_ins.h"
#include "read_text.h"

static void
test_is_one(void **state) {
    (void)state;
    static const struct {
        const char *text;
        bool one;
    } rows[] = {
        {"Men\n0-17;1\n", true},
        {"Men\n\n0-17;1\n", true},
        {"Oslo\nMen\n0-17;1\n", true},
        /* the end, or something else below */
        {"Men\n", false},
        {"Men\n\n\n", false},
        {"Men\nAge;A\n", false},
        /* more than a label, or a note */
        {"Men;1\n0-17;1\n", false},
        {";Men\n0-17;1\n", false},
        {"\n0-17;1\n", false},
        {"1) Of age\n0-17;1\n", false},
        {"Source: X\n0-17;1\n", false},
        /* the first line of the label below */
        {"Men and\nWomen;1\n", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        text_records records;
        open_records(&records, rows[i].text, ';', NULL);
        const thr_window *window = &records.window;
        if (thr_cut_ins_is_one(window, 0, window->count, 1) != rows[i].one)
            fail_msg("\"%s\"", rows[i].text);
        close_records(&records);
    }
}

/* A label may stand in any field of the stub, and nowhere else. */
static void
test_in_fields(void **state) {
    (void)state;
    text_records records;
    open_records(&records, ";Men\n;0-17;1\n", ';', NULL);
    assert_false(thr_cut_ins_is_one(&records.window, 0, 2, 1));
    assert_true(thr_cut_ins_is_one(&records.window, 0, 2, 2));
    assert_false(thr_cut_ins_is_one(&records.window, 0, 1, 2));
    close_records(&records);
}

/* Whether the cut-ins of `text` are a dimension, with `fields` of labels. */
static bool
crosses(const char *text, size_t fields) {
    text_records records;
    bool cross = false;
    open_records(&records, text, ';', NULL);
    const thr_stub_range range = {.end = records.window.count};
    assert_true(thr_cut_ins_cross(&records.window, &range, fields, &cross));
    close_records(&records);
    return cross;
}

#define AGES(a, b) "0-17;" a "\n18-66;" b "\n"

static void
test_cross(void **state) {
    (void)state;
    static const struct {
        const char *text;
        bool cross;
    } rows[] = {
        {"Men\n" AGES("1", "2") "Women\n" AGES("3", "4"), true},
        {"Men\n" AGES("1", "2") "\nWomen\n\n" AGES("3", "4"), true},
        /* rows above the first of them are of none */
        {"All;9\nMen\n" AGES("1", "2") "Women\n" AGES("3", "4"), true},
        /* an outer one above others */
        {"Oslo\nMen\n" AGES("1", "2") "Women\n" AGES(
             "3", "4") "Bergen\nMen\n" AGES("1", "2") "Women\n" AGES("3", "4"),
         true},
        /* most of the labels are enough */
        {"Men\n" AGES("1", "2") "67+;5\nWomen\n" AGES("3", "4") "80+;6\n",
         true},
        {"Men\n" AGES("1", "2") "Women\n" AGES("3", "4") "67-69;1\n70-79;1\n",
         false},
        /* other rows: they are parts of what stands above */
        {"Goods\nOil;1\nTimber;2\nServices\nTourism;3\nBanks;4\n", false},
        /* one label again is chance, and one block no dimension */
        {"Goods\nOil;1\nOther;2\nServices\nOther;3\n", false},
        {"Men\n" AGES("1", "2"), false},
        {"Men;1\nWomen;2\n", false},
        {"", false},
        /* a note mark is none of the label */
        {"Men\n" AGES("1", "2") "Women\n0-17 1);3\n18-66;4\n", true},
        /* headings end the rows; the same ones stand on each page */
        {"Men\n" AGES("1", "2") "Women\n" AGES("3", "4") "Fish;A\nCod;1\n"
                                                         "Ling;2\nHake;3\n",
         true},
        {"Men\n" AGES("1", "2") "Fish;A\n" AGES("3", "4"), false},
        /* the same label twice in a block is no key */
        {"Men\n" AGES("1", "2") "0-17;3\nWomen\n" AGES("3", "4"), false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (crosses(rows[i].text, 1) != rows[i].cross)
            fail_msg("\"%s\"", rows[i].text);
    /* with a field of their own */
    static const char deeper[] = "Men\n;0-17;1\n;18+;2\nWomen\n;0-17;3\n"
                                 ";18+;4\n";
    assert_true(crosses(deeper, 2));
}

/* Where each row has several labels, all of them together have to recur. */
static void
test_cross_all(void **state) {
    (void)state;
    static const struct {
        const char *text;
        bool cross;
    } rows[] = {
        {"N;;\nSail;m;1\nSail;f;2\nS;;\nSail;m;3\nSail;f;4\n", true},
        {"N;;\nSail;m;1\nOar;f;2\nS;;\nSail;f;3\nOar;m;4\n", false},
        {"N;;\nEast;1;1\nWest;2;2\nS;;\nTop;3;3\nEnd;4;4\n", false},
        {"N;;\nSail;m;1\nSail;f;2\n", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        text_records records;
        bool cross = !rows[i].cross;
        open_records(&records, rows[i].text, ';', NULL);
        const thr_stub_range range = {.end = records.window.count};
        assert_true(thr_cut_ins_cross_all(&records.window, &range, 2, &cross));
        assert_int_equal(cross, rows[i].cross);
        close_records(&records);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_is_one),
        cmocka_unit_test(test_in_fields),
        cmocka_unit_test(test_cross),
        cmocka_unit_test(test_cross_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
