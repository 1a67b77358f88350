/* Numbers in parentheses that are no minus: src/frame/enclosed.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "read_text.h"

static const struct {
    const char *text;
    int64_t coef; /* of the second value of the first row */
} tables[] = {
    {"Land;no.;(%)\nNorway;12;(4.7)\nSweden;34;(5.2)\n", 47},
    {"Land;no.;(SE)\nNorway;12;(4.7)\nSweden;34;..\nDenmark;1;(5)\n", 47},
    {";Births;;Deaths;\nLand;no.;(%);no.;(%)\nNorway;12;(4.7);1;(2.5)\n"
     "Sweden;34;(5.2);2;(3.5)\n",
     47},
    /* another heading, or some without; a minus elsewhere; one alone */
    {"Land;no.;Change\nNorway;12;(4.7)\nSweden;34;(5.2)\n", -47},
    {"Land;no.;(%)\nNorway;12;(4.7)\nSweden;34;5.2\n", -47},
    {"Land;no.;(%)\nNorway;12;(4.7)\nSweden;(34);(5.2)\n", -47},
    {"Land;no.;(%)\nNorway;12;(4.7)\nSweden;34;\n", -47},
    /* the number of a column; units of all columns */
    {"Land;(a);(b)\nNorway;12;(4.7)\nSweden;34;(5.2)\n", -47},
    {"Land;Sales;Change\n;(kg);(%)\nNorway;12;(4.7)\nSweden;34;(5.2)\n", -47},
};

static void
parentheses_are_read(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        thresh_table *table = load_text(tables[i].text, NULL, NULL);
        assert_non_null(table);
        thresh_cell cell = thresh_table_cell(table, 0, 1);
        if (cell.coef != tables[i].coef)
            fail_msg("\"%s\" has %d", tables[i].text, (int)cell.coef);
        thresh_table_free(table);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parentheses_are_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
