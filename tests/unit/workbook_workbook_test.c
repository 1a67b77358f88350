/* The door over libxlsxwriter: src/workbook/workbook.c and its other files. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/buf.h"
#include "base/str.h"
#include "open_book.h"
#include "unzipped.h"
#include "workbook/workbook.h"

static void
test_text_stays_text(void **state) {
    (void)state;
    book b;
    open_book(&b);
    assert_int_equal(put(&b, 0, THR_LIT("=1+1")), THRESH_OK);
    assert_int_equal(put(&b, 1, THR_LIT("http://example.org")), THRESH_OK);
    assert_int_equal(put(&b, 2, THR_LIT("007")), THRESH_OK);
    assert_int_equal(put(&b, 3, THR_LIT("_x000D_ <&>")), THRESH_OK);
    char *text = close_book(&b);
    assert_has(text, "<c r=\"A1\" t=\"s\"><v>0</v></c>");
    assert_has(text, "<c r=\"A3\" t=\"s\"><v>2</v></c>");
    assert_has(text, "<si><t>=1+1</t></si>");
    assert_has(text, "<si><t>_x005F_x000D_ &lt;&amp;&gt;</t></si>");
    assert_null(strstr(text, "<hyperlink"));
    assert_null(strstr(text, "<f>"));
    free(text);
}

static void
test_long_text(void **state) {
    (void)state;
    const char *const characters[] = {"a", "\xC3\xB8", "\xF0\x9F\x98\x80"};
    const size_t fits[] = {32767, 32767, 16383};
    for (size_t i = 0; i < 3; i++) {
        book b;
        thr_buf long_text = {0};
        for (size_t j = 0; j < fits[i]; j++)
            thr_buf_text(&long_text, characters[i]);
        open_book(&b);
        assert_int_equal(put(&b, 0, thr_buf_view(&long_text)), THRESH_OK);
        thr_buf_text(&long_text, characters[i]);
        assert_int_equal(put(&b, 1, thr_buf_view(&long_text)), THRESH_E_LIMIT);
        assert_has(b.err.message, "a cell of a workbook holds 32767");
        free(close_book(&b));
        thr_buf_free(&long_text);
    }
}

static void
test_invalid_text(void **state) {
    (void)state;
    book b;
    open_book(&b);
    thresh_place place = {.line = 12, .field = 3};
    thr_spot spot = {0, 0, &place};
    assert_int_equal(
        thr_sheet_text(b.sheet, spot, THR_LIT("a\xFF"), NULL, &b.err),
        THRESH_E_ENCODING);
    assert_int_equal(b.err.line, 12);
    assert_int_equal(b.err.field, 3);
    drop_book(&b);
}

static void
test_numbers(void **state) {
    (void)state;
    book b;
    open_book(&b);
    const thr_style style = {.number = "#,##0.00"};
    assert_int_equal(
        thr_sheet_number(b.sheet, at(0, 0), -123450, 2, &style, &b.err),
        THRESH_OK);
    assert_int_equal(
        thr_sheet_number(b.sheet, at(1, 0), 61774, 0, NULL, &b.err),
        THRESH_OK);
    assert_int_equal(thr_sheet_boolean(b.sheet, at(2, 0), true, NULL, &b.err),
                     THRESH_OK);
    assert_int_equal(thr_sheet_number(b.sheet, at(3, 0),
                                      INT64_C(1234567890123456), 0, NULL,
                                      &b.err),
                     THRESH_E_LIMIT);
    char *text = close_book(&b);
    assert_has(text, "<c r=\"A1\" s=\"1\"><v>-1234.5</v></c>");
    assert_has(text, "<c r=\"A2\"><v>61774</v></c>");
    assert_has(text, "<c r=\"A3\" t=\"b\"><v>1</v></c>");
    assert_null(strstr(text, "r=\"A4\""));
    free(text);
}

static void
test_places(void **state) {
    (void)state;
    book b;
    open_book(&b);
    thr_spot last = at(THR_SHEET_ROWS - 1, THR_SHEET_COLUMNS - 1);
    thresh_str text = THR_LIT("x");
    assert_int_equal(thr_sheet_text(b.sheet, last, text, NULL, &b.err),
                     THRESH_OK);
    thr_spot low = at(THR_SHEET_ROWS, 0);
    assert_int_equal(thr_sheet_text(b.sheet, low, text, NULL, &b.err),
                     THRESH_E_LIMIT);
    assert_has(b.err.message, "1048577 rows");
    thr_spot wraps = at(0, 65536); /* column A in 16 bits */
    assert_int_equal(thr_sheet_text(b.sheet, wraps, text, NULL, &b.err),
                     THRESH_E_LIMIT);
    assert_has(b.err.message, "65537 columns");
    assert_int_equal(thr_sheet_number(b.sheet, wraps, 1, 0, NULL, NULL),
                     THRESH_E_LIMIT);
    assert_int_equal(thr_sheet_merge(b.sheet, at(0, 16380), 1, 5, NULL, NULL),
                     THRESH_E_LIMIT);
    assert_int_equal(thr_sheet_set_column(b.sheet, 16380, 5, 9, NULL),
                     THRESH_E_LIMIT);
    char *xml = close_book(&b);
    assert_has(xml, "<c r=\"XFD1048576\" t=\"s\"><v>0</v></c>");
    assert_null(strstr(xml, "r=\"A1\""));
    free(xml);
}

