/* Which delimiter separates the cells: src/grid/dialect.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/str.h"
#include "grid/cut.h"
#include "grid/dialect.h"

static thr_dialect
detect(const char *text, char given) {
    enum { MOST = 16 };
    thresh_str lines[MOST], rest = thr_str(text);
    size_t count = 0;
    while (rest.len > 0 && count < MOST) {
        size_t end = thr_str_find(rest, THR_LIT("\n"));
        lines[count++] = thr_str_slice(rest, 0, end);
        rest = thr_str_from(rest, end + 1);
    }
    thr_dialect dialect;
    assert_true(thr_dialect_detect(&dialect, lines, count, given));
    return dialect;
}

static void
test_detection(void **state) {
    (void)state;
    static const struct {
        const char *text;
        char delimiter;
    } rows[] = {
        {"", 0},
        {"\n\n", 0},
        {"prose, and more prose\nand so on, it goes\n", 0},
        {"a,1\n", 0}, /* one line says nothing */
        {"a\tb\tc\nx\t1\t2\ny\t3\t4\n", '\t'},
        {"a;b;c\nx;1;2\ny;3;4\n", ';'},
        {"a|b|c\nx|1|2\ny|3|4\n", '|'},
        {"a,b,c\nx,1,2\ny,3,4\n", ','},
        /* a comma inside numbers */
        {"a;b\nx;1,5\ny;2,5\n", ';'},
        {"a\tb\nx\t1,250\ny\t3,475\n", '\t'},
        /* prose with commas above */
        {"Persons, by sex, age and year\n\na;b\nx;1\ny;2\n", ';'},
        /* several tables, each with rows of one length */
        {"a|b\nx|11\ny|2\n\na|b|c\nx|113|2\ny|3|41\n\na|b|c|d\n"
         "x|1|21|3\ny|403|5|6\n",
         '|'},
        {"a,b\nx,11\ny,2\n\na,b,c\nx,113,2\ny,3,41\n\na,b,c,d\n"
         "x,1,21,3\ny,403,5,6\n",
         ','},
        /* a delimiter in quotes is none */
        {"a;b\n\"x, y, z\";1\n\"u, v, w\";2\n", ';'},
        /* ... nor is prose in quotes a line with it; of as many lines, those
           with more cells tell */
        {"\"x, y\"\n\"a\",\"b\"\n\"c\",\"d\"\n\"e\",\"f\"\n"
         "\"g\",\"A\",\"B\"\n\"u\",1,2\n\"v\",3,4\n\"y, z\"\n",
         ','},
        /* figures that stand below each other */
        {"x   1   2\ny   3   4\n", ' '},
        {"Oslo, x   1,250   2\nBodo, y   3,475   4\n", ' '},
        {"| x |  1 |  2 |\n| y | 13 | 24 |\n", ' '},
        {"x   1\n", 0}, /* one row says nothing */
        /* blanks within cells, or beside them */
        {"a,   b,   c\nx,   1,   2\ny,   3,   4\n", ','},
        {"x   1\t2\t3\ny   4\t5\t6\n", '\t'},
        {"a   | b | c\nx   | 1 | 2\ny   | 3 | 4\n", '|'},
        /* no figures: all lines, three or more, must have as many cells */
        {"a;b\nc;d\ne;f\n", ';'},
        {"a;b\nc;d\n", 0},
        {"a;b\nc;d\ne;f\nprose\n", 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        thr_dialect dialect = detect(rows[i].text, 0);
        assert_int_equal(dialect.delimiter, rows[i].delimiter);
        assert_true(dialect.delimiter == 0 || strlen(dialect.reason) > 0);
    }
}

