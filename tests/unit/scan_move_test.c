/* Cells of one record to other fields: src/scan/move.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "read_text.h"
#include "scan/move.h"

/* What the cells of a line are once two columns are taken off. */
static void
test_cut(void **state) {
    (void)state;
    static const struct {
        const char *text;
        size_t ncells;
        const char *first, *last;
        uint32_t first_field, last_field;
    } rows[] = {
        {";;Esk;12\n", 2, "Esk", "12", 3, 4},
        {"Wells;;;\n", 4, "Wells", "", 1, 4}, /* a text alone */
        {";Wells;;\n", 3, "Wells", "", 2, 4},
        {";;;Wells\n", 2, "", "Wells", 3, 4},
        {"a;;Esk;12\n", 6, "Esk", "", 3, 2}, /* behind five columns */
        {";b;Esk;12\n", 6, "Esk", "b", 3, 2},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        text_records records;
        open_records(&records, rows[i].text, ';', NULL);
        thr_record *record = &records.window.items[0];
        size_t filled = record->filled;
        assert_true(thr_move_margin(record, 2, 6));
        assert_int_equal(record->ncells, rows[i].ncells);
        assert_int_equal(record->filled, filled);
        assert_true(
            thr_str_equal(thr_record_cell(record, 1), thr_str(rows[i].first)));
        assert_true(thr_str_equal(thr_record_cell(record, record->ncells),
                                  thr_str(rows[i].last)));
        assert_int_equal(thr_record_place(record, 1).field,
                         rows[i].first_field);
        assert_int_equal(thr_record_place(record, record->ncells).field,
                         rows[i].last_field);
        close_records(&records);
    }
}

/* A blank line has no cells to cut. */
static void
test_no_cells(void **state) {
    (void)state;
    thr_record record = {0};
    assert_true(thr_move_margin(&record, 1, 3));
    assert_int_equal(record.ncells, 0);
}

/* What the first cell says once the second was to be lifted there. */
static void
test_label(void **state) {
    (void)state;
    static const struct {
        const char *text;
        const char *first;
    } rows[] = {
        {";Sail;\n", "Sail"}, {";Sail;12\n", ""}, {";12;\n", ""},
        {"Sail;;\n", "Sail"}, {";;Sail\n", ""},   {";---;\n", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        text_records records;
        open_records(&records, rows[i].text, ';', NULL);
        thr_record *record = &records.window.items[0];
        thr_move_label(record, 2);
        if (!thr_str_equal(thr_record_cell(record, 1), thr_str(rows[i].first)))
            fail_msg("another label: %s", rows[i].text);
        close_records(&records);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_cells),
        cmocka_unit_test(test_cut),
        cmocka_unit_test(test_label),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
