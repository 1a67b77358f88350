/* The formats json and ndjson, byte for byte. */
#include "thresh/writer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/str.h"
#include "make_table.h"
#include "written.h"

/* Categories, as they are when nothing is known of them. */
#define UNKNOWN "\"parent\": null, \"level\": null, \"is_total\": null"
#define NOWHERE "\"line\": null, \"field\": null"

static char *
write_json(const thresh_table *table, thresh_shape shape, const char *set) {
    char *text = written_table(thresh_writer_find("json"), table, shape, set,
                               NULL);
    assert_non_null(text);
    return text;
}

static void
assert_contains(const char *text, const char *part) {
    if (thr_str_find(thr_str(text), thr_str(part)) == THRESH_NONE)
        fail_msg("no %s\nin %s", part, text);
}

/* What a table opens with, from its first line to its categories. */
static void
test_a_document_tells_what_it_is(void **state) {
    (void)state;
    thresh_table *table = make_table();
    char *text = write_json(table, THRESH_SHAPE_DEFAULT, NULL);
    thr_buf wanted = {0};
    thr_buf_text(&wanted,
                 "{\n  \"generator\": {\"name\": \"thresh\", \"version\": \"");
    thr_buf_text(&wanted, thresh_version());
    thr_buf_text(
        &wanted,
        "\"},\n"
        "  \"source\": null,\n"
        "  \"tables\": [\n"
        "    {\n"
        "      \"title\": \"Visitors, by country and place. 2007\",\n"
        "      \"number\": \"3\",\n"
        "      \"topic\": \"Travel\",\n"
        "      \"measure\": \"Visitors\",\n"
        "      \"unit\": \"persons\",\n"
        "      \"period\": \"2007\",\n"
        "      \"dimensions\": [\n"
        "        {\n"
        "          \"name\": \"country\",\n"
        "          \"label\": \"Country\",\n"
        "          \"axis\": \"rows\",\n"
        "          \"notes\": [],\n"
        "          \"reason\": \"made by hand\",\n"
        "          \"categories\": [\n"
        "            {\"label\": \"Total\", \"notes\": [], " UNKNOWN
        ", \"line\": 7, \"field\": 1},\n"
        "            {\"label\": \"Denmark\", \"notes\": [\"1\"], " UNKNOWN
        ", \"line\": 8, \"field\": 1},\n");
    thresh_str start = thr_str(text);
    assert_true(thr_str_starts(start, thr_buf_view(&wanted)));
    thr_buf_free(&wanted);
    free(text);
    thresh_table_free(table);
}

static void
test_a_document_tells_columns_notes_and_counts(void **state) {
    (void)state;
    thresh_table *table = make_table();
    char *text = write_json(table, THRESH_SHAPE_DEFAULT, NULL);
    assert_contains(text,
                    "            {\"label\": \"2007\", \"notes\": [], " UNKNOWN
                    ", " NOWHERE "}\n");
    assert_contains(text, "        {\"path\": [\"In town\", \"South\"], "
                          "\"notes\": [], \"keys\": {\"place\": \"South\"}, "
                          "\"field\": 4}\n      ],\n");
    assert_contains(text, "        {\"kind\": \"note\", \"mark\": \"2\", "
                          "\"text\": \"Counted anew.\", \"line\": null},\n"
                          "        {\"kind\": \"source\", \"mark\": null, "
                          "\"text\": \"Office of visits.\", \"line\": null}\n"
                          "      ],\n");
    assert_contains(text, "        {\"text\": \"..\", \"status\": "
                          "\"not_available\", \"meaning\": \"not available\", "
                          "\"sdmx\": \"O\", \"count\": 1, ");
    assert_contains(text, "      \"sums\": [],\n"
                          "      \"counts\": {\"rows\": 4, \"columns\": 3, "
                          "\"observations\": 11, \"nil\": 1, \"missing\": 1, "
                          "\"text\": 1},\n");
    free(text);
    thresh_table_free(table);
}

