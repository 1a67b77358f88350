/* The core behind thresh/writer.h: src/write/writer.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/str.h"
#include "make_table.h"
#include "write/writer.h"
#include "write_help.h"

/* A writer that puts a letter for each call, and fails where told. */
typedef struct letters {
    size_t calls;
    char zeroed;
} letters;

static char closed; /* what the last close was told: 'y', 'n' or 0 */

static thresh_result
put_letter(thresh_writer *writer, char letter, thresh_error *err) {
    letters *state = thresh_writer_state(writer);
    state->calls++;
    if (thresh_writer_option(writer, "fail")[0] == letter)
        return thr_fail(err, THRESH_E_LIMIT, "failed at %c", letter);
    if (thresh_writer_option(writer, "forget")[0] == letter)
        return THRESH_E_LIMIT;
    return thresh_writer_put(writer, &letter, 1, err);
}

static thresh_result
on_open(thresh_writer *writer, thresh_error *err) {
    letters *state = thresh_writer_state(writer);
    assert_int_equal(state->calls + (size_t)state->zeroed, 0);
    return put_letter(writer, 'o', err);
}

static thresh_result
on_begin(thresh_writer *writer, const thresh_table *table, thresh_error *err) {
    assert_non_null(table);
    return put_letter(writer, 'b', err);
}

static thresh_result
on_row(thresh_writer *writer, const thresh_table *table, const thresh_row *row,
       thresh_error *err) {
    assert_int_equal(row->ncells, thresh_table_columns(table, NULL));
    return put_letter(writer, 'r', err);
}

static thresh_result
on_end(thresh_writer *writer, const thresh_table *table, thresh_error *err) {
    assert_non_null(table);
    return put_letter(writer, 'e', err);
}

static thresh_result
on_close(thresh_writer *writer, bool finish, thresh_error *err) {
    assert_int_equal(closed, 0);
    closed = finish ? 'y' : 'n';
    return finish ? put_letter(writer, 'c', err) : THRESH_OK;
}

static const thresh_option letters_options[] = {
    {"fail", "-|o|b|r|e|c", "where to fail"},
    {"forget", "-|...", "where to fail without a message"},
    {NULL, NULL, NULL},
};

static const thresh_writer_class letters_class = {
    .name = "letters",
    .suffix = ".txt",
    .summary = "letters",
    .flags = THRESH_CAN_LONG | THRESH_CAN_WIDE | THRESH_ONE_SCHEMA,
    .options = letters_options,
    .state_size = sizeof(letters),
    .open = on_open,
    .begin = on_begin,
    .row = on_row,
    .end = on_end,
    .close = on_close,
};

static thresh_result
open_letters(thresh_writer **writer, memory_sink *memory, const char *set,
             thresh_error *err) {
    thresh_sink sink = memory_sink_of(memory);
    const char *const all[] = {set, NULL};
    thresh_write_options opts = {.set = all};
    closed = 0;
    return thresh_writer_open(writer, &letters_class, &sink, &opts, err);
}

static void
assert_memory(memory_sink *memory, const char *expected) {
    thr_buf_char(&memory->bytes, '\0');
    assert_string_equal(memory->bytes.ptr, expected);
    thr_buf_free(&memory->bytes);
}

static void
test_calls_in_order(void **state) {
    (void)state;
    thresh_table *table = make_table();
    memory_sink memory = {0};
    thresh_error err = {0};
    thresh_writer *writer;
    assert_int_equal(open_letters(&writer, &memory, NULL, &err), THRESH_OK);
    assert_int_equal(feed_table(writer, table, &err), THRESH_OK);
    assert_int_equal(feed_table(writer, table, &err), THRESH_OK);
    assert_int_equal(thresh_writer_close(writer, &err), THRESH_OK);
    assert_int_equal(closed, 'y');
    assert_memory(&memory, "obrrrrebrrrrec");
    thresh_table_free(table);
}

/* Whichever call fails: the first failure is what close answers, the writer is
 * told that it does not finish, and nothing is put after it. */
static void
test_first_failure_is_kept(void **state) {
    (void)state;
    static const char *const sets[] = {"fail=b", "fail=r", "fail=e", "fail=c"};
    thresh_table *table = make_table();
    for (size_t i = 0; i < sizeof sets / sizeof *sets; i++) {
        memory_sink memory = {0};
        thresh_error err = {0};
        thresh_writer *writer;
        assert_int_equal(open_letters(&writer, &memory, sets[i], &err),
                         THRESH_OK);
        bool at_close = sets[i][5] == 'c';
        assert_int_equal(feed_table(writer, table, &err),
                         at_close ? THRESH_OK : THRESH_E_LIMIT);
        if (!at_close)
            assert_int_equal(feed_table(writer, table, &err), THRESH_E_LIMIT);
        memset(&err, 0, sizeof err);
        assert_int_equal(thresh_writer_close(writer, &err), THRESH_E_LIMIT);
        assert_int_equal(err.result, THRESH_E_LIMIT);
        assert_memory_equal(err.message, "failed at ", 10);
        assert_int_equal(err.message[10], sets[i][5]);
        assert_int_equal(closed, at_close ? 'y' : 'n');
        assert_int_equal(memory.bytes.len, 0); /* still in the buffer */
        thr_buf_free(&memory.bytes);
    }
    thresh_table_free(table);
}

