/* Rows above the first figures: src/frame/first_rows.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "frame/first_rows.h"
#include "read_text.h"
#include "scan/features.h"

#define ROWS "Esk;1;2\nTay;3;4\n"

/* `first` is what is found above the first record that holds figures, which
 * are no years. */
static const struct {
    const char *text;
    size_t first;
} tables[] = {
    {"River;A;B\n" ROWS, 1},
    /* texts that recur below with another label */
    {"River;A;B\nDee;few;many\nDon;few;5\nTay;3;many\n", 1},
    {"River;A;B\nDee;few;many\n" ROWS, 2},
    /* not where both head a table, but where all texts are one */
    {"River;A;B\n" ROWS "\nHill;A;B\nBen;5;6\n", 1},
    {"River;A;A\n" ROWS "\nHill;A;A\nBen;5;6\n", 0},
    {"River;2001;2002\n" ROWS "\nHill;2001;2002\nBen;5;6\n", 1},
    /* symbols, below headings and without */
    {"River;A;B\nDee;n/a;n/a\n" ROWS, 1},
    {"River;A;B\nDee;n/a;[x]\nDon;(D);\n" ROWS, 1},
    {"River;A;B\nDee;n/a;few\n" ROWS, 2},
    {"Dee;n/a;n/a\n" ROWS, 0},
    /* not over columns that have no heading yet, nor without a label */
    {"River;A;\nDee;n/a;n/a\n" ROWS, 2},
    {"River;A;B\n;n/a;n/a\n" ROWS, 2},
    {";A;\nRiver;;B\nDee;n/a;n/a\n" ROWS, 2},
    /* codes only below the heading of the labels */
    {"River;A;B\nDee;NA;NA\n" ROWS, 1},
    {";A;B\nDee;NA;NA\n" ROWS, 2},
    {"Dee;NA;NA\n" ROWS, 1},
    /* letters only where all are alike */
    {"River;A;B\nDee;c;c\n" ROWS, 1},
    {"River;A;B\nDee;c;x\n" ROWS, 2},
    {"River;A;B\nDee;c\n" ROWS, 2},
    {"River;A;B\nDee;%;%\n" ROWS, 2},
};

static void
rows_are_found(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        text_records records;
        open_records(&records, tables[i].text, ';', NULL);
        size_t body = 0;
        for (;; body++) {
            thr_features features = thr_window_features(&records.window, body);
            if (thr_features_is_data(&features))
                break;
        }
        size_t first = thr_first_rows_find(&records.window, body);
        close_records(&records);
        if (first != tables[i].first)
            fail_msg("\"%s\": %zu", tables[i].text, first);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
