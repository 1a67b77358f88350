/* The format markdown, byte for byte. */
#include "thresh/writer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/str.h"
#include "make_table.h"
#include "written.h"

#define TITLE "3. Visitors, by country and place. 2007"
#define HEAD                                                            \
    "| Country     | Total | In town: North, east | In town: South |\n" \
    "| ----------- | ----: | -------------------: | -------------: |\n"
#define TOTAL_ROW \
    "| Total       | 1 250 |                1 000 |            250 |\n"
#define LAST_ROWS                                                       \
    "| Stateless   |    10 |                    - |             10 |\n" \
    "| Unknown     |    .. |                      |        5 to 16 |\n"

/* Write `table` and compare; frees it. */
static void
assert_markdown(thresh_table *table, thresh_shape shape, const char *first,
                const char *second, const char *wanted) {
    assert_non_null(table);
    char *text = written_table(thresh_writer_find("markdown"), table, shape,
                               first, second);
    assert_non_null(text);
    assert_string_equal(text, wanted);
    free(text);
    thresh_table_free(table);
}

static void
test_a_table_looks_as_published(void **state) {
    (void)state;
    assert_markdown(make_table(), THRESH_SHAPE_DEFAULT, NULL, NULL,
                    "**" TITLE "**\n\npersons\n\n" HEAD TOTAL_ROW
                    "| Denmark[^1] | 1 240 |                1 000 |        "
                    "240[^2] |\n" LAST_ROWS
                    "\n[^1]: Without Greenland.\n[^2]: Counted anew.\n"
                    "\nOffice of visits.\n");
}

static void
test_the_title_and_the_notes_can_be_otherwise(void **state) {
    (void)state;
    assert_markdown(
        make_table(), THRESH_SHAPE_WIDE, "heading=2", "footnotes=plain",
        "## " TITLE "\n\npersons\n\n" HEAD TOTAL_ROW
        "| Denmark (1) | 1 240 |                1 000 |        240 (2) "
        "|\n" LAST_ROWS "\n- (1) Without Greenland.\n- (2) Counted anew.\n"
        "\nOffice of visits.\n");
}

static void
test_a_known_tree_shows(void **state) {
    (void)state;
    thresh_table *table = make_frame();
    assert_non_null(table);
    assert_true(
        make_row(table, "Total", "", (const char *const[]){"30", "", "30"}));
    assert_true(
        make_row(table, "Europe", "1", (const char *const[]){"20", "", "20"}));
    assert_true(
        make_row(table, "Norway", "", (const char *const[]){"-", "", "20"}));
    thr_category *countries = table->categories[0].items;
    countries[0].level = 0;
    countries[0].is_total = THRESH_YES;
    countries[1].level = 1;
    countries[1].is_total = THRESH_YES;
    countries[2].level = 2;
    countries[2].is_total = THRESH_NO;
    table->caption = (thresh_caption){.unit = THR_LIT("- %")};
    table->loaded = true;
    assert_markdown(table, THRESH_SHAPE_DEFAULT, NULL, NULL,
                    "\\- %\n\n"
                    "| Country              |  Total | In town: North, east "
                    "| In town: South |\n"
                    "| -------------------- | -----: | -------------------: "
                    "| -------------: |\n"
                    "| **Total**            | **30** |                      "
                    "|         **30** |\n"
                    "| &emsp;**Europe** (1) | **20** |                      "
                    "|         **20** |\n"
                    "| &emsp;&emsp;Norway   |      - |                      "
                    "|             20 |\n");
}

static void
test_labels_are_no_markup(void **state) {
    (void)state;
    static const char *const headings[] = {"<b>|*n*"};
    thresh_table *table = make_frame_of("a_b", 1, headings);
    assert_non_null(table);
    assert_true(make_row(table, "[x](y)", "", (const char *const[]){"1"}));
    assert_true(make_row(table, "wow!", "1", (const char *const[]){"|"}));
    static const thresh_note note = {.mark = {"1", 1},
                                     .text = {"1. http://a.b", 13}};
    assert_int_equal(thr_table_add_note(table, &note, NULL), THRESH_OK);
    table->caption.title = THR_LIT("*Title* #");
    table->loaded = true;
    assert_markdown(table, THRESH_SHAPE_DEFAULT, "heading=1", NULL,
                    "# \\*Title\\* \\#\n\n"
                    "| a_b       | \\<b>\\|\\*n\\* |\n"
                    "| --------- | ----------: |\n"
                    "| \\[x\\](y)  |           1 |\n"
                    "| wow\\![^1] |          \\| |\n"
                    "\n[^1]: 1\\. http\\://a.b\n");
}

