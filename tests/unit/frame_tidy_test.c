/* Lists of records: src/frame/tidy.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "frame/tidy.h"
#include "read_text.h"

#define HEAD "a;b;c;n\n"
#define ROWS                                                                \
    "x;1;1;5\nx;1;2;6\nx;2;1;7\nx;2;2;9\ny;1;1;5\ny;1;2;4\ny;2;1;3\ny;2;2;" \
    "8\n"

static const struct {
    const char *text;
    size_t header; /* records */
    size_t keys;
} tables[] = {
    {HEAD ROWS, 1, 3},
    /* a text behind the value */
    {"a;b;c;n;flag\n" ROWS, 1, 3},
    /* the keys do not tell the rows apart */
    {HEAD ROWS "y;2;2;8\n", 1, 1},
    /* one of them is not needed for it */
    {HEAD "x;1;1;5\nx;2;1;6\nx;3;1;7\nx;4;1;9\ny;1;1;5\ny;2;1;4\ny;3;1;3\n"
          "y;4;1;8\n",
     1, 1},
    /* a blank, decimals, a year above */
    {HEAD ROWS "z;1;;8\nz;1;2;8\n", 1, 1},
    {HEAD ROWS "z;1.5;1;8\nz;1.5;2;8\n", 1, 1},
    {"a;2006;2007;n\n" ROWS, 1, 1},
    /* each row has a label of its own */
    {HEAD "s;1;1;5\nt;1;2;6\nu;2;1;7\nv;2;2;9\nw;1;1;5\nx;1;2;4\ny;2;1;3\n"
          "z;2;2;8\n",
     1, 1},
    /* too few rows; a header of two */
    {HEAD "x;1;1;5\nx;1;2;6\nx;2;1;7\nx;2;2;9\n", 1, 1},
    {"T;;;\n" HEAD ROWS, 2, 1},
};

static void
keys_are_found(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        text_records records;
        open_records(&records, tables[i].text, ';', NULL);
        size_t fields = thr_window_at(&records.window, 0)->ncells, keys = 1;
        const thr_stub_range range = {0, tables[i].header,
                                      records.window.count, fields, 0};
        assert_true(thr_tidy_find(&records.window, &range, &keys));
        assert_int_equal(keys, tables[i].keys);
        close_records(&records);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_are_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
