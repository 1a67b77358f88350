/* Which column a heading calls the value: src/frame/valued.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "frame/valued.h"
#include "read_text.h"

#define HEAD "geo;time;unit;value;flag;decimals\n"
#define ROWS                                                       \
    "A;2020;NR;510.5;;1\nA;2021;NR;520.1;p;1\nB;2020;NR;37.2;;1\n" \
    "B;2021;NR;;x;1\nC;2020;NR;44.0;;1\n"

static const struct {
    const char *text;
    size_t header; /* records */
    size_t value;
} tables[] = {
    {HEAD ROWS, 1, 4},
    /* in other words, and another column of that name that is empty */
    {"geo;time;unit;OBS_VALUE;flag;decimals\n" ROWS, 1, 4},
    {"geo;time;unit;Wert;flag;Value\nA;1;N;5;;\nA;2;N;6;;\nB;1;N;7;;\n"
     "B;2;N;9;;\n",
     1, 4},
    /* a dash for all, and dates that do not recur */
    {"d;sex;code;value\n20200101;all;-;5\n20200102;men;1;2\n"
     "20200103;women;2;3\n20200104;all;-;9\n",
     1, 4},
    {"d;sex;code;value\n202001;all;-;5\n202002;men;1;2\n"
     "202003;women;2;3\n202004;all;-;9\n",
     1, 4},
    {"sex;d;unit;value\nall;2001;-;5\nmen;2002;1;2\nwomen;2003;1;3\n"
     "all;2004;-;9\n",
     1, 4},
    /* such numbers as are no dates, or too long for one */
    {"sex;d;unit;value\nall;9101;-;5\nmen;9202;1;2\nwomen;9303;1;3\n"
     "all;9404;-;9\n",
     1, 0},
    {"sex;d;unit;value\nall;20011;-;5\nmen;20022;1;2\nwomen;20033;1;3\n"
     "all;20044;-;9\n",
     1, 0},
    /* codes, as their heading says, and values that are texts */
    {"sex;code;unit;value\nall;9101;-;5\nmen;9202;1;2\nwomen;9303;1;3\n"
     "all;9404;-;9\n",
     1, 4},
    {"geo;sex;value\nA;m;5\nA;f;6\nB;m;7\nB;f;9\nC;m;few\nC;f;none\n"
     "D;m;many\nD;f;few\nE;m;few\n",
     1, 0},
    /* remarks on a few rows */
    {"geo;sex;value;footnotes\nA;m;5;\nA;f;6;\nB;m;7;1,2\nB;f;9;\n", 1, 3},
    /* another column of numbers, whole or not */
    {"geo;unit;quantity;value\nA;t;117;5\nA;t;245;6\nB;t;391;7\nB;t;408;9\n",
     1, 0},
    {"geo;unit;value;error\nA;t;117;0.5\nA;t;245;0.6\nB;t;391;0.7\n"
     "B;t;408;0.9\n",
     1, 0},
    /* no heading says so; two do; one is missing; a year is among them */
    {"geo;time;unit;persons;flag;decimals\n" ROWS, 1, 0},
    {"geo;time;unit;value;flag;values\n" ROWS, 1, 0},
    {"geo;time;;value;flag;decimals\n" ROWS, 1, 0},
    {"geo;;unit;value;flag;decimals\n" ROWS, 1, 4},
    {"geo;unit;item code;value\nA;t;117;5\nA;t;245;6\nB;t;391;7\nB;t;408;9\n",
     1, 4},
    {"geo;unit;decode;value\nA;t;117;5\nA;t;245;6\nB;t;391;7\nB;t;408;9\n", 1,
     0},
    {"geo;time;2020;value;flag;decimals\n" ROWS, 1, 0},
    /* too few rows; a header of two; two columns */
    {HEAD "A;2020;NR;5;;1\nA;2021;NR;6;;1\nB;2020;NR;7;;1\n", 1, 0},
    {"T;;;;;\n" HEAD ROWS, 2, 0},
    {"geo;value\nA;5\nB;6\nC;7\nD;8\n", 1, 0},
};

static void
value_is_found(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        text_records records;
        open_records(&records, tables[i].text, ';', NULL);
        size_t fields = thr_window_at(&records.window, 0)->ncells, value = 99;
        const thr_stub_range range = {0, tables[i].header,
                                      records.window.count, fields, 0};
        assert_true(thr_valued_find(&records.window, &range, &value));
        assert_int_equal(value, tables[i].value);
        close_records(&records);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(value_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
