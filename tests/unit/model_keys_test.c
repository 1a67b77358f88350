/* The keys of rows, and where their labels stood: src/model/keys.c. */
#include "model/keys.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "make_table.h"

enum { KEYS = 3 };

/* A label, and its place: a line of 0 is that of its row. */
typedef struct label {
    const char *text;
    uint32_t line, field, column;
} label;

static thresh_table *
open_table(void) {
    thresh_table *table = thr_table_new(0);
    assert_non_null(table);
    table->ndimensions = table->naxis[THRESH_ROWS] = KEYS;
    table->dimensions = thr_arena_array(&table->arena, KEYS,
                                        sizeof *table->dimensions);
    table->categories = thr_arena_array(&table->arena, KEYS,
                                        sizeof *table->categories);
    table->ncolumns = 1;
    return table;
}

static thresh_place
place_of(const label *one, uint64_t line) {
    return (thresh_place){.line = one->line > 0 ? one->line : line,
                          .record = one->line > 0 ? one->line : line,
                          .field = one->field,
                          .column = one->column};
}

static void
add(thresh_table *table, uint64_t line, const label labels[KEYS]) {
    thresh_category keys[KEYS];
    thresh_cell cell = make_cell("1");
    for (size_t i = 0; i < KEYS; i++)
        keys[i] = (thresh_category){.label = thr_str(labels[i].text),
                                    .parent = THRESH_NONE,
                                    .place = place_of(&labels[i], line)};
    const thresh_row row = {.keys = keys,
                            .cells = &cell,
                            .ncells = 1,
                            .line = line,
                            .record = line};
    assert_int_equal(thr_table_add_row(table, &row, NULL), THRESH_OK);
}

static void
assert_place(thresh_place a, thresh_place b) {
    assert_int_equal(a.line, b.line);
    assert_int_equal(a.record, b.record);
    assert_int_equal(a.field, b.field);
    assert_int_equal(a.column, b.column);
}

/* Both ways to look at row `index` give the labels that it was made of. */
static void
assert_row(const thresh_table *table, size_t index, uint64_t line,
           const label labels[KEYS]) {
    thresh_category lent[KEYS];
    thr_table_row_keys(table, index, lent);
    for (size_t i = 0; i < KEYS; i++) {
        thresh_place place = place_of(&labels[i], line);
        assert_true(thr_str_equal(lent[i].label, thr_str(labels[i].text)));
        assert_place(lent[i].place, place);
        assert_place(thresh_table_label_place(table, i, index, 0), place);
    }
}

/* Rows from line 11 on; returns whether a place is kept. */
static bool
check(const label (*rows)[KEYS], size_t count) {
    thresh_table *table = open_table();
    for (size_t i = 0; i < count; i++)
        add(table, 11 + i, rows[i]);
    for (size_t i = 0; i < count; i++)
        assert_row(table, i, 11 + i, rows[i]);
    bool kept = table->chunks[0]->places != NULL;
    thresh_table_free(table);
    return kept;
}

static void
test_told(void **state) {
    (void)state;
    /* each behind the other, whatever their width */
    static const label flowing[][KEYS] = {
        {{"Oslo", 0, 1, 1}, {"Men", 0, 2, 6}, {"2007", 0, 3, 10}},
        {{"B\xC3\xA6rum", 0, 1, 1}, {"Women", 0, 2, 7}, {"2007", 0, 3, 13}},
        {{"Oslo", 0, 1, 1}, {"Women", 0, 2, 6}, {"2008", 0, 3, 12}}};
    /* each in a column of its own */
    static const label lined[][KEYS] = {
        {{"Oslo", 0, 1, 1}, {"Men", 0, 2, 20}, {"2007", 0, 3, 30}},
        {{"Bergen", 0, 1, 1}, {"Women", 0, 2, 20}, {"2007", 0, 3, 30}}};
    /* above, or left out where it is that of the row before */
    static const label above[][KEYS] = {
        {{"Oslo", 9, 1, 1}, {"Men", 0, 1, 3}, {"2007", 0, 2, 7}},
        {{"Oslo", 9, 1, 1}, {"Women", 0, 1, 3}, {"2007", 0, 2, 9}},
        {{"Oslo", 9, 1, 1}, {"Women", 12, 1, 3}, {"2008", 0, 2, 4}}};
    assert_false(check(flowing, 3));
    assert_false(check(lined, 2));
    assert_false(check(above, 3));
}

/* What no rule tells is kept: another field, another line, a gap. */
static void
test_kept(void **state) {
    (void)state;
    static const label rows[][KEYS] = {
        {{"Oslo", 0, 1, 1}, {"Men", 0, 2, 6}, {"2007", 0, 3, 10}},
        {{"Oslo", 0, 1, 1}, {"Men", 0, 2, 8}, {"2007", 0, 3, 14}},
        {{"Oslo", 0, 2, 1}, {"Men", 0, 3, 6}, {"2007", 0, 4, 10}},
        {{"Oslo", 3, 1, 1}, {"Men", 4, 2, 6}, {"2007", 5, 3, 10}},
        {{"Oslo", 0, 0, 0}, {"Men", 0, 0, 0}, {"2007", 0, 0, 0}}};
    assert_true(check(rows, 5));
    assert_false(check(rows, 1));
    for (size_t i = 1; i < 5; i++) {
        const label two[2][KEYS] = {{rows[0][0], rows[0][1], rows[0][2]},
                                    {rows[i][0], rows[i][1], rows[i][2]}};
        assert_true(check(two, 2));
    }
}

/* Beyond one chunk: the first that keeps a place is the only one. */
static void
test_many(void **state) {
    (void)state;
    enum { ROWS = 300, ODD = 150 };
    thresh_table *table = open_table();
    label labels[KEYS] = {
        {"Oslo", 0, 1, 1}, {"Men", 0, 2, 6}, {"1", 0, 3, 10}};
    for (size_t i = 0; i < ROWS; i++) {
        labels[1].column = labels[2].column - 4 + (i == ODD);
        add(table, 1 + i, labels);
    }
    for (size_t i = 0; i < ROWS; i++) {
        labels[1].column = labels[2].column - 4 + (i == ODD);
        assert_row(table, i, 1 + i, labels);
        assert_int_equal(table->chunks[i / THR_CHUNK]->places != NULL,
                         i / THR_CHUNK == ODD / THR_CHUNK);
    }
    thr_keys_set(table, ODD, 0, 0);
    assert_row(table, 0, 1, labels);
    thresh_table_free(table);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_told),
        cmocka_unit_test(test_kept),
        cmocka_unit_test(test_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
