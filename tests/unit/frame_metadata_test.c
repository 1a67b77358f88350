/* Rows that tell what columns are: src/frame/metadata.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "frame/metadata.h"
#include "read_text.h"

#define META "Unit;N;N\nFrequency;Year;Year\nSeries ID;A1;A2\n"

static const struct {
    const char *text;
    size_t body; /* the first figures */
    size_t first;
    size_t end;
} tables[] = {
    {";A;B\n" META "1990;4;5\n", 4, 1, 4},
    {";A;B\n" META "\n1990;4;5\n", 5, 1, 5},
    {"T\n\n;A;B\n" META "1990;4;5\n", 6, 3, 6},
    /* figures among them */
    {";A;B\n" META "No. Obs;9;9\nscale:;0;0\n1990;4;5\n", 4, 1, 6},
    /* no other header: the first of them is it */
    {"Title;A;B\n" META "1990;4;5\n", 4, 1, 4},
    /* too few, and not above figures */
    {";A;B\nUnit;N;N\nType;x;y\n1990;4;5\n", 3, 3, 3},
    {";A;B\n1990;4;5\n" META, 1, 1, 1},
    {";A;B\n" META, 4, 4, 4},
};

static void
rows_are_found(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        text_records records;
        open_records(&records, tables[i].text, ';', NULL);
        size_t first, end;
        thr_metadata_find(&records.window, tables[i].body, &first, &end);
        assert_int_equal(first, tables[i].first);
        assert_int_equal(end, tables[i].end);
        close_records(&records);
    }
}

static void
text_is_cut(void **state) {
    (void)state;
    static const struct {
        const char *text;
        const char *what; /* NULL: it is none */
        bool unit;
    } rows[] = {
        {"Units: Persons", "Persons", true},
        {"Unidades: Personas", "Personas", true},
        {"Frequency: Month", "Month", false},
        {"Boats: a count", NULL, false},
        {"Units", NULL, false},
        {"Units:", NULL, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        thresh_str what;
        bool unit = false;
        bool cut = thr_metadata_cut(thr_str(rows[i].text), &what, &unit);
        assert_int_equal(cut, rows[i].what != NULL);
        if (cut)
            assert_true(thr_str_equal(what, thr_str(rows[i].what)));
        if (cut)
            assert_int_equal(unit, rows[i].unit);
    }
}

/* A text alone below the headings is the unit of all columns. */
static void
alone_is_unit(void **state) {
    (void)state;
    static const struct {
        const char *text;
        const char *unit;
    } rows[] = {
        {"Port;A;B\n;Tons;\nX;4;5\nY;5;5\n", "Tons"},
        /* a column without a heading above; a spanner; another below */
        {"Port;;B\n;Tons;\nX;4;5\nY;5;5\n", ""},
        {";Tons;\nPort;A;B\nX;4;5\nY;5;5\n", ""},
        {"Port;A;B\n;Tons;\nX;4;5\n;Crews;\nX;5;5\n", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        thresh_table *table = load_text(rows[i].text, NULL, NULL);
        assert_non_null(table);
        assert_true(thr_str_equal(thresh_table_caption(table)->unit,
                                  thr_str(rows[i].unit)));
        thresh_table_free(table);
    }
}

static void
they_are_notes(void **state) {
    (void)state;
    thresh_table *table = load_text(";A;B\n" META "1990;4;5\n1991;5;5\n", NULL,
                                    NULL);
    assert_non_null(table);
    assert_int_equal(thresh_table_rows(table), 2);
    assert_int_equal(thresh_table_header_rows(table), 1);
    assert_true(
        thr_str_equal(thresh_table_caption(table)->unit, THR_LIT("N")));
    const thresh_note *notes;
    assert_int_equal(thresh_table_notes(table, &notes), 3);
    assert_true(thr_str_equal(notes[1].text, THR_LIT("Frequency: Year")));
    assert_true(thr_str_equal(notes[2].text, THR_LIT("Series ID: A1; A2")));
    thresh_table_free(table);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_found),
        cmocka_unit_test(text_is_cut),
        cmocka_unit_test(alone_is_unit),
        cmocka_unit_test(they_are_notes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
