/* Header records to headings and columns: src/frame/header.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "read_text.h"

static void
add_path(thr_buf *out, const thresh_heading *leaf) {
    const thresh_heading *path[8];
    size_t count = 0;
    for (; leaf != NULL && count < 8; leaf = leaf->parent)
        path[count++] = leaf;
    while (count-- > 0) {
        thr_buf_str(out, path[count]->label);
        if (count > 0)
            thr_buf_char(out, '>');
    }
}

/* Columns as "field:spanner>heading", and headings as "label@first+span". */
static void
describe(const thresh_table *table, thr_buf *columns, thr_buf *headings) {
    const thresh_column *column;
    size_t count = thresh_table_columns(table, &column);
    for (size_t i = 0; i < count; i++) {
        thr_buf_text(columns, i > 0 ? " | " : "");
        thr_buf_uint(columns, column[i].field);
        thr_buf_char(columns, ':');
        add_path(columns, column[i].leaf);
    }
    const thresh_heading *heading;
    count = thresh_table_headings(table, &heading);
    for (size_t i = 0; i < count; i++) {
        thr_buf_text(headings, i > 0 ? " | " : "");
        thr_buf_str(headings, heading[i].label);
        thr_buf_char(headings, '@');
        thr_buf_uint(headings, heading[i].first);
        thr_buf_char(headings, '+');
        thr_buf_uint(headings, heading[i].span);
    }
}

static const struct {
    const char *text;
    const char *columns;
    const char *headings;
    size_t rows;
} headers[] = {
    {"Land;A;B\nNorway;1;2\n", "2:A | 3:B", "A@0+1 | B@1+1", 1},
    /* a spanner over two */
    {"Land;Total;Part;\n;;A;B\nNorway;1;2;3\n",
     "2:Total | 3:Part>A | 4:Part>B", "Total@0+1 | Part@1+2 | A@1+1 | B@2+1",
     2},
    /* printed over each of its columns */
    {"Land;P;P;Q\n;A;B;C\nNorway;1;2;3\n", "2:P>A | 3:P>B | 4:Q>C",
     "P@0+2 | Q@2+1 | A@0+1 | B@1+1 | C@2+1", 2},
    /* headings that are equal, but have none below, are two */
    {"Land;A;A\nNorway;1;2\n", "2:A | 3:A", "A@0+1 | A@1+1", 1},
    /* two spanners */
    {"Land;M;;F;\n;A;B;A;B\nNorway;1;2;3;4\n", "2:M>A | 3:M>B | 4:F>A | 5:F>B",
     "M@0+2 | F@2+2 | A@0+1 | B@1+1 | A@2+1 | B@3+1", 2},
    /* three levels */
    {"Land;M;;;F\n;Y;;O;\n;A;B;C;D\nNorway;1;2;3;4\n",
     "2:M>Y>A | 3:M>Y>B | 4:M>O>C | 5:F>D",
     "M@0+3 | F@3+1 | Y@0+2 | O@2+1 | A@0+1 | B@1+1 | C@2+1 | D@3+1", 3},
    /* a spanner ends where the one above it ends */
    {"Land;M;;F;\n;Y;;;\n;A;B;C;D\nNorway;1;2;3;4\n",
     "2:M>Y>A | 3:M>Y>B | 4:F>C | 5:F>D",
     "M@0+2 | F@2+2 | Y@0+2 | A@0+1 | B@1+1 | C@2+1 | D@3+1", 3},
    /* a heading with blanks below is of its own column alone */
    {"Land;Total;;B\n;;A;\nNorway;1;2;3\n", "2:Total | 3:A | 4:B",
     "Total@0+1 | B@2+1 | A@1+1", 2},
    /* spacing columns are none, and end no spanner */
    {"Land;;A;;B;\nNorway;;1;;2;\n", "3:A | 5:B", "A@0+1 | B@1+1", 1},
    {"Land;;M;;;\n;;A;;B;\nNorway;;1;;2;\n", "3:M>A | 5:M>B",
     "M@0+2 | A@0+1 | B@1+1", 2},
    /* a column without any ends a spanner */
    {"Land;M;;\n;A;;B\nNorway;1;2;3\n", "2:M>A | 3: | 4:B",
     "M@0+1 | A@0+1 | B@2+1", 2},
    /* values without a heading */
    {"Land;A;\nNorway;1;2\n", "2:A | 3:", "A@0+1", 1},
    /* a heading without values */
    {"Land;A;B\nNorway;1;\nSweden;2;\n", "2:A | 3:B", "A@0+1 | B@1+1", 1},
    /* no header */
    {"Norway;1;2\nSweden;3;4\n", "2: | 3:", "", 0},
    /* years */
    {"Land;2006;2007\nNorway;1;2\n", "2:2006 | 3:2007", "2006@0+1 | 2007@1+1",
     1},
    {"Land;M;;F;\n;2006;2007;2006;2007\nNorway;1;2;3;4\n",
     "2:M>2006 | 3:M>2007 | 4:F>2006 | 5:F>2007",
     "M@0+2 | F@2+2 | 2006@0+1 | 2007@1+1 | 2006@2+1 | 2007@3+1", 2},
};

