/* Blank cells that a header lacks: src/frame/shifted.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "read_text.h"

static const struct {
    const char *text;
    const char *first; /* the lowest heading of the first column */
    const char *last;  /* the highest of the last; or NULL */
    bool warned;
} tables[] = {
    {"Total;Men\nOslo;9;5\nMoss;4;2\n", "Total", "Men", true},
    {";X;Y\n;A;B;A;B\nOslo;9;5;1;2\nMoss;4;2;3;4\n", "A", "Y", false},
    {"Port;X;Y\n;A;B;A;B\nOslo;9;5;1;2\nMoss;4;2;3;4\n", "A", "Y", false},
    /* the label of years; a row that differs; other headings */
    {"Port;2018\nOslo;9;5\nMoss;4;2\n", "2018", NULL, false},
    {"Total;Men\nOslo;9;5\nMoss;4;2\nVadso;4\nArna;3;8\n", "Men", NULL, false},
    {"Port;X;Y\n;A;B;C;D\nOslo;9;5;1;2\nMoss;4;2;3;4\n", "A", NULL, false},
};

static void
cells_are_put_in(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        text_log log = {0};
        thresh_listener listener = log_listener(&log);
        thresh_table *table = load_text(tables[i].text, &listener, NULL);
        assert_non_null(table);
        const thresh_column *columns;
        size_t count = thresh_table_columns(table, &columns);
        assert_true(
            thr_str_equal(columns[0].leaf->label, thr_str(tables[i].first)));
        const thresh_heading *last = columns[count - 1].leaf;
        while (last != NULL && last->parent != NULL)
            last = last->parent;
        if (tables[i].last != NULL)
            assert_true(thr_str_equal(last->label, thr_str(tables[i].last)));
        assert_int_equal(log_has(&log.warnings, "has one cell less"),
                         tables[i].warned);
        free_log(&log);
        thresh_table_free(table);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_are_put_in),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