static void
test_records_have_a_schema(void **state) {
    (void)state;
    thresh_table *table = make_table();
    char *text = write_json(table, THRESH_SHAPE_DEFAULT, NULL);
    assert_contains(
        text, "      \"schema\": {\n"
              "        \"fields\": [\n"
              "          {\"name\": \"country\", \"type\": \"string\", "
              "\"title\": \"Country\"},\n"
              "          {\"name\": \"place\", \"type\": \"string\", "
              "\"title\": \"Place\"},\n"
              "          {\"name\": \"year\", \"type\": \"year\"},\n"
              "          {\"name\": \"value\", \"type\": \"integer\"},\n"
              "          {\"name\": \"status\", \"type\": \"string\"},\n"
              "          {\"name\": \"notes\", \"type\": \"string\"},\n"
              "          {\"name\": \"is_total\", \"type\": \"boolean\"},\n"
              "          {\"name\": \"text\", \"type\": \"string\"}\n"
              "        ],\n"
              "        \"missingValues\": [\"\"]\n"
              "      },\n"
              "      \"data\": [\n"
              "        {\"country\": \"Total\", \"place\": \"Total\", "
              "\"year\": 2007, \"value\": 1250, \"status\": null, "
              "\"notes\": null, \"is_total\": null, \"text\": null},\n");
    assert_contains(text, "\"value\": null, \"status\": null, "
                          "\"notes\": null, \"is_total\": null, "
                          "\"text\": \"5 to 16\"}\n"
                          "      ]\n    }\n  ]\n}\n");
    free(text);
    thresh_table_free(table);
}

static void
test_a_known_tree_is_told(void **state) {
    (void)state;
    thresh_table *table = make_table();
    thr_category *countries = table->categories[0].items;
    countries[0].level = 0;
    countries[0].is_total = THRESH_YES;
    countries[1].level = 1;
    countries[1].parent = 0;
    countries[1].is_total = THRESH_NO;
    char *text = write_json(table, THRESH_SHAPE_DEFAULT, "indent=0");
    assert_contains(text, "{\"label\":\"Total\",\"notes\":[],\"parent\":null,"
                          "\"level\":0,\"is_total\":true,\"line\":7,");
    assert_contains(text, "{\"label\":\"Denmark\",\"notes\":[\"1\"],"
                          "\"parent\":0,\"level\":1,\"is_total\":false,");
    free(text);
    thresh_table_free(table);
}

static void
test_decimals_stay_as_published(void **state) {
    (void)state;
    static const char *const places[] = {"Price"};
    thresh_table *table = make_frame_of("thing", 1, places);
    assert_true(make_row(table, "a", "", (const char *const[]){"12.50"}));
    assert_true(make_row(table, "b", "", (const char *const[]){"-0.00"}));
    assert_true(make_row(table, "c", "", (const char *const[]){"1 000"}));
    table->loaded = true;
    char *text = write_json(table, THRESH_SHAPE_WIDE, "indent=0");
    assert_contains(text, "\"fields\":[{\"name\":\"thing\",\"type\":"
                          "\"string\"},{\"name\":\"price\",\"type\":"
                          "\"number\",\"title\":\"Price\"}]");
    assert_contains(text, "\"data\":[{\"thing\":\"a\",\"price\":12.50},");
    assert_contains(text, "{\"thing\":\"c\",\"price\":1000}]}]}\n");
    free(text);
    thresh_table_free(table);
}

static void
test_an_indent_of_none_is_one_line(void **state) {
    (void)state;
    thresh_table *table = make_table();
    char *text = write_json(table, THRESH_SHAPE_DEFAULT, "indent=0");
    assert_int_equal(thr_str_find(thr_str(text), THR_LIT("\n")),
                     strlen(text) - 1);
    free(text);
    text = write_json(table, THRESH_SHAPE_DEFAULT, "indent=4");
    assert_contains(text, "\n    \"tables\": [\n        {\n            "
                          "\"title\": ");
    free(text);
    thresh_table_free(table);
}

