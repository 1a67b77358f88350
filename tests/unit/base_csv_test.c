/* The door to libcsv: src/base/csv.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/csv.h"
#include "base/str.h"

/* Feed the lines of `text`, ended by "\n" or its end, up to a complete record,
 * and join its cells with "|". False if a quote is open at the end. */
static bool
read_record(thr_csv *csv, const char *text, thr_buf *out) {
    thresh_str rest = thr_str(text);
    bool complete = false;
    thr_buf_clear(out);
    while (!complete) {
        size_t end = thr_str_find(rest, THR_LIT("\n"));
        bool last = end == THRESH_NONE;
        thresh_str line = thr_str_slice(rest, 0, last ? rest.len : end);
        assert_int_equal(thr_csv_line(csv, line, &complete, NULL), THRESH_OK);
        if (last)
            break;
        rest = thr_str_from(rest, end + 1);
    }
    const thresh_str *cells = NULL;
    size_t count = complete ? thr_csv_cells(csv, &cells) : 0;
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            thr_buf_char(out, '|');
        thr_buf_str(out, cells[i]);
    }
    return complete;
}

static void
test_records(void **state) {
    (void)state;
    static const struct {
        const char *text;
        const char *cells;
    } rows[] = {
        {"a;b;c", "a|b|c"},       {"\"a;b\";c", "a;b|c"},
        {"\"a\"\"b\"", "a\"b"},   {"\"\"", ""},
        {"\"\";\"\";", "||"},     {" a ; b", " a | b"},
        {"\" a \"", " a "},       {"\"a\nb\";c", "a\nb|c"},
        {"\"a\n\nb\"", "a\n\nb"}, {"5\" disk;x", "5\" disk|x"},
        {"a,b\tc;d", "a,b\tc|d"},
    };
    thr_csv *csv = thr_csv_new(';');
    thr_buf out = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_true(read_record(csv, rows[i].text, &out));
        assert_true(thr_str_equal(thr_buf_view(&out), thr_str(rows[i].cells)));
    }
    thr_buf_free(&out);
    thr_csv_free(csv);
}

static void
test_reset_forgets_an_open_quote(void **state) {
    (void)state;
    thr_csv *csv = thr_csv_new(',');
    thr_buf out = {0};
    assert_false(read_record(csv, "a,\"b\nc", &out));
    thr_csv_reset(csv);
    assert_true(read_record(csv, "d,e", &out));
    assert_true(thr_str_equal(thr_buf_view(&out), THR_LIT("d|e")));
    thr_buf_free(&out);
    thr_csv_free(csv);
    thr_csv_free(NULL);
}

static void
test_many_cells(void **state) {
    (void)state;
    thr_csv *csv = thr_csv_new(',');
    thr_buf line = {0};
    thr_buf_text(&line, "\"\"");
    thr_buf_fill(&line, ',', 20000);
    bool complete;
    const thresh_str *cells = NULL;
    assert_int_equal(thr_csv_line(csv, thr_buf_view(&line), &complete, NULL),
                     THRESH_OK);
    assert_true(complete);
    assert_int_equal(thr_csv_cells(csv, &cells), 20001);
    assert_int_equal(cells[20000].len, 0);
    thr_buf_free(&line);
    thr_csv_free(csv);
}

static void
test_quote(void **state) {
    (void)state;
    static const struct {
        const char *text;
        const char *quoted;
    } rows[] = {
        {"", ""},
        {"a", "a"},
        {"a;b", "\"a;b\""},
        {"a,b", "a,b"},
        {"a\"b", "\"a\"\"b\""},
        {"a\nb", "\"a\nb\""},
        {"a\rb", "\"a\rb\""},
        {" a", "\" a\""},
        {"a\xC2\xA0", "\"a\xC2\xA0\""},
        {"\"", "\"\"\"\""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        thr_buf out = {0};
        thr_buf_char(&out, '>');
        thr_csv_quote(&out, thr_str(rows[i].text), ';');
        assert_true(thr_str_equal(thr_str_from(thr_buf_view(&out), 1),
                                  thr_str(rows[i].quoted)));
        thr_buf_free(&out);
    }
}

/* What was quoted reads as the same cell again. */
static void
test_quote_and_read(void **state) {
    (void)state;
    static const char *const texts[] = {
        "", "a", "a;b", "\"", "\"\"", "a\nb\n", " ", ";", "\"a\";\"b\"",
    };
    thr_csv *csv = thr_csv_new(';');
    thr_buf line = {0}, out = {0};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        thr_buf_clear(&line);
        thr_csv_quote(&line, thr_str(texts[i]), ';');
        thr_buf_text(&line, ";end");
        thr_buf_char(&line, '\0');
        assert_true(read_record(csv, line.ptr, &out));
        thresh_str cell = thr_buf_view(&out);
        assert_true(
            thr_str_equal(thr_str_from(cell, cell.len - 4), THR_LIT("|end")));
        assert_true(thr_str_equal(thr_str_slice(cell, 0, cell.len - 4),
                                  thr_str(texts[i])));
    }
    thr_buf_free(&line);
    thr_buf_free(&out);
    thr_csv_free(csv);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_records),
        cmocka_unit_test(test_reset_forgets_an_open_quote),
        cmocka_unit_test(test_many_cells),
        cmocka_unit_test(test_quote),
        cmocka_unit_test(test_quote_and_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
