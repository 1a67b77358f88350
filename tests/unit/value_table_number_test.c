/* The number of a table: src/value/table_number.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "value/table_number.h"

static void
test_cut_number(void **state) {
    (void)state;
    static const struct {
        const char *title;
        const char *number; /* NULL = none */
        const char *rest;
    } rows[] = {
        {"Table 11. Persons", "11", "Persons"},
        {"Table 11 Persons", "11", "Persons"},
        {"TABLE 3.1: Persons", "3.1", "Persons"},
        {"Tabell 3.1 - Persons", "3.1", "Persons"},
        {"Tabelle A2. Persons", "A2", "Persons"},
        {"Tableau 1-2. Persons", "1-2", "Persons"},
        {"Tab. 4 Persons", "4", "Persons"},
        {"Table 3.\xE2\x80\x94Persons", "3", "Persons"},
        {"Tableau 4 \xE2\x80\x93 Personnes", "4", "Personnes"},
        {"Table 4\xE2\x80\x94Persons", "4", "Persons"},
        {"Table 11", "11", ""},
        {"Table 11.", "11", ""},
        {"TABLE IV  Persons", "IV", "Persons"},
        {"TABLE III-A Persons", "III-A", "Persons"},
        {"Table 5-B. Persons", "5-B", "Persons"},
        {"TABLE II", "II", ""},
        {"Table 5.6.A. Persons", "5.6.A", "Persons"},
        {"Table 5.A: Persons", "5.A", "Persons"},
        {"Table 5.A man", "5", "A man"},
        {"Cuadro 4. Personas", "4", "Personas"},
        {"Taulukko 2: V", "2", "V"},
        {"Table Long jump", NULL, "Table Long jump"},
        {"TABLE CLIMATE", NULL, "TABLE CLIMATE"},
        {"TABLE IIIIIIIII Persons", NULL, "TABLE IIIIIIIII Persons"},
        {"Table IVa Persons", NULL, "Table IVa Persons"},
        {"Table", NULL, "Table"},
        {"Table ", NULL, "Table "},
        {"Table salt", NULL, "Table salt"},
        {"Table 11a Persons", NULL, "Table 11a Persons"},
        {"Tables 11", NULL, "Tables 11"},
        {"11. Persons", NULL, "11. Persons"},
        {"", NULL, ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        thresh_str title = thr_str(rows[i].title), number = {NULL, 0};
        bool found = thr_table_number_cut(&title, &number);
        if (found != (rows[i].number != NULL))
            fail_msg("\"%s\"", rows[i].title);
        assert_true(thr_str_equal(number, thr_str(rows[i].number)));
        assert_true(thr_str_equal(title, thr_str(rows[i].rest)));
    }
}

static void
test_starts(void **state) {
    (void)state;
    assert_true(thr_table_number_starts(THR_LIT("Table 7. Boats")));
    assert_true(thr_table_number_starts(THR_LIT("Tabell 3.1: Fisk")));
    assert_true(thr_table_number_starts(THR_LIT("Tabela 1.3 - Barcos")));
    assert_true(
        thr_table_number_starts(THR_LIT("Table 2 \xE2\x80\x94 Boats")));
    assert_false(thr_table_number_starts(THR_LIT("Table 7 shows that")));
    assert_false(thr_table_number_starts(THR_LIT("Table 7.")));
    assert_false(thr_table_number_starts(THR_LIT("Tables of boats")));
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cut_number),
        cmocka_unit_test(test_starts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
