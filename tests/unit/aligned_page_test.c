/* The lines of aligned text, cut into cells: src/aligned/page.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "aligned_text.h"
#include "base/str.h"

static void
test_cells(void **state) {
    (void)state;
    aligned_text aligned;
    thr_solid cell;
    size_t at = 0;
    aligned_open(&aligned, "Oslo  1 234 567  12 34");
    static const char *const expected[] = {"Oslo", "1 234 567", "12", "34"};
    for (size_t i = 0; i < 4; i++) {
        assert_true(thr_page_cell(&aligned.page, 0, &at, &cell));
        assert_true(thr_str_equal(
            thr_page_text(&aligned.page, 0, cell.first, cell.end),
            thr_str(expected[i])));
    }
    assert_false(thr_page_cell(&aligned.page, 0, &at, &cell));
    aligned_close(&aligned);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cells),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
