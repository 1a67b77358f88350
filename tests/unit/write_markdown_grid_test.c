#include "write/markdown_grid.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static void
add_cells(thr_markdown_grid *grid, const char *const *cells, size_t count) {
    for (size_t i = 0; i < count; i++) {
        thr_buf_text(&grid->text, cells[i]);
        thr_markdown_grid_cell(grid);
    }
}

/* Add the cells twice: they are measured, then written. */
static void
assert_written(thr_markdown_grid *grid, const char *const *cells, size_t count,
               const char *wanted) {
    thr_buf out = {0};
    add_cells(grid, cells, count);
    thr_markdown_grid_write(grid, &out);
    add_cells(grid, cells, count);
    thr_buf_char(&out, '\0');
    assert_false(out.failed);
    assert_string_equal(out.ptr, wanted);
    thr_buf_free(&out);
    thr_markdown_grid_free(grid);
}

static void
test_cells_stand_under_each_other(void **state) {
    (void)state;
    /* The second label has a combining ring, the third is twice as wide. */
    static const char *const cells[] = {"Place",
                                        "n",
                                        "Tr\xC3\xB8nder",
                                        "1 464",
                                        ("A\xCC\x8A"
                                         "l"),
                                        "-",
                                        "\xE6\x9D\xB1\xE4\xBA\xAC",
                                        ""};
    thr_markdown_grid grid = {0};
    assert_true(thr_markdown_grid_start(&grid, 2));
    grid.columns[1].right = true;
    assert_written(&grid, cells, 8,
                   "| Place   |     n |\n"
                   "| ------- | ----: |\n"
                   "| Tr\xC3\xB8nder | 1 464 |\n"
                   "| A\xCC\x8A"
                   "l      |     - |\n"
                   "| \xE6\x9D\xB1\xE4\xBA\xAC    |       |\n");
}

static void
test_a_very_wide_cell_does_not_widen_the_others(void **state) {
    (void)state;
    char wide[101] = {0};
    for (size_t i = 0; i < 100; i++)
        wide[i] = 'x';
    const char *const cells[] = {"a", wide};
    thr_markdown_grid grid = {0};
    assert_true(thr_markdown_grid_start(&grid, 1));
    add_cells(&grid, cells, 2);
    assert_int_equal(grid.columns[0].width, 80);
    thr_markdown_grid_free(&grid);
}

static void
test_a_head_alone_is_a_table(void **state) {
    (void)state;
    static const char *const cells[] = {"", ""};
    thr_markdown_grid grid = {0};
    assert_true(thr_markdown_grid_start(&grid, 2));
    assert_written(&grid, cells, 2, "|     |     |\n| --- | --- |\n");
}

static void
test_a_grid_can_be_started_again(void **state) {
    (void)state;
    static const char *const cells[] = {"long label", "a"};
    thr_markdown_grid grid = {0};
    assert_true(thr_markdown_grid_start(&grid, 1));
    add_cells(&grid, cells, 1);
    assert_true(thr_markdown_grid_start(&grid, 1));
    assert_written(&grid, cells + 1, 1, "| a   |\n| --- |\n");
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cells_stand_under_each_other),
        cmocka_unit_test(test_a_very_wide_cell_does_not_widen_the_others),
        cmocka_unit_test(test_a_head_alone_is_a_table),
        cmocka_unit_test(test_a_grid_can_be_started_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
