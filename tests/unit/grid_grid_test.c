/* Lines to records of cells: src/grid/grid.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/str.h"
#include "grid/grid.h"
#include "read_text.h"

/* All records of `text`, such as "1.2(a|b)": record 1, line 2. */
static thresh_result
read_records(const char *text, char delimiter, const thr_grid_limits *limits,
             text_log *log, thr_buf *out, thresh_error *err) {
    thr_source source;
    thr_lines lines;
    thr_record record = {0};
    thresh_result result;
    thresh_listener listener = log_listener(log);
    assert_int_equal(thr_source_open_memory(&source, text, strlen(text), NULL),
                     THRESH_OK);
    thr_lines_start(&lines, &source, 1000);
    thr_grid *grid = thr_grid_new(&lines, limits, delimiter, &listener);
    thr_buf_clear(out);
    while ((result = thr_grid_next(grid, &record, err)) == THRESH_OK) {
        thr_buf_uint(out, record.number);
        thr_buf_char(out, '.');
        thr_buf_uint(out, record.line);
        thr_buf_char(out, '(');
        for (size_t i = 0; i < record.ncells; i++) {
            if (i > 0)
                thr_buf_char(out, '|');
            thr_buf_str(out, record.cells[i].text);
        }
        thr_buf_char(out, ')');
    }
    thr_record_free(&record);
    thr_grid_free(grid);
    thr_lines_free(&lines);
    thr_source_close(&source);
    return result;
}

static const thr_grid_limits usual = {.max_fields = 100, .window = 16};

static void
test_records(void **state) {
    (void)state;
    static const struct {
        const char *text;
        char delimiter;
        const char *records;
    } rows[] = {
        {"", ';', ""},
        {"\n", ';', "1.1()"},
        {"a", ';', "1.1(a)"},
        {";", ';', "1.1(|)"},
        {"a;b\n\n c ;;\n", ';', "1.1(a|b)2.2()3.3( c ||)"},
        {"a;\"b;c\"\nd", ';', "1.1(a|b;c)2.2(d)"},
        {"\"a\"\"b\";c", ';', "1.1(a\"b|c)"},
        {"\"a\nb\";c\nd", ';', "1.1(a\nb|c)2.3(d)"},
        {"\"a\r\n\r\nb\";c\nd", ';', "1.1(a\n\nb|c)2.4(d)"},
        {"5\";6\"\n", ';', "1.1(5\"|6\")"},
        {"a\t\"b\nc\td\n", '\t', "1.1(a|\"b)2.2(c|d)"},
        {"a\t\"b\tc\"\n", '\t', "1.1(a|b\tc)"},
        {"a,b\n", 0, "1.1(a,b)"}, /* no delimiter found: one cell */
        {"a,b\nx,1\ny,2\n", 0, "1.1(a|b)2.2(x|1)3.3(y|2)"},
    };
    thr_buf out = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        text_log log = {0};
        assert_int_equal(read_records(rows[i].text, rows[i].delimiter, &usual,
                                      &log, &out, NULL),
                         THRESH_END);
        assert_true(
            thr_str_equal(thr_buf_view(&out), thr_str(rows[i].records)));
        assert_int_equal(log.warnings.len, 0);
        free_log(&log);
    }
    thr_buf_free(&out);
}

/* Held back for the detection or not, records are the same. */
static void
test_window_does_not_matter(void **state) {
    (void)state;
    static const char text[] = "T\n\na;b;c\nx;1;\"2\n3\"\ny;\"\"\"\";4\n\nz\n";
    thr_buf first = {0}, out = {0};
    text_log log = {0};
    for (uint32_t window = 1; window <= 12; window++) {
        const thr_grid_limits limits = {.max_fields = 3, .window = window};
        thr_buf *to = window == 1 ? &first : &out;
        assert_int_equal(read_records(text, ';', &limits, &log, to, NULL),
                         THRESH_END);
        if (window > 1)
            assert_true(
                thr_str_equal(thr_buf_view(&first), thr_buf_view(&out)));
    }
    assert_true(log_has(&first, "4.4(x|1|2\n3)5.6(y|\"|4)6.7()7.8(z)"));
    thr_buf_free(&first);
    thr_buf_free(&out);
    free_log(&log);
}

/* A quote that never closes is text, said so, and swallows nothing. */
static void
test_open_quote(void **state) {
    (void)state;
    thr_buf out = {0};
    text_log log = {0};
    assert_int_equal(read_records("a;1\n\"b;2\nc;3\n\"d\";4\n", ';', &usual,
                                  &log, &out, NULL),
                     THRESH_END);
    /* The quote of line 2 closes at the start of line 4, but what follows
     * opens it anew. */
    assert_true(thr_str_equal(thr_buf_view(&out),
                              THR_LIT("1.1(a|1)2.2(\"b|2)3.3(c|3)4.4(d|4)")));
    assert_true(log_has(&log.warnings, "warning 2:1 a quote opens"));
    thr_buf_free(&out);
    free_log(&log);
}