static void
test_sheet_names(void **state) {
    (void)state;
    book b;
    open_book(&b);
    const char *const names[][2] = {
        {"sheet", "sheet (2)"},   {"SHEET", "SHEET (3)"},
        {"", "Sheet (4)"},        {"a/b", "a b"},
        {"a:b", "a b (2)"},       {"History", "History_"},
        {"\xC3\x98", "\xC3\x98"}, {"\xC3\xB8", "\xC3\xB8 (2)"},
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        thr_sheet *sheet;
        assert_int_equal(thr_workbook_add_sheet(b.workbook,
                                                thr_str(names[i][0]), 0,
                                                &sheet, &b.err),
                         THRESH_OK);
        assert_string_equal(thr_sheet_name(sheet), names[i][1]);
    }
    free(close_book(&b));
}

static void
test_marks(void **state) {
    (void)state;
    book b;
    open_book(&b);
    thresh_str label = THR_LIT("Serbia");
    thresh_str nothing = {NULL, 0};
    thr_spot spot = at(0, 0);
    const char *const marks[] = {"1", "a;b", "", "*"};
    for (size_t i = 0; i < 4; i++, spot.row++)
        assert_int_equal(thr_sheet_marked(b.sheet, spot, label,
                                          thr_str(marks[i]), NULL, &b.err),
                         THRESH_OK);
    assert_int_equal(
        thr_sheet_marked(b.sheet, spot, nothing, THR_LIT("c"), NULL, &b.err),
        THRESH_OK);
    spot.row++;
    assert_int_equal(thr_sheet_note(b.sheet, spot, THR_LIT("2"),
                                    THR_LIT("Counted anew."), NULL, &b.err),
                     THRESH_OK);
    spot.row++;
    assert_int_equal(thr_sheet_note(b.sheet, spot, THR_LIT("d"),
                                    THR_LIT("<Old> \x01"), NULL, &b.err),
                     THRESH_OK);
    char *text = close_book(&b);
    assert_has(text, "<si><t>Serbia\xC2\xB9</t></si>");
    assert_has(text, "<si><r><t>Serbia</t></r><r><rPr><vertAlign "
                     "val=\"superscript\"/>");
    assert_has(text, "<t xml:space=\"preserve\"> a, b</t></r></si>");
    assert_has(text, "<si><t>Serbia</t></si>");
    assert_has(text, "<si><t>Serbia*</t></si>");
    assert_has(text, "<si><t>c</t></si>");
    assert_has(text, "<si><t>\xC2\xB2 Counted anew.</t></si>");
    assert_has(text, "<t xml:space=\"preserve\"> &lt;Old&gt; _x0001_</t>");
    free(text);
}

/* A workbook with a bit of everything. */
static void
fill_book(book *b) {
    const thr_style style = {.number = "#,##0.0", .size = 14, .bold = true};
    char *fields[] = {"one", "two"};
    const thr_style header = {.bold = true};
    const thr_list list = {"thresh_data", fields, 2, 0, &header};
    const thr_printing printing = {0, 1, true};
    const thr_properties properties = {THR_LIT("Title"), THR_LIT("Topic"),
                                       THR_LIT("Comment")};
    open_book(b);
    assert_int_equal(
        thr_workbook_set_properties(b->workbook, &properties, &b->err),
        THRESH_OK);
    assert_int_equal(thr_sheet_list(b->sheet, &list, &b->err), THRESH_OK);
    assert_int_equal(
        thr_sheet_number(b->sheet, at(1, 0), 12345, 1, &style, &b->err),
        THRESH_OK);
    assert_int_equal(thr_sheet_marked(b->sheet, at(1, 1), THR_LIT("a"),
                                      THR_LIT("b"), &style, &b->err),
                     THRESH_OK);
    assert_int_equal(thr_sheet_set_column(b->sheet, 0, 2, 10.5, &b->err),
                     THRESH_OK);
    assert_int_equal(thr_sheet_set_row(b->sheet, 1, 20.5, 1, &b->err),
                     THRESH_OK);
    assert_int_equal(thr_sheet_set_printing(b->sheet, &printing, &b->err),
                     THRESH_OK);
    assert_int_equal(thr_sheet_freeze(b->sheet, 1, 1, &b->err), THRESH_OK);
}

