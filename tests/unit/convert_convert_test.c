/* Tables from a reader to a writer: src/convert/convert.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>
#include <string.h>

#include "make_table.h"
#include "thresh/writer.h"
#include "write_help.h"

static const char input[] = "Visitors, by country and place. 2007\n"
                            "\n"
                            "Country\tNorth\tSouth\n"
                            "Denmark\t1 000\t240\n"
                            "Chile\t3\t-\n";

static const char expected[] =
    "country,place,year,value,status,notes,is_total\n"
    "Denmark,North,2007,1000,,,\n"
    "Denmark,South,2007,240,,,\n"
    "Chile,North,2007,3,,,\n"
    "Chile,South,2007,0,nil,,\n";

/* Convert `reader` to CSV in `memory`, and close both. */
static thresh_result
convert(thresh_reader *reader, memory_sink *memory, bool stream,
        thresh_error *err) {
    thresh_sink sink = memory_sink_of(memory);
    thresh_writer *writer;
    assert_int_equal(thresh_writer_open(&writer, thresh_writer_find("csv"),
                                        &sink, NULL, NULL),
                     THRESH_OK);
    thresh_result result = thresh_convert(reader, writer, stream, err);
    assert_int_equal(thresh_writer_close(writer, err), result);
    thresh_reader_close(reader);
    return result;
}

static void
test_stream_and_load(void **state) {
    (void)state;
    for (int stream = 0; stream < 2; stream++) {
        thresh_reader *reader;
        memory_sink memory = {0};
        thresh_error err = {0};
        assert_int_equal(thresh_reader_open_memory(
                             &reader, input, sizeof input - 1, NULL, NULL),
                         THRESH_OK);
        assert_int_equal(convert(reader, &memory, stream, &err), THRESH_OK);
        assert_int_equal(memory.bytes.len, sizeof expected - 1);
        assert_memory_equal(memory.bytes.ptr, expected, sizeof expected - 1);
        thr_buf_free(&memory.bytes);
    }
}

/* Gives the input once, then fails. */
static ptrdiff_t
read_then_fail(void *ctx, void *buf, size_t size) {
    bool *given = ctx;
    if (*given || size < sizeof input - 1) {
        errno = EIO;
        return -1;
    }
    *given = true;
    memcpy(buf, input, sizeof input - 1);
    return sizeof input - 1;
}

/* The reader's failure is what both calls answer; nothing is written. */
static void
test_reader_fails(void **state) {
    (void)state;
    for (int stream = 0; stream < 2; stream++) {
        bool given = false;
        thresh_source source = {.read = read_then_fail, .ctx = &given};
        thresh_reader *reader;
        memory_sink memory = {0};
        thresh_error err = {0};
        assert_int_equal(thresh_reader_open(&reader, &source, NULL, NULL),
                         THRESH_OK);
        assert_int_equal(convert(reader, &memory, stream, &err),
                         THRESH_E_READ);
        assert_int_equal(err.result, THRESH_E_READ);
        assert_null(memory.bytes.ptr);
    }
}

static void
test_loaded_table(void **state) {
    (void)state;
    thresh_table *table = make_table();
    memory_sink memory = {.limit = 100};
    thresh_sink sink = memory_sink_of(&memory);
    thresh_writer *writer;
    thresh_error err = {0};
    assert_int_equal(thresh_writer_open(&writer, thresh_writer_find("csv"),
                                        &sink, NULL, NULL),
                     THRESH_OK);
    assert_int_equal(thresh_writer_table(writer, table, &err), THRESH_OK);
    assert_int_equal(thresh_writer_close(writer, &err), THRESH_E_WRITE);
    assert_int_equal(err.result, THRESH_E_WRITE);
    thresh_table_free(table);
}

static void
test_misuse(void **state) {
    (void)state;
    thresh_table *frame = make_frame();
    memory_sink memory = {0};
    thresh_sink sink = memory_sink_of(&memory);
    thresh_writer *writer;
    assert_int_equal(thresh_writer_open(&writer, thresh_writer_find("csv"),
                                        &sink, NULL, NULL),
                     THRESH_OK);
    assert_int_equal(thresh_writer_table(writer, frame, NULL),
                     THRESH_E_ARGUMENT);
    assert_int_equal(thresh_writer_table(writer, NULL, NULL),
                     THRESH_E_ARGUMENT);
    assert_int_equal(thresh_convert(NULL, writer, false, NULL),
                     THRESH_E_ARGUMENT);
    thresh_writer_abandon(writer);
    thresh_table_free(frame);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_stream_and_load),
        cmocka_unit_test(test_reader_fails),
        cmocka_unit_test(test_loaded_table),
        cmocka_unit_test(test_misuse),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