static void
test_headers(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof headers / sizeof *headers; i++) {
        text_log log = {0};
        thresh_listener listener = log_listener(&log);
        thr_buf text = {0}, columns = {0}, headings = {0};
        /* One more row, so that one delimiter is not mistaken. */
        thr_buf_text(&text, headers[i].text);
        thr_buf_text(&text, "Oceania;;;;;;\n");
        thr_buf_char(&text, '\0');
        thresh_table *table = load_text(text.ptr, &listener, NULL);
        if (table == NULL)
            fail_msg("no table in \"%s\"", headers[i].text);
        describe(table, &columns, &headings);
        if (!thr_str_equal(thr_buf_view(&columns),
                           thr_str(headers[i].columns)))
            fail_msg("columns %.*s", THR_STR(thr_buf_view(&columns)));
        if (!thr_str_equal(thr_buf_view(&headings),
                           thr_str(headers[i].headings)))
            fail_msg("headings %.*s", THR_STR(thr_buf_view(&headings)));
        assert_int_equal(thresh_table_header_rows(table), headers[i].rows);
        thresh_table_free(table);
        thr_buf_free(&text);
        thr_buf_free(&columns);
        thr_buf_free(&headings);
        free_log(&log);
    }
}

static void
test_marks_and_places(void **state) {
    (void)state;
    thresh_table *table = load_text("Title. 2007\n\n"
                                    "Land \xC2\xB9;Total 2);Part*;\n"
                                    ";;A \xC2\xB2 \xC2\xB3;B\n"
                                    "Norway;1;2;3\nSweden;1;2;3\n",
                                    NULL, NULL);
    const thresh_heading *headings;
    assert_non_null(table);
    assert_int_equal(thresh_table_headings(table, &headings), 4);
    static const struct {
        const char *label;
        const char *marks;
        uint64_t line;
        uint32_t field;
        size_t level;
    } expected[] = {
        {"Total", "2", 3, 2, 0},
        {"Part", "*", 3, 3, 0},
        {"A", "2;3", 4, 3, 1},
        {"B", "", 4, 4, 1},
    };
    for (size_t i = 0; i < 4; i++) {
        assert_true(
            thr_str_equal(headings[i].label, thr_str(expected[i].label)));
        assert_true(
            thr_str_equal(headings[i].marks, thr_str(expected[i].marks)));
        assert_int_equal(headings[i].place.line, expected[i].line);
        assert_int_equal(headings[i].place.field, expected[i].field);
        assert_int_equal(headings[i].level, expected[i].level);
    }
    assert_ptr_equal(headings[3].parent, &headings[1]);
    assert_true(
        thr_str_equal(thresh_table_caption(table)->stubhead, THR_LIT("Land")));
    thresh_table_free(table);
}

/* What stands behind a year in a row of years is a mark. */
static void
test_marked_years(void **state) {
    (void)state;
    static const struct {
        const char *header;
        const char *label; /* of the last column */
        const char *marks;
    } rows[] = {
        {"Land;2006;2007", "2007", ""},
        {"Land;2006.0;2007.0", "2007", ""},
        {"Land;2005;2006;20071", "2007", "1"},
        {"Land;2006;2007*", "2007", "*"},
        {"Land;2006;2007 1)", "2007", "1"},
        {"Land;2006;2007 \\1", "2007", "1"},
        {"Land;2006;2007p", "2007", "p"},
        {"Land;2006;2007 p", "2007", "p"},
        {"Land;2006;2007 (1)", "2007", "1"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        thr_buf text = {0};
        thr_buf_text(&text, rows[i].header);
        thr_buf_text(&text, "\nNorway;1;2;3\nSweden;4;5;6\n");
        thr_buf_char(&text, '\0');
        thresh_table *table = load_text(text.ptr, NULL, NULL);
        const thresh_heading *headings;
        assert_non_null(table);
        size_t last = thresh_table_headings(table, &headings) - 1;
        if (!thr_str_equal(headings[last].label, thr_str(rows[i].label))
            || !thr_str_equal(headings[last].marks, thr_str(rows[i].marks)))
            fail_msg("\"%s\": %.*s, %.*s", rows[i].header,
                     THR_STR(headings[last].label),
                     THR_STR(headings[last].marks));
        thresh_table_free(table);
        thr_buf_free(&text);
    }
}

/* The lowest text over the stub is its heading. */
static void
test_stubhead(void **state) {
    (void)state;
    static const struct {
        const char *text;
        const char *stubhead;
    } rows[] = {
        {"Land;A;B\nNorway;1;2\nSweden;1;2\n", "Land"},
        {"Over;M;\nLand;A;B\nNorway;1;2\nSweden;1;2\n", "Land"},
        {"Land;M;\n;A;B\nNorway;1;2\nSweden;1;2\n", "Land"},
        {";A;B\nNorway;1;2\nSweden;1;2\n", ""},
        /* what stands beside units is none, nor is the number of a column */
        {"Land;A;B\n(1);(2);(3)\nNorway;1;2\nSweden;1;2\n", "Land"},
        {"Land;A;B\nUnit;(1,000);(kg)\nNorway;1;2\nSweden;1;2\n", "Land"},
        {"Land;A;B\nUnit;(1,000);(percent\nNorway;1;2\nSweden;1;2\n", "Land"},
        {"Land;A;B\nUnit;tonnes;kg\nNorway;1;2\nSweden;1;2\n", "Unit"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        thresh_table *table = load_text(rows[i].text, NULL, NULL);
        assert_non_null(table);
        assert_true(thr_str_equal(thresh_table_caption(table)->stubhead,
                                  thr_str(rows[i].stubhead)));
        thresh_table_free(table);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_headers),
        cmocka_unit_test(test_marks_and_places),
        cmocka_unit_test(test_marked_years),
        cmocka_unit_test(test_stubhead),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
