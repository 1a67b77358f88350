/* Labels that hold several keys: src/frame/packed.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "frame/packed.h"
#include "read_text.h"

static void
assert_text(thresh_str text, const char *expected) {
    assert_int_equal(text.len, strlen(expected));
    assert_memory_equal(text.ptr, expected, text.len);
}

static void
parts_follow_each_other(void **state) {
    (void)state;
    thresh_str rest = THR_LIT("YR, F ,AL,x");
    assert_int_equal(thr_packed_count(rest, ','), 4);
    assert_text(thr_packed_next(&rest, ',', false), "YR");
    assert_text(thr_packed_next(&rest, ',', false), "F");
    assert_text(thr_packed_next(&rest, ',', true), "AL,x");
    assert_int_equal(rest.len, 0);
    assert_int_equal(thr_packed_next(&rest, ',', false).len, 0);
}

static void
a_backslash_names_the_columns(void **state) {
    (void)state;
    thresh_str heading = THR_LIT("unit,geo\\time");
    assert_text(thr_packed_across(&heading), "time");
    assert_text(heading, "unit,geo");
    /* a note mark */
    heading = THR_LIT("Country \\1");
    assert_int_equal(thr_packed_across(&heading).len, 0);
    assert_text(heading, "Country \\1");
    heading = THR_LIT("\\time");
    assert_int_equal(thr_packed_across(&heading).len, 0);
}

static const struct {
    const char *text;
    size_t parts;
} tables[] = {
    {"a,b\t1990\nx,y\t7\nx,z\t8\nv,z\t9\n", 2},
    {"a;b\t1990\nx;y\t7\nx;z\t8\nv;z\t9\n", 2},
    /* a blank one among many is a key that is not known */
    {"a,b\t1990\nx,1\t7\nx,2\t7\nx,3\t7\nx,4\t7\nx,5\t7\nx,6\t7\nx,7\t7\n"
     "x,8\t7\nx,9\t7\nx,\t8\n",
     2},
    {"a,b\t1990\nx,y\t7\nx,\t8\nv,z\t9\n", 0},
    /* a label without, and too few rows */
    {"a,b\t1990\nx,y\t7\nx\t8\nv,z\t9\n", 0},
    {"a,b\t1990\nx,y\t7\nx,z\t8\n", 0},
    /* the heading does not say so */
    {"a\t1990\nx,y\t7\nx,z\t8\nv,z\t9\n", 0},
};

static void
labels_agree_with_their_heading(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        text_records records;
        open_records(&records, tables[i].text, '\t', NULL);
        thr_stub stub = {.fields = 1};
        const thr_stub_range range = {0, 1, records.window.count, 2, 0};
        thr_packed_find(&records.window, &range, &stub);
        assert_int_equal(stub.parts, tables[i].parts);
        assert_int_equal(thr_stub_dimensions(&stub),
                         tables[i].parts ? tables[i].parts : 1);
        close_records(&records);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_follow_each_other),
        cmocka_unit_test(a_backslash_names_the_columns),
        cmocka_unit_test(labels_agree_with_their_heading),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
