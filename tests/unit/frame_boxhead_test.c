/* Which records are the boxhead: src/frame/boxhead.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "frame/boxhead.h"
#include "frame/figured.h"
#include "read_text.h"

static const struct {
    const char *text;
    size_t at;
    bool row;
    bool numbers;
} rows[] = {
    {"Land;A;B\nNorway;1;2\n", 0, true, false},
    {"Land;A;B\nNorway;1;2\n", 1, false, false},
    {"Land\n;A;B\nNorway;1;2\n", 0, false, false},
    {"Land\n;A;B\nNorway;1;2\n", 1, true, false},
    {";Part\n;A;B\nNorway;1;2\n", 0, true, false},
    /* years over figures, or over more headings */
    {"Land;2006;2007\nNorway;1;2\n", 0, true, true},
    {"Land;2006;2007\n;A;B\nNorway;1;2\n", 0, true, true},
    {"Land;2006;2007\nAreas\nNorway;1;2\n", 0, true, true},
    {"Land;2006;2007*\nNorway;1;2\n", 0, true, true},
    /* with nothing below they are values */
    {"Land;A;B\nNorway;2006;2007\n", 1, false, false},
    {"Land;A;B\nNorway;2006;2007\n\n", 1, false, false},
    /* so they are in a row with a label, below a heading over each */
    {"Land;A;B\nNorway;2006;2007\nSweden;1;2\n", 1, false, false},
    {"Land;A;\nNorway;2006;2007\nSweden;1;2\n", 1, true, true},
    {"Land;A;B\n;2006;2007\nSweden;1;2\n", 1, true, true},
    {"Land;A;B\nYear;2006;300\nSweden;1;2\n", 1, false, false},
    /* units in parentheses, all over */
    {"Land;A;B\n;(1,000);(000)\nNorway;1;2\n", 1, true, true},
    {"Land;A;B\nUnit;(1,000);(000)\nNorway;1;2\n", 1, true, true},
    {"Land;A;B\nNorway;(1,000);7\nSweden;1;2\n", 1, false, false},
    {"Land;A;B\nNorway;(12);(5)\nSweden;1;2\n", 1, false, false},
    /* the columns by number, right below a heading */
    {"Land;A;B\n1;2;3\nNorway;1;2\n", 1, true, true},
    {"Land;A;B\n(1);(2);(3)\nNorway;1;2\n", 1, true, true},
    {"Land;A;B\n;(1);(2)\nNorway;1;2\n", 1, true, true},
    {"Land;A;B\n;1;2\nNorway;1;2\n", 1, false, false},
    {"Land;A\nNorway;(1)\nSweden;(5)\n", 1, false, false},
    {"Land;A;B\nNorway;(1);(10)\nSweden;(5);2\n", 1, false, false},
    {"Rank;A;B\n1;2;3\n2;7;8\n", 1, false, false},
    {"Year;A;B\n1;2;3\n2006;7;8\n", 1, true, true},
    {"Land;A;B\n\n1;2;3\nNorway;1;2\n", 2, false, false},
    {"1;2;3\nNorway;1;2\n", 0, false, false},
    {"Land;A;B\n1;2;4\nNorway;1;2\n", 1, false, false},
    {"Land;A\n1;2\nNorway;1\n", 1, false, false},
    {"Land;A;B\n1;2;300000000000000000000000\nNorway;1;2\n", 1, false, false},
    /* strokes under the headings */
    {"Land;A;B\n---;---;---\nNorway;1;2\n", 1, true, true},
    {"Land;A;B\nNorway;---;---\nSweden;1;2\n", 1, false, false},
};

static void
test_rows(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        text_records records;
        const char *reason = NULL;
        open_records(&records, rows[i].text, ';', NULL);
        bool numbers = thr_figured_is_header(&records.window, rows[i].at,
                                             &reason);
        if (numbers != rows[i].numbers)
            fail_msg("numbers of \"%s\"", rows[i].text);
        if (thr_boxhead_is_row(&records.window, rows[i].at) != rows[i].row)
            fail_msg("\"%s\", record %zu", rows[i].text, rows[i].at);
        assert_true(!numbers || reason != NULL);
        close_records(&records);
    }
}

