/* How the labels of the rows are printed: src/frame/stub.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "frame/stub.h"
#include "read_text.h"

/* The stub of a table with a header of one record, of which the user says
 * `given`. */
static thr_stub
find(const char *text, size_t given) {
    text_records records;
    thr_stub stub = {0};
    open_records(&records, text, ';', NULL);
    thr_stub_range range = {0, 1, records.window.count, 0, given};
    for (size_t i = 0; i < records.window.count; i++) {
        size_t cells = thr_window_at(&records.window, i)->ncells;
        range.fields = cells > range.fields ? cells : range.fields;
    }
    assert_true(thr_stub_find(&records.window, &range, &stub));
    close_records(&records);
    return stub;
}

static const struct {
    const char *text;
    size_t fields;
    bool staggered;
    unsigned filled;
    bool cut_ins;
    size_t dimensions;
} stubs[] = {
    {"Land;A\nNorway;1\nSweden;2\n", 1, false, 0, false, 1},
    {"Land;Sex;A\nNorway;M;1\nSweden;F;2\n", 2, false, 0, false, 2},
    /* the last field is no label, whatever it holds */
    {"Land;A\nNorway;few\nSweden;many\n", 1, false, 0, false, 1},
    {"Land;A;B\nNorway;x y;few\nSweden;z;1\nFinland;z;2\n", 2, false, 0, false,
     2},
    /* a text among values is none */
    {"Land;A;B\nNorway;few;3\nSweden;1;2\n", 1, false, 0, false, 1},
    /* nor are texts below a year */
    {"Land;2006;2007\nNorway;some;3\nSweden;few;2\n", 1, false, 0, false, 1},
    /* a code left of its label; two are one too many */
    {"No;Code;Land;A\nx;47;Norway;3\ny;46;Sweden;2\n", 3, false, 0, false, 3},
    {"No;A;B;Text;C\nx;47;5;y;3\ny;46;6;z;2\n", 1, false, 0, false, 1},
    {"No;Code;B;Text;C\nx;047;005;y;3\ny;046;006;z;2\n", 4, false, 0, false,
     4},
    /* noughts in front tell a code, also right of labels */
    {"Land;Code;A\nNorway;047;3\nSweden;046;2\n", 2, false, 0, false, 2},
    {"Land;Code;A\nNorway;47;3\nSweden;46;2\n", 1, false, 0, false, 1},
    {"Land;Code;A\nNorway;0.7;3\nSweden;0.6;2\n", 1, false, 0, false, 1},
    /* numbers that count the rows of each label */
    {"Year;Q;A\nx;1;3\n;2;2\ny;1;3\n;2;2\n", 2, false, 1, false, 2},
    /* years that are called so */
    {"Land;Year;A\nNorway;2015;3\nSweden;2016;2\n", 2, false, 0, false, 2},
    {"Land;Opened;A\nNorway;2015;3\nSweden;2016;2\n", 1, false, 0, false, 1},
    {"Land;Year;A\nNorway;2015;3\nSweden;30;2\n", 1, false, 0, false, 1},
    {"Land;A;Year\nNorway;3;2015\nSweden;2;2016\n", 1, false, 0, false, 1},
    {"Year;Q;A\nx;1;3\n;2;2\ny;2;3\n;3;2\n", 1, false, 0, false, 1},
    {"Year;Q;A\nx;1;3\n;2;2\ny;1;3\n;3;2\n", 1, false, 0, false, 1},
    {"Land;Q;A\nx;1;3\ny;2;2\nz;1;3\n", 1, false, 0, false, 1},
    /* units that are called so, a number among them; not all of them */
    {"Land;Unit;A\nNorway;1000;3\nSweden;tons;2\n", 2, false, 0, false, 2},
    {"Land;Unit;A\nNorway;1000;3\nSweden;100;2\n", 1, false, 0, false, 1},
    {"Land;Share;A\nNorway;1000;3\nSweden;tons;2\n", 1, false, 0, false, 1},
    /* codes of labels that have no values */
    {"Land;Code;A\nEurope;EU;\nNorway;;3\nSweden;;2\n", 2, false, 0, false, 2},
    {"Land;Code;A\nNorway;;3\nSweden;;2\n", 1, false, 0, false, 1},
    /* blanks that repeat the label above, or are none */
    {"Land;Sex;A\nNorway;M;1\n;F;2\nSweden;M;1\n;F;2\n", 2, false, 1, false,
     2},
    {"Land;Sex;Age;A\nNo;M;y;1\n;;o;2\n;F;y;1\n;;o;2\n", 3, false, 3, false,
     3},
    {"Land;Sex;A\nNorway;M;1\nNorway;F;2\nSweden;M;3\n;All;4\n", 2, false, 0,
     false, 2},
    {"Land;Sex;A\n;All;1\nNorway;M;1\n;F;2\n", 2, false, 0, false, 2},
    {"Land;Sex;Age;A\nAll;;;1\nNo;M;y;1\n;;o;2\n;F;y;1\n;;o;2\n", 3, false, 3,
     false, 3},
    /* the same in a list of records, where a blank is not all that is left out
     */
    {"Land;Sex;Value\nNo;M;1\n;F;2\nSe;M;3\n;F;4\n", 2, false, 1, false, 2},
    {"Sex;Land;Value\nM;No;1\nF;No;2\n;No;3\nM;Se;4\nF;Se;5\n;Se;9\n", 2,
     false, 0, false, 2},
    {"Sex;Land;Value\nM;No;1\nM;Se;2\n;No;3\n;Se;4\n;Fi;5\n", 2, false, 0,
     false, 2},
    {"Land;Value;Sex;Age\nNo;1;M;y\nNo;2;;o\nSe;3;M;y\nSe;4;;o\n", 4, false, 0,
     false, 3},
    /* one label a row, as deep as it stands */
    {"Post;;A\nTenured;;1\n;Male;2\n;Female;3\n", 2, true, 0, false, 1},
    {"Post;;A\nTenured;x;1\n;Male;2\n;Female;3\n", 2, false, 1, false, 2},
    {"Post;;A\nTenured;;1\n;Male;2\n;Female;3\n1;Counted;\n2;Guessed;\n", 2,
     true, 0, false, 1},
    /* cut-ins, with one field of labels alone */
    {"Age;A\nMen\n0-17;1\n18+;2\nWomen\n0-17;1\n18+;2\n", 1, false, 0, true,
     2},
    {"Age;A\nMen\n0-17;1\n18+;2\nWomen\nShe;1\nHer;2\n", 1, false, 0, false,
     1},
    /* no rows at all */
    {"Land;A;B\n", 1, false, 0, false, 1},
};

