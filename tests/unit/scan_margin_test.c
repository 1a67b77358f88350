/* Columns left empty on the left: src/scan/margin.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "read_text.h"
#include "scan/margin.h"

static void
test_find(void **state) {
    (void)state;
    static const struct {
        const char *text;
        size_t margin;
    } rows[] = {
        {";County;Wells\n;Esk;12\n;Tay;30\n", 1},
        {";;County;Wells\n;;Esk;12\n;;Tay;30\n", 2},
        /* a blank line, and texts alone above and below */
        {"Wells\n\n;County;Wells\n;Esk;12\n;Tay;30\nSource: own\n", 1},
        /* a heading over the labels, a label, and one alone between rows */
        {"County;;Wells\n;Esk;12\n;Tay;30\n", 0},
        {";County;Wells\n;Esk;12\nTay;;30\n", 0},
        {";County;Wells\n;Esk;12\nNorth\n;Tay;30\n", 0},
        /* years are labels, other figures are not: the labels are missing */
        {";Year;Wells\n;2006;12\n;2007;30\n", 1},
        {";Deep;Wells\n;6;12\n;7;30\n", 0},
        {"County;Wells\nEsk;12\n", 0},
        {"Wells\n\n", 0},
        {"", 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        text_records records;
        open_records(&records, rows[i].text, ';', NULL);
        if (thr_margin_find(&records.window) != rows[i].margin)
            fail_msg("not so many: %s", rows[i].text);
        close_records(&records);
    }
}

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
        assert_true(thr_margin_cut(record, 2, 6));
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
    assert_true(thr_margin_cut(&record, 1, 3));
    assert_int_equal(record.ncells, 0);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_cells),
        cmocka_unit_test(test_find),
        cmocka_unit_test(test_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
