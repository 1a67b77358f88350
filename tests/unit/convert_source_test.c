/* A source that fails, or holds what no table does: src/convert/reader.c, and
 * all below it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "read_text.h"

static thresh_result
read_rows(thresh_reader *reader, thresh_error *err) {
    const thresh_table *table;
    const thresh_row *row;
    thresh_result result;
    while ((result = thresh_reader_table(reader, &table, err)) == THRESH_OK)
        while ((result = thresh_reader_row(reader, &row, err)) == THRESH_OK)
            continue;
    return result;
}

static thresh_result
load_tables(thresh_reader *reader) {
    thresh_table *table;
    thresh_result result;
    while ((result = thresh_table_load(&table, reader, NULL)) == THRESH_OK)
        thresh_table_free(table);
    return result;
}

/* A failure is told again, and no more is read. */
static void
test_failures_stay(void **state) {
    (void)state;
    static const struct {
        const char *bytes;
        size_t fails;
        thresh_read_options opts;
        thresh_result result;
        uint64_t line;
    } rows[] = {
        {"a;b\nx;1\n\x81;2\n", 0, {0}, THRESH_E_ENCODING, 3},
        {"a;b\nx;1\ny;2\n", 5, {0}, THRESH_E_READ, 0},
        {"a;b\nx;1\ny;2;3\n", 0, {.max_fields = 2}, THRESH_E_LIMIT, 3},
        {"a;b\nx;1\nlonger;2\n", 0, {.max_line = 4}, THRESH_E_LIMIT, 3},
        {"a;b\nx;1\ny;2\n", 0, {.max_memory = 100}, THRESH_E_LIMIT, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        text_bytes bytes = {.rest = thr_str(rows[i].bytes),
                            .fails = rows[i].fails};
        thresh_source source = text_source(&bytes);
        thresh_reader *reader;
        assert_int_equal(
            thresh_reader_open(&reader, &source, &rows[i].opts, NULL),
            THRESH_OK);
        for (int again = 0; again < 2; again++) {
            thresh_error err = {0};
            const thresh_row *row;
            assert_int_equal(read_rows(reader, &err), rows[i].result);
            assert_int_equal(err.result, rows[i].result);
            if (rows[i].line > 0)
                assert_int_equal(err.line, rows[i].line);
            assert_int_equal(thresh_reader_row(reader, &row, NULL),
                             rows[i].result);
        }
        thresh_reader_close(reader);
    }
}

/* A text with the same line many times. */
typedef struct long_text {
    const char *head, *line, *tail;
    const char *encoding;
} long_text;

/* Read with a source that fails once `fails` bytes are given. */
static thresh_result
read_failing(thresh_str text, size_t fails, const char *encoding,
             bool loading) {
    text_bytes bytes = {.rest = text, .chunk = 37, .fails = fails};
    thresh_source source = text_source(&bytes);
    const thresh_read_options opts = {.encoding = encoding};
    thresh_reader *reader;
    assert_int_equal(thresh_reader_open(&reader, &source, &opts, NULL),
                     THRESH_OK);
    thresh_result result = loading ? load_tables(reader)
                                   : read_rows(reader, NULL);
    thresh_reader_close(reader);
    return result;
}

/* Wherever a source fails, no shorter table is taken for a whole one: where
 * the encoding is settled, in the lines that are held back, and behind them.
 */
static void
test_source_fails_anywhere(void **state) {
    (void)state;
    enum { LINES = 320, EACH = 300, STEP = 53 };
    static const long_text texts[] = {
        {"Land;A;B\n", "Norway;1;2\n", "", NULL},
        {"Land;A;B\n", "\"Norway\";\"1\";\"2\"\n", "", NULL},
        {"Land  A  B\n\n", "Norway  1  2\n", "Norway and\n  all  1  2\n",
         NULL},
        {"Land;A;B\n", "Norway;1;2\n", "Bod\xF8;3;4\nBod\xF8;3;4\n", NULL},
        {"Land;A;B\nBod\xF8;3;4\n", "Norway;1;2\n", "", NULL},
        {"Land;A;B\n", "Norway;1;2\n", "", "UTF-8"},
        {"Land;A;B\n", "Norway;1;2\n", "", "ISO-8859-2"},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        thr_buf text = {0};
        thr_buf_text(&text, texts[i].head);
        for (size_t k = 0; k < LINES; k++)
            thr_buf_text(&text, texts[i].line);
        thr_buf_text(&text, texts[i].tail);
        for (size_t fails = 1; fails < text.len;
             fails += fails < EACH ? 1 : STEP)
            for (int loading = 0; loading < 2; loading++)
                assert_int_equal(read_failing(thr_buf_view(&text), fails,
                                              texts[i].encoding, loading),
                                 THRESH_E_READ);
        thr_buf_free(&text);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_failures_stay),
        cmocka_unit_test(test_source_fails_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
