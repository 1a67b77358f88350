/* A loaded table: src/model/table.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "make_table.h"

static void
test_counts(void **state) {
    (void)state;
    thresh_table *table = make_table();
    thresh_counts counts = thresh_table_counts(table);
    assert_int_equal(counts.rows, 4);
    assert_int_equal(counts.columns, 3);
    assert_int_equal(counts.observations, 11); /* one is blank */
    assert_int_equal(counts.nil, 1);
    assert_int_equal(counts.missing, 1);
    assert_int_equal(counts.text, 1);
    thresh_table_free(table);
    thresh_table_free(NULL);
}

static void
test_symbols_in_order_of_use(void **state) {
    (void)state;
    thresh_table *table = make_table();
    const char *const more[] = {"..", "-", "-"};
    assert_true(make_row(table, "More", "", more));
    const thresh_symbol *symbols;
    assert_int_equal(thresh_table_symbols(table, &symbols), 2);
    assert_true(thr_str_equal(symbols[0].text, THR_LIT("-")));
    assert_int_equal(symbols[0].status, THRESH_NIL);
    assert_int_equal(symbols[0].count, 3);
    assert_true(thr_str_equal(symbols[1].text, THR_LIT("..")));
    assert_int_equal(symbols[1].count, 2);
    assert_true(symbols[0].reason.len > 0);
    thresh_table_free(table);
}

/* Rows are copied: what was lent may change. Arrays move while they grow. */
static void
test_rows_are_copied(void **state) {
    (void)state;
    static const char *const headings[] = {"a", "b"};
    thresh_table *table = make_frame_of("row", 2, headings);
    char label[8], printed[8];
    for (int i = 0; i < 1000; i++) {
        (void)snprintf(label, sizeof label, "r%d", i);
        (void)snprintf(printed, sizeof printed, "%d", i);
        assert_true(
            make_row(table, label, "", (const char *const[]){printed, "-"}));
    }
    assert_int_equal(thresh_table_rows(table), 1000);
    for (size_t i = 0; i < 1000; i++) {
        (void)snprintf(label, sizeof label, "r%zu", i);
        (void)snprintf(printed, sizeof printed, "%zu", i);
        thresh_category category = thresh_table_category(table, 0, i);
        thresh_cell cell = thresh_table_cell(table, i, 0);
        assert_true(thr_str_equal(category.label, thr_str(label)));
        assert_true(thr_str_equal(cell.text, thr_str(printed)));
        assert_int_equal(cell.coef, i);
        assert_int_equal(thresh_table_key(table, 0, i, 1), i);
    }
    thresh_table_free(table);
}

/* A lone row dimension has a category for each row, even of equal labels. */
static void
test_equal_labels_stay_apart(void **state) {
    (void)state;
    static const char *const headings[] = {"a"};
    thresh_table *table = make_frame_of("row", 1, headings);
    const char *const one[] = {"1"};
    assert_true(make_row(table, "Other", "", one));
    assert_true(make_row(table, "Other", "1", one));
    assert_int_equal(thresh_table_key(table, 0, 0, 0), 0);
    assert_int_equal(thresh_table_key(table, 0, 1, 0), 1);
    assert_true(
        thr_str_equal(thresh_table_category(table, 0, 1).marks, THR_LIT("1")));
    thresh_table_free(table);
}

static void
add_pair(thresh_table *table, const char *first, const char *second) {
    thresh_category keys[] = {{.label = thr_str(first)},
                              {.label = thr_str(second)}};
    thresh_cell cell = make_cell("1");
    thresh_row row = {.keys = keys, .cells = &cell, .ncells = 1};
    assert_int_equal(thr_table_add_row(table, &row, NULL), THRESH_OK);
}

