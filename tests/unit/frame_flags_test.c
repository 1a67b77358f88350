/* Columns of the flags of values: src/frame/flags.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/str.h"
#include "frame/flags.h"
#include "read_text.h"

static const struct {
    const char *text;
    bool found;
} tables[] = {
    {"Land;A;;B;\nNorway;1;;2;b\nSweden;3;p;4;\n", true},
    {"Land;A;;B\nNorway;1;bp;2\nSweden;3;[p];4\n", true},
    {"Land;A;\nNorway;:;u\nSweden;;p\n", true},
    {"Land;A;;B;\nNorway;1;;2;b\nSweden;3;n;4;\n", true},
    /* a heading that says so, above any letters; one that says nothing */
    {"Land;A;Flag\nNorway;1;p\nSweden;3;\n", true},
    {"Land;A;Status;B;Status\nNorway;1;A;2;\nSweden;3;E;4;P\n", true},
    {"Land;A;Status\nNorway;1;open\nSweden;3;shut\n", false},
    {"Land;A;Kind\nNorway;1;p\nSweden;3;\n", false},
    {"Land;A;Q\nNorway;1;U\nSweden;3;J3\n", true},
    {"Land;A;Flag\nNorway;1;*\nSweden;3;\n", true},
    /* what stands alone in its line tells nothing */
    {"Land;A;;B;\nNorway;1;;2;b\n;;;;see below\nSweden;3;p;4;\n", true},
    /* capitals beside several; in each row, beside one, or of a number */
    {"Land;A;;B;\nNorway;1;U;2;\nSweden;3;;4;J3\n", true},
    {"Land;A;;B;\nNorway;1;DK;2;UK\nSweden;3;UK;4;DK\n", false},
    {"Land;A;;B\nNorway;1;U;2\nSweden;3;;4\n", false},
    {"Land;A;;B;\nNorway;1;U;2;\nSweden;3;;4;E3\n", false},
    {"Land;A;;B;\nNorway;1;kg;2;\nSweden;3;;4;ha\n", false},
    /* grades in each row, or so called; other capitals */
    {"Land;A;;B;\nNorway;1;A;2;B\nSweden;3;C;4;F\n", true},
    {"Land;A;Quality\nNorway;1;A\nSweden;3;F\n", true},
    {"Land;A;;B;\nNorway;1;N;2;W\nSweden;3;S;4;Z\n", false},
    /* no letter that is known; one is no letter; none */
    {"Land;A;;B\nNorway;1;kg;2\nSweden;3;ha;4\n", false},
    {"Land;A;;B;\nNorway;1;;2;b\nSweden;3;few;4;7\n", false},
    {"Land;A;;B\nNorway;1;;2\nSweden;3;;4\n", false},
    /* beside a text; beside a column without a heading */
    {"Land;Name;;B\nNorway;Oslo;p;2\nSweden;Lund;b;4\n", false},
    {"Land;A;;;B\nNorway;1;;p;2\nSweden;3;;b;4\n", false},
};

static void
columns_are_found(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        text_records records;
        open_records(&records, tables[i].text, ';', NULL);
        const thr_window *window = &records.window;
        thr_stub_range range = {0, 1, window->count,
                                thr_window_at(window, 0)->ncells, 0};
        assert_int_equal(thr_flags_find(window, &range, 1), tables[i].found);
        assert_false(thr_flags_hides(window, &range, 1));
        close_records(&records);
    }
}

/* Flags make their field one, unless something else stands among them. */
static void
fields_are_told(void **state) {
    (void)state;
    static const struct {
        const char *text;
        bool flags;
    } fields[] = {
        {"Land;A;;B\nNorway;1;b;2\nSweden;3;p;4\n", true},
        {"Land;A;;B\nNorway;1;b;2\nSweden;3;lower;4\n", false},
        {"Land;A;;B\nNorway;1;b;2\nSweden;few;p;4\n", false},
        {"Land;A;;B\nNorway;1;;2\nSweden;3;;4\n", false},
    };
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        text_records records;
        open_records(&records, fields[i].text, ';', NULL);
        const thr_stub_range range = {0, 1, records.window.count, 4, 0};
        for (size_t field = 1; field <= 4; field++)
            assert_int_equal(
                thr_flags_is_field(&records.window, &range, field),
                field == 3 && fields[i].flags);
        close_records(&records);
    }
}

/* A value has its flags; those that nothing explains are marks. */
static void
values_have_flags(void **state) {
    (void)state;
    static const struct {
        int64_t coef;
        uint32_t status;
        const char *marks;
    } cells[] = {{12, THRESH_BREAK, ""},
                 {34, THRESH_PROVISIONAL, ""},
                 {56, 0, "n"},
                 {78, 0, ""}};
    thresh_table *table = load_text("Land;A;;B;\nNorway;1,2;b;3,4;p\n"
                                    "Sweden;5,6;n;7,8;\n",
                                    NULL, NULL);
    assert_non_null(table);
    assert_int_equal(thresh_table_columns(table, NULL), 2);
    for (size_t i = 0; i < 4; i++) {
        thresh_cell cell = thresh_table_cell(table, i / 2, i % 2);
        assert_int_equal(cell.kind, THRESH_NUMBER);
        assert_int_equal(cell.coef, cells[i].coef);
        assert_int_equal(cell.status, cells[i].status);
        assert_true(thr_str_equal(cell.marks, thr_str(cells[i].marks)));
    }
    thresh_table_free(table);
}

/* A number that stands where flags are expected is told, not read. */
static void
others_are_rejected(void **state) {
    (void)state;
    text_log log = {0};
    thresh_listener listener = log_listener(&log);
    char text[4096] = "Land;A;;B;\n";
    for (size_t i = 0; i < 300; i++)
        strcat(text, "a;1;p;2;\n");
    strcat(text, "b;1;9;2;\n");
    thresh_table *table = load_text(text, &listener, NULL);
    assert_non_null(table);
    assert_int_equal(thresh_table_columns(table, NULL), 2);
    assert_true(log_has(&log.warnings, "\"9\" stands under no heading"));
    free_log(&log);
    thresh_table_free(table);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_are_found),
        cmocka_unit_test(fields_are_told),
        cmocka_unit_test(values_have_flags),
        cmocka_unit_test(others_are_rejected),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
