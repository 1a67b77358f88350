/* Tables from a reader to a writer: src/convert/convert.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/error.h"
#include "base/str.h"
#include "read_text.h"
#include "write_help.h"

/* A writer that writes down which of its hooks were called. */
static thresh_result
put(thresh_writer *writer, const char *what, thresh_error *err) {
    return thresh_writer_put(writer, what, strlen(what), err);
}

static thresh_result
begin(thresh_writer *writer, const thresh_table *table, thresh_error *err) {
    return put(
        writer,
        thresh_table_is_loaded(table) ? "begin loaded:" : "begin:", err);
}

static thresh_result
row(thresh_writer *writer, const thresh_table *table, const thresh_row *given,
    thresh_error *err) {
    (void)table;
    THR_TRY(put(writer, " ", err));
    return thresh_writer_put(writer, given->keys[0].label.ptr,
                             given->keys[0].label.len, err);
}

static thresh_result
end(thresh_writer *writer, const thresh_table *table, thresh_error *err) {
    return put(
        writer,
        thresh_table_notes(table, NULL) > 0 ? " end, notes\n" : " end\n", err);
}

static const thresh_writer_class streaming = {.name = "test",
                                              .flags = THRESH_CAN_LONG,
                                              .begin = begin,
                                              .row = row,
                                              .end = end};

static const thresh_writer_class whole = {.name = "test",
                                          .flags = THRESH_CAN_LONG
                                                   | THRESH_WANT_WHOLE,
                                          .begin = begin,
                                          .row = row,
                                          .end = end};

static const char two_tables[] = "Land;A\nNorway;1\nSweden;2\n\n1) Note\n\n"
                                 "U\n\nLand;B\nIndia;1\nChina;2\n";

static thresh_result
convert(const thresh_writer_class *cls, const char *text, bool stream,
        memory_sink *memory, thresh_error *err) {
    thresh_sink sink = memory_sink_of(memory);
    thresh_reader *reader;
    thresh_writer *writer;
    const thresh_write_options opts = {.tables = 2};
    assert_int_equal(
        thresh_reader_open_memory(&reader, text, strlen(text), NULL, NULL),
        THRESH_OK);
    assert_int_equal(thresh_writer_open(&writer, cls, &sink, &opts, NULL),
                     THRESH_OK);
    thresh_result result = thresh_convert(reader, writer, stream, err);
    if (result == THRESH_OK)
        result = thresh_writer_close(writer, err);
    else
        assert_int_equal(thresh_writer_close(writer, NULL), result);
    thresh_reader_close(reader);
    return result;
}

/* A writer gets the same calls, loaded or not; one that wants whole tables
 * gets them. */
static void
test_same_calls(void **state) {
    (void)state;
    static const char streamed[] = "begin: Norway Sweden end, notes\n"
                                   "begin: India China end\n";
    static const char loaded[] = "begin loaded: Norway Sweden end, notes\n"
                                 "begin loaded: India China end\n";
    const struct {
        const thresh_writer_class *cls;
        bool stream;
        const char *written;
    } rows[] = {
        {&streaming, true, streamed},
        {&streaming, false, loaded},
        {&whole, true, loaded},
        {&whole, false, loaded},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        memory_sink memory = {0};
        assert_int_equal(
            convert(rows[i].cls, two_tables, rows[i].stream, &memory, NULL),
            THRESH_OK);
        assert_true(thr_str_equal(thr_buf_view(&memory.bytes),
                                  thr_str(rows[i].written)));
        thr_buf_free(&memory.bytes);
    }
}

