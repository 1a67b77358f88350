/* What one printed cell is: src/value/value.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "value/value.h"

static const thr_number_style dots = {.decimal = '.', .group = ','};

typedef struct printed_cell {
    const char *printed;
    const char *text;
    const char *marks;
    uint8_t kind;
    bool has_value;
    int64_t coef;
    uint8_t scale;
    uint32_t status;
} printed_cell;

static const printed_cell printed_cells[] = {
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
    {":\xC2\xB2", ":", "2", THRESH_SYMBOL, false, 0, 0, THRESH_CONFIDENTIAL},
    {"5 to 16", "5 to 16", "", THRESH_TEXT, false, 0, 0, 0},
    /* A mark on a text is not told apart from the text. */
    {"few\xC2\xB9", "few\xC2\xB9", "", THRESH_TEXT, false, 0, 0, 0},
    {"*", "*", "", THRESH_TEXT, false, 0, 0, 0},
    {"(5)", "(5)", "", THRESH_NUMBER, true, -5, 0, 0},
    {"(NA)", "(NA)", "", THRESH_SYMBOL, false, 0, 0, THRESH_NOT_AVAILABLE},
    {"(Z)", "(Z)", "", THRESH_SYMBOL, true, 0, 0, THRESH_BELOW_HALF_UNIT},
    {"#DIV/0!", "#DIV/0!", "", THRESH_SYMBOL, false, 0, 0,
     THRESH_NOT_AVAILABLE},
    {"Suppressed", "Suppressed", "", THRESH_SYMBOL, false, 0, 0,
     THRESH_CONFIDENTIAL},
    {"12.5%", "12.5%", "", THRESH_NUMBER, true, 125, 1, 0},
    {"12.5% *", "12.5%", "*", THRESH_NUMBER, true, 125, 1, 0},
    {"1 234p", "1 234p", "", THRESH_NUMBER, true, 1234, 0, THRESH_PROVISIONAL},
    {"1.2bp", "1.2bp", "", THRESH_NUMBER, true, 12, 1,
     THRESH_BREAK | THRESH_PROVISIONAL},
    {"1.2 [p]", "1.2 [p]", "", THRESH_TEXT, false, 0, 0, 0},
    {"12(a)", "12", "a", THRESH_NUMBER, true, 12, 0, 0},
    {"12 \\1", "12", "1", THRESH_NUMBER, true, 12, 0, 0},
    {"12 (\\1)", "12", "1", THRESH_NUMBER, true, 12, 0, 0},
    {"12 [note 3]", "12", "3", THRESH_NUMBER, true, 12, 0, 0},
    {"12\xE2\x80\xA0", "12", "\xE2\x80\xA0", THRESH_NUMBER, true, 12, 0, 0},
    /* What nothing explains. */
    {"970E", "970E", "", THRESH_TEXT, false, 0, 0, 0},
    {"5k", "5k", "", THRESH_TEXT, false, 0, 0, 0},
    {"12 p", "12 p", "", THRESH_TEXT, false, 0, 0, 0},
    {"1st", "1st", "", THRESH_TEXT, false, 0, 0, 0},
    {"85+", "85+", "", THRESH_TEXT, false, 0, 0, 0},
    {"D", "D", "", THRESH_TEXT, false, 0, 0, 0},
};

static void
test_read(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof printed_cells / sizeof *printed_cells; i++) {
        thr_buf marks = {0};
        thr_buf_fill(&marks, ' ', 64);
        marks.len = 0;
        thresh_cell cell;
        thr_value_read(thr_str(printed_cells[i].printed), &dots, NULL, &marks,
                       &cell);
        assert_true(thr_str_equal(cell.text, thr_str(printed_cells[i].text)));
        assert_true(
            thr_str_equal(cell.marks, thr_str(printed_cells[i].marks)));
        assert_int_equal(cell.kind, printed_cells[i].kind);
        assert_int_equal(cell.has_value, printed_cells[i].has_value);
        assert_int_equal(cell.coef, printed_cells[i].coef);
        assert_int_equal(cell.scale, printed_cells[i].scale);
        assert_int_equal(cell.status, printed_cells[i].status);
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
    thr_value_read(THR_LIT("1 *"), &dots, NULL, &marks, &first);
    thr_value_read(THR_LIT("few *"), &dots, NULL, &marks, &text);
    thr_value_read(THR_LIT("2 3)"), &dots, NULL, &marks, &second);
    assert_true(thr_str_equal(first.marks, THR_LIT("*")));
    assert_int_equal(text.marks.len, 0);
    assert_true(thr_str_equal(second.marks, THR_LIT("3")));
    thr_buf_free(&marks);
}

