/* Labels printed over the columns: src/scan/centred.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "read_text.h"
#include "scan/centred.h"

#define HEAD "Harbour;May;June\n"
#define ROWS "North;120;118\nSouth;99;97\n"

static const struct {
    const char *text;
    size_t field;
} tables[] = {
    {HEAD ";Sail;\n" ROWS ";Motor;\n" ROWS, 2},
    {HEAD ROWS "\n;Sail;\n\n" ROWS "\n;Motor;\n" ROWS, 2},
    {HEAD ";;Sail\n" ROWS ";;Motor\n" ROWS, 3},
    /* one between figures */
    {HEAD ROWS ";Change;\n" ROWS, 2},
    {HEAD "North;red;5\n;green;\nSouth;blue;6\n", 0},
    {HEAD ROWS ";x;\n" ROWS, 0},
    {HEAD ROWS ";Source: B;\n" ROWS, 0},
    /* one above may be a unit; both above the rows are a header */
    {HEAD ";Boats;\n" ROWS, 0},
    {";Boats;\n" HEAD ";Number;\n" ROWS, 0},
    /* in different fields; above the same header again; above years */
    {HEAD ";Sail;\n" ROWS ";;Motor\n" ROWS, 0},
    {";Boats;\n" HEAD ROWS ";Boats;\n" HEAD ROWS, 0},
    {";Boats;\nArea;2010;2011\n" ROWS ";Boats;\nArea;2010;2011\n" ROWS, 0},
    /* in the first field; numbers */
    {HEAD "Sail;;\n" ROWS "Motor;;\n" ROWS, 0},
    {HEAD ";5;\n" ROWS ";6;\n" ROWS, 0},
};

static void
field_is_found(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        text_records records;
        open_records(&records, tables[i].text, ';', NULL);
        assert_int_equal(thr_centred_find(&records.window), tables[i].field);
        close_records(&records);
    }
}

/* A lifted cell knows where it was printed. */
static void
cell_is_lifted(void **state) {
    (void)state;
    text_records records;
    open_records(&records, HEAD ";Sail;\n;;Steam\n" ROWS, ';', NULL);
    thr_window_lift(&records.window, 2);
    const thr_record *record = thr_window_at(&records.window, 1);
    assert_true(thr_str_equal(thr_record_cell(record, 1), THR_LIT("Sail")));
    assert_int_equal(thr_record_cell(record, 2).len, 0);
    assert_int_equal(thr_record_place(record, 1).field, 2);
    assert_int_equal(thr_window_features(&records.window, 1).first, 1);
    assert_int_equal(thr_window_features(&records.window, 2).first, 3);
    assert_int_equal(thr_window_features(&records.window, 3).filled, 3);
    close_records(&records);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(field_is_found),
        cmocka_unit_test(cell_is_lifted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