static void
test_a_document_without_tables(void **state) {
    (void)state;
    thresh_write_options opts = {
        .source_name = "a.txt",
        .set = (const char *const[]){"indent=0", NULL}};
    char *text = written(thresh_writer_find("json"), &opts, NULL, 0);
    assert_non_null(text);
    assert_contains(text, "\"},\"source\":\"a.txt\",\"tables\":[]}\n");
    free(text);
}

static void
test_several_tables_stand_in_one_list(void **state) {
    (void)state;
    thresh_table *table = make_table();
    const thresh_table *tables[] = {table, table};
    thresh_write_options opts = {.tables = 2};
    char *text = written(thresh_writer_find("json"), &opts, tables, 2);
    assert_non_null(text);
    assert_contains(text, "\n    },\n    {\n      \"title\": \"Visitors");
    assert_contains(text, "\n      ]\n    }\n  ]\n}\n");
    free(text);
    thresh_table_free(table);
}

#define LINE(country, place, value, status, notes, text)      \
    "{\"country\":\"" country "\",\"place\":\"" place         \
    "\",\"year\":2007,\"value\":" value ",\"status\":" status \
    ",\"notes\":" notes ",\"is_total\":null,\"text\":" text "}\n"

static void
test_lines_are_records(void **state) {
    (void)state;
    thresh_table *table = make_table();
    char *text = written_table(thresh_writer_find("ndjson"), table,
                               THRESH_SHAPE_DEFAULT, NULL, NULL);
    assert_non_null(text);
    assert_string_equal(
        text,
        LINE("Total", "Total", "1250", "null", "null", "null") LINE(
            "Total", "North, east", "1000", "null", "null",
            "null") LINE("Total", "South", "250", "null", "null", "null")
            LINE("Denmark", "Total", "1240", "null", "\"1\"", "null") LINE(
                "Denmark", "North, east", "1000", "null", "\"1\"", "null")
                LINE("Denmark", "South", "240", "\"revised\"", "\"2;1\"",
                     "null") LINE("Stateless", "Total", "10", "null", "null",
                                  "null") LINE("Stateless", "North, east", "0",
                                               "\"nil\"", "null", "null")
                    LINE("Stateless", "South", "10", "null", "null", "null")
                        LINE("Unknown", "Total", "null", "\"not_available\"",
                             "null", "null")
                            LINE("Unknown", "South", "null", "null", "null",
                                 "\"5 to 16\""));
    free(text);
    thresh_table_free(table);
}

static void
test_lines_can_be_wide(void **state) {
    (void)state;
    thresh_table *table = make_table();
    char *text = written_table(thresh_writer_find("ndjson"), table,
                               THRESH_SHAPE_WIDE, NULL, NULL);
    assert_non_null(text);
    assert_string_equal(text, "{\"country\":\"Total\",\"total\":1250,"
                              "\"in_town_north_east\":1000,"
                              "\"in_town_south\":250}\n"
                              "{\"country\":\"Denmark\",\"total\":1240,"
                              "\"in_town_north_east\":1000,"
                              "\"in_town_south\":240}\n"
                              "{\"country\":\"Stateless\",\"total\":10,"
                              "\"in_town_north_east\":0,"
                              "\"in_town_south\":10}\n"
                              "{\"country\":\"Unknown\",\"total\":null,"
                              "\"in_town_north_east\":null,"
                              "\"in_town_south\":null}\n");
    free(text);
    thresh_table_free(table);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_document_tells_what_it_is),
        cmocka_unit_test(test_a_document_tells_columns_notes_and_counts),
        cmocka_unit_test(test_records_have_a_schema),
        cmocka_unit_test(test_a_known_tree_is_told),
        cmocka_unit_test(test_decimals_stay_as_published),
        cmocka_unit_test(test_an_indent_of_none_is_one_line),
        cmocka_unit_test(test_a_document_without_tables),
        cmocka_unit_test(test_several_tables_stand_in_one_list),
        cmocka_unit_test(test_lines_are_records),
        cmocka_unit_test(test_lines_can_be_wide),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
