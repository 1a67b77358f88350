/* Rows of a streamed sheet: src/workbook/workbook_rows.c. What is written
 * there and what the library writes of the same cells is the same: a row whose
 * last cell is ordered first is left to it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "open_book.h"

enum { MANY = 1000000 };

/* The `<sheetData>` of one of the sheets that have cells, from 0. */
static char *
data_of(char *text, size_t sheet) {
    char *start = strstr(text, "<sheetData>");
    for (; sheet > 0 && start != NULL; sheet--)
        start = strstr(start + 1, "<sheetData>");
    assert_non_null(start);
    assert_non_null(strstr(start, "</sheetData>"));
    return start;
}

static size_t
length_of(const char *data) {
    return (size_t)(strstr(data, "</sheetData>") - data);
}

/* One cell of a row that has all kinds. */
static void
put_kind(book *b, thr_sheet *sheet, uint64_t row, size_t kind) {
    static const char *const texts[] = {
        "Oslo",     "R & D",        "a<b>c", " before", "behind ", "_x000D_",
        "\xC3\x98", "\xEF\xBF\xBD", "\x01",  "\x7F",    "\"'",     "="};
    static const struct {
        int64_t coef;
        unsigned scale;
    } numbers[] = {{0, 0},
                   {5, 0},
                   {-5, 0},
                   {15, 1},
                   {1, 3},
                   {100, 2},
                   {-1, 14},
                   {999999999999999, 0},
                   {999999999999999, 14},
                   {995, 2},
                   {0, 2}};
    enum {
        TEXTS = sizeof texts / sizeof *texts,
        NUMBERS = sizeof numbers / sizeof *numbers
    };
    const thr_style plain = {.bold = true}, number = {.number = "0.00"};
    thr_spot spot = at(row, kind * 97);
    const thr_style *style = kind % 2 ? &plain : NULL;
    if (kind < TEXTS) {
        assert_int_equal(
            thr_sheet_text(sheet, spot, thr_str(texts[kind]), style, &b->err),
            THRESH_OK);
        return;
    }
    kind -= TEXTS;
    if (kind < NUMBERS)
        assert_int_equal(thr_sheet_number(sheet, spot, numbers[kind].coef,
                                          numbers[kind].scale,
                                          style ? &number : NULL, &b->err),
                         THRESH_OK);
    else if (kind == NUMBERS)
        assert_int_equal(thr_sheet_boolean(sheet, spot, true, style, &b->err),
                         THRESH_OK);
    else
        assert_int_equal(thr_sheet_text(sheet, spot, (thresh_str){NULL, 0},
                                        &plain, &b->err),
                         THRESH_OK);
}

enum { KINDS = 25 };

static void
put_nothing(book *b, thr_sheet *sheet, uint64_t row, size_t column) {
    assert_int_equal(thr_sheet_text(sheet, at(row, column),
                                    (thresh_str){NULL, 0}, NULL, &b->err),
                     THRESH_OK);
}

/* A row of each two kinds, grouped as deep as can be and deeper, and one of
 * all but the texts that no plain row may hold. */
static void
fill(book *b, thr_sheet *sheet, bool by_library) {
    for (size_t i = 0; i + 1 < KINDS; i++) {
        put_nothing(b, sheet, i, 0);
        put_kind(b, sheet, i, by_library ? i + 1 : i);
        put_nothing(b, sheet, i, KINDS * 97);
        put_kind(b, sheet, i, by_library ? i : i + 1);
        assert_int_equal(
            thr_sheet_set_row(sheet, i, 0, (unsigned)i % 10, &b->err),
            THRESH_OK);
    }
    put_nothing(b, sheet, 2 * KINDS, 0); /* a row of its own */
    if (by_library)
        put_kind(b, sheet, KINDS, KINDS - 1);
    for (size_t i = 10; i + by_library < KINDS; i++)
        put_kind(b, sheet, KINDS, i);
}

