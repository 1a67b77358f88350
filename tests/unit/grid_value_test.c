/* What one printed cell is: src/grid/value.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "grid/value.h"

static const thr_number_style dots = {.decimal = '.', .group = ','};

static void
test_read(void **state) {
    (void)state;
    static const struct {
        const char *printed;
        const char *text;
        const char *marks;
        uint8_t kind;
        bool has_value;
        int64_t coef;
        uint8_t scale;
        uint32_t status;
    } rows[] = {
        {"", "", "", THRESH_BLANK, false, 0, 0, 0},
        {" \t", "", "", THRESH_BLANK, false, 0, 0, 0},
        {" 61 774 ", "61 774", "", THRESH_NUMBER, true, 61774, 0, 0},
        {"-0.5", "-0.5", "", THRESH_NUMBER, true, -5, 1, 0},
        {"12.5\xC2\xB9", "12.5", "1", THRESH_NUMBER, true, 125, 1, 0},
        {"5 1) 2)", "5", "1;2", THRESH_NUMBER, true, 5, 0, 0},
        {"5*", "5", "*", THRESH_NUMBER, true, 5, 0, 0},
        {"-", "-", "", THRESH_SYMBOL, true, 0, 0, THRESH_NIL},
        {"- *", "-", "*", THRESH_SYMBOL, true, 0, 0, THRESH_NIL},
        {"..", "..", "", THRESH_SYMBOL, false, 0, 0, THRESH_NOT_AVAILABLE},
        {":\xC2\xB2", ":", "2", THRESH_SYMBOL, false, 0, 0,
         THRESH_CONFIDENTIAL},
        {"5 to 16", "5 to 16", "", THRESH_TEXT, false, 0, 0, 0},
        /* A mark on a text is not told apart from the text. */
        {"few\xC2\xB9", "few\xC2\xB9", "", THRESH_TEXT, false, 0, 0, 0},
        {"*", "*", "", THRESH_TEXT, false, 0, 0, 0},
        {"(5)", "(5)", "", THRESH_NUMBER, true, -5, 0, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        thr_buf marks = {0};
        thr_buf_fill(&marks, ' ', 64);
        marks.len = 0;
        thresh_cell cell;
        thr_value_read(thr_str(rows[i].printed), &dots, &marks, &cell);
        assert_true(thr_str_equal(cell.text, thr_str(rows[i].text)));
        assert_true(thr_str_equal(cell.marks, thr_str(rows[i].marks)));
        assert_int_equal(cell.kind, rows[i].kind);
        assert_int_equal(cell.has_value, rows[i].has_value);
        assert_int_equal(cell.coef, rows[i].coef);
        assert_int_equal(cell.scale, rows[i].scale);
        assert_int_equal(cell.status, rows[i].status);
        assert_int_equal(marks.len, cell.marks.len);
        thr_buf_free(&marks);
    }
}

/* Cells of a row share one buffer of marks. */
static void
test_marks_of_two_cells(void **state) {
    (void)state;
    thr_buf marks = {0};
    thr_buf_fill(&marks, ' ', 64);
    marks.len = 0;
    thresh_cell first, text, second;
    thr_value_read(THR_LIT("1 *"), &dots, &marks, &first);
    thr_value_read(THR_LIT("few *"), &dots, &marks, &text);
    thr_value_read(THR_LIT("2 3)"), &dots, &marks, &second);
    assert_true(thr_str_equal(first.marks, THR_LIT("*")));
    assert_int_equal(text.marks.len, 0);
    assert_true(thr_str_equal(second.marks, THR_LIT("3")));
    thr_buf_free(&marks);
}

/* A number with a mark teaches as much as one without. */
static void
test_learn(void **state) {
    (void)state;
    static const struct {
        const char *text;
        size_t decimal; /* how often its comma can only mark decimals */
    } rows[] = {{"5,5", 1},   {"5,5 1)", 1}, {"5,5*", 1},
                {"(5,5)", 1}, {"5 1)", 0},   {"few, 1)", 0}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        thr_number_evidence evidence = {0};
        thr_value_learn(&evidence, thr_str(rows[i].text), (thresh_place){0});
        assert_int_equal(evidence.comma.decimal, rows[i].decimal);
        assert_int_equal(evidence.comma.group + evidence.comma.either, 0);
    }
}

static void
test_is_figure(void **state) {
    (void)state;
    static const char *const figures[] = {
        "0",
        "61 774",
        "1.234,5",
        "1,234.5",
        "12\xC2\xB9",
        "-",
        "..",
        "- *",
        ":",
        "2007",
        "(5)",
        "12345678901234567890",
        "1 000 000 000 000 000 000",
        "-9223372036854775808",
    };
    static const char *const others[] = {
        "",         "Oslo", "5 to 16", "1 2345", "2007-2008",
        "Total 1)", "x",    "NA",      "n.a.",   "1.2.3",
    };
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
        if (!thr_value_is_figure(thr_str(figures[i])))
            fail_msg("\"%s\" is a figure", figures[i]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (thr_value_is_figure(thr_str(others[i])))
            fail_msg("\"%s\" is no figure", others[i]);
}

/* More marks than the small buffer of the check holds. */
static void
test_is_figure_with_many_marks(void **state) {
    (void)state;
    thr_buf text = {0};
    thr_buf_char(&text, '5');
    for (size_t i = 0; i < 500; i++)
        thr_buf_text(&text, "\xC2\xB9");
    assert_true(thr_value_is_figure(thr_buf_view(&text)));
    thr_buf_clear(&text);
    thr_buf_text(&text, "few ");
    thr_buf_fill(&text, '*', 500);
    assert_false(thr_value_is_figure(thr_buf_view(&text)));
    thr_buf_free(&text);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read),
        cmocka_unit_test(test_marks_of_two_cells),
        cmocka_unit_test(test_learn),
        cmocka_unit_test(test_is_figure),
        cmocka_unit_test(test_is_figure_with_many_marks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
