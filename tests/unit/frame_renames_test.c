/* Dimensions that the user gives names to: src/frame/renames.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/buf.h"
#include "read_text.h"

static const char one[] = "Land;A;B\nNorway;1;2\nSweden;3;4\n";
static const char two[] = "Land;A;B\nNorway;1;2\nSweden;3;4\n\n"
                          "Land;2006;2007\nNorway;1;2\nSweden;3;4\n";

/* The names of all dimensions of all tables, "land column | land year", or
 * why there are none. */
static const char *
read_names(const char *text, const char *const *names, text_log *log) {
    static char out[400];
    thresh_listener listener = log_listener(log);
    const thresh_read_options opts = {.names = names, .listener = listener};
    thresh_error err = {0};
    thresh_reader *reader;
    const thresh_table *table;
    thr_buf all = {.ptr = out, .room = sizeof out, .limit = sizeof out};
    thresh_result result = thresh_reader_open_memory(
        &reader, text, strlen(text), &opts, &err);
    if (result != THRESH_OK)
        return strcpy(out, err.message);
    while ((result = thresh_reader_table(reader, &table, &err)) == THRESH_OK) {
        const thresh_dimension *dimensions;
        size_t count = thresh_table_dimensions(table, &dimensions);
        thr_buf_text(&all, all.len > 0 ? "| " : "");
        for (size_t i = 0; i < count; i++) {
            thr_buf_str(&all, dimensions[i].name);
            thr_buf_char(&all, ' ');
        }
    }
    thr_buf_char(&all, '\0');
    if (result != THRESH_END) {
        assert_int_equal(result, THRESH_E_ARGUMENT);
        assert_true(err.line > 0);
        assert_int_equal(thresh_reader_table(reader, &table, NULL), result);
        strcpy(out, err.message);
    }
    thresh_reader_close(reader);
    return out;
}

static void
test_names(void **state) {
    (void)state;
    static const struct {
        const char *text;
        const char *names[3];
        const char *expected;
    } rows[] = {
        {one, {NULL}, "land column "},
        {one, {"column=Kind of ship"}, "land kind_of_ship "},
        {one, {" Column = kind "}, "land kind "},
        {one, {"land=column", "column=land"}, "column land "},
        {one, {"column=a=b"}, "land a_b "},
        {two, {"land=x"}, "x column | x year "},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        text_log log = {0};
        assert_string_equal(read_names(rows[i].text, rows[i].names, &log),
                            rows[i].expected);
        assert_int_equal(log.warnings.len, 0);
        free_log(&log);
    }
}

static void
test_failures(void **state) {
    (void)state;
    static const struct {
        const char *text;
        const char *names[3];
        const char *expected;
    } rows[] = {
        {one,
         {"colunm=kind"},
         "has land and column; did you mean \"column\"?"},
        {one, {"weather=kind"}, "no dimension \"weather\"; it has land and"},
        {one, {"column=Land"}, "would be called \"land\""},
        {one, {"column=a", "Column=b"}, "given two names"},
        {one, {"column"}, "DIMENSION=NAME"},
        {one, {"column= "}, "DIMENSION=NAME"},
        {one, {"=kind"}, "DIMENSION=NAME"},
        {one, {""}, "DIMENSION=NAME"},
        {two, {"weather=x"}, "no dimension \"weather\""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        text_log log = {0};
        const char *found = read_names(rows[i].text, rows[i].names, &log);
        if (strstr(found, rows[i].expected) == NULL)
            fail_msg("%zu: %s", i, found);
        free_log(&log);
    }
}

/* A dimension that only some tables have is a warning for the others, in
 * whatever order they come. */
static void
test_some_tables(void **state) {
    (void)state;
    const char *const first[] = {"column=kind", NULL};
    const char *const last[] = {"year=period", NULL};
    text_log log = {0};
    assert_string_equal(read_names(two, first, &log),
                        "land kind | land year ");
    assert_true(log_has(&log.warnings, "warning 5:1 the table has no "
                                       "dimension \"column\""));
    free_log(&log);
    log = (text_log){0};
    assert_string_equal(read_names(two, last, &log),
                        "land column | land period ");
    assert_true(log_has(&log.warnings, "warning 1:1 the table has no "
                                       "dimension \"year\""));
    free_log(&log);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_failures),
        cmocka_unit_test(test_some_tables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