static char *
book_bytes(long *size) {
    book b;
    fill_book(&b);
    assert_int_equal(thr_workbook_close(b.workbook, true, &b.err), THRESH_OK);
    char *bytes = file_bytes(b.path, size);
    assert_int_equal(remove(b.path), 0);
    assert_non_null(bytes);
    return bytes;
}

static void
test_same_bytes(void **state) {
    (void)state;
    const char *const zones[] = {"UTC", "Asia/Tokyo", "America/New_York"};
    long size;
    char *bytes = book_bytes(&size);
    for (size_t i = 0; i < 3; i++) {
        long other_size;
        assert_int_equal(setenv("TZ", zones[i], 1), 0);
        tzset();
        char *other = book_bytes(&other_size);
        assert_int_equal(size, other_size);
        assert_memory_equal(bytes, other, (size_t)size);
        free(other);
    }
    free(bytes);
}

/* A locale that writes decimals with a comma; (locale_t)0 if none is
 * installed. */
static locale_t
comma_locale(void) {
    const char *const names[] = {"nb_NO.UTF-8", "de_DE.UTF-8", "fr_FR.UTF-8",
                                 "de_DE", "nb_NO"};
    locale_t found = (locale_t)0;
    for (size_t i = 0; found == (locale_t)0 && i < 5; i++)
        found = newlocale(LC_ALL_MASK, names[i], (locale_t)0);
    return found;
}

static void
test_comma_locale(void **state) {
    (void)state;
    locale_t comma = comma_locale();
    if (comma == (locale_t)0)
        skip();
    long size;
    long other_size;
    char *bytes = book_bytes(&size);
    locale_t before = uselocale(comma);
    char *other = book_bytes(&other_size);
    bool restored = uselocale(before) == comma;
    freelocale(comma);
    assert_true(restored);
    assert_int_equal(size, other_size);
    assert_memory_equal(bytes, other, (size_t)size);
    free(bytes);
    free(other);
}

static void
test_created(void **state) {
    (void)state;
    book b;
    fill_book(&b);
    char *text = close_book(&b);
    assert_has(text, ">2000-01-01T00:00:00Z</dcterms:created>");
    assert_has(text, "<dc:title>Title</dc:title>");
    assert_has(text, "<dc:subject>Topic</dc:subject>");
    assert_has(text, "<dc:description>Comment</dc:description>");
    assert_has(text, "displayName=\"thresh_data\" ref=\"A1:B2\"");
    assert_has(text, "<pane xSplit=\"1\" ySplit=\"1\"");
    free(text);
}

static void
test_unfinished(void **state) {
    (void)state;
    book b;
    long size;
    fill_book(&b);
    assert_int_equal(thr_workbook_close(b.workbook, false, &b.err), THRESH_OK);
    char *bytes = file_bytes(b.path, &size);
    assert_int_equal(size, 0);
    free(bytes);
    assert_int_equal(remove(b.path), 0);
    assert_int_equal(thr_workbook_close(NULL, true, NULL), THRESH_OK);
}

static void
test_unwritable(void **state) {
    (void)state;
    thr_workbook *workbook;
    thr_sheet *sheet;
    thresh_error err = {0};
    assert_int_equal(
        thr_workbook_open(&workbook, "/no/such/folder/x.xlsx", &err),
        THRESH_OK);
    assert_int_equal(
        thr_workbook_add_sheet(workbook, THR_LIT("a"), 0, &sheet, &err),
        THRESH_OK);
    assert_int_equal(thr_workbook_close(workbook, true, &err), THRESH_E_WRITE);
    assert_has(err.message, "cannot write the workbook");
}

static void
test_too_many_styles(void **state) {
    (void)state;
    book b;
    thresh_result result = THRESH_OK;
    open_book(&b);
    for (unsigned i = 0; i < 5000 && result == THRESH_OK; i++) {
        thr_style style = {0};
        (void)snprintf(style.number, sizeof style.number, "0\"%u\"", i);
        result = thr_sheet_number(b.sheet, at(i, 0), 1, 0, &style, &b.err);
    }
    assert_int_equal(result, THRESH_E_LIMIT);
    drop_book(&b);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text_stays_text),
        cmocka_unit_test(test_long_text),
        cmocka_unit_test(test_invalid_text),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_sheet_names),
        cmocka_unit_test(test_marks),
        cmocka_unit_test(test_same_bytes),
        cmocka_unit_test(test_comma_locale),
        cmocka_unit_test(test_created),
        cmocka_unit_test(test_unfinished),
        cmocka_unit_test(test_unwritable),
        cmocka_unit_test(test_too_many_styles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
