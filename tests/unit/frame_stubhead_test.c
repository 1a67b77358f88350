/* What a header says of the labels: src/frame/stubhead.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "read_text.h"

#define ROWS "Esk;X;1;2\nTay;Y;3;4\n"

static const struct {
    const char *text;
    const char *dimensions[4];
} tables[] = {
    /* words on two lines, over the second label column alone */
    {";Post;;\nRiver;code;A;B\n" ROWS, {"river", "post_code", "column"}},
    {"River;;A;B\n;Post;;\n;code;;\n" ROWS, {"river", "post_code", "column"}},
    /* not where the columns have a heading on that line, or a blank parts
       them, nor over the first */
    {";Post;A;B\nRiver;code;C;D\n" ROWS, {"river", "code", "column"}},
    {";Post;;\n;;A;B\nRiver;code;C;D\n" ROWS, {"river", "code", "column"}},
    {"Name;;A;B\nRiver;code;;\n" ROWS, {"river", "code", "name"}},
    /* what stands left of headings names them */
    {"Water:;;A;;B;\nSite:;;C;D;C;D\nRiver;code;;;;\nEsk;X;1;2;3;4\n"
     "Tay;Y;3;4;5;6\n",
     {"river", "code", "water", "site"}},
    {";Water:;A;;B;\n;Site:;C;D;C;D\nRiver;code;;;;\nEsk;X;1;2;3;4\n"
     "Tay;Y;3;4;5;6\n",
     {"river", "code", "water", "site"}},
    /* not over the second without a colon, nor the lowest, nor units */
    {";Water;A;;B;\nRiver;code;C;D;C;D\nEsk;X;1;2;3;4\nTay;Y;3;4;5;6\n",
     {"river", "code", "column", "column_2"}},
    {"River;code;A;B\n" ROWS, {"river", "code", "column"}},
    {"River;code;A;B\nUnit;;(kg);(t)\n" ROWS, {"river", "code", "column"}},
    /* labels below the headings are a row */
    {"River;code;A;B\n;;;\nNorth:;N;;\n" ROWS, {"river", "code", "column"}},
};

static void
dimensions_are_named(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        const thresh_dimension *dimensions;
        thresh_table *table = load_text(tables[i].text, NULL, NULL);
        assert_non_null(table);
        size_t count = thresh_table_dimensions(table, &dimensions);
        for (size_t k = 0; k < 4; k++) {
            thresh_str name = thr_str(tables[i].dimensions[k]);
            if (name.len > 0
                && (k >= count || !thr_str_equal(dimensions[k].name, name)))
                fail_msg("\"%s\": not %s", tables[i].text,
                         tables[i].dimensions[k]);
        }
        thresh_table_free(table);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dimensions_are_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