static void
test_as_the_library(void **state) {
    (void)state;
    book b;
    open_book(&b);
    thr_sheet *ours = add_sheet(&b, "Ours", MANY);
    thr_sheet *theirs = add_sheet(&b, "Theirs", MANY);
    fill(&b, ours, false);
    fill(&b, theirs, true);
    char *text = close_book(&b);
    const char *one = data_of(text, 0), *other = data_of(text, 1);
    assert_int_equal(length_of(one), length_of(other));
    assert_memory_equal(one, other, length_of(one));
    const char *deepest = strstr(text, "outlineLevelRow=\"7\"");
    assert_non_null(deepest);
    assert_non_null(strstr(deepest + 1, "outlineLevelRow=\"7\""));
    free(text);
}

/* Whatever else is ordered of a row, and whichever sheet comes between, each
 * row is there once. */
static void
test_mixed_with_the_library(void **state) {
    (void)state;
    book b;
    open_book(&b);
    thr_sheet *first = add_sheet(&b, "First", MANY);
    thr_sheet *second = add_sheet(&b, "Second", MANY);
    const thr_style style = {.bold = true};
    for (uint64_t row = 0; row < 6; row++) {
        assert_int_equal(
            thr_sheet_number(first, at(row, 0), (int64_t)row, 0, NULL, &b.err),
            THRESH_OK);
        if (row == 1)
            assert_int_equal(thr_sheet_set_row(first, row, 0, 2, &b.err),
                             THRESH_OK);
        if (row == 1) /* a cell behind it, and then one for the library */
            assert_int_equal(
                thr_sheet_number(first, at(row, 1), 7, 0, NULL, &b.err),
                THRESH_OK);
        if (row == 5)
            assert_int_equal(thr_sheet_set_row(first, row, 0, 3, &b.err),
                             THRESH_OK);
        if (row == 2 || row == 5)
            assert_int_equal(thr_sheet_formula(first, at(row, 1), "=A1+A2", 1,
                                               0, NULL, &b.err),
                             THRESH_OK);
        if (row == 3)
            assert_int_equal(thr_sheet_marked(first, at(row, 1), THR_LIT("a"),
                                              THR_LIT("b"), NULL, &b.err),
                             THRESH_OK);
        assert_int_equal(
            thr_sheet_text(second, at(row, 0), THR_LIT("x"), &style, &b.err),
            THRESH_OK);
        if (row == 4)
            assert_int_equal(
                thr_sheet_merge_line(first, at(row, 0), 3, &style, &b.err),
                THRESH_OK);
    }
    char *text = close_book(&b);
    assert_has(text, "<row r=\"1\">\n<c r=\"A1\"><v>0</v></c>\n</row>");
    assert_has(text,
               "<row r=\"2\" outlineLevel=\"2\">\n<c r=\"A2\"><v>1</v></c>"
               "\n<c r=\"B2\"><v>7</v></c>\n</row>");
    assert_has(text, "<c r=\"A3\"><v>2</v></c>\n<c r=\"B3\"><f>A1+A2</f>");
    assert_has(text, "<c r=\"A4\"><v>3</v></c>\n<c r=\"B4\" t=\"inlineStr\">");
    assert_has(text, "<c r=\"A5\"><v>4</v></c>\n<c r=\"B5\" s=\"1\"/>");
    assert_has(text,
               "<row r=\"6\" outlineLevel=\"3\">\n<c r=\"A6\"><v>5</v></c>"
               "\n<c r=\"B6\"><f>A1+A2</f>");
    assert_has(text, "<row r=\"6\">\n<c r=\"A6\" s=\"1\" t=\"inlineStr\">"
                     "<is><t>x</t></is></c>\n</row>");
    assert_has(text, "<dimension ref=\"A1:C6\"/>");
    assert_has(text, "<dimension ref=\"A1:A6\"/>");
    free(text);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_as_the_library),
        cmocka_unit_test(test_mixed_with_the_library),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
