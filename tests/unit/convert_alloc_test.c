/* Memory that ends at any moment: the n-th allocation fails, alone or with all
 * after it, for every n, over reading, loading, playing back and converting.
 * Nothing crashes or leaks, and the answer is THRESH_E_MEMORY or a whole
 * table.
 *
 * The linker's --wrap puts the functions below before those of the C library.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "shapes.h"
#include "thresh/thresh.h"

/* What the linker asks for is not declared anywhere else. */
void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
char *__real_strdup(const char *text);
void __real_free(void *memory);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);
char *__wrap_strdup(const char *text);
void __wrap_free(void *memory);

static size_t calls;   /* allocations asked for */
static size_t allowed; /* of these, so many are answered */
static bool once;      /* and all after the next one again */
static long live;      /* blocks not given back */

static bool
refuse(void) {
    size_t call = calls++;
    return once ? call == allowed : call >= allowed;
}

static void *
counted(void *memory) {
    live += memory != NULL;
    return memory;
}

void *
__wrap_malloc(size_t size) {
    return refuse() ? NULL : counted(__real_malloc(size));
}

void *
__wrap_calloc(size_t count, size_t size) {
    return refuse() ? NULL : counted(__real_calloc(count, size));
}

void *
__wrap_realloc(void *old, size_t size) {
    if (refuse())
        return NULL;
    return old ? __real_realloc(old, size) : counted(__real_malloc(size));
}

char *
__wrap_strdup(const char *text) {
    return refuse() ? NULL : counted(__real_strdup(text));
}

void
__wrap_free(void *memory) {
    live -= memory != NULL;
    __real_free(memory);
}

static const char *given = shape_text;

static thresh_result
read_all(thresh_reader *reader, size_t *cells, thresh_error *err) {
    const thresh_table *table;
    const thresh_row *row;
    thresh_result result;
    while ((result = thresh_reader_table(reader, &table, err)) == THRESH_OK) {
        while ((result = thresh_reader_row(reader, &row, err)) == THRESH_OK)
            *cells += row->ncells;
        if (result != THRESH_END)
            break;
    }
    return result;
}

static thresh_result
stream(thresh_reader *reader, size_t *cells, thresh_error *err) {
    return read_all(reader, cells, err);
}

/* Load, and play back. */
static thresh_result
load(thresh_reader *reader, size_t *cells, thresh_error *err) {
    thresh_table *table;
    thresh_result result;
    while ((result = thresh_table_load(&table, reader, err)) == THRESH_OK) {
        thresh_reader *player;
        result = thresh_table_replay(&player, table, err);
        if (result == THRESH_OK) {
            result = read_all(player, cells, err);
            thresh_reader_close(player);
        }
        thresh_table_free(table);
        if (result != THRESH_END)
            break;
    }
    return result;
}

static int
discard(void *ctx, const void *bytes, size_t size) {
    (void)bytes;
    *(size_t *)ctx += size;
    return 0;
}

static thresh_result
convert(thresh_reader *reader, bool streamed, size_t *bytes,
        thresh_error *err) {
    thresh_sink sink = {.write = discard, .ctx = bytes};
    const thresh_write_options opts = {.tables = 2};
    thresh_writer *writer;
    thresh_result result = thresh_writer_open(
        &writer, thresh_writer_find("csv"), &sink, &opts, err);
    if (result != THRESH_OK)
        return result;
    result = thresh_convert(reader, writer, streamed, err);
    if (result == THRESH_OK)
        return thresh_writer_close(writer, err);
    thresh_writer_abandon(writer);
    return result;
}

static thresh_result
convert_streamed(thresh_reader *reader, size_t *bytes, thresh_error *err) {
    return convert(reader, true, bytes, err);
}

static thresh_result
convert_loaded(thresh_reader *reader, size_t *bytes, thresh_error *err) {
    return convert(reader, false, bytes, err);
}

typedef thresh_result use(thresh_reader *reader, size_t *size,
                          thresh_error *err);

/* Read `path`, or else `given`, with `limit` allocations. */
static thresh_result
run(use *function, const char *path, size_t limit, size_t *size,
    thresh_error *err) {
    const thresh_read_options opts = {.max_window = 16};
    thresh_reader *reader;
    calls = 0;
    allowed = limit;
    *size = 0;
    thresh_result result = path ? thresh_reader_open_file(&reader, path, &opts,
                                                          err)
                                : thresh_reader_open_memory(
                                    &reader, given, strlen(given), &opts, err);
    if (result == THRESH_OK) {
        result = function(reader, size, err);
        thresh_reader_close(reader);
    }
    allowed = SIZE_MAX;
    return result;
}

static void
check(use *function, const char *path) {
    size_t whole, size;
    thresh_error err = {0};
    allowed = SIZE_MAX;
    long before = live;
    thresh_result done = run(function, path, SIZE_MAX, &whole, &err);
    size_t most = calls;
    assert_true(done == THRESH_END || done == THRESH_OK);
    assert_true(whole > 0);
    for (size_t i = 0; i < 2 * most; i++) {
        once = i < most;
        size_t limit = i % most;
        err = (thresh_error){0};
        thresh_result result = run(function, path, limit, &size, &err);
        if (result == THRESH_E_MEMORY) {
            assert_int_equal(err.result, THRESH_E_MEMORY);
            assert_string_equal(err.message, "out of memory");
        } else {
            assert_int_equal(result, done);
            assert_int_equal(size, whole);
        }
        assert_int_equal(live, before);
    }
}

static void
test_text(void **state) {
    (void)state;
    check(stream, NULL);
    check(load, NULL);
    check(convert_streamed, NULL);
    check(convert_loaded, NULL);
}

static void
test_shapes(void **state) {
    (void)state;
    for (size_t i = 0; shapes[i] != NULL; i++) {
        given = shapes[i];
        check(stream, NULL);
        check(load, NULL);
    }
    given = shape_text;
}

static void
test_sample(void **state) {
    (void)state;
    check(stream, "samples/immigration-2007.txt");
    check(load, "samples/immigration-2007.txt");
}

int
main(void) {
    allowed = SIZE_MAX;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text),
        cmocka_unit_test(test_shapes),
        cmocka_unit_test(test_sample),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
