/* Lines held back: src/grid/queue.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

#include "base/str.h"
#include "grid/queue.h"

static void
push(thr_queue *queue, uint64_t number) {
    char text[32];
    int len = snprintf(text, sizeof text, "line %u", (unsigned)number);
    thr_line line = {
        .text = {text, (size_t)len}, .number = number, .offset = 10 * number};
    assert_true(thr_queue_push(queue, &line));
}

static void
check(const thr_queue *queue, size_t i, uint64_t number) {
    char text[32];
    (void)snprintf(text, sizeof text, "line %u", (unsigned)number);
    thr_line line = thr_queue_at(queue, i);
    assert_true(thr_str_equal(line.text, thr_str(text)));
    assert_int_equal(line.number, number);
    assert_int_equal(line.offset, 10 * number);
}

/* In and out at different paces, through the end of the ring and beyond its
 * first size. */
static void
test_first_in_first_out(void **state) {
    (void)state;
    thr_queue queue = {0};
    uint64_t in = 0, out = 0;
    for (size_t round = 0; round < 40; round++) {
        for (size_t i = 0; i < 7; i++)
            push(&queue, in++);
        assert_int_equal(queue.count, in - out);
        for (size_t i = 0; i < queue.count; i++)
            check(&queue, i, out + i);
        thr_queue_pop(&queue, 5);
        out += 5;
    }
    thr_queue_pop(&queue, queue.count);
    assert_int_equal(queue.count, 0);
    push(&queue, 1);
    check(&queue, 0, 1);
    thr_queue_free(&queue);
    assert_int_equal(queue.room, 0);
}

/* A line keeps its bytes while others come and go. */
static void
test_line_stays(void **state) {
    (void)state;
    thr_queue queue = {0};
    push(&queue, 3);
    thresh_str first = thr_queue_at(&queue, 0).text;
    for (uint64_t i = 4; i < 200; i++)
        push(&queue, i);
    assert_ptr_equal(thr_queue_at(&queue, 0).text.ptr, first.ptr);
    assert_true(thr_str_equal(first, THR_LIT("line 3")));
    thr_queue_free(&queue);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_first_in_first_out),
        cmocka_unit_test(test_line_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