static void
test_find(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof stubs / sizeof *stubs; i++) {
        thr_stub stub = find(stubs[i].text, 0);
        if (stub.fields != stubs[i].fields
            || stub.staggered != stubs[i].staggered
            || stub.filled != stubs[i].filled
            || stub.cut_ins != stubs[i].cut_ins
            || thr_stub_dimensions(&stub) != stubs[i].dimensions)
            fail_msg("\"%s\": %zu fields, staggered %d, filled %x, cut-ins "
                     "%d, %zu dimensions",
                     stubs[i].text, stub.fields, stub.staggered,
                     (unsigned)stub.filled, stub.cut_ins,
                     thr_stub_dimensions(&stub));
    }
}

/* Labels in lines of their own: of rows that recur they are dimensions. */
static void
test_alone(void **state) {
    (void)state;
    thr_stub stub = find("Sex;Age;A\nMen\n;0-17;1\n;18+;2\nWomen\n;0-17;3\n"
                         ";18+;4\n",
                         0);
    assert_int_equal(stub.fields, 2);
    assert_true(stub.alone);
    assert_false(stub.staggered);
    assert_int_equal(stub.filled, 1);
    assert_int_equal(thr_stub_dimensions(&stub), 2);
    stub = find("Goods;;A\nRaw\n;Oil;1\n;Ore;2\nMade\n;Cars;3\n;Toys;4\n", 0);
    assert_int_equal(stub.fields, 2);
    assert_false(stub.alone);
    assert_true(stub.staggered);
    assert_int_equal(thr_stub_dimensions(&stub), 1);
}

/* A field with a heading and nothing below it is no dimension. */
static void
test_empty(void **state) {
    (void)state;
    thr_stub stub = find("Land;Mark;Sex;A\nNorway;;M;1\nSweden;;F;2\n", 0);
    assert_int_equal(stub.fields, 3);
    assert_int_equal(stub.empty, 2);
    assert_int_equal(thr_stub_dimensions(&stub), 2);
    static const bool has[] = {false, true, false, true, false};
    for (size_t field = 0; field < sizeof has; field++)
        assert_int_equal(thr_stub_has(&stub, field), has[field]);
    assert_true(stub.full);
    stub = find("Land;Sex;A\nNorway;M;1\n;F;2\n", 0);
    assert_int_equal(stub.empty, 0);
    assert_false(stub.full);
}

static void
test_given(void **state) {
    (void)state;
    static const char text[] = "Land;Code;A\nNorway;47;3\n;46;2\n";
    thr_stub stub = find(text, 2);
    assert_int_equal(stub.fields, 2);
    assert_int_equal(stub.filled, 1); /* how they are printed is still found */
    assert_int_equal(find(text, 1).fields, 1);
}

/* Fields of labels, and then values. */
static void
add_record(thr_buf *text, size_t labels, size_t fields, const char *value) {
    for (size_t field = 1; field <= fields; field++) {
        thr_buf_text(text, field == 1 ? "x" : ";");
        thr_buf_text(text, field <= labels ? "label" : value);
    }
    thr_buf_char(text, '\n');
}

/* However many fields of texts there are, no stub is wider than what is kept
 * of it. */
static void
test_widest(void **state) {
    (void)state;
    static const size_t widths[] = {THR_STUB_MOST - 1, THR_STUB_MOST,
                                    THR_STUB_MOST + 1, 100};
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
        size_t width = widths[i];
        thr_buf text = {0};
        add_record(&text, width + 2, width + 2, "");
        for (size_t row = 0; row < 3; row++)
            add_record(&text, width, width + 2, "7");
        thr_buf_char(&text, '\0');
        assert_int_equal(find(text.ptr, 0).fields,
                         width < THR_STUB_MOST ? width : THR_STUB_MOST);
        thr_buf_free(&text);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_find),   cmocka_unit_test(test_alone),
        cmocka_unit_test(test_empty),  cmocka_unit_test(test_given),
        cmocka_unit_test(test_widest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
