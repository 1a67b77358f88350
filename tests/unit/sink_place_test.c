/* What a path stands for: src/sink/place.c, by way of a sink. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "own_folder.h"
#include "sink/sink.h"

/* Write `text` to `path` through a sink. */
static void
write_through(const char *path, const char *text) {
    thr_sink *sink = NULL;
    thresh_error err = {0};
    thresh_sink where = {.path = path};
    thresh_result result = thr_sink_open(&sink, &where, false, false, &err);
    if (result == THRESH_OK)
        result = thr_sink_put(sink, text, strlen(text), &err);
    if (result == THRESH_OK)
        result = thr_sink_commit(sink, &err);
    thr_sink_free(sink);
    assert_string_equal(err.message, "");
    assert_int_equal(result, THRESH_OK);
}

static void
test_link(void **state) {
    folder *f = *state;
    write_file(in(f, "target"), "old");
    assert_int_equal(symlink("target", in(f, "link")), 0);
    assert_int_equal(symlink("link", in(f, "again")), 0);
    write_through(in(f, "again"), "new");
    assert_file(in(f, "target"), "new");
    struct stat info;
    assert_int_equal(lstat(in(f, "link"), &info), 0);
    assert_true(S_ISLNK(info.st_mode));
    assert_int_equal(count_files(f), 3);
}

/* A link that leads nowhere yet makes its target; one in a circle fails. */
static void
test_odd_links(void **state) {
    folder *f = *state;
    assert_int_equal(symlink("later", in(f, "link")), 0);
    write_through(in(f, "link"), "x");
    assert_file(in(f, "later"), "x");

    assert_int_equal(symlink("round", in(f, "round")), 0);
    thr_sink *sink = NULL;
    thresh_sink where = {.path = in(f, "round")};
    thresh_error err = {0};
    assert_int_equal(thr_sink_open(&sink, &where, false, false, &err),
                     THRESH_E_WRITE);
    assert_non_null(strstr(err.message, "round: cannot follow the link"));
}

static void
assert_refused(const char *path, const char *reason) {
    thr_sink *sink = NULL;
    thresh_error err = {0};
    thresh_sink where = {.path = path};
    assert_int_equal(thr_sink_open(&sink, &where, false, false, &err),
                     THRESH_E_WRITE);
    assert_null(sink);
    assert_non_null(strstr(err.message, path));
    assert_non_null(strstr(err.message, reason));
}

static void
test_refused(void **state) {
    folder *f = *state;
    assert_refused(f->path, "it is a folder");
    assert_refused(in(f, "none/out.csv"), "No such file or directory");
    write_file(in(f, "file"), "");
    assert_refused(in(f, "file/out.csv"), "Not a directory");
    assert_refused("", "No such file or directory");
    assert_int_equal(count_files(f), 1);
}

/* The end of a long path is told, in whole characters. */
static void
test_long_path_in_message(void **state) {
    (void)state;
    char path[402] = {0};
    for (size_t i = 0; i < 400; i += 2)
        memcpy(path + i, "\xC3\xB8", 2);
    path[0] = '/';
    path[1] = '/';
    path[400] = '/';
    thr_sink *sink = NULL;
    thresh_error err = {0};
    thresh_sink where = {.path = path};
    assert_int_equal(thr_sink_open(&sink, &where, false, false, &err),
                     THRESH_E_WRITE);
    assert_memory_equal(err.message, "\xC3\xB8", 2);
    assert_non_null(strstr(err.message, "File name too long"));
}

static void
test_read_only_file(void **state) {
    folder *f = *state;
    if (geteuid() == 0)
        skip(); /* nothing is read-only for root */
    write_file(in(f, "out.csv"), "old");
    assert_int_equal(chmod(in(f, "out.csv"), 0444), 0);
    assert_refused(in(f, "out.csv"), "Permission denied");
    assert_file(in(f, "out.csv"), "old");
}

/* A pipe is written to; it is not replaced by a file. */
static void
test_fifo(void **state) {
    folder *f = *state;
    assert_int_equal(mkfifo(in(f, "fifo"), 0600), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        char bytes[8] = "";
        int fd = open(in(f, "fifo"), O_RDONLY);
        _exit(read(fd, bytes, 5) == 5 && !strcmp(bytes, "hello") ? 0 : 1);
    }
    write_through(in(f, "fifo"), "hello");
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    struct stat info;
    assert_int_equal(stat(in(f, "fifo"), &info), 0);
    assert_true(S_ISFIFO(info.st_mode));
    assert_int_equal(count_files(f), 1);
}

/* A descriptor goes on where it is, as a shell's ">>" expects. */
static void
test_descriptor(void **state) {
    folder *f = *state;
    int fd = open(in(f, "log"), O_RDWR | O_CREAT, 0600);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, "one ", 4), 4);
    char path[32];
    snprintf(path, sizeof path, "/dev/fd/%d", fd);
    assert_int_equal(symlink(path, in(f, "link")), 0);
    write_through(path, "two ");
    write_through(in(f, "link"), "three");
    close(fd);
    assert_file(in(f, "log"), "one two three");
    assert_int_equal(count_files(f), 2);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        IN_FOLDER(test_link),           IN_FOLDER(test_odd_links),
        IN_FOLDER(test_refused),        IN_FOLDER(test_long_path_in_message),
        IN_FOLDER(test_read_only_file), IN_FOLDER(test_fifo),
        IN_FOLDER(test_descriptor),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
