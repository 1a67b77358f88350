/* Sheets of a workbook that are streamed: src/workbook/workbook.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "open_book.h"

/* Put a header of two rows on a sheet, with a heading that is merged over
 * both, a row of values, and a table object of the whole. */
static void
fill_sheet(book *b, thr_sheet *sheet) {
    const thr_style style = {.bold = true};
    char *fields[] = {"one", "two"};
    const thr_list list = {"thresh_data", fields, 2, 2, &style};
    const thresh_str nothing = {NULL, 0};
    assert_int_equal(thr_sheet_list_header(sheet, &list, &b->err), THRESH_OK);
    thr_spot spot = at(0, 3);
    assert_int_equal(thr_sheet_merge(sheet, spot, 2, 1, &style, &b->err),
                     THRESH_OK);
    assert_int_equal(
        thr_sheet_text(sheet, spot, THR_LIT("tall"), &style, &b->err),
        THRESH_OK);
    assert_int_equal(thr_sheet_marked(sheet, at(1, 0), THR_LIT("a"),
                                      THR_LIT("b"), NULL, &b->err),
                     THRESH_OK);
    assert_int_equal(thr_sheet_number(sheet, at(1, 1), 5, 0, NULL, &b->err),
                     THRESH_OK);
    assert_int_equal(thr_sheet_text(sheet, at(1, 3), nothing, &style, &b->err),
                     THRESH_OK);
    assert_int_equal(thr_sheet_set_row(sheet, 1, 20, 1, &b->err), THRESH_OK);
    assert_int_equal(thr_sheet_merge_line(sheet, at(2, 0), 3, &style, &b->err),
                     THRESH_OK);
    assert_int_equal(
        thr_sheet_text(sheet, at(2, 0), THR_LIT("wide"), &style, &b->err),
        THRESH_OK);
    assert_int_equal(thr_sheet_list(sheet, &list, &b->err), THRESH_OK);
}

/* A sheet of many cells is streamed, one of few beside it is held. */
static void
test_streamed(void **state) {
    (void)state;
    book b;
    open_book(&b);
    thr_sheet *large = add_sheet(&b, "Large", 1000000);
    fill_sheet(&b, large);
    assert_int_equal(put(&b, 0, THR_LIT("few")), THRESH_OK);
    char *text = close_book(&b);
    assert_has(text, "<c r=\"A1\" t=\"s\"><v>");
    assert_has(text, "<si><t>few</t></si>");
    const char *sheet = strstr(text, "== xl/worksheets/sheet2.xml");
    assert_non_null(sheet);
    assert_has(sheet, "<c r=\"A1\" s=\"1\" t=\"inlineStr\"><is><t>one</t>");
    assert_has(sheet, "<c r=\"D1\" s=\"1\" t=\"inlineStr\"><is><t>tall</t>");
    assert_has(sheet, "<row r=\"2\" ht=\"20\" customHeight=\"1\" "
                      "outlineLevel=\"1\">");
    assert_has(sheet, "<c r=\"A2\" t=\"inlineStr\"><is><r><t>a</t></r>");
    assert_has(sheet, "<c r=\"B2\"><v>5</v></c>\n<c r=\"D2\" s=\"1\"/>");
    assert_has(sheet, "<c r=\"B3\" s=\"1\"/>\n<c r=\"C3\" s=\"1\"/>");
    assert_has(sheet, "<mergeCell ref=\"D1:D2\"/>");
    assert_has(sheet, "<mergeCell ref=\"A3:C3\"/>");
    assert_has(text, "displayName=\"thresh_data\" ref=\"A1:B3\"");
    free(text);
}

/* Sheets that are not large by themselves are streamed once too much is held;
 * tiny ones never. */
static void
test_many_sheets(void **state) {
    (void)state;
    book b;
    open_book(&b);
    const uint64_t sizes[] = {100000, 100000, 100};
    for (size_t i = 0; i < 3; i++) {
        thr_sheet *sheet = add_sheet(&b, "S", sizes[i]);
        assert_int_equal(
            thr_sheet_text(sheet, at(0, 0), THR_LIT("x"), NULL, &b.err),
            THRESH_OK);
    }
    char *text = close_book(&b);
    size_t count = 0;
    for (const char *p = text; (p = strstr(p, "inlineStr")) != NULL; p++)
        count++;
    assert_int_equal(count, 1);
    const char *third = strstr(text, "== xl/worksheets/sheet3.xml");
    assert_non_null(third);
    assert_has(third, "inlineStr");
    free(text);
}

static void
test_unfinished_stream(void **state) {
    (void)state;
    book b;
    open_book(&b);
    thr_sheet *large = add_sheet(&b, "Large", 1000000);
    fill_sheet(&b, large);
    drop_book(&b);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_streamed),
        cmocka_unit_test(test_many_sheets),
        cmocka_unit_test(test_unfinished_stream),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