/* Of several row dimensions, rows share the categories. */
static void
test_several_row_dimensions(void **state) {
    (void)state;
    thresh_table *table = thr_table_new(0);
    table->ndimensions = 2;
    table->naxis[THRESH_ROWS] = 2;
    table->dimensions = thr_arena_array(&table->arena, 2,
                                        sizeof *table->dimensions);
    table->categories = thr_arena_array(&table->arena, 2,
                                        sizeof *table->categories);
    table->ncolumns = 1;
    add_pair(table, "Oslo", "Males");
    add_pair(table, "Oslo", "Females");
    add_pair(table, "Bergen", "Males");
    static const size_t keys[3][2] = {{0, 0}, {0, 1}, {1, 0}};
    thresh_category lent[2];
    for (size_t row = 0; row < 3; row++) {
        for (size_t i = 0; i < 2; i++)
            assert_int_equal(thresh_table_key(table, i, row, 0), keys[row][i]);
        thr_table_row_keys(table, row, lent);
        assert_true(thr_str_equal(lent[0].label, row < 2 ? THR_LIT("Oslo")
                                                         : THR_LIT("Bergen")));
    }
    assert_int_equal(table->dimensions[0].ncategories, 2);
    assert_int_equal(table->dimensions[1].ncategories, 2);
    thresh_table_free(table);
}

/* A row knows where its own label stood, also where its category is shared. */
static void
test_places_of_labels(void **state) {
    (void)state;
    thresh_table *table = thr_table_new(0);
    table->ndimensions = 2;
    table->naxis[THRESH_ROWS] = 2;
    table->dimensions = thr_arena_array(&table->arena, 2,
                                        sizeof *table->dimensions);
    table->categories = thr_arena_array(&table->arena, 2,
                                        sizeof *table->categories);
    table->ncolumns = 1;
    thresh_cell cell = make_cell("1");
    thresh_category lent[2];
    for (uint64_t line = 1; line <= 2; line++) {
        thresh_category keys[] = {
            {.label = THR_LIT("Oslo"), .place = {.line = line, .field = 1}},
            {.label = THR_LIT("Men"), .place = {.line = line, .field = 2}}};
        const thresh_row row = {.keys = keys, .cells = &cell, .ncells = 1};
        assert_int_equal(thr_table_add_row(table, &row, NULL), THRESH_OK);
    }
    assert_int_equal(table->dimensions[0].ncategories, 1);
    for (size_t row = 0; row < 2; row++) {
        thr_table_row_keys(table, row, lent);
        for (size_t i = 0; i < 2; i++) {
            thresh_place place = thresh_table_label_place(table, i, row, 0);
            assert_int_equal(place.line, row + 1);
            assert_int_equal(place.field, i + 1);
            assert_int_equal(lent[i].place.line, row + 1);
        }
    }
    /* a category keeps the first of them */
    assert_int_equal(thresh_table_category(table, 0, 0).place.line, 1);
    assert_int_equal(thresh_table_label_place(table, 0, 2, 0).line, 0);
    assert_int_equal(thresh_table_label_place(table, 2, 0, 0).line, 0);
    thresh_table_free(table);
}

/* One row dimension, columns and constants: that of their category. */
static void
test_places_of_categories(void **state) {
    (void)state;
    thresh_table *table = make_table();
    assert_int_equal(thresh_table_label_place(table, 0, 1, 0).line, 8);
    thresh_category more = {.label = THR_LIT("More"), .place = {.line = 6}};
    assert_int_equal(thr_table_add_category(table, 1, &more, NULL), THRESH_OK);
    table->column_keys[2] = 3;
    assert_int_equal(thresh_table_label_place(table, 1, 1, 2).line, 6);
    assert_int_equal(thresh_table_label_place(table, 2, 1, 2).line, 0);
    thresh_table_free(table);
}

static void
test_notes_are_copied(void **state) {
    (void)state;
    thresh_table *table = thr_table_new(0);
    char text[] = "text", mark[] = "1";
    for (uint64_t i = 0; i < 20; i++) {
        thresh_note note = {.kind = THRESH_SOURCE,
                            .mark = thr_str(mark),
                            .text = thr_str(text),
                            .place = {.line = i}};
        assert_int_equal(thr_table_add_note(table, &note, NULL), THRESH_OK);
    }
    text[0] = mark[0] = 'x';
    const thresh_note *notes;
    assert_int_equal(thresh_table_notes(table, &notes), 20);
    assert_true(thr_str_equal(notes[19].text, THR_LIT("text")));
    assert_true(thr_str_equal(notes[0].mark, THR_LIT("1")));
    assert_int_equal(notes[19].kind, THRESH_SOURCE);
    assert_int_equal(notes[19].place.line, 19);
    thresh_table_free(table);
}