/* What an office explains. */
static void
test_read_with_symbols(void **state) {
    (void)state;
    static const struct {
        const char *profile;
        const char *text;
        uint8_t kind;
        bool has_value;
        int64_t coef;
        uint32_t status;
    } rows[] = {
        {"statcan", "970E", THRESH_NUMBER, true, 970, THRESH_UNRELIABLE},
        {"statcan", "970A", THRESH_NUMBER, true, 970, 0},
        {"statcan", "F", THRESH_SYMBOL, false, 0, THRESH_UNRELIABLE},
        {"statcan", "0s", THRESH_NUMBER, true, 0, THRESH_BELOW_HALF_UNIT},
        {"statcan", "5*", THRESH_NUMBER, true, 5, THRESH_SIGNIFICANT},
        {"eurostat", "12 bep", THRESH_NUMBER, true, 12,
         THRESH_BREAK | THRESH_ESTIMATED | THRESH_PROVISIONAL},
        {"eurostat", "0n", THRESH_NUMBER, true, 0, THRESH_BELOW_HALF_UNIT},
        {"eurostat", "3n", THRESH_NUMBER, true, 3, THRESH_NOT_SIGNIFICANT},
        {"eurostat", ": c", THRESH_SYMBOL, false, 0,
         THRESH_NOT_AVAILABLE | THRESH_CONFIDENTIAL},
        {"eurostat", "12x", THRESH_TEXT, false, 0, 0},
        {"destatis", "(324)", THRESH_NUMBER, true, 324, THRESH_UNRELIABLE},
        {"destatis", "/", THRESH_SYMBOL, false, 0, THRESH_UNRELIABLE},
        {"destatis", "0", THRESH_NUMBER, true, 0, THRESH_BELOW_HALF_UNIT},
        {"statcan", "0", THRESH_NUMBER, true, 0, 0},
        {"census", "-", THRESH_SYMBOL, true, 0, THRESH_BELOW_HALF_UNIT},
        {"uk", "[low]", THRESH_SYMBOL, true, 0, THRESH_BELOW_HALF_UNIT},
        {"uk", "5 sss", THRESH_NUMBER, true, 5, THRESH_SIGNIFICANT},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        thr_symbols symbols = {
            .profile = thr_profile_named(thr_str(rows[i].profile)),
            .origin = THR_BY_OPTION};
        char room[16];
        thr_buf marks = {.ptr = room, .room = sizeof room};
        thresh_cell cell;
        thr_value_read(thr_str(rows[i].text), &dots, &symbols, &marks, &cell);
        if (cell.kind != rows[i].kind || cell.has_value != rows[i].has_value
            || cell.coef != rows[i].coef || cell.status != rows[i].status)
            fail_msg("\"%s\" of %s: kind %u, status %x", rows[i].text,
                     rows[i].profile, cell.kind, cell.status);
    }
}

/* Letters behind all kinds of numbers make codes: "1b" is no break then. */
static void
test_codes(void **state) {
    (void)state;
    static const char *const texts[] = {"1a", "1b", "2e"};
    thr_number_evidence evidence = {0};
    for (size_t i = 0; i < 3; i++)
        thr_value_learn(&evidence, thr_str(texts[i]), (thresh_place){0});
    thr_number_style style = thr_number_settle(&evidence, &(thr_decimal){0});
    char room[16];
    thr_buf marks = {.ptr = room, .room = sizeof room};
    thresh_cell cell;
    thr_value_read(THR_LIT("1b"), &style, NULL, &marks, &cell);
    assert_int_equal(cell.kind, THRESH_TEXT);
}

static void
test_unit(void **state) {
    (void)state;
    static const char *const rows[][2] = {
        {"12.5%", "%"}, {"$5", "$"}, {"5", ""}, {"-", ""}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char room[16];
        thr_buf marks = {.ptr = room, .room = sizeof room};
        thresh_cell cell;
        thr_value_read(thr_str(rows[i][0]), &dots, NULL, &marks, &cell);
        assert_true(
            thr_str_equal(thr_value_unit(&cell, &dots), thr_str(rows[i][1])));
    }
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
        "1 234 567",
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
        "1.7976931348623157e308",
        "4.9e-324",
        "1e309",
        ":c",
        ": u",
        "12.5%",
        "$ 1,234",
        "12,34,567",
        "513471676p",
        "74.0e",
        "(NA)",
        "(X)",
        "(Z)",
        "---",
        "***",
    };
    static const char *const others[] = {
        "",        "Oslo",       "5 to 16", "1 2345", "2007-2008", "Total 1)",
        "x",       "NA",         "n.a.",    "1.2.3",  "E",         "p",
        "N",       "2007p",      "2007 1)", "5b",     "(D)",       "#REF!",
        "$000",    "Suppressed", "1 2345",  "0 250",  "1234 567",  "12 34 567",
        "$1-$9",   "1e5",        "e309",    "1e",     "85+",       "1e5e6",
        "1e500e6",
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
    assert_false(thr_value_is_figure((thresh_str){NULL, 0}));
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
        cmocka_unit_test(test_read_with_symbols),
        cmocka_unit_test(test_codes),
        cmocka_unit_test(test_unit),
        cmocka_unit_test(test_learn),
        cmocka_unit_test(test_is_figure),
        cmocka_unit_test(test_is_figure_with_many_marks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
