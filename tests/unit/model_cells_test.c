/* Cells into packed rows, and out again as they were. */
#include "model/unpack.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/str.h"
#include "make_table.h"

enum { COLUMNS = 7 };

static uint64_t seed = 1;

/* A number below `most`, always the same in one run as in another. */
static size_t
any(size_t most) {
    seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407U;
    return (size_t)(seed >> 33) % most;
}

static void
assert_same(const thresh_cell *a, const thresh_cell *b) {
    assert_true(thr_str_equal(a->text, b->text));
    assert_true(thr_str_equal(a->marks, b->marks));
    assert_int_equal(a->coef, b->coef);
    assert_int_equal(a->scale, b->scale);
    assert_int_equal(a->kind, b->kind);
    assert_int_equal(a->has_value, b->has_value);
    assert_int_equal(a->status, b->status);
    assert_int_equal(a->place.line, b->place.line);
    assert_int_equal(a->place.record, b->place.record);
    assert_int_equal(a->place.field, b->place.field);
    assert_int_equal(a->place.column, b->place.column);
}

/* Some cell, not always one that could be read. */
static thresh_cell
any_cell(size_t field, size_t column) {
    static const char *const texts[] = {
        "",       "-",       "..",  "0",        "7",          "61 774",
        "1 000",  "-0.50",   "007", "12.5",     "5 to 16",    "-1 234 567",
        "+5",     "1,250",   "0.",  "\xC2\xA0", "4294967296", "999999999999",
        "12 345", "123 45",  "-",   "1 2",      "0 123",      "-5",
        "1.5p",   "1234567", "100", "-999",     "0.001",      "8"};
    thresh_cell cell = make_cell(texts[any(sizeof texts / sizeof *texts)]);
    if (any(20) == 0)
        cell.marks = THR_LIT("1");
    if (any(20) == 0)
        cell.status |= THRESH_REVISED;
    if (any(30) == 0)
        cell.coef = (int64_t)any(1000) - 500;
    if (any(30) == 0)
        cell.scale = (uint8_t)any(4);
    cell.place = (thresh_place){.line = 5, .record = 3};
    if (any(20) == 0)
        return cell;
    cell.place.column = (uint32_t)column;
    cell.place.field = (uint32_t)field;
    return cell;
}

static thresh_table *
open_table(void) {
    static const char *const headings[COLUMNS] = {"a", "b", "c", "d",
                                                  "e", "f", "g"};
    thresh_table *table = make_frame_of("item", COLUMNS, headings);
    assert_non_null(table);
    return table;
}

static void
fill(thresh_cell cells[COLUMNS]) {
    size_t column = 10;
    for (size_t i = 0; i < COLUMNS; i++) {
        cells[i] = any_cell(any(40) == 0 ? 77 : i + 2, column);
        column += cells[i].text.len + 1 + (any(100) == 0);
    }
}

static void
add(thresh_table *table, const thresh_cell *cells) {
    thresh_category key = {.label = THR_LIT("label")};
    const thresh_row row = {.keys = &key,
                            .cells = cells,
                            .ncells = COLUMNS,
                            .line = 5,
                            .record = 3};
    assert_int_equal(thr_table_add_row(table, &row, NULL), THRESH_OK);
}

/* All ways to look at a row give the cells that it was made of. */
static void
assert_row(const thresh_table *table, size_t row, const thresh_cell *cells) {
    thresh_cell all[COLUMNS], one, lent;
    char texts[COLUMNS * THR_FORM_MOST], room[THR_FORM_MOST];
    thr_cells_unpack(table, row, all, texts);
    for (size_t i = 0; i < COLUMNS; i++) {
        assert_same(&all[i], &cells[i]);
        one = thr_cells_one(table, row, i, room);
        assert_same(&one, &cells[i]);
        lent = thresh_table_cell(table, row, i);
        assert_same(&lent, &cells[i]);
        int64_t coef;
        const thresh_cell *look = thr_cells_look(table, row, i, &coef);
        assert_int_equal(coef, cells[i].coef);
        assert_int_equal(look->scale, cells[i].scale);
        assert_int_equal(look->kind, cells[i].kind);
    }
}

static void
test_rows(void **state) {
    (void)state;
    enum { ROWS = 500 };
    static thresh_cell cells[ROWS][COLUMNS];
    thresh_table *table = open_table();
    for (size_t row = 0; row < ROWS; row++) {
        fill(cells[row]);
        add(table, cells[row]);
    }
    for (size_t row = 0; row < ROWS; row++)
        assert_row(table, row, cells[row]);
    thresh_table_free(table);
}

/* A cell that is changed leaves the others of its row as they were. */
static void
test_set(void **state) {
    (void)state;
    enum { ROWS = 40, TIMES = 2000 };
    static thresh_cell cells[ROWS][COLUMNS];
    thresh_table *table = open_table();
    for (size_t row = 0; row < ROWS; row++) {
        fill(cells[row]);
        add(table, cells[row]);
    }
    for (size_t i = 0; i < TIMES; i++) {
        size_t row = any(ROWS), column = any(COLUMNS);
        cells[row][column] = any_cell(column + 2, any(90));
        assert_int_equal(
            thr_cells_set(table, row, column, &cells[row][column], NULL),
            THRESH_OK);
        assert_row(table, row, cells[row]);
    }
    thresh_table_free(table);
}

