/* Bytes from somewhere: src/source/source.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "read_text.h"
#include "source/source.h"

static void
test_memory(void **state) {
    (void)state;
    thr_source source;
    char buf[4];
    size_t got;
    assert_int_equal(thr_source_open_memory(&source, "abcdef", 6, NULL),
                     THRESH_OK);
    assert_int_equal(thr_source_read(&source, buf, 4, &got, NULL), THRESH_OK);
    assert_int_equal(got, 4);
    assert_memory_equal(buf, "abcd", 4);
    assert_int_equal(thr_source_read(&source, buf, 4, &got, NULL), THRESH_OK);
    assert_int_equal(got, 2);
    assert_memory_equal(buf, "ef", 2);
    for (int i = 0; i < 2; i++) {
        assert_int_equal(thr_source_read(&source, buf, 4, &got, NULL),
                         THRESH_OK);
        assert_int_equal(got, 0);
    }
    thr_source_close(&source);
}

static void
test_no_memory_at_all(void **state) {
    (void)state;
    thr_source source;
    char buf[4];
    size_t got = 1;
    assert_int_equal(thr_source_open_memory(&source, NULL, 0, NULL),
                     THRESH_OK);
    assert_int_equal(thr_source_read(&source, buf, 4, &got, NULL), THRESH_OK);
    assert_int_equal(got, 0);
    thr_source_close(&source);
}

static void
test_file(void **state) {
    (void)state;
    char path[] = "/tmp/thresh-source-XXXXXX";
    int file = mkstemp(path);
    assert_true(file >= 0);
    assert_int_equal(write(file, "abc", 3), 3);
    close(file);
    thr_source source;
    char buf[8];
    size_t got;
    assert_int_equal(thr_source_open_file(&source, path, NULL), THRESH_OK);
    unlink(path);
    assert_int_equal(thr_source_read(&source, buf, 8, &got, NULL), THRESH_OK);
    assert_int_equal(got, 3);
    assert_int_equal(thr_source_read(&source, buf, 8, &got, NULL), THRESH_OK);
    assert_int_equal(got, 0);
    thr_source_close(&source);
    assert_int_equal(source.file, -1);
    thr_source_close(&source);
}

static void
test_files_that_cannot_be_read(void **state) {
    (void)state;
    thr_source source;
    thresh_error err;
    assert_int_equal(thr_source_open_file(&source, "/no/such/file", &err),
                     THRESH_E_READ);
    assert_non_null(strstr(err.message, "/no/such/file"));
    assert_non_null(strstr(err.message, strerror(ENOENT)));
    assert_int_equal(err.line, 0);
    assert_int_equal(thr_source_open_file(&source, "/", &err), THRESH_E_READ);
    assert_non_null(strstr(err.message, "folder"));
}

static ptrdiff_t
too_much(void *ctx, void *buf, size_t size) {
    (void)ctx;
    (void)buf;
    return (ptrdiff_t)size + 1;
}

static ptrdiff_t
no_reason(void *ctx, void *buf, size_t size) {
    (void)ctx;
    (void)buf;
    (void)size;
    return -1;
}

/* What a caller's function answers is not trusted. */
static void
test_function_that_fails(void **state) {
    (void)state;
    text_bytes bytes = {.rest = {"abc", 3}, .fails = 2};
    const struct {
        thresh_source source;
        const char *why;
    } rows[] = {
        {{.name = "pipe", .read = too_much}, "the source failed"},
        {{.name = "pipe", .read = no_reason}, "the source failed"},
        {text_source(&bytes), strerror(EIO)},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        thr_source source;
        thresh_error err = {0};
        char buf[8];
        size_t got = 0;
        thresh_result result = THRESH_OK;
        errno = ENOENT; /* an old one must not be told */
        assert_int_equal(thr_source_open(&source, &rows[i].source, NULL),
                         THRESH_OK);
        while (result == THRESH_OK)
            result = thr_source_read(&source, buf, sizeof buf, &got, &err);
        assert_int_equal(result, THRESH_E_READ);
        assert_non_null(strstr(err.message, rows[i].why));
        assert_non_null(strstr(
            err.message, rows[i].source.name ? "pipe" : "cannot read input"));
        thr_source_close(&source);
    }
}

static void
test_name_is_copied(void **state) {
    (void)state;
    char name[] = "stdin";
    text_bytes bytes = {.rest = {"", 0}};
    thresh_source from = text_source(&bytes);
    from.name = name;
    thr_source source;
    assert_int_equal(thr_source_open(&source, &from, NULL), THRESH_OK);
    name[0] = 'x';
    assert_string_equal(source.name, "stdin");
    thr_source_close(&source);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_memory),
        cmocka_unit_test(test_no_memory_at_all),
        cmocka_unit_test(test_file),
        cmocka_unit_test(test_files_that_cannot_be_read),
        cmocka_unit_test(test_function_that_fails),
        cmocka_unit_test(test_name_is_copied),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
