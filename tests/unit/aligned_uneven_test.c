/* Spanners over headings that recur unevenly: src/aligned/uneven.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "aligned/uneven.h"

enum { WIDTH = 10 };

/* One letter for each heading, ten characters apart and eight wide, and the
 * middles of the spanners, four wide, each behind a blank; what comes out is
 * "0 3 5", where each starts. */
static void
assert_divided(const char *headings, const char *middles,
               const char *expected) {
    thr_recurring h = {.count = strlen(headings)};
    thr_column spanners[THR_UNEVEN_SPANNERS + 1] = {{0}};
    size_t count = 0, firsts[THR_UNEVEN_SPANNERS + 1];
    for (size_t i = 0; i < h.count; i++) {
        h.said[i] = (unsigned char)headings[i];
        h.places[i].lo = (uint32_t)(i * WIDTH);
        h.places[i].hi = (uint32_t)(i * WIDTH + WIDTH - 2);
    }
    for (char *end; *middles != '\0'; middles = end) {
        uint32_t middle = (uint32_t)strtoul(middles, &end, 10);
        spanners[count++] = (thr_column){.lo = middle - 2, .hi = middle + 2};
    }
    char found[64] = "";
    if (thr_uneven_divide(&h, spanners, count, firsts))
        for (size_t i = 0; i < count; i++)
            (void)snprintf(found + strlen(found), sizeof found - strlen(found),
                           "%s%zu", i > 0 ? " " : "", firsts[i]);
    assert_string_equal(found, expected);
}

static void
test_divides(void **state) {
    (void)state;
    assert_divided("tmfmf", "14 39", "0 3");
    assert_divided("mftmfmf", "9 34 59", "0 2 5");
    /* the total belongs to the one in the middle of which it is */
    assert_divided("mftmf", "14 39", "0 3");
    assert_divided("mftmf", "9 34", "0 2");
    /* a little off, and one over a single heading */
    assert_divided("tmfmf", "17 37", "0 3");
    assert_divided("tmft", "14 34", "0 3");
}

static void
test_none(void **state) {
    (void)state;
    /* one spanner, or none for each */
    assert_divided("mf", "9", "");
    assert_divided("mfmf", "4 14 24 34", "");
    assert_divided("m", "4", "");
    /* beside the middle, or over none of them */
    assert_divided("tmfmf", "14 46", "");
    assert_divided("tmfmf", "14 60", "");
    assert_divided("tmfmf", "14 90", "");
    /* nothing recurs, or no spanner has all there are */
    assert_divided("abcde", "14 39", "");
    assert_divided("mftfm", "9 29 44", "");
    assert_divided("mfmt", "9 29", "");
    /* each heading stands alone, though each spanner has its own */
    assert_divided("mmm", "4 14 24", "");
}

/* More than are told apart. */
static void
test_many(void **state) {
    (void)state;
    char headings[THR_UNEVEN_HEADINGS + 1] = {0};
    char middles[4 * THR_UNEVEN_HEADINGS] = "";
    memset(headings, 'm', THR_UNEVEN_HEADINGS);
    for (size_t i = 0; i <= THR_UNEVEN_SPANNERS; i++)
        (void)snprintf(middles + strlen(middles),
                       sizeof middles - strlen(middles), " %zu", 4 + 10 * i);
    assert_divided(headings, middles, "");
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_divides),
        cmocka_unit_test(test_none),
        cmocka_unit_test(test_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
