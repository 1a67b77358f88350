/* Bytes to files, devices and callbacks, all or none: src/sink/sink.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "own_folder.h"
#include "sink/sink.h"
#include "write_help.h"

static thr_sink *
open_path(const char *path, bool want_path) {
    thr_sink *sink = NULL;
    thresh_error err = {0};
    thresh_sink where = {.path = path};
    thresh_result result = thr_sink_open(&sink, &where, want_path, false,
                                         &err);
    if (result != THRESH_OK)
        print_message("%s\n", err.message);
    assert_int_equal(result, THRESH_OK);
    return sink;
}

static void
put(thr_sink *sink, const char *text) {
    assert_int_equal(thr_sink_put(sink, text, strlen(text), NULL), THRESH_OK);
}

static void
commit(thr_sink *sink) {
    thresh_error err = {0};
    thresh_result result = thr_sink_commit(sink, &err);
    if (result != THRESH_OK)
        print_message("%s\n", err.message);
    assert_int_equal(result, THRESH_OK);
    thr_sink_free(sink);
}

static void
test_new_file(void **state) {
    folder *f = *state;
    mode_t mask = umask(027);
    thr_sink *sink = open_path(in(f, "out.csv"), false);
    umask(mask);
    put(sink, "a,b\n");
    assert_int_not_equal(access(in(f, "out.csv"), F_OK), 0);
    put(sink, "1,2\n");
    commit(sink);
    assert_file(in(f, "out.csv"), "a,b\n1,2\n");
    assert_int_equal(count_files(f), 1);
    struct stat info;
    assert_int_equal(stat(in(f, "out.csv"), &info), 0);
    assert_int_equal(info.st_mode & 0777, 0640);
}

static void
test_replaced_file(void **state) {
    folder *f = *state;
    write_file(in(f, "out.csv"), "old");
    assert_int_equal(chmod(in(f, "out.csv"), 0604), 0);
    thr_sink *sink = open_path(in(f, "out.csv"), false);
    put(sink, "new");
    assert_file(in(f, "out.csv"), "old");
    commit(sink);
    assert_file(in(f, "out.csv"), "new");
    struct stat info;
    assert_int_equal(stat(in(f, "out.csv"), &info), 0);
    assert_int_equal(info.st_mode & 0777, 0604);
    assert_int_equal(count_files(f), 1);
}

/* For a caller who has the disk written himself, the file is no less complete
 * or untouched. */
static void
test_unsynced(void **state) {
    folder *f = *state;
    write_file(in(f, "out.csv"), "old");
    for (int i = 0; i < 2; i++) {
        const thresh_sink where = {.path = in(f, "out.csv"), .unsynced = true};
        thr_sink *sink;
        assert_int_equal(thr_sink_open(&sink, &where, false, false, NULL),
                         THRESH_OK);
        put(sink, "new");
        assert_file(in(f, "out.csv"), "old");
        if (i == 0)
            thr_sink_free(sink);
        else
            commit(sink);
        assert_file(in(f, "out.csv"), i == 0 ? "old" : "new");
        assert_int_equal(count_files(f), 1);
    }
}

static void
test_not_committed(void **state) {
    folder *f = *state;
    write_file(in(f, "out.csv"), "old");
    thr_sink *sink = open_path(in(f, "out.csv"), false);
    put(sink, "new");
    thr_sink_free(sink);
    assert_file(in(f, "out.csv"), "old");
    assert_int_equal(count_files(f), 1);
    thr_sink_free(NULL);
}

/* Two at once, and a name left by someone else, do not meet. */
static void
test_temporary_names(void **state) {
    folder *f = *state;
    thr_sink *first = open_path(in(f, "out"), false);
    thr_sink *second = open_path(in(f, "out"), false);
    put(first, "first");
    put(second, "second");
    commit(first);
    commit(second);
    assert_file(in(f, "out"), "second");
    assert_int_equal(count_files(f), 1);

    char name[251] = {0};
    memset(name, 'n', sizeof name - 1);
    thr_sink *sink = open_path(in(f, name), false);
    put(sink, "x");
    commit(sink);
    assert_file(in(f, name), "x");
}

static void
test_full_device(void **state) {
    (void)state;
    thr_sink *sink = open_path("/dev/full", false);
    put(sink, "x");
    thresh_error err = {0};
    assert_int_equal(thr_sink_commit(sink, &err), THRESH_E_WRITE);
    assert_string_equal(err.message,
                        "/dev/full: cannot write: No space left on device");
    thr_sink_free(sink);
    assert_int_equal(access("/dev/full", F_OK), 0);
}

