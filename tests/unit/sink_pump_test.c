/* Bytes written by a second thread: src/sink/pump.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>
#include <pthread.h>
#include <string.h>

#include "base/buf.h"
#include "sink/pump.h"

typedef struct taker {
    thr_buf bytes;
    size_t limit; /* bytes that it takes before it fails; 0 = all */
    pthread_t thread;
} taker;

static int
take(void *ctx, const void *bytes, size_t size) {
    taker *t = ctx;
    t->thread = pthread_self();
    if (t->limit > 0 && t->bytes.len + size > t->limit)
        return ENOSPC;
    thr_buf_add(&t->bytes, bytes, size);
    return 0;
}

/* Put `size` bytes that count up, in pieces of several sizes. */
static int
put_counted(thr_pump *pump, size_t size) {
    static const size_t pieces[] = {1, 7, 1000, 70000, 600001};
    char piece[600001];
    for (size_t at = 0, i = 0; at < size; i++) {
        size_t len = pieces[i % 5] < size - at ? pieces[i % 5] : size - at;
        for (size_t k = 0; k < len; k++)
            piece[k] = (char)((at + k) * 31 >> 3);
        int failure = thr_pump_put(pump, piece, len);
        if (failure != 0)
            return failure;
        at += len;
    }
    return 0;
}

static void
test_order(void **state) {
    (void)state;
    enum { SIZE = 5000000 };
    taker t = {0};
    thr_pump *pump = thr_pump_start(take, &t);
    assert_non_null(pump);
    assert_int_equal(put_counted(pump, SIZE), 0);
    assert_int_equal(thr_pump_push(pump), 0);
    assert_int_equal(thr_pump_push(pump), 0);
    assert_int_equal(thr_pump_put(pump, "end", 3), 0);
    assert_int_equal(thr_pump_finish(pump), 0);
    assert_int_equal(t.bytes.len, SIZE + 3);
    for (size_t i = 0; i < SIZE; i++)
        if (t.bytes.ptr[i] != (char)(i * 31 >> 3))
            fail_msg("byte %zu differs", i);
    assert_memory_equal(t.bytes.ptr + SIZE, "end", 3);
    assert_false(pthread_equal(t.thread, pthread_self()));
    thr_buf_free(&t.bytes);
}

/* A failure shows at a later call, at the latest when it is finished. */
static void
test_failure(void **state) {
    (void)state;
    taker t = {.limit = 1000000};
    thr_pump *pump = thr_pump_start(take, &t);
    assert_int_equal(put_counted(pump, 9000000), ENOSPC);
    assert_int_equal(thr_pump_finish(pump), ENOSPC);
    thr_buf_free(&t.bytes);
    t = (taker){.limit = 5};
    pump = thr_pump_start(take, &t);
    assert_int_equal(thr_pump_put(pump, "more than five", 14), 0);
    assert_int_equal(thr_pump_finish(pump), ENOSPC);
    assert_int_equal(t.bytes.len, 0);
}

static void
test_drop(void **state) {
    (void)state;
    taker t = {0};
    thr_pump *pump = thr_pump_start(take, &t);
    assert_int_equal(thr_pump_put(pump, "never pushed", 12), 0);
    thr_pump_drop(pump);
    thr_pump_drop(NULL);
    assert_int_equal(t.bytes.len, 0);
}

int
main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_order),
                                       cmocka_unit_test(test_failure),
                                       cmocka_unit_test(test_drop)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