/* What a comma or a bar says for or against itself. */
static void
test_signs(void **state) {
    (void)state;
    static const struct {
        const char *text;
        char delimiter;
    } rows[] = {
        /* decimal commas are all that would be figures */
        {"\ta\tb\tc\n\tx\tm\t1,5\n\ty\tn\t2,75\n\tz\to\t4,0\n", '\t'},
        /* cells filled up with blanks: nothing between two commas, and a
         * comma within quotes, are no prose */
        {"a  ,b  ,\nx  ,1,250  ,\ny  ,,   3  ,\nz  ,,   4  ,\n", ','},
        {"\"x, y\"  ,10  ,20  \n\"u, v\"  ,30  ,40  \n"
         "\"s, t\"  ,50  ,60  \n",
         ','},
        /* blanks within numbers, and decimals: 8.6,774 is not one number */
        {"x,1 328.6,115.1,70.4\ny,1 496.4,132.5,81.1\n"
         "z,1 741.8,154.2,98.7\n",
         ','},
        /* an empty first cell has no blank behind its bar */
        {"|y|1  |2  |3\n|z|4  |5  |6\n|u|7  |8  |9\n", '|'},
        {"|x | 1 | 2 |\n|y |13 |24 |\n", ' '},
        /* prose with commas, more of it than rows: few of the cuts */
        {"Of all, with more\nFor some, without\nOf old, or new\n"
         "x,1,2,3,4\ny,5,6,7,8\nz,5,6,7\n",
         ','},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (detect(rows[i].text, 0).delimiter != rows[i].delimiter)
            fail_msg("another delimiter: %s", rows[i].text);
}

static void
test_reason_counts(void **state) {
    (void)state;
    thr_dialect dialect = detect("T;x\na;b;c\nx;1;2\ny;3;4\n", 0);
    assert_non_null(strstr(dialect.reason, "3 of 4 lines"));
    assert_non_null(strstr(dialect.reason, "3 cells"));
}

static void
test_given(void **state) {
    (void)state;
    thr_dialect dialect = detect("a;b\nx;1\ny;2\n", ',');
    assert_int_equal(dialect.delimiter, ',');
    assert_non_null(strstr(dialect.reason, "option"));
    assert_true(dialect.quoted);
}

/* Quotes between tabs are rare: only seen ones count. An inch is none. */
static void
test_quoting(void **state) {
    (void)state;
    static const struct {
        const char *text;
        char delimiter;
        bool quoted;
    } rows[] = {
        {"a\tb\nx\t1\ny\t2\n", '\t', false},
        {"a\tb\n\"x\"\t1\ny\t2\n", '\t', true},
        {"a\tb\n\"x\ty\"\t1\n", '\t', true},
        {"a\tb\nx 5\"\t1\ny\t2\n", '\t', false},
        {"a\tb\n\"x\t1\ny\t2\n", '\t', false},
        /* a cell that goes on below */
        {"a\t\"b\nc\"\nx\t1\n", '\t', true},
        {"a\t\"b\nc\nd\"\te\nx\t1\n", '\t', true},
        {"a\t\"b\nc\" d\te\nx\t1\n", '\t', false},
        {"a\t\"b\nx\t1\n", '\t', false},
        {"a;b\nx;1\ny;2\n", ';', true},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        thr_dialect dialect = detect(rows[i].text, rows[i].delimiter);
        assert_int_equal(dialect.quoted, rows[i].quoted);
    }
}

static void
test_many_cells(void **state) {
    (void)state;
    char text[2048] = "";
    for (size_t line = 0; line < 3; line++) {
        for (size_t cell = 0; cell < 100; cell++)
            strcat(text, "1;");
        strcat(text, "\n");
    }
    thr_dialect dialect = detect(text, 0);
    assert_int_equal(dialect.delimiter, ';');
    assert_non_null(strstr(dialect.reason, "or more"));
}

static void
test_names(void **state) {
    (void)state;
    assert_string_equal(thr_dialect_name('\t'), "tab");
    assert_string_equal(thr_dialect_name(';'), "semicolon");
    assert_string_equal(thr_dialect_name('|'), "pipe");
    assert_string_equal(thr_dialect_name(','), "comma");
    assert_string_equal(thr_dialect_name(0), "none");
}

static void
test_cut(void **state) {
    (void)state;
    static const struct {
        const char *line;
        const char *plain[5]; /* with NULL behind the last */
        const char *quoted[5];
    } rows[] = {
        {"", {""}, {""}},
        {"a", {"a"}, {"a"}},
        {";", {"", ""}, {"", ""}},
        {"a;;b", {"a", "", "b"}, {"a", "", "b"}},
        {"\"a;b\";c", {"\"a", "b\"", "c"}, {"\"a;b\"", "c"}},
        {"\"a\"\";\";c", {"\"a\"\"", "\"", "c"}, {"\"a\"\";\"", "c"}},
        {"a\";\"b", {"a\"", "\"b"}, {"a\"", "\"b"}},
        {"a;\"b;c", {"a", "\"b", "c"}, {"a", "\"b;c"}},
        {"\"", {"\""}, {"\""}},
        {"\"a\"b;c", {"\"a\"b", "c"}, {"\"a\"b", "c"}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        thresh_str rest = thr_str(rows[i].line), cell;
        size_t count = 0;
        for (; thr_cut(&rest, ';', &cell); count++)
            assert_true(thr_str_equal(cell, thr_str(rows[i].plain[count])));
        assert_null(rows[i].plain[count]);
        rest = thr_str(rows[i].line);
        count = 0;
        for (; thr_cut_quoted(&rest, ';', &cell); count++)
            assert_true(thr_str_equal(cell, thr_str(rows[i].quoted[count])));
        assert_null(rows[i].quoted[count]);
    }
}

/* Another delimiter that fits as well is told, not one that stands in decimals
 * or labels, nor any beside a tab. */
/* Bars that rule columns of aligned text. */
static void
test_drawn(void **state) {
    (void)state;
    static const struct {
        const char *text;
        char delimiter;
    } rows[] = {
        /* drawn with rules, or with headings of two lines */
        {"a   | b | c\n-----------\nx   | 1 | 2\ny   | 3 | 4\n", ' '},
        {"    | b |  \na   | e | c\nx   | 1 | 2\ny   | 3 | 4\n", ' '},
        {"    | b |  \na  | e | c\nx | 1 | 2\ny | 3 | 4\n", '|'},
        {"    |b|  \na   |e|c  \nx   |1|2  \ny   |3|4  \n", '|'},
        /* headings above without bars, set apart or as a title is */
        {"     one  two\nx |   1 |   2\ny |  31 |   4\nz | 5 | 6\n", '|'},
        {"     one  two\nx |   1 |   2\ny |  31 |   4\nz |   5 |   6\n", ' '},
        {"Two tables\nx |   1 |   2\ny |  31 |   4\nz |   5 |   6\n", '|'},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (detect(rows[i].text, 0).delimiter != rows[i].delimiter)
            fail_msg("%s", rows[i].text);
}

static void
test_rivals(void **state) {
    (void)state;
    static const struct {
        const char *text;
        char delimiter;
        char rival;
    } rows[] = {
        {"a,b;c,d\n1,2;3,4\n5,6;7,8\n", ';', ','},
        {"a,b|c,d\n1,2|3,4\n5,6|7,8\n", '|', ','},
        {"a;b\n1,2;3,4\n5,6;7,8\n", ';', 0},
        {"a;b, c\n2001;3,4\n2002;7,8\n", ';', 0},
        {"a, b;c;d\nu, v;3;4\nx, y;7;8\n", ';', 0},
        {"a,b\tc,d\n1,2\t3,4\n5,6\t7,8\n", '\t', 0},
        {"a,b,c\nx,1,2\ny,3,4\n", ',', 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        thr_dialect dialect = detect(rows[i].text, 0);
        assert_int_equal(dialect.delimiter, rows[i].delimiter);
        assert_int_equal(dialect.rival, rows[i].rival);
    }
    assert_int_equal(detect(rows[0].text, ';').rival, 0);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_detection),
        cmocka_unit_test(test_drawn),
        cmocka_unit_test(test_rivals),
        cmocka_unit_test(test_signs),
        cmocka_unit_test(test_reason_counts),
        cmocka_unit_test(test_given),
        cmocka_unit_test(test_quoting),
        cmocka_unit_test(test_many_cells),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
