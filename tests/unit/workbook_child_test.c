/* Tasks in a process of their own: src/workbook/child.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"
#include "workbook/child.h"

static volatile sig_atomic_t heard;

static void
on_child(int number) {
    (void)number;
    heard++;
}

static thresh_result
write_to_file(void *ctx, int fd, thresh_error *err) {
    const char *text = ctx;
    if (write(fd, text, strlen(text)) != (ssize_t)strlen(text))
        return thr_fail(err, THRESH_E_WRITE, "cannot write");
    return THRESH_OK;
}

static thresh_result
refuse(void *ctx, int fd, thresh_error *err) {
    (void)ctx;
    (void)fd;
    return thr_fail(err, THRESH_E_LIMIT, "no more than %d", 7);
}

static thresh_result
crash(void *ctx, int fd, thresh_error *err) {
    (void)ctx;
    (void)fd;
    (void)err;
    (void)raise(SIGKILL);
    return THRESH_OK;
}

/* A success only if memory can be had, and nothing but `fd` is open. */
static thresh_result
look_around(void *ctx, int fd, thresh_error *err) {
    int *other = ctx;
    char *memory = malloc(100000);
    if (memory == NULL)
        return thr_fail(err, THRESH_E_MEMORY, "no memory");
    memset(memory, 1, 100000);
    free(memory);
    if (fcntl(fd, F_GETFD) < 0)
        return thr_fail(err, THRESH_E_WRITE, "the file is closed");
    if (fcntl(*other, F_GETFD) >= 0)
        return thr_fail(err, THRESH_E_WRITE, "another file is open");
    if (write(STDERR_FILENO, "seen\n", 5) >= 0)
        return thr_fail(err, THRESH_E_WRITE, "a standard stream takes bytes");
    struct sigaction action;
    (void)sigaction(SIGCHLD, NULL, &action);
    if (action.sa_handler != SIG_DFL)
        return thr_fail(err, THRESH_E_WRITE, "a handler is left");
    return THRESH_OK;
}

static void
test_answers(void **state) {
    (void)state;
    char text[16] = "text";
    char read_back[16] = {0};
    thresh_error err = {0};
    FILE *file = tmpfile();
    assert_non_null(file);
    int fd = fileno(file);
    assert_int_equal(thr_child_run(write_to_file, text, fd, &err), THRESH_OK);
    assert_int_equal(pread(fd, read_back, sizeof read_back, 0), 4);
    assert_string_equal(read_back, "text");
    assert_int_equal(thr_child_run(refuse, NULL, fd, &err), THRESH_E_LIMIT);
    assert_string_equal(err.message, "no more than 7");
    assert_int_equal(thr_child_run(refuse, NULL, fd, NULL), THRESH_E_LIMIT);
    assert_int_equal(thr_child_run(crash, NULL, fd, &err), THRESH_E_WRITE);
    assert_non_null(strstr(err.message, "came to a sudden end"));
    (void)fclose(file);
}

/* The program hears of nothing: no signal, no child, no file, no mask. */
static void
test_unseen(void **state) {
    (void)state;
    struct sigaction listen = {.sa_handler = on_child};
    struct sigaction before;
    sigset_t some, mask;
    thresh_error err = {0};
    int ends[2];
    assert_int_equal(sigaction(SIGCHLD, &listen, &before), 0);
    (void)sigemptyset(&some);
    (void)sigaddset(&some, SIGUSR1);
    assert_int_equal(pthread_sigmask(SIG_SETMASK, &some, NULL), 0);
    assert_int_equal(pipe(ends), 0);
    for (int i = 0; i < 20; i++) {
        thresh_result result = thr_child_run(look_around, &ends[1], ends[0],
                                             &err);
        assert_string_equal(err.message, "");
        assert_int_equal(result, THRESH_OK);
    }
    int next = dup(ends[0]);
    assert_int_equal(next, ends[1] + 1);
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
    assert_int_equal(errno, ECHILD);
    assert_int_equal(pthread_sigmask(SIG_SETMASK, NULL, &mask), 0);
    assert_true(sigismember(&mask, SIGUSR1));
    assert_false(sigismember(&mask, SIGCHLD));
    (void)sigemptyset(&some);
    assert_int_equal(pthread_sigmask(SIG_SETMASK, &some, NULL), 0);
    assert_int_equal(heard, 0);
    assert_int_equal(sigaction(SIGCHLD, &before, NULL), 0);
    (void)close(next);
    (void)close(ends[0]);
    (void)close(ends[1]);
}

static atomic_bool done;

/* Holds the lock of malloc() most of the time. */
static void *
allocate_all_along(void *ctx) {
    while (!atomic_load(&done)) {
        void *memory = malloc(3000);
        assert_non_null(memory);
        free(memory);
        (void)sched_yield(); /* else valgrind lets nobody else run */
    }
    return ctx;
}

/* Other threads may be anywhere in malloc() when the process is made. */
static void
test_threads(void **state) {
    (void)state;
    pthread_t threads[3];
    thresh_error err = {0};
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(
            pthread_create(&threads[i], NULL, allocate_all_along, NULL), 0);
    for (int i = 0; i < 20; i++)
        assert_int_equal(thr_child_run(look_around, &ends[1], ends[0], &err),
                         THRESH_OK);
    atomic_store(&done, true);
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(pthread_join(threads[i], NULL), 0);
    (void)close(ends[0]);
    (void)close(ends[1]);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_answers),
        cmocka_unit_test(test_unseen),
        cmocka_unit_test(test_threads),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
