/* Rows with single blanks between their cells: src/aligned/dense.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "aligned_text.h"

/* How many tokens of line `line` are set apart from those before them. */
static size_t
count_apart(const aligned_text *text, size_t line) {
    const thr_token *tokens = thr_page_tokens(&text->page, line);
    size_t count = 0;
    for (size_t i = 1; i < text->page.lines[line].count; i++)
        count += tokens[i].wide;
    return count;
}

static const struct {
    const char *text;
    size_t line;
    size_t apart;
} texts[] = {
    {"Port Cod Ling\nA 1,2 3,4\nOld B 11,2 3,4\nC 5,6 7,8\n", 0, 2},
    {"Port Cod Ling\nA 1,2 3,4\nOld B 11,2 3,4\nC 5,6 7,8\n", 2, 2},
    {"A 1,2 3,4\nB 11,2 3,4\nC 5,6 7,8\n", 1, 2},
    /* blanks that group digits, as the heading tells; nothing tells */
    {"Port Cod Ling\nA 1 204 1 310\nB 1 1 310\nC 1 301 1 401\n", 1, 2},
    {"A 120 145\nB 98 133\nC 20 145\n", 1, 0},
    {"Port 2018 2019\nA 120 145\nB 98 133\nC 20 145\n", 1, 2},
    /* too few rows; one figure; another count; columns that are seen */
    {"Port Cod Ling\nA 1,2 3,4\nB 11,2 3,4\n", 1, 0},
    {"Port Cod\nA 1,2\nB 11,2\nC 5,6\n", 1, 0},
    {"A 1,2 3,4\nB 1,2 3,4 5,6\nC 1,2 3,4\n", 0, 0},
    {"A  1,2 3,4\nB  11,2 3,4\nC  5,6 7,8\n", 1, 1},
};

static void
cells_are_set_out(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        aligned_text text;
        aligned_open(&text, texts[i].text);
        assert_int_equal(count_apart(&text, texts[i].line), texts[i].apart);
        aligned_close(&text);
    }
}

/* Columns end at one place, whatever the labels are. */
static void
columns_line_up(void **state) {
    (void)state;
    aligned_text text;
    aligned_open(&text, "Port Cod Ling\nA 1,2 3,4\nOld B 11,2 3,4\nC 5,6 7,8");
    for (size_t line = 0; line + 1 < text.count; line++) {
        size_t count = text.page.lines[line].count;
        size_t next = text.page.lines[line + 1].count;
        assert_int_equal(thr_page_tokens(&text.page, line)[count - 1].hi,
                         thr_page_tokens(&text.page, line + 1)[next - 1].hi);
    }
    aligned_close(&text);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_are_set_out),
        cmocka_unit_test(columns_line_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