static void
test_failed_open_is_closed(void **state) {
    (void)state;
    memory_sink memory = {0};
    thresh_error err = {0};
    thresh_writer *writer = NULL;
    assert_int_equal(open_letters(&writer, &memory, "fail=o", &err),
                     THRESH_E_LIMIT);
    assert_null(writer);
    assert_int_equal(closed, 'n');
    assert_string_equal(err.message, "failed at o");
    assert_null(memory.bytes.ptr);
}

static void
test_forgotten_message(void **state) {
    (void)state;
    thresh_table *table = make_table();
    memory_sink memory = {0};
    thresh_error err = {0};
    thresh_writer *writer;
    assert_int_equal(open_letters(&writer, &memory, "forget=b", &err),
                     THRESH_OK);
    assert_int_equal(feed_table(writer, table, NULL), THRESH_E_LIMIT);
    assert_int_equal(thresh_writer_close(writer, &err), THRESH_E_LIMIT);
    assert_non_null(strstr(err.message, "'letters'"));
    thresh_table_free(table);
}

static void
test_order_is_checked(void **state) {
    (void)state;
    thresh_table *table = make_table();
    thresh_category key;
    thresh_row row = make_lent_row(table, 0, &key);
    memory_sink memory = {0};
    thresh_error err = {0};
    thresh_writer *writer;

    assert_int_equal(open_letters(&writer, &memory, NULL, &err), THRESH_OK);
    assert_int_equal(thr_writer_row(writer, table, &row, &err),
                     THRESH_E_ARGUMENT);
    assert_int_equal(thresh_writer_close(writer, NULL), THRESH_E_ARGUMENT);

    assert_int_equal(open_letters(&writer, &memory, NULL, &err), THRESH_OK);
    assert_int_equal(thr_writer_begin(writer, table, &err), THRESH_OK);
    assert_int_equal(thresh_writer_close(writer, &err), THRESH_E_ARGUMENT);
    assert_int_equal(closed, 'n');
    assert_null(memory.bytes.ptr);
    thresh_table_free(table);
}

static void
test_abandon(void **state) {
    (void)state;
    memory_sink memory = {0};
    thresh_writer *writer;
    assert_int_equal(open_letters(&writer, &memory, NULL, NULL), THRESH_OK);
    thresh_writer_abandon(writer);
    assert_int_equal(closed, 'n');
    assert_null(memory.bytes.ptr);
    thresh_writer_abandon(NULL);
}

static void
test_reader_failure(void **state) {
    (void)state;
    memory_sink memory = {0};
    thresh_error cause = {.result = THRESH_E_READ, .line = 12};
    thresh_error err = {0};
    thresh_writer *writer;
    assert_int_equal(open_letters(&writer, &memory, NULL, NULL), THRESH_OK);
    assert_int_equal(thr_writer_fail(writer, &cause), THRESH_E_READ);
    assert_int_equal(thresh_writer_close(writer, &err), THRESH_E_READ);
    assert_int_equal(err.line, 12);
    assert_int_equal(closed, 'n');
}

/* What the sink says reaches the caller, also for bytes that only close puts.
 */
static void
test_full_sink(void **state) {
    (void)state;
    thresh_table *table = make_table();
    memory_sink memory = {.limit = 3};
    thresh_error err = {0};
    thresh_writer *writer;
    assert_int_equal(open_letters(&writer, &memory, NULL, &err), THRESH_OK);
    assert_int_equal(feed_table(writer, table, &err), THRESH_OK);
    assert_int_equal(thresh_writer_close(writer, &err), THRESH_E_WRITE);
    assert_string_equal(err.message,
                        "output: cannot write: No space left on device");
    thresh_table_free(table);
}

static void
test_other_dimensions(void **state) {
    (void)state;
    static const char *const places[] = {"Total", "North, east", "South"};
    thresh_table *table = make_table();
    thresh_table *other = make_frame_of("sex", 3, places);
    memory_sink memory = {0};
    thresh_error err = {0};
    thresh_writer *writer;
    thresh_sink sink = memory_sink_of(&memory);
    thresh_write_options opts = {.shape = THRESH_SHAPE_LONG, .tables = 2};
    closed = 0;
    assert_int_equal(
        thresh_writer_open(&writer, &letters_class, &sink, &opts, &err),
        THRESH_OK);
    assert_int_equal(feed_table(writer, table, &err), THRESH_OK);
    assert_int_equal(feed_table(writer, other, &err), THRESH_E_UNSUPPORTED);
    assert_non_null(strstr(err.message, "--table"));
    assert_int_equal(thresh_writer_close(writer, &err), THRESH_E_UNSUPPORTED);
    thresh_table_free(table);
    thresh_table_free(other);
}

