/* Stub cells to categories: src/layout/labels.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "layout/labels.h"
#include "read_text.h"

/* Labels of one table, and the records that they are read from. */
typedef struct reading {
    text_records records;
    thresh_table *table;
    thr_labels labels;
    thr_buf marks;
    size_t count; /* cells of the last record that are labels */
} reading;

static reading
start(const char *text, thr_stub stub) {
    reading it = {.table = thr_table_new(0)};
    assert_non_null(it.table);
    open_records(&it.records, text, ';', NULL);
    assert_int_equal(thr_labels_start(&it.labels, it.table, &stub, NULL),
                     THRESH_OK);
    return it;
}

static void
end(reading *it) {
    thr_labels_free(&it->labels);
    thr_buf_free(&it->marks);
    close_records(&it->records);
    thresh_table_free(it->table);
}

static const thr_record *
record(const reading *it, size_t i) {
    return thr_window_at(&it->records.window, i);
}

/* Read record `i`, whose label goes on in record `after`, unless that is 0. */
static const thresh_category *
read_keys(reading *it, size_t i, size_t after) {
    /* As the rows do: all texts, and a separator for each. */
    size_t room = record(it, i)->text.len + record(it, after)->text.len
                  + thr_labels_room(&it->labels);
    thr_buf_clear(&it->marks);
    thr_buf_fill(&it->marks, ' ', 2 * room + 1);
    it->marks.len = 0;
    assert_int_equal(
        thr_labels_read(&it->labels, record(it, i),
                        after ? thr_record_cell(record(it, after), 1)
                              : (thresh_str){NULL, 0},
                        &it->marks, &it->count, NULL),
        THRESH_OK);
    return it->labels.keys;
}

static void
assert_label(const thresh_category *key, const char *label) {
    if (!thr_str_equal(key->label, thr_str(label)))
        fail_msg("\"%.*s\", not \"%s\"", THR_STR(key->label), label);
    assert_true(key->parent == THRESH_NONE);
    assert_int_equal(key->level, -1);
}

static void
test_indent(void **state) {
    (void)state;
    static const struct {
        const char *printed;
        const char *label;
        uint32_t indent;
    } rows[] = {
        {"Norway", "Norway", 0},
        {"  Norway", "Norway", 2},
        {"\xC2\xA0Norway", "Norway", 1},
        /* leaders and dashes */
        {".. Denmark", "Denmark", 2},
        {"..Denmark", "Denmark", 2},
        {"  .Denmark", "Denmark", 3},
        {"- men", "men", 1},
        {"\xE2\x80\x93 men", "men", 1},
        {"- 5 years", "5 years", 1},
        {"-men", "-men", 1},
        {"--men", "--men", 0},
        {"\xE2\x80\x94", "\xE2\x80\x94", 0},
        /* what belongs to a number, or is all there is */
        {".5", ".5", 0},
        {"-5", "-5", 0},
        {"- 5", "- 5", 0},
        {"..", "..", 0},
        {"- ", "-", 0},
        /* a no-break space of the Macintosh, read as Latin-1 */
        {"\xC3\x8ANorway", "Norway", 1},
        {"\xC3\x8A\xC3\x8Anorth", "north", 2},
        {"\xC3\x8Atre", "\xC3\x8Atre", 0},
        {"Norway\xC3\x8A", "Norway", 0},
        {"Norway\xC3\x8A\xC3\x8A", "Norway", 0},
        {"CR\xC3\x8A", "CR\xC3\x8A", 0},
        {"\xC3\x8A", "\xC3\x8A", 0},
        {"", "", 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        thr_buf text = {0};
        thr_buf_text(&text, rows[i].printed);
        thr_buf_text(&text, ";1");
        thr_buf_char(&text, '\0');
        reading it = start(text.ptr, (thr_stub){.fields = 1});
        const thresh_category *key = read_keys(&it, 0, 0);
        assert_label(key, rows[i].label);
        if (key->indent != rows[i].indent)
            fail_msg("\"%s\": %u deep", rows[i].printed,
                     (unsigned)key->indent);
        end(&it);
        thr_buf_free(&text);
    }
}

static void
test_marks_and_places(void **state) {
    (void)state;
    reading it = start("T\nSerbia \xC2\xB9;M 2);1\nNorway;*;2\n",
                       (thr_stub){.fields = 2});
    const thresh_category *keys = read_keys(&it, 1, 0);
    assert_label(&keys[0], "Serbia");
    assert_label(&keys[1], "M");
    assert_true(thr_str_equal(keys[0].marks, THR_LIT("1")));
    assert_true(thr_str_equal(keys[1].marks, THR_LIT("2")));
    assert_int_equal(keys[1].place.line, 2);
    assert_int_equal(keys[1].place.field, 2);
    assert_int_equal(it.count, 2);
    keys = read_keys(&it, 2, 0);
    assert_label(&keys[1], "*"); /* nothing else: it is the label */
    assert_int_equal(keys[1].marks.len, 0);
    end(&it);
}

/* A label holds for the blanks below it, and no longer than the one left of
 * it. */
static void
test_filled_down(void **state) {
    (void)state;
    static const struct {
        const char *labels[3];
        size_t count;
        uint64_t line; /* of the first */
    } expected[] = {
        {{"Oslo", "M", "young"}, 3, 1}, {{"Oslo", "M", "old"}, 1, 1},
        {{"Oslo", "F", "young"}, 2, 1}, {{"Bergen", "", "young"}, 2, 4},
        {{"Bergen", "", ""}, 1, 5},     {{"", "", ""}, 0, 6},
    };
    reading it = start("Oslo;M;young;1\n;;old;2\n;F;young;3\nBergen;;young;4\n"
                       "Bergen;;;5\n;;;6\n",
                       (thr_stub){.fields = 3, .filled = 3});
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        const thresh_category *keys = read_keys(&it, i, 0);
        for (size_t field = 0; field < 3; field++)
            assert_label(&keys[field], expected[i].labels[field]);
        assert_int_equal(keys[0].place.line, expected[i].line);
        assert_int_equal(it.count, expected[i].count);
    }
    end(&it);
}

