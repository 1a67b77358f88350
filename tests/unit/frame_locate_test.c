/* Where the next table is: src/frame/locate.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "frame/locate.h"
#include "read_text.h"

static const struct {
    const char *text;
    size_t header, nheader, body, stub, fields;
} rows[] = {
    {"Land;A;B\nNorway;1;2\n", 0, 1, 1, 1, 3},
    {"T\n\nLand;A;B\n\nNorway;1;2\n", 2, 1, 4, 1, 3},
    {"T\n\nLand;M;\n;A;B\nNorway;1;2\n", 2, 2, 4, 1, 3},
    {"Norway;1;2\n", 0, 0, 0, 1, 3},
    {"T\nNorway;1;2\n", 1, 0, 1, 1, 3},
    /* years above figures */
    {"Land;2006;2007\nNorway;1;2\n", 0, 1, 1, 1, 3},
    {"Land;2006;2007\n\nNorway;1;2\n", 0, 1, 2, 1, 3},
    {"Land;2006;2007\n;A;B\nNorway;1;2\n", 0, 2, 2, 1, 3},
    /* ... and below a spanner, not below headings of their own */
    {";M;M\nLand;2006;2007\nNorway;1;2\n", 0, 2, 2, 1, 3},
    {"Land;Born;Died\nNorway;1906;1987\n", 0, 1, 1, 1, 3},
    {";M;\n;2006;2007\nNorway;1;2\n", 0, 2, 2, 1, 3},
    /* a label alone below the header is of the body */
    {"Land;A;B\nMales\nNorway;1;2\n", 0, 1, 1, 1, 3},
    {"T\n\nLand;A;B\nMales;;\nNorway;1;2\n", 2, 1, 3, 1, 3},
    /* several label columns, with blanks and without */
    {"Land;Sex;A\nNorway;M;1\nNorway;F;2\n", 0, 1, 1, 2, 3},
    {"Land;Sex;A\nNorway;M;1\n;F;2\n", 0, 1, 1, 2, 3},
    {"Land;Sex;A\nNorway;;3\n;M;1\n;F;2\n", 0, 1, 1, 2, 3},
    /* a blank is a value that is missing, or a spacing column */
    {"Land;A;B\nNorway;;3\nSweden;;2\n", 0, 1, 1, 1, 3},
    {"Land;A;B\nNorway;;3\nSweden;1;2\n", 0, 1, 1, 1, 3},
    /* a text among the values is none of the stub */
    {"Land;A;B\nNorway;few;3\nSweden;1;2\n", 0, 1, 1, 1, 3},
    /* texts that recur below in rows with other labels are values */
    {"Land;A;B\nNorway;few;many\nSweden;few;7\nItaly;3;many\n", 0, 1, 1, 1, 3},
    {"Land;A;B\nNorway;few;many\nSweden;1;7\nItaly;3;4\n", 0, 2, 2, 1, 3},
    {"Land;A;B\nNorway;few;many\n\nSweden;few;7\nItaly;3;many\n", 0, 1, 1, 1,
     3},
    {"Land;A;B\nNorway;1;7\n\nLand;A;B\nItaly;3;4\n", 0, 1, 1, 1, 3},
    /* headings that stand again on another page are none */
    {"Land;A;B\nNorth;few;many\nOslo;1;7\n\fSouth;few;many\nBergen;3;1\n", 0,
     2, 2, 1, 3},
    {"Land;A;B\nNorth;few;many\nOslo;1;7\nSouth;few;many\nBergen;3;1\n", 0, 1,
     1, 1, 3},
    /* nor are those of another table, but for one text in all columns */
    {"T\n\nLand;A;B\nOslo;1;7\n\nT\n\nAge;A;B\n0-14;3;4\n", 2, 1, 3, 1, 3},
    {"Land;A;B\n\nOslo;few;x\nBergen;3;x\n\nMoss;few;8\n", 0, 1, 2, 1, 3},
    {"Land;n;n\nOslo;1;7\n\nAge;n;n\n0-14;3;4\n", 0, 0, 0, 1, 3},
    /* lines of the stub heading between headings, or a title above them */
    {"Age;A;;B\ngroup\n(years);C;D;E\n0-14;1;2;3\n", 0, 3, 3, 1, 4},
    {";A;B\nAge\n(years);C;D\n0-14;1;2\n", 0, 3, 3, 1, 3},
    {"Age;A\ngroup\n(years);C;D;E\n0-14;1;2;3\n", 2, 1, 3, 1, 4},
    {"Age;A;;B\n\ngroup\n\n(years);C;D;E\n0-14;1;2;3\n", 4, 1, 5, 1, 4},
    /* what counts the rows of each label, or many of one, is a label */
    {"Y;M;A\n1;1;7\n1;2;8\n2;1;9\n2;2;5\n", 0, 1, 1, 2, 3},
    {"Y;M;A\n1;1;7\n1;2;8\n1;3;9\n1;4;5\n", 0, 1, 1, 1, 3},
    {"Y;M;A\n1;1;7\n1;3;8\n2;1;9\n2;2;5\n", 0, 1, 1, 1, 3},
    /* units, numbers of columns and strokes are of the header */
    {"Land;A;B\nUnit;(1,000);(kg)\nNorway;1;2\n", 0, 2, 2, 1, 3},
    {"Land;A;B\n(1);(2);(3)\nNorway;1;2\n", 0, 2, 2, 1, 3},
    {"Land;A;B\n---;---;---\nNorway;1;2\n", 0, 2, 2, 1, 3},
    {"Land;A;B\nNorway;(1);(2)\nSweden;3;4\n", 0, 1, 1, 1, 3},
    /* a name and what counts behind it, but not figures that only grow */
    {"Year;1;2;3;4;5;6\n1951;4;3;8;9;2;7\n", 0, 1, 1, 1, 7},
    {"Oslo;1;2;3;4;5;7\nBergen;4;3;8;9;2;7\n", 0, 0, 0, 1, 7},
    /* ragged: the widest counts */
    {"Land;A\nNorway;1\nSweden;1;2;3\n", 0, 1, 1, 1, 4},
};

static void
test_locate(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        text_records records;
        thr_location found;
        open_records(&records, rows[i].text, ';', NULL);
        bool any;
        assert_int_equal(
            thr_locate(&records.window, &(thr_shape){0}, &found, &any, NULL),
            THRESH_OK);
        if (!any)
            fail_msg("\"%s\": nothing", rows[i].text);
        if (found.header != rows[i].header || found.nheader != rows[i].nheader
            || found.body != rows[i].body || found.stub.fields != rows[i].stub
            || found.fields != rows[i].fields)
            fail_msg("\"%s\": header %zu+%zu, body %zu, stub %zu, fields %zu",
                     rows[i].text, found.header, found.nheader, found.body,
                     found.stub.fields, found.fields);
        assert_non_null(found.reason);
        close_records(&records);
    }
}

static void
test_nothing(void **state) {
    (void)state;
    static const char *const texts[] = {
        "",     "\n\n",   "prose\nand more\n", "a;b\nc;d\n",
        "11\n", "5\n6\n", "Land;A;B\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        text_records records;
        thr_location found;
        open_records(&records, texts[i], ';', NULL);
        bool any;
        assert_int_equal(
            thr_locate(&records.window, &(thr_shape){0}, &found, &any, NULL),
            THRESH_OK);
        if (any)
            fail_msg("\"%s\": body at %zu", texts[i], found.body);
        close_records(&records);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_locate),
        cmocka_unit_test(test_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