static void
test_whole_tables(void **state) {
    (void)state;
    thresh_writer_class cls = letters_class;
    cls.flags |= THRESH_WANT_WHOLE;
    thresh_table *frame = make_frame();
    memory_sink memory = {0};
    thresh_sink sink = memory_sink_of(&memory);
    thresh_writer *writer;
    closed = 0;
    assert_int_equal(thresh_writer_open(&writer, &cls, &sink, NULL, NULL),
                     THRESH_OK);
    assert_int_equal(feed_table(writer, frame, NULL), THRESH_E_ARGUMENT);
    thresh_writer_abandon(writer);
    thresh_table_free(frame);
}

/* A class may leave out every hook. */
static void
test_no_hooks(void **state) {
    (void)state;
    static const thresh_writer_class silent = {.name = "silent",
                                               .flags = THRESH_CAN_WIDE};
    thresh_table *table = make_table();
    memory_sink memory = {0};
    thresh_sink sink = memory_sink_of(&memory);
    thresh_writer *writer;
    assert_int_equal(thresh_writer_open(&writer, &silent, &sink, NULL, NULL),
                     THRESH_OK);
    assert_int_equal(thresh_writer_shape(writer), THRESH_SHAPE_WIDE);
    assert_null(thresh_writer_option(writer, "any"));
    assert_null(thresh_writer_path(writer));
    assert_int_equal(feed_table(writer, table, NULL), THRESH_OK);
    assert_int_equal(thresh_writer_close(writer, NULL), THRESH_OK);
    thresh_table_free(table);
}

static void
hear(void *ctx, const thresh_error *warning) {
    *(thresh_error *)ctx = *warning;
}

static void
test_warning(void **state) {
    (void)state;
    memory_sink memory = {0};
    thresh_sink sink = memory_sink_of(&memory);
    thresh_error heard = {0};
    thresh_write_options opts = {.listener = {.warning = hear, .ctx = &heard}};
    thresh_writer *writer;
    closed = 0;
    assert_int_equal(
        thresh_writer_open(&writer, &letters_class, &sink, &opts, NULL),
        THRESH_OK);
    thresh_writer_warn(writer, &(thresh_place){.line = 4}, "100% lost");
    assert_int_equal(heard.line, 4);
    assert_string_equal(heard.message, "100% lost");
    thresh_writer_warn(writer, NULL, "all");
    assert_int_equal(heard.line, 0);
    thresh_writer_abandon(writer);
}

/* What a destination does not take is told by the next call too, and when the
 * writer is closed; nothing more goes there. */
static void
test_full_destination(void **state) {
    (void)state;
    enum { LARGE = 1 << 20 };
    memory_sink memory = {.limit = 3};
    thresh_error err = {0}, again = {0};
    thresh_writer *writer;
    char *bytes = calloc(1, LARGE);
    assert_non_null(bytes);
    assert_int_equal(open_letters(&writer, &memory, NULL, &err), THRESH_OK);
    assert_int_equal(thresh_writer_put(writer, bytes, LARGE, &err),
                     THRESH_E_WRITE);
    assert_int_equal(thresh_writer_put(writer, "x", 1, &again),
                     THRESH_E_WRITE);
    assert_string_equal(again.message, err.message);
    assert_int_equal(thresh_writer_close(writer, &again), THRESH_E_WRITE);
    assert_string_equal(again.message, err.message);
    assert_int_equal(closed, 'n');
    free(bytes);
    thr_buf_free(&memory.bytes);
}

static void
test_misuse(void **state) {
    (void)state;
    memory_sink memory = {0};
    thresh_sink sink = memory_sink_of(&memory);
    thresh_writer *writer = NULL;
    assert_int_equal(
        thresh_writer_open(NULL, &letters_class, &sink, NULL, NULL),
        THRESH_E_ARGUMENT);
    assert_int_equal(thresh_writer_open(&writer, NULL, &sink, NULL, NULL),
                     THRESH_E_ARGUMENT);
    assert_int_equal(
        thresh_writer_open(&writer, &letters_class, NULL, NULL, NULL),
        THRESH_E_ARGUMENT);
    const thresh_writer_class unnamed = {.suffix = ".x"};
    assert_int_equal(thresh_writer_open(&writer, &unnamed, &sink, NULL, NULL),
                     THRESH_E_ARGUMENT);
    assert_int_equal(thresh_writer_close(NULL, NULL), THRESH_E_ARGUMENT);
    assert_null(writer);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_calls_in_order),
        cmocka_unit_test(test_first_failure_is_kept),
        cmocka_unit_test(test_failed_open_is_closed),
        cmocka_unit_test(test_forgotten_message),
        cmocka_unit_test(test_order_is_checked),
        cmocka_unit_test(test_abandon),
        cmocka_unit_test(test_reader_failure),
        cmocka_unit_test(test_full_sink),
        cmocka_unit_test(test_other_dimensions),
        cmocka_unit_test(test_whole_tables),
        cmocka_unit_test(test_no_hooks),
        cmocka_unit_test(test_warning),
        cmocka_unit_test(test_full_destination),
        cmocka_unit_test(test_misuse),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