static void
test_not_filled_down(void **state) {
    (void)state;
    reading it = start("Oslo;M;1\n;F;2\n", (thr_stub){.fields = 2});
    (void)read_keys(&it, 0, 0);
    const thresh_category *keys = read_keys(&it, 1, 0);
    assert_label(&keys[0], "");
    assert_label(&keys[1], "F");
    end(&it);
}

/* The widest stub has something to hold each of its labels. */
static void
test_widest(void **state) {
    (void)state;
    thr_buf text = {0};
    for (size_t i = 0; i < THR_STUB_MOST; i++)
        thr_buf_text(&text, "a;");
    thr_buf_text(&text, "1\n");
    for (size_t i = 1; i < THR_STUB_MOST; i++)
        thr_buf_text(&text, ";");
    thr_buf_text(&text, "b;1\n");
    thr_buf_char(&text, '\0');
    reading it = start(
        text.ptr, (thr_stub){.fields = THR_STUB_MOST, .filled = UINT32_MAX});
    (void)read_keys(&it, 0, 0);
    const thresh_category *keys = read_keys(&it, 1, 0);
    for (size_t i = 0; i + 1 < THR_STUB_MOST; i++)
        assert_label(&keys[i], "a");
    assert_label(&keys[THR_STUB_MOST - 1], "b");
    end(&it);
    thr_buf_free(&text);
}

/* One label a row; each field to the right is deeper than blanks can be. */
static void
test_staggered(void **state) {
    (void)state;
    reading it = start("  Tenured;;1\n;Male 1);2\n;;3\n",
                       (thr_stub){.fields = 2, .staggered = true});
    assert_label(read_keys(&it, 0, 0), "Tenured");
    assert_int_equal(it.labels.keys->indent, 2);
    const thresh_category *key = read_keys(&it, 1, 0);
    assert_label(key, "Male");
    assert_true(thr_str_equal(key->marks, THR_LIT("1")));
    assert_true(key->indent > 2);
    assert_int_equal(key->place.field, 2);
    assert_int_equal(it.count, 1);
    assert_label(read_keys(&it, 2, 0), "");
    end(&it);
}

static void
test_packed(void **state) {
    (void)state;
    reading it = start("YR, F,AL;1\nYR;2\nYR,F,A,L;3\n",
                       (thr_stub){.fields = 1, .parts = 3, .separator = ','});
    static const char *const expected[][3] = {
        {"YR", "F", "AL"}, {"YR", "", ""}, {"YR", "F", "A,L"}};
    for (size_t i = 0; i < 3; i++) {
        const thresh_category *keys = read_keys(&it, i, 0);
        for (size_t part = 0; part < 3; part++) {
            assert_label(&keys[part], expected[i][part]);
            assert_int_equal(keys[part].place.line, i + 1);
        }
    }
    end(&it);
}

/* A label over two lines stands where its first one does. */
static void
test_two_lines(void **state) {
    (void)state;
    reading it = start("  Navigational and\ncontrol 2);1\nMen,;2\nof age\n"
                       "Women;3\n",
                       (thr_stub){.fields = 1});
    assert_int_equal(thr_labels_hold(&it.labels, record(&it, 0), NULL),
                     THRESH_OK);
    const thresh_category *key = read_keys(&it, 1, 0);
    assert_label(key, "Navigational and control");
    assert_true(thr_str_equal(key->marks, THR_LIT("2")));
    assert_int_equal(key->indent, 2);
    assert_int_equal(key->place.line, 1);
    key = read_keys(&it, 2, 3);
    assert_label(key, "Men, of age");
    assert_int_equal(key->place.line, 3);
    assert_label(read_keys(&it, 4, 0), "Women"); /* nothing is left of them */
    end(&it);
}