static const struct {
    const char *text;
    size_t body; /* the first record of it */
    size_t start, end;
} heads[] = {
    {"Land;A;B\nNorway;1;2\n", 1, 0, 1},
    {"T\n\nLand;A;B\n\nNorway;1;2\n", 4, 2, 3},
    {"T\nNorway;1;2\n", 1, 1, 1},
    {"Norway;1;2\n", 0, 0, 0},
    /* blanks within it: it goes on where columns have no heading yet */
    {"T\n\n;A;;\n\nLand;;B;C\nNorway;1;2;3\n", 5, 2, 5},
    {"Land;A;B;C\n\n;x;y;z\nNorway;1;2;3\n", 3, 0, 3},
    /* where it spans some, the label field blank */
    {";Part;;\n\nLand;A;B;C\nNorway;1;2;3\n", 3, 0, 3},
    /* two cells over a whole header are another line */
    {"Unit;kg;\n\nLand;A;B;C\nNorway;1;2;3\n", 3, 2, 3},
    /* a stub heading by itself, between the lines of the columns */
    {";Part;;\nLand\n;A;B;C\nNorway;1;2;3\n", 3, 0, 3},
    {"A long line above that is rather a title of all\n;A;B\nNorway;1;2\n", 2,
     1, 2},
    /* one text over several panels is a line of the title */
    {";T;;T\nLand;A;B;C\nNorway;1;2;3\n", 2, 1, 2},
    {";M;;F\nLand;A;B;C\nNorway;1;2;3\n", 2, 0, 2},
    /* a number and a title in two cells above three */
    {"Table 7;Persons;;\nLand;A;B;C\nNorway;1;2;3\n", 2, 1, 2},
    {"Land;Persons;;\n;A;B;C\nNorway;1;2;3\n", 2, 0, 2},
    /* above headings that leave room for the stub, if it is a number */
    {"3;Persons by land;;\n;A;B;C\nNorway;1;2;3\n", 2, 1, 2},
    {"2.1;Persons by land;;\n;A;B;C\nNorway;1;2;3\n", 2, 1, 2},
    {"3;Persons;;\n;A;B;C\nNorway;1;2;3\n", 2, 0, 2},
    {"2003;Persons by land;;\n;A;B;C\nNorway;1;2;3\n", 2, 0, 2},
    {"3a;Persons by land;;\n;A;B;C\nNorway;1;2;3\n", 2, 0, 2},
    {".3;Persons by land;;\n;A;B;C\nNorway;1;2;3\n", 2, 0, 2},
};

static void
test_find(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        text_records records;
        size_t end;
        open_records(&records, heads[i].text, ';', NULL);
        size_t start = thr_boxhead_find(&records.window, heads[i].body, &end);
        if (start != heads[i].start || end != heads[i].end)
            fail_msg("\"%s\": [%zu, %zu)", heads[i].text, start, end);
        close_records(&records);
    }
}

static const struct {
    const char *text;
    size_t figures; /* the first record with any */
    size_t body;
} labels[] = {
    {"Land;A;B\nEurope\nNorway;1;2\n", 2, 1},
    {"Land;A;B\nEurope\nNorth\nNorway;1;2\n", 3, 1},
    {"Land;A;B\n\nEurope\nNorway;1;2\n", 3, 2},
    {"Land;A;B\nNorway;1;2\n", 1, 1},
    /* no header above: it may as well be a title */
    {"Europe\nNorway;1;2\n", 1, 1},
    {"T\n\nEurope\nNorway;1;2\n", 3, 3},
    /* apart from the figures, where the stub has no heading, it is that */
    {";A;B\nLand\n\nNorway;1;2\n", 3, 3},
    {"Land;A;B\nEurope\n\nNorway;1;2\n", 3, 1},
    {";A;B\nLand\n\nEurope\nNorway;1;2\n", 4, 3},
    /* too long for a label */
    {"Land;A;B\nA text of many words that is no label at all\nNorway;1;2\n", 2,
     2},
};

static void
test_labels(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        text_records records;
        open_records(&records, labels[i].text, ';', NULL);
        size_t body = thr_boxhead_skip_labels(&records.window,
                                              labels[i].figures);
        if (body != labels[i].body)
            fail_msg("\"%s\": %zu", labels[i].text, body);
        close_records(&records);
    }
}

/* The name of the labels, alone below that of the years. */
static void
test_name(void **state) {
    (void)state;
    static const struct {
        const char *text;
        size_t body;
    } names[] = {
        {"TIME;2006;2007\nLand\nNorway;1;2\n", 2},
        {"Land;2006;2007\nAreas\nNorway;1;2\n", 1},
        {"TIME;A;B\nLand\nNorway;1;2\n", 1},
        {"TIME;2006;2007\nNordic\nLands\nNorway;1;2\n", 1},
        {"TIME;2006;2007\nNorway;1;2\nSweden;1;2\n", 1},
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        text_records records;
        open_records(&records, names[i].text, ';', NULL);
        assert_int_equal(thr_boxhead_skip_name(&records.window, 1),
                         names[i].body);
        close_records(&records);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_find),
        cmocka_unit_test(test_labels),
        cmocka_unit_test(test_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
