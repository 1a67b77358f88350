/* Workbooks: src/write/formats/xlsx.c and its sheets. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

#include "base/str.h"
#include "make_table.h"
#include "unzipped.h"
#include "write_help.h"

/* What a writer told, and how often. */
typedef struct heard {
    size_t count;
    thresh_error last;
} heard;

static void
hear(void *ctx, const thresh_error *warning) {
    heard *h = ctx;
    h->count++;
    h->last = *warning;
}

/* Write tables. Returns the workbook as text, or NULL with `err` filled. */
static char *
write_book(const thresh_table *const *tables, size_t count, thresh_shape shape,
           heard *h, thresh_error *err) {
    char path[BOOK_PATH_MAX];
    assert_true(make_book_path(path));
    thresh_sink sink = {.path = path};
    thresh_write_options options = {
        .shape = shape, .tables = count, .source_name = "visitors.txt"};
    if (h != NULL)
        options.listener = (thresh_listener){.warning = hear, .ctx = h};
    thresh_writer *writer;
    thresh_result result = thresh_writer_open(
        &writer, thresh_writer_find("xlsx"), &sink, &options, err);
    assert_int_equal(result, THRESH_OK);
    for (size_t i = 0; i < count && result == THRESH_OK; i++)
        result = feed_table(writer, tables[i], err);
    char *text = NULL;
    if (result == THRESH_OK) {
        assert_int_equal(thresh_writer_close(writer, err), THRESH_OK);
        text = unzipped(path);
        assert_non_null(text);
    } else {
        thresh_writer_abandon(writer);
    }
    assert_int_equal(remove(path), 0);
    return text;
}

static char *
write_one(const thresh_table *table, thresh_shape shape) {
    return write_book(&table, 1, shape, NULL, NULL);
}

static bool
has_sheet(const char *text, const char *name) {
    char tag[64];
    (void)snprintf(tag, sizeof tag, "<sheet name=\"%s\" ", name);
    return strstr(text, tag) != NULL;
}

/* The part of `text` that is one member of the archive, to be freed. */
static char *
member(const char *text, const char *name) {
    char line[64];
    (void)snprintf(line, sizeof line, "== %s\n", name);
    const char *start = strstr(text, line);
    assert_non_null(start);
    const char *end = strstr(start + 1, "\n== ");
    size_t len = end != NULL ? (size_t)(end - start) : strlen(start);
    char *copy = malloc(len + 1);
    assert_non_null(copy);
    memcpy(copy, start, len);
    copy[len] = '\0';
    return copy;
}

static void
assert_sheets(thresh_shape shape, bool table, bool data) {
    thresh_table *made = make_table();
    char *text = write_one(made, shape);
    assert_int_equal(has_sheet(text, "Table"), table);
    assert_int_equal(has_sheet(text, "Data"), data);
    assert_true(has_sheet(text, "Notes"));
    free(text);
    thresh_table_free(made);
}

static void
test_sheets(void **state) {
    (void)state;
    assert_sheets(THRESH_SHAPE_DEFAULT, true, true);
    assert_sheets(THRESH_SHAPE_LONG, false, true);
    assert_sheets(THRESH_SHAPE_WIDE, true, false);
}

static void
test_table_sheet(void **state) {
    (void)state;
    thresh_table *made = make_table();
    char *text = write_one(made, THRESH_SHAPE_WIDE);
    char *sheet = member(text, "xl/worksheets/sheet1.xml");
    /* Title and subtitle, a blank row, two of header, four of values. */
    assert_has(sheet, "<pane xSplit=\"1\" ySplit=\"5\" topLeftCell=\"B6\"");
    assert_has(sheet, "<mergeCell ref=\"A4:A5\"/>");
    assert_has(sheet, "<mergeCell ref=\"B4:B5\"/>");
    assert_has(sheet, "<mergeCell ref=\"C4:D4\"/>");
    assert_has(sheet, "<v>1250</v></c>");
    assert_has(sheet, "<c r=\"C8\" s=");
    assert_has(sheet, "fitToHeight=\"0\"");
    assert_null(strstr(sheet, "outlineLevel"));
    assert_has(text, "<definedName name=\"_xlnm.Print_Titles\" "
                     "localSheetId=\"0\">Table!$4:$5</definedName>");
    assert_has(text, "formatCode=\"#,##0;-#,##0;&quot;-&quot;\"");
    assert_has(text, "formatCode=\"#,##0&quot;\xC2\xB2&quot;\"");
    assert_has(text, "<si><t>Denmark\xC2\xB9</t></si>");
    assert_has(text, "<si><t>5 to 16</t></si>");
    assert_has(text, "<si><t>..</t></si>");
    assert_has(text, "<si><t>\xC2\xB9 Without Greenland.</t></si>");
    free(sheet);
    free(text);
    thresh_table_free(made);
}

