/* The header as high as the user says: src/frame/shape.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "frame/locate.h"
#include "read_text.h"

static thresh_result
locate(const char *text, thr_shape shape, thr_location *out,
       thresh_error *err) {
    text_records records;
    open_records(&records, text, ';', NULL);
    bool any;
    thresh_result result = thr_locate(&records.window, &shape, out, &any, err);
    assert_true(result != THRESH_OK || any);
    close_records(&records);
    return result;
}

static void
test_header(void **state) {
    (void)state;
    static const char titled[] = "T\nOn;trial\nLand;A;B\n;2006;2007\nN;1;2\n";
    static const struct {
        const char *text;
        uint32_t rows;
        size_t header, nheader, body;
    } rows[] = {
        /* as it is */
        {"T\nLand;A;B\nN;1;2\n", 0, 1, 1, 2},
        {"T\nLand;A;B\nN;1;2\n", 1, 1, 1, 2},
        {titled, 2, 2, 2, 4},
        /* more: rows in columns above go first, a title never */
        {titled, 3, 1, 3, 4},
        {"T\nLand;A;B\nCode;1;2\nN;3;4\nS;5;6\n", 2, 1, 2, 3},
        {"T\nLand;A;B\n\nCode;1;2\n\nN;3;4\n", 2, 1, 3, 5},
        /* fewer: years below columns that are headed are rows */
        {titled, 1, 2, 1, 3},
        {"T\nLand;A;B;C\n;Up;;Down\n;u;v;w\nN;1;2;3\n", 2, 2, 2, 4},
        /* spanners that head fewer cells go to the title */
        {"T;x\nLand;A;B;C\n;u;v;w\nN;1;2;3\n", 1, 2, 1, 3},
        /* none at all */
        {"T\nLand;A;B\nN;1;2\n", THRESH_NO_HEADER, 1, 0, 1},
        {"N;1;2\nS;3;4\n", THRESH_NO_HEADER, 0, 0, 0},
        /* where none was found */
        {"N;1;2\nS;3;4\n", 1, 0, 1, 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        thr_location found;
        assert_int_equal(locate(rows[i].text,
                                (thr_shape){.header_rows = rows[i].rows},
                                &found, NULL),
                         THRESH_OK);
        if (found.header != rows[i].header || found.nheader != rows[i].nheader
            || found.body != rows[i].body)
            fail_msg("%zu. \"%s\": header %zu+%zu, body %zu", i, rows[i].text,
                     found.header, found.nheader, found.body);
    }
}

static void
test_too_high(void **state) {
    (void)state;
    thr_location found;
    thresh_error err;
    static const char text[] = "T\nLand;A;B\nN;1;2\nS;1;2\n";
    assert_int_equal(locate(text, (thr_shape){.header_rows = 2}, &found, &err),
                     THRESH_OK);
    assert_int_equal(locate(text, (thr_shape){.header_rows = 3}, &found, &err),
                     THRESH_E_ARGUMENT);
    assert_int_equal(err.line, 2);
    assert_int_equal(
        locate(text, (thr_shape){.header_rows = 4000000000u}, &found, &err),
        THRESH_E_ARGUMENT);
}

static void
test_stub(void **state) {
    (void)state;
    thr_location found;
    thresh_error err;
    static const char text[] = "Land;No;A;B\nN;1;few;3\nS;2;1;2\n";
    for (uint32_t given = 0; given < 4; given++) {
        assert_int_equal(
            locate(text, (thr_shape){.stub_fields = given}, &found, &err),
            THRESH_OK);
        assert_int_equal(found.stub.fields, given == 0 ? 1 : given);
    }
    assert_int_equal(locate(text, (thr_shape){.stub_fields = 4}, &found, &err),
                     THRESH_E_ARGUMENT);
    assert_int_equal(err.line, 1);
    assert_non_null(strstr(err.message, "4 columns in all"));
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_header),
        cmocka_unit_test(test_too_high),
        cmocka_unit_test(test_stub),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