/* Past the limit a row is refused with its line, and the table holds the rows
 * before it, whole. */
static void
test_limit(void **state) {
    (void)state;
    static const char *const headings[] = {"a"};
    thresh_table *table = make_frame_of("row", 1, headings);
    table->arena.limit = table->arena.used + 20000;
    thresh_category key = {.label = THR_LIT("label")};
    thresh_cell cell = make_cell("1");
    thresh_row row = {.keys = &key, .cells = &cell, .ncells = 1};
    thresh_result result = THRESH_OK;
    thresh_error err = {0};
    size_t count = 0;
    for (; result == THRESH_OK; count++) {
        key.place.line = row.line = count + 1;
        result = thr_table_add_row(table, &row, &err);
    }
    assert_int_equal(result, THRESH_E_LIMIT);
    assert_int_equal(err.line, count);
    assert_non_null(strstr(err.message, "max_memory"));
    assert_in_range(count, 10, 1000);
    assert_int_equal(thresh_table_rows(table), count - 1);
    for (size_t i = 0; i < count - 1; i++)
        assert_int_equal(thresh_table_cell(table, i, 0).coef, 1);
    thresh_table_free(table);
}

/* Lines are kept in 32 bits: what is behind them fails, it does not wrap. */
static void
test_last_line(void **state) {
    (void)state;
    thresh_error err = {0};
    thresh_table *table = make_frame();
    assert_non_null(table);
    thresh_category key = {.label = THR_LIT("a"), .parent = THRESH_NONE};
    thresh_row row = {.keys = &key, .line = UINT32_MAX, .record = 9};
    assert_int_equal(thr_table_add_row(table, &row, &err), THRESH_OK);
    row.line++;
    assert_int_equal(thr_table_add_row(table, &row, &err), THRESH_E_LIMIT);
    assert_true(err.line == row.line);
    assert_int_equal(thresh_table_rows(table), 1);
    thresh_table_free(table);
}

/* Where the cells of a row are, and which record it is, is told in few bytes
 * as long as they are near, and the record is the line. */
static void
test_rows_far_away(void **state) {
    (void)state;
    thresh_table *table = make_table();
    thr_cells here = {.start = 7}; /* far from all memory of the table */
    const thr_row odd = {&here, 90, 80};
    const thr_row before = thr_table_row(table, 0);
    assert_null(table->chunks[0]->records);
    assert_true(thr_chunk_put(table, table->chunks[0], 1, &odd));
    const thr_row first = thr_table_row(table, 0);
    const thr_row second = thr_table_row(table, 1);
    assert_memory_equal(&first, &before, sizeof first);
    assert_ptr_equal(second.cells, &here);
    assert_int_equal(second.line, 90);
    assert_int_equal(second.record, 80);
    assert_ptr_equal(thr_table_cells(table, 1), &here);
    assert_true(thr_chunk_put(table, table->chunks[0], 1, &first));
    assert_ptr_equal(thr_table_cells(table, 1), first.cells);
    assert_int_equal(thr_table_row(table, 1).record, first.record);
    thresh_table_free(table);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_counts),
        cmocka_unit_test(test_symbols_in_order_of_use),
        cmocka_unit_test(test_rows_are_copied),
        cmocka_unit_test(test_equal_labels_stay_apart),
        cmocka_unit_test(test_several_row_dimensions),
        cmocka_unit_test(test_places_of_labels),
        cmocka_unit_test(test_places_of_categories),
        cmocka_unit_test(test_notes_are_copied),
        cmocka_unit_test(test_limit),
        cmocka_unit_test(test_last_line),
        cmocka_unit_test(test_rows_far_away),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