static void
test_data_sheet(void **state) {
    (void)state;
    thresh_table *made = make_table();
    char *text = write_one(made, THRESH_SHAPE_LONG);
    char *sheet = member(text, "xl/worksheets/sheet1.xml");
    char *list = member(text, "xl/tables/table1.xml");
    assert_has(list, "name=\"thresh_data\" displayName=\"thresh_data\" "
                     "ref=\"A1:H12\"");
    assert_has(list, "<autoFilter ref=\"A1:H12\"/>");
    assert_has(list, "<tableColumn id=\"1\" name=\"country\"/>");
    assert_has(list, "showRowStripes=\"1\"");
    assert_has(sheet, "<pane ySplit=\"1\" topLeftCell=\"A2\"");
    assert_has(sheet, "<v>2007</v></c>");
    assert_has(sheet, "<v>1250</v></c>");
    /* What is missing has no cell: neither zero nor a text. */
    assert_null(strstr(sheet, "<c r=\"D11\""));
    assert_has(sheet, "<c r=\"D9\" ");
    assert_has(text, "<si><t>not_available</t></si>");
    free(list);
    free(sheet);
    free(text);
    thresh_table_free(made);
}

static void
test_notes_sheet(void **state) {
    (void)state;
    thresh_table *made = make_table();
    char *text = write_one(made, THRESH_SHAPE_WIDE);
    assert_has(text, "<si><t>visitors.txt</t></si>");
    assert_has(text, "<si><t>Observations</t></si>");
    assert_has(text, "<si><t>Note\xC2\xB9</t></si>");
    assert_has(text, "<si><t>Without Greenland.</t></si>");
    assert_has(text, "<si><t>made by hand</t></si>");
    assert_null(strstr(text, "add up"));
    free(text);
    thresh_table_free(made);
}

static void
test_tree(void **state) {
    (void)state;
    thresh_table *made = make_table();
    thr_category *rows = made->categories[0].items;
    rows[0].level = 0;
    rows[0].is_total = THRESH_YES;
    for (size_t i = 1; i < 4; i++) {
        rows[i].level = 1;
        rows[i].parent = 0;
        rows[i].is_total = THRESH_NO;
    }
    char *text = write_one(made, THRESH_SHAPE_WIDE);
    char *sheet = member(text, "xl/worksheets/sheet1.xml");
    assert_has(sheet, "<row r=\"7\" spans=\"1:4\" outlineLevel=\"1\">");
    assert_null(strstr(sheet, "<row r=\"6\" spans=\"1:4\" outlineLevel"));
    assert_has(sheet, "<outlinePr summaryBelow=\"0\"");
    assert_has(text, "<alignment horizontal=\"left\" indent=\"1\"/>");
    free(sheet);
    free(text);
    thresh_table_free(made);
}

static void
test_long_number(void **state) {
    (void)state;
    const char *headings[] = {"Euro", "Year", "Share"};
    thresh_table *made = make_frame_of("country", 3, headings);
    const char *first[] = {"1234567890123456", "2007", "0.50"};
    const char *second[] = {"123 456", "2008", "-1.25"};
    assert_true(make_row(made, "a", "", first));
    assert_true(make_row(made, "b", "", second));
    made->loaded = true;
    const thresh_table *table = made;
    const thresh_shape shapes[] = {THRESH_SHAPE_LONG, THRESH_SHAPE_WIDE};
    for (size_t i = 0; i < 2; i++) {
        heard h = {0};
        char *text = write_book(&table, 1, shapes[i], &h, NULL);
        assert_int_equal(h.count, 1);
        assert_has(h.last.message, "more than 15 digits");
        assert_has(text, "<si><t>1234567890123456</t></si>");
        assert_has(text, "<v>0.5</v></c>");
        assert_has(text, "<v>-1.25</v></c>");
        assert_has(text, "formatCode=\"#,##0.00\"");
        assert_has(text, "formatCode=\"0\"");
        free(text);
    }
    thresh_table_free(made);
}

static void
test_after_the_digits(void **state) {
    (void)state;
    const char *headings[] = {"Share"};
    thresh_table *made = make_frame_of("country", 1, headings);
    const char *texts[] = {"12.5"};
    assert_true(make_row(made, "a", "", texts));
    made->loaded = true;
    thresh_cell cell = thresh_table_cell(made, 0, 0);
    cell.text = THR_LIT("12.5 \"%\"");
    cell.marks = THR_LIT("a");
    assert_int_equal(thr_cells_set(made, 0, 0, &cell, NULL), THRESH_OK);
    char *text = write_one(made, THRESH_SHAPE_WIDE);
    assert_has(text, "<v>12.5</v></c>");
    assert_has(text, "formatCode=\"#,##0.0&quot; &quot;\\&quot;&quot;%&quot;"
                     "\\&quot;&quot; a&quot;\"");
    free(text);
    thresh_table_free(made);
}