static void
test_open_quote_gives_up_after_some_lines(void **state) {
    (void)state;
    thr_buf text = {0}, out = {0};
    text_log log = {0};
    thr_buf_text(&text, "\"a;1\n");
    for (size_t i = 0; i < 200; i++)
        thr_buf_text(&text, "b;2\n");
    thr_buf_text(&text, "c\";3\n");
    thr_buf_char(&text, '\0');
    assert_int_equal(read_records(text.ptr, ';', &usual, &log, &out, NULL),
                     THRESH_END);
    assert_true(log_has(&out, "1.1(\"a|1)2.2(b|2)"));
    assert_true(log_has(&out, "202.202(c\"|3)"));
    thr_buf_free(&text);
    thr_buf_free(&out);
    free_log(&log);
}

static void
test_most_fields(void **state) {
    (void)state;
    const thr_grid_limits limits = {.max_fields = 3, .window = 16};
    static const char *const texts[] = {"a;b;c\n\xC3\xB8;b;c;d\n",
                                        "a;b;c\n\"\xC3\xB8\";b;c;d\n"};
    thr_buf out = {0};
    text_log log = {0};
    for (size_t i = 0; i < 2; i++) {
        thresh_error err = {0};
        assert_int_equal(
            read_records(texts[i], ';', &limits, &log, &out, &err),
            THRESH_E_LIMIT);
        assert_int_equal(err.result, THRESH_E_LIMIT);
        assert_int_equal(err.line, 2);
        assert_int_equal(err.column, i == 0 ? 7 : 9);
        assert_non_null(strstr(err.message, "--delimiter"));
        assert_non_null(strstr(err.message, "max_fields"));
        assert_true(log_has(&out, "1.1(a|b|c)"));
    }
    thr_buf_free(&out);
    free_log(&log);
}

/* Columns count code points, quotes included; over several lines there are
 * none. */
static void
test_places(void **state) {
    (void)state;
    text_records records;
    open_records(&records,
                 "\xC3\xB8\xC3\xB8;b\n\"\xC3\xB8\"\"\";b;c\n\"\n\";b", ';',
                 NULL);
    assert_int_equal(records.window.count, 3);
    static const uint32_t columns[3][3] = {{1, 4, 0}, {1, 7, 9}, {0, 0, 0}};
    for (size_t i = 0; i < 3; i++) {
        const thr_record *record = thr_window_at(&records.window, i);
        for (size_t field = 1; field <= record->ncells; field++) {
            thresh_place place = thr_record_place(record, field);
            assert_int_equal(place.line, i + 1);
            assert_int_equal(place.record, i + 1);
            assert_int_equal(place.field, field);
            assert_int_equal(place.column, columns[i][field - 1]);
        }
    }
    assert_int_equal(thr_window_at(&records.window, 1)->offset, 7);
    close_records(&records);
}

static void
test_aligned(void **state) {
    (void)state;
    text_log log = {0};
    thr_buf out = {0};
    thresh_error err;
    assert_int_equal(read_records("A title\n\n"
                                  "        Ships  Boats\n"
                                  "--------------------\n"
                                  "Oslo    1 200     34\n"
                                  "Bodo       12      4\n"
                                  "Both               5\n",
                                  ' ', &usual, &log, &out, &err),
                     THRESH_END);
    thr_buf_char(&out, '\0');
    assert_string_equal(out.ptr,
                        "1.1(A title)2.2()3.3(|Ships|Boats)4.4()"
                        "5.5(Oslo|1 200|34)6.6(Bodo|12|4)7.7(Both||5)");
    assert_int_equal(log.warnings.len, 0);
    free_log(&log);
    thr_buf_free(&out);
}

/* Rules and printed pages are told of, and where a cell stands. */
static void
test_aligned_places(void **state) {
    (void)state;
    text_records records;
    open_records(&records,
                 "a  1  2\nb  3  4\n-------\n\fK\xC3\xB8ln  5  6\n"
                 "c     7  8\n",
                 0, NULL);
    const thr_window *window = &records.window;
    assert_int_equal(window->count, 5);
    assert_false(thr_window_at(window, 1)->rule);
    assert_true(thr_window_at(window, 2)->rule);
    assert_int_equal(thr_window_at(window, 2)->filled, 0);
    assert_true(thr_window_at(window, 3)->top);
    thresh_place place = thr_record_place(thr_window_at(window, 3), 2);
    assert_int_equal(place.line, 4);
    assert_int_equal(place.column, 8); /* the form feed is a character */
    close_records(&records);
}

static void
test_dialect_is_lent(void **state) {
    (void)state;
    text_records records;
    const thr_dialect *dialect;
    open_records(&records, "a|b\nx|1\ny|2\n", 0, NULL);
    assert_int_equal(thr_grid_dialect(records.grid, &dialect, NULL),
                     THRESH_OK);
    assert_int_equal(dialect->delimiter, '|');
    close_records(&records);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_records),
        cmocka_unit_test(test_window_does_not_matter),
        cmocka_unit_test(test_open_quote),
        cmocka_unit_test(test_open_quote_gives_up_after_some_lines),
        cmocka_unit_test(test_most_fields),
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_aligned),
        cmocka_unit_test(test_aligned_places),
        cmocka_unit_test(test_dialect_is_lent),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