/* What is printed alike takes no memory but five bytes a cell. */
static void
test_lean(void **state) {
    (void)state;
    thresh_table *table = open_table();
    thresh_cell cells[COLUMNS];
    size_t column = 10;
    for (size_t i = 0; i < COLUMNS; i++) {
        cells[i] = make_cell(i % 2 ? "61 774" : "-");
        cells[i].place = (thresh_place){.line = 5,
                                        .record = 3,
                                        .field = (uint32_t)i + 2,
                                        .column = (uint32_t)column};
        column += cells[i].text.len + 1;
    }
    for (size_t row = 0; row < 100; row++)
        add(table, cells);
    assert_int_equal(table->store.nwholes, 0);
    assert_int_equal(table->store.nshapes, 2);
    assert_false(thr_table_row(table, 99).cells->wide);
    assert_false(thr_table_row(table, 99).cells->has_columns);
    thresh_table_free(table);
}

/* Append a row of one cell, printed in the first field on line `line`. */
static void
add_lone(thresh_table *table, uint64_t line, const thresh_cell *cell) {
    thresh_cell placed = *cell;
    placed.place = (thresh_place){
        .line = line, .record = line, .field = 2, .column = 9};
    thresh_category key = {.label = THR_LIT("label")};
    const thresh_row row = {.keys = &key,
                            .cells = &placed,
                            .ncells = 1,
                            .line = line,
                            .record = line};
    assert_int_equal(thr_table_add_row(table, &row, NULL), THRESH_OK);
}

/* What is kept whole is kept once, and stands in each of its rows. To change
 * it there leaves the others as they were. */
static void
test_shared(void **state) {
    (void)state;
    enum { ROWS = 600, KINDS = 60 };
    static const char *const headings[] = {"a"};
    thresh_table *table = make_frame_of("item", 1, headings);
    thresh_cell cell = make_cell("5 to 16");
    char text[16];
    for (size_t i = 0; i < ROWS; i++) {
        (void)snprintf(text, sizeof text, "%zu to 16", i % KINDS);
        cell.text = thr_str(text);
        add_lone(table, 11 + i, &cell);
    }
    assert_int_equal(table->store.nwholes, KINDS);
    thresh_cell other = thresh_table_cell(table, 70, 0);
    other.status = THRESH_REVISED;
    for (size_t row = 70; row < 400; row += KINDS) {
        other.place = thresh_table_cell(table, row, 0).place;
        assert_int_equal(thr_cells_set(table, row, 0, &other, NULL),
                         THRESH_OK);
    }
    assert_int_equal(table->store.nwholes, KINDS + 1);
    for (size_t i = 0; i < ROWS; i++) {
        thresh_cell found = thresh_table_cell(table, i, 0);
        bool changed = i >= 70 && i < 400 && i % KINDS == 10;
        (void)snprintf(text, sizeof text, "%zu to 16", i % KINDS);
        assert_true(thr_str_equal(found.text, thr_str(text)));
        assert_int_equal(found.status, changed ? THRESH_REVISED : 0);
        assert_int_equal(found.place.line, 11 + i);
        assert_int_equal(found.place.record, 11 + i);
        assert_int_equal(found.place.field, 2);
        assert_int_equal(found.place.column, 9);
    }
    thresh_table_free(table);
}

/* More different ones than are known: each is still what it was. */
static void
test_many_wholes(void **state) {
    (void)state;
    enum { ROWS = 100000 };
    static const char *const headings[] = {"a"};
    thresh_table *table = make_frame_of("item", 1, headings);
    thresh_cell cell = make_cell("5 to 16");
    char text[24];
    for (size_t i = 0; i < 2 * ROWS; i++) {
        (void)snprintf(text, sizeof text, "%zu to 16", i % ROWS);
        cell.text = thr_str(text);
        add_lone(table, 1 + i, &cell);
    }
    assert_true(table->store.nwholes < 2 * ROWS);
    for (size_t i = 0; i < 2 * ROWS; i += 7) {
        (void)snprintf(text, sizeof text, "%zu to 16", i % ROWS);
        thresh_cell found = thresh_table_cell(table, i, 0);
        assert_true(thr_str_equal(found.text, thr_str(text)));
        assert_int_equal(found.place.line, 1 + i);
    }
    thresh_table_free(table);
}

/* A text that was lent stays where it is. */
static void
test_lent_texts(void **state) {
    (void)state;
    thresh_table *table = open_table();
    thresh_cell cells[COLUMNS];
    fill(cells);
    cells[3] = make_cell("61 774");
    cells[3].place = (thresh_place){.line = 5, .record = 3, .field = 5};
    add(table, cells);
    thresh_str first = thresh_table_cell(table, 0, 3).text;
    for (size_t i = 0; i < COLUMNS; i++)
        (void)thresh_table_cell(table, 0, i);
    assert_ptr_equal(thresh_table_cell(table, 0, 3).text.ptr, first.ptr);
    assert_true(thr_str_equal(first, THR_LIT("61 774")));
    thresh_table_free(table);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shared), cmocka_unit_test(test_many_wholes),
        cmocka_unit_test(test_rows),   cmocka_unit_test(test_set),
        cmocka_unit_test(test_lean),   cmocka_unit_test(test_lent_texts)};
    return cmocka_run_group_tests_name("model_cells", tests, NULL, NULL);
}