static void
test_several_tables(void **state) {
    (void)state;
    thresh_table *numbered = make_table();
    thresh_table *other = make_table();
    other->caption.number = (thresh_str){NULL, 0};
    const thresh_table *tables[] = {numbered, other, numbered};
    char *text = write_book(tables, 3, THRESH_SHAPE_LONG, NULL, NULL);
    assert_true(has_sheet(text, "Data 3"));
    assert_true(has_sheet(text, "Notes 3"));
    assert_true(has_sheet(text, "Data 2"));
    assert_true(has_sheet(text, "Data 3 (2)"));
    assert_true(has_sheet(text, "Notes 3 (2)"));
    assert_has(text, "displayName=\"thresh_data_3\"");
    free(text);
    thresh_table_free(numbered);
    thresh_table_free(other);
}

/* More rows than a sheet: shown as tidy rows alone, unless it was asked for as
 * published. */
static void
test_too_many_rows(void **state) {
    (void)state;
    thresh_error err = {0};
    heard h = {0};
    thresh_table *made = make_table();
    const thresh_table *table = made;
    made->header_rows = 1048576;
    char *text = write_book(&table, 1, THRESH_SHAPE_DEFAULT, &h, NULL);
    assert_false(has_sheet(text, "Table"));
    assert_true(has_sheet(text, "Data"));
    assert_true(has_sheet(text, "Notes"));
    assert_int_equal(h.count, 1);
    assert_has(h.last.message, "more rows than a sheet");
    free(text);
    assert_null(write_book(&table, 1, THRESH_SHAPE_WIDE, NULL, &err));
    assert_int_equal(err.result, THRESH_E_LIMIT);
    assert_has(err.message, "but a workbook has at most 1048576");
    assert_has(err.message, "csv or json");
    thresh_table_free(made);
}

/* So many cells that the sheet is streamed: with the same header and merged
 * ranges as a small one, but texts that are not shared. */
static void
test_large_table(void **state) {
    (void)state;
    enum { ROWS = 350, COLUMNS = 400 };
    const char *headings[COLUMNS];
    const char *cells[COLUMNS];
    for (size_t i = 0; i < COLUMNS; i++) {
        headings[i] = "Euro";
        cells[i] = i % 7 == 0 ? ".." : i < 9 ? "1 250" : "";
    }
    thresh_table *made = make_frame_of("country", COLUMNS, headings);
    made->caption.title = THR_LIT("Visitors");
    for (size_t i = 0; i < ROWS; i++)
        assert_true(make_row(made, "Denmark", i == 0 ? "1" : "", cells));
    made->loaded = true;
    char *text = write_one(made, THRESH_SHAPE_WIDE);
    char *sheet = member(text, "xl/worksheets/sheet1.xml");
    assert_has(sheet,
               "t=\"inlineStr\"><is><t>Visitors</t></is></c>\n<c r=\"B1");
    assert_has(sheet, "t=\"inlineStr\"><is><t>Euro</t></is></c>");
    assert_has(sheet, "t=\"inlineStr\"><is><t>Denmark\xC2\xB9</t></is></c>");
    assert_has(sheet, "t=\"inlineStr\"><is><t>..</t></is></c>");
    assert_has(sheet, "<v>1250</v></c>");
    assert_has(sheet, "<mergeCell ref=\"A1:");
    assert_has(text, "<si><t>Observations</t></si>");
    free(sheet);
    free(text);
    thresh_table_free(made);
}

static void
test_overlapping_headings(void **state) {
    (void)state;
    thresh_error err = {0};
    thresh_table *made = make_table();
    const thresh_table *table = made;
    for (size_t i = 0; i < made->nheadings; i++)
        if (made->headings[i].parent == NULL)
            made->headings[i].span = 3;
    assert_null(write_book(&table, 1, THRESH_SHAPE_WIDE, NULL, &err));
    assert_int_equal(err.result, THRESH_E_UNSUPPORTED);
    assert_has(err.message, "overlaps another one");
    thresh_table_free(made);
}

static void
test_no_table(void **state) {
    (void)state;
    char path[BOOK_PATH_MAX];
    thresh_error err = {0};
    thresh_writer *writer;
    assert_true(make_book_path(path));
    thresh_sink sink = {.path = path};
    assert_int_equal(thresh_writer_open(&writer, thresh_writer_find("xlsx"),
                                        &sink, NULL, &err),
                     THRESH_OK);
    assert_int_equal(thresh_writer_close(writer, &err), THRESH_E_UNSUPPORTED);
    assert_int_equal(remove(path), 0);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sheets),
        cmocka_unit_test(test_table_sheet),
        cmocka_unit_test(test_data_sheet),
        cmocka_unit_test(test_notes_sheet),
        cmocka_unit_test(test_tree),
        cmocka_unit_test(test_long_number),
        cmocka_unit_test(test_after_the_digits),
        cmocka_unit_test(test_several_tables),
        cmocka_unit_test(test_too_many_rows),
        cmocka_unit_test(test_large_table),
        cmocka_unit_test(test_overlapping_headings),
        cmocka_unit_test(test_no_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