/* What fails while reading fails the writing too, with the same error. */
static void
test_reader_fails(void **state) {
    (void)state;
    static const struct {
        const char *text;
        thresh_result result;
    } rows[] = {{"", THRESH_E_LAYOUT},
                {"prose\n", THRESH_E_LAYOUT},
                {"a;b\nx;1\ny;\x81\n", THRESH_E_ENCODING}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        for (int stream = 0; stream < 2; stream++) {
            memory_sink memory = {0};
            thresh_error err = {0};
            assert_int_equal(
                convert(&streaming, rows[i].text, stream, &memory, &err),
                rows[i].result);
            assert_int_equal(err.result, rows[i].result);
            assert_int_equal(memory.bytes.len, 0);
            thr_buf_free(&memory.bytes);
        }
}

/* A failure in the middle of the rows, when some were given. */
static void
test_reader_fails_late(void **state) {
    (void)state;
    thr_buf text = {0};
    thr_buf_text(&text, "Land;A\n");
    for (size_t i = 0; i < 1000; i++)
        thr_buf_text(&text, "Norway;1\n");
    thr_buf_text(&text, "\x81;1\n");
    thr_buf_char(&text, '\0');
    for (int stream = 0; stream < 2; stream++) {
        memory_sink memory = {0};
        thresh_error err = {0};
        assert_int_equal(convert(&streaming, text.ptr, stream, &memory, &err),
                         THRESH_E_ENCODING);
        assert_int_equal(err.line, 1002);
        thr_buf_free(&memory.bytes);
    }
    thr_buf_free(&text);
}

static void
test_writer_fails(void **state) {
    (void)state;
    for (int stream = 0; stream < 2; stream++) {
        memory_sink memory = {.limit = 10};
        thresh_error err = {0};
        assert_int_equal(
            convert(&streaming, two_tables, stream, &memory, &err),
            THRESH_E_WRITE);
        assert_int_equal(err.result, THRESH_E_WRITE);
        thr_buf_free(&memory.bytes);
    }
}

static void
test_one_loaded_table(void **state) {
    (void)state;
    thresh_table *table = load_text(two_tables, NULL, NULL);
    memory_sink memory = {0};
    thresh_sink sink = memory_sink_of(&memory);
    thresh_writer *writer;
    assert_non_null(table);
    assert_int_equal(thresh_writer_open(&writer, &whole, &sink, NULL, NULL),
                     THRESH_OK);
    assert_int_equal(thresh_writer_table(writer, table, NULL), THRESH_OK);
    assert_int_equal(thresh_writer_close(writer, NULL), THRESH_OK);
    assert_true(
        thr_str_equal(thr_buf_view(&memory.bytes),
                      THR_LIT("begin loaded: Norway Sweden end, notes\n")));
    thr_buf_free(&memory.bytes);
    thresh_table_free(table);
}

static void
test_misuse(void **state) {
    (void)state;
    memory_sink memory = {0};
    thresh_sink sink = memory_sink_of(&memory);
    thresh_writer *writer;
    thresh_reader *reader;
    const thresh_table *table;
    assert_int_equal(thresh_reader_open_memory(&reader, two_tables,
                                               strlen(two_tables), NULL, NULL),
                     THRESH_OK);
    assert_int_equal(thresh_reader_table(reader, &table, NULL), THRESH_OK);
    assert_int_equal(
        thresh_writer_open(&writer, &streaming, &sink, NULL, NULL), THRESH_OK);
    assert_int_equal(thresh_convert(NULL, writer, true, NULL),
                     THRESH_E_ARGUMENT);
    assert_int_equal(thresh_convert(reader, NULL, true, NULL),
                     THRESH_E_ARGUMENT);
    assert_int_equal(thresh_writer_table(writer, NULL, NULL),
                     THRESH_E_ARGUMENT);
    assert_int_equal(thresh_writer_table(NULL, table, NULL),
                     THRESH_E_ARGUMENT);
    assert_int_equal(thresh_writer_table(writer, table, NULL),
                     THRESH_E_ARGUMENT); /* it is not loaded */
    thresh_writer_abandon(writer);
    thresh_reader_close(reader);
    thr_buf_free(&memory.bytes);
}

/* One table a call, with the number of its rows, whether loaded or not. */
static void
test_one_after_the_other(void **state) {
    (void)state;
    for (int stream = 0; stream < 2; stream++) {
        memory_sink memory = {0};
        thresh_sink sink = memory_sink_of(&memory);
        thresh_reader *reader;
        thresh_writer *writer;
        uint64_t rows = 7;
        assert_int_equal(thresh_reader_open_memory(&reader, two_tables,
                                                   strlen(two_tables), NULL,
                                                   NULL),
                         THRESH_OK);
        assert_int_equal(
            thresh_writer_open(&writer, &streaming, &sink, NULL, NULL),
            THRESH_OK);
        for (int table = 0; table < 2; table++) {
            assert_int_equal(
                thresh_convert_next(reader, writer, stream == 1, &rows, NULL),
                THRESH_OK);
            assert_int_equal(rows, 2);
        }
        rows = 7;
        assert_int_equal(
            thresh_convert_next(reader, writer, stream == 1, &rows, NULL),
            THRESH_END);
        assert_int_equal(rows, 7);
        assert_int_equal(
            thresh_convert_next(reader, NULL, stream == 1, NULL, NULL),
            THRESH_E_ARGUMENT);
        thresh_writer_abandon(writer);
        thresh_reader_close(reader);
        thr_buf_free(&memory.bytes);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_same_calls),
        cmocka_unit_test(test_reader_fails),
        cmocka_unit_test(test_reader_fails_late),
        cmocka_unit_test(test_writer_fails),
        cmocka_unit_test(test_one_loaded_table),
        cmocka_unit_test(test_one_after_the_other),
        cmocka_unit_test(test_misuse),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