/* One number is in its title, the other only part of a year. */
static void
test_a_number_is_told_once(void **state) {
    (void)state;
    static const char *const headings[] = {"n"};
    static const char *const titles[] = {"Table 3. Visits", "Visits in 2013"};
    static const char *const wanted[] = {"**Table 3. Visits**\n\n",
                                         "**3. Visits in 2013**\n\n"};
    for (size_t i = 0; i < 2; i++) {
        thresh_table *table = make_frame_of("a", 1, headings);
        assert_non_null(table);
        table->caption.title = thr_str(titles[i]);
        table->caption.number = THR_LIT("3");
        table->loaded = true;
        char *text = written_table(thresh_writer_find("md"), table,
                                   THRESH_SHAPE_DEFAULT, NULL, NULL);
        assert_non_null(text);
        assert_true(thr_str_starts(thr_str(text), thr_str(wanted[i])));
        free(text);
        thresh_table_free(table);
    }
}

static void
test_long_is_records(void **state) {
    (void)state;
    static const char *const headings[] = {"n"};
    thresh_table *table = make_frame_of("a", 1, headings);
    assert_non_null(table);
    assert_true(make_row(table, "x", "1;2", (const char *const[]){"1 250"}));
    assert_true(make_row(table, "y", "", (const char *const[]){"-"}));
    static const thresh_note note = {.mark = {"1", 1}, .text = {"One.", 4}};
    assert_int_equal(thr_table_add_note(table, &note, NULL), THRESH_OK);
    table->loaded = true;
    assert_markdown(
        table, THRESH_SHAPE_LONG, NULL, NULL,
        "| a   | place | year | value | status | notes    | is_total |\n"
        "| --- | ----- | ---- | ----: | ------ | -------- | -------- |\n"
        "| x   | n     | 2007 |  1250 |        | [^1] (2) |          |\n"
        "| y   | n     | 2007 |     0 | nil    |          |          |\n"
        "\n[^1]: One.\n");
}

static void
test_several_tables_have_notes_of_their_own(void **state) {
    (void)state;
    static const char *const headings[] = {"n"};
    thresh_table *table = make_frame_of("a", 1, headings);
    assert_non_null(table);
    assert_true(make_row(table, "x", "1", (const char *const[]){"1"}));
    static const thresh_note note = {.mark = {"1", 1}, .text = {"One.", 4}};
    assert_int_equal(thr_table_add_note(table, &note, NULL), THRESH_OK);
    table->loaded = true;
    const thresh_table *tables[] = {table, table};
    thresh_write_options opts = {.tables = 2, .source_name = "a*.txt"};
    char *text = written(thresh_writer_find("markdown"), &opts, tables, 2);
    assert_non_null(text);
    assert_string_equal(text, "| a       |   n |\n"
                              "| ------- | --: |\n"
                              "| x[^1-1] |   1 |\n"
                              "\n[^1-1]: One.\n"
                              "\n"
                              "| a       |   n |\n"
                              "| ------- | --: |\n"
                              "| x[^2-1] |   1 |\n"
                              "\n[^2-1]: One.\n"
                              "\nRead from a\\*.txt\n");
    free(text);
    thresh_table_free(table);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_table_looks_as_published),
        cmocka_unit_test(test_the_title_and_the_notes_can_be_otherwise),
        cmocka_unit_test(test_a_known_tree_shows),
        cmocka_unit_test(test_labels_are_no_markup),
        cmocka_unit_test(test_a_number_is_told_once),
        cmocka_unit_test(test_long_is_records),
        cmocka_unit_test(test_several_tables_have_notes_of_their_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