static void
test_wanted_path(void **state) {
    folder *f = *state;
    thr_sink *sink = open_path(in(f, "out.xlsx"), true);
    struct stat info;
    assert_int_equal(stat(thr_sink_path(sink), &info), 0);
    assert_int_equal(info.st_size, 0);
    assert_int_equal(thr_sink_put(sink, "x", 1, NULL), THRESH_E_ARGUMENT);
    write_file(thr_sink_path(sink), "zip");
    commit(sink);
    assert_file(in(f, "out.xlsx"), "zip");
    assert_int_equal(count_files(f), 1);

    sink = open_path(in(f, "out.xlsx"), true);
    write_file(thr_sink_path(sink), "half");
    thr_sink_free(sink);
    assert_file(in(f, "out.xlsx"), "zip");
    assert_int_equal(count_files(f), 1);
}

/* What cannot take a path gets a copy of what was written to one. */
static void
test_wanted_path_copied(void **state) {
    folder *f = *state;
    memory_sink memory = {0};
    thresh_sink where = memory_sink_of(&memory);
    thr_sink *sink = NULL;
    assert_int_equal(thr_sink_open(&sink, &where, true, false, NULL),
                     THRESH_OK);
    write_file(thr_sink_path(sink), "zip");
    commit(sink);
    assert_int_equal(memory.bytes.len, 3);
    assert_memory_equal(memory.bytes.ptr, "zip", 3);
    thr_buf_free(&memory.bytes);
    assert_int_equal(count_files(f), 0);

    sink = open_path("/dev/full", true);
    write_file(thr_sink_path(sink), "zip");
    thresh_error err = {0};
    assert_int_equal(thr_sink_commit(sink, &err), THRESH_E_WRITE);
    assert_non_null(strstr(err.message, "/dev/full: cannot write"));
    thr_sink_free(sink);
    assert_int_equal(count_files(f), 0);
}

static void
test_big(void **state) {
    (void)state;
    enum { SIZE = 1000, PIECES = 1000 };
    memory_sink memory = {0};
    thresh_sink where = memory_sink_of(&memory);
    thr_sink *sink = NULL;
    static char piece[SIZE * PIECES];
    assert_int_equal(thr_sink_open(&sink, &where, false, false, NULL),
                     THRESH_OK);
    for (size_t i = 0; i < PIECES; i++) {
        memset(piece, 'a' + (int)(i % 26), SIZE);
        assert_int_equal(thr_sink_put(sink, piece, SIZE, NULL), THRESH_OK);
    }
    memset(piece, '.', sizeof piece);
    assert_int_equal(thr_sink_put(sink, piece, sizeof piece, NULL), THRESH_OK);
    assert_int_equal(thr_sink_put(sink, NULL, 0, NULL), THRESH_OK);
    put(sink, "!");
    commit(sink);
    assert_int_equal(memory.bytes.len, 2 * SIZE * PIECES + 1);
    for (size_t i = 0; i < SIZE * PIECES; i++)
        if (memory.bytes.ptr[i] != 'a' + (int)(i / SIZE % 26))
            fail();
    assert_int_equal(memory.bytes.ptr[SIZE * PIECES], '.');
    assert_int_equal(memory.bytes.ptr[2 * SIZE * PIECES], '!');
    thr_buf_free(&memory.bytes);
}

static void
test_misuse(void **state) {
    folder *f = *state;
    memory_sink memory = {0};
    thresh_sink both = memory_sink_of(&memory);
    both.path = in(f, "out");
    thresh_sink neither = {0};
    thr_sink *sink = NULL;
    assert_int_equal(thr_sink_open(&sink, &both, false, false, NULL),
                     THRESH_E_ARGUMENT);
    assert_int_equal(thr_sink_open(&sink, &neither, false, false, NULL),
                     THRESH_E_ARGUMENT);
    assert_null(sink);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        IN_FOLDER(test_new_file),
        IN_FOLDER(test_replaced_file),
        IN_FOLDER(test_unsynced),
        IN_FOLDER(test_not_committed),
        IN_FOLDER(test_temporary_names),
        IN_FOLDER(test_full_device),
        IN_FOLDER(test_wanted_path),
        IN_FOLDER(test_wanted_path_copied),
        IN_FOLDER(test_big),
        IN_FOLDER(test_misuse),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