static void
test_cut_ins(void **state) {
    (void)state;
    reading it = start("All;1\nOslo\nMen:\n0-17 1);1\nWomen 2)\n0-17;2\n"
                       "Bergen\n:\n0-17;3\n",
                       (thr_stub){.fields = 1, .cut_ins = true});
    static const struct {
        size_t cut_in; /* 0 = none */
        bool outer;
        size_t row;
        const char *label;
        const char *marks;
        uint64_t line;
    } steps[] = {
        {0, false, 0, "", "", 0},
        {1, true, 0, "Oslo", "", 2},
        {2, false, 3, "Oslo: Men", "", 3},
        {4, false, 5, "Oslo: Women", "2", 5},
        {6, true, 5, "Bergen", "", 7},
        {7, false, 8, "Bergen: :", "", 8},
    };
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        if (steps[i].cut_in > 0)
            assert_int_equal(thr_labels_cut_in(&it.labels,
                                               record(&it, steps[i].cut_in),
                                               steps[i].outer, NULL),
                             THRESH_OK);
        const thresh_category *keys = read_keys(&it, steps[i].row, 0);
        assert_label(&keys[0], steps[i].label);
        assert_true(thr_str_equal(keys[0].marks, thr_str(steps[i].marks)));
        assert_int_equal(keys[0].place.line, steps[i].line);
        assert_true(keys[1].label.len > 0);
        assert_int_equal(it.count, 1); /* the cut-in is of another record */
    }
    end(&it);
}

/* A label in a line of its own holds for its field, and ends those right of
 * it. */
static void
test_hold_field(void **state) {
    (void)state;
    reading it = start("Oslo\n;Men\n;;0-17;1\n;Women;0-17;2\nBergen\n"
                       ";;0-17;3\n",
                       (thr_stub){.fields = 3, .filled = 3, .alone = true});
    static const struct {
        size_t row;
        const char *labels[3];
        uint64_t line; /* of the second */
    } expected[] = {
        {0, {"", "", ""}, 0},
        {1, {"", "", ""}, 0},
        {2, {"Oslo", "Men", "0-17"}, 2},
        {3, {"Oslo", "Women", "0-17"}, 4},
        {4, {"", "", ""}, 0},
        {5, {"Bergen", "", "0-17"}, 6},
    };
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        if (expected[i].line == 0) {
            assert_int_equal(
                thr_labels_hold_field(&it.labels, record(&it, i), NULL),
                THRESH_OK);
            continue;
        }
        const thresh_category *keys = read_keys(&it, i, 0);
        for (size_t field = 0; field < 3; field++)
            assert_label(&keys[field], expected[i].labels[field]);
        assert_int_equal(keys[1].place.line, expected[i].line);
    }
    end(&it);
}

/* A field without labels is no dimension, whatever stands in it. */
static void
test_empty_field(void **state) {
    (void)state;
    reading it = start("Oslo;x;Men;1\n", (thr_stub){.fields = 3, .empty = 2});
    const thresh_category *keys = read_keys(&it, 0, 0);
    assert_label(&keys[0], "Oslo");
    assert_label(&keys[1], "Men");
    assert_int_equal(it.count, 2);
    end(&it);
}

/* What an earlier table held is none of the next one's. */
static void
test_next_table(void **state) {
    (void)state;
    const thr_stub stub = {.fields = 2, .filled = 1, .cut_ins = true};
    reading it = start("Men\nOslo;x;1\n;y;2\n", stub);
    assert_int_equal(thr_labels_cut_in(&it.labels, record(&it, 0), true, NULL),
                     THRESH_OK);
    assert_int_equal(thr_labels_hold(&it.labels, record(&it, 0), NULL),
                     THRESH_OK);
    (void)read_keys(&it, 1, 0);
    assert_label(&read_keys(&it, 2, 0)[1], "Oslo");
    assert_int_equal(thr_labels_start(&it.labels, it.table, &stub, NULL),
                     THRESH_OK);
    assert_int_equal(thr_labels_room(&it.labels), 0);
    const thresh_category *keys = read_keys(&it, 2, 0);
    assert_label(&keys[0], "");
    assert_label(&keys[1], "");
    assert_label(&keys[2], "y");
    end(&it);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_indent),
        cmocka_unit_test(test_marks_and_places),
        cmocka_unit_test(test_filled_down),
        cmocka_unit_test(test_not_filled_down),
        cmocka_unit_test(test_widest),
        cmocka_unit_test(test_staggered),
        cmocka_unit_test(test_packed),
        cmocka_unit_test(test_two_lines),
        cmocka_unit_test(test_cut_ins),
        cmocka_unit_test(test_hold_field),
        cmocka_unit_test(test_empty_field),
        cmocka_unit_test(test_next_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
