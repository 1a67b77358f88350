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

/* Two tables; quotes, over lines and never closed; marks, notes, two label
 * columns, a title on two lines, three levels of headings, symbols. */
static const char text[] =
    "[Topic](#);;;;;\n"
    "3;;;;;\n"
    "Persons in Norway,;;;;;\n"
    "by region, sex and age. 2007;;;;;\n"
    "\n"
    "Region \xC2\xB9;Sex;Total;Age;;\n"
    ";;;Young;Old;\n"
    ";;;To 19;20 to 66;Above\n"
    "Oslo 1);Males;1 000;500;\"300\";200\n"
    "\"The\nrest\";Males;1,5*;-;..;few\n"
    ";Females;2,5;1;\"x\"\"y\";0\n"
    "\n"
    "Region \xC2\xB9;Sex;Total;Age;;\n"
    ";;;Young;Old;\n"
    ";;;To 19;20 to 66;Above\n"
    "\"open;Males;7;1;2;4\n"
    "\n"
    "1) Note;;;;;\n"
    "that goes on;;;;;\n"
    "Source: Office;;;;;\n"
    "\n"
    "Persons in Sweden, by region, sex and age. 2007;;;;;\n"
    "\n"
    "Region;Sex;Total;Age;;\n"
    ";;;Young;Old;\n"
    ";;;To 19;20 to 66;Above\n"
    "Lund;Males;2,5;1,5;1;\n";

/* Tables of every shape. */
static const char *const shapes[] = {
    /* cut-ins in cut-ins, labels over two lines, a note in columns */
    "Age;A;B\n(1);(2);(3)\nOslo\nMen\n0-17 and\nless;1;2\n18-66;3;4\nWomen\n"
    "0-17 and;5;6\nless\n18-66;7;8\n\n\xC2\xB9;Raised;note\n",
    "Age;A;B\nOslo\nMen\n0-17;1;2\n18+;3;4\nWomen\n0-17;5;6\n18+;7;8\nLund\n"
    "Men\n0-17;1;2\n18+;3;4\n",
    /* filled down, with texts as values; in lines of their own */
    "Land;Sex;A;B\nOslo;Men;1;2\n;Women;3;4\nLund;Men;few;4\n;Women;few;x\n",
    "City;Sex;A\nOslo\n;Men;1\n;Women;2\nLund\n;Men;3\n;Women;4\n",
    /* one label a row, and one row with two */
    "Post;;C\nTenured;;30\n;Male;18\n;Female;12\nOther;;7\n;Male;4\n"
    ";Female;3\n",
    /* several keys in a label */
    "unit,geo\\time;2006;20071\nYR,NO;1;2\nYR,SE;3;4\nMO,NO;5;6\n",
    /* side by side */
    "Land;D;Land;D\nNorway;1;Sweden;2\nFinland;3;Iceland;4\n",
    /* a list of records, and one with a code beside each name */
    "Sex;Age;Year;N\nM;y;1;5\nM;y;2;6\nM;o;1;7\nM;o;2;8\nF;y;1;9\nF;y;2;5\n"
    "F;o;1;6\nF;o;2;8\n",
    "Code;Land;A;B\n1;Total;30;50\n1.1;North;10;20\n1.2;South;20;30\n",
};

static const char *given = text;

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
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        given = shapes[i];
        check(stream, NULL);
        check(load, NULL);
    }
    given = text;
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
