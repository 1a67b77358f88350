/* Tidy and wide CSV: src/write/formats/csv.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

#include "make_table.h"
#include "written.h"

#define LONG_HEADER "country,place,year,value,status,notes,is_total,text\n"

static const thresh_writer_class *
csv(void) {
    return thresh_writer_find("csv");
}

static void
assert_csv(const thresh_table *table, const thresh_write_options *opts,
           const char *expected) {
    char *text = written(csv(), opts, &table, 1);
    assert_non_null(text);
    assert_string_equal(text, expected);
    free(text);
}

static void
test_long(void **state) {
    (void)state;
    thresh_table *table = make_table();
    assert_csv(table, NULL,
               LONG_HEADER "Total,Total,2007,1250,,,,\n"
                           "Total,\"North, east\",2007,1000,,,,\n"
                           "Total,South,2007,250,,,,\n"
                           "Denmark,Total,2007,1240,,1,,\n"
                           "Denmark,\"North, east\",2007,1000,,1,,\n"
                           "Denmark,South,2007,240,revised,2;1,,\n"
                           "Stateless,Total,2007,10,,,,\n"
                           "Stateless,\"North, east\",2007,0,nil,,,\n"
                           "Stateless,South,2007,10,,,,\n"
                           "Unknown,Total,2007,,not_available,,,\n"
                           "Unknown,South,2007,,,,,5 to 16\n");
    thresh_table_free(table);
}

static void
test_wide(void **state) {
    (void)state;
    thresh_table *table = make_table();
    assert_csv(table, &(thresh_write_options){.shape = THRESH_SHAPE_WIDE},
               "country,total,in_town_north_east,in_town_south\n"
               "Total,1250,1000,250\n"
               "Denmark,1240,1000,240\n"
               "Stateless,10,0,10\n"
               "Unknown,,,\n");
    assert_csv(table,
               &(thresh_write_options){.shape = THRESH_SHAPE_WIDE,
                                       .names = THRESH_NAMES_VERBATIM,
                                       .columns = "line,unit"},
               "Country,Total,\"In town: North, east\",In town: South,line,"
               "unit\n"
               "Total,1250,1000,250,7,persons\n"
               "Denmark,1240,1000,240,8,persons\n"
               "Stateless,10,0,10,9,persons\n"
               "Unknown,,,,10,persons\n");
    thresh_table_free(table);
}

/* Labels that need quotes, or that a spreadsheet would run. */
static thresh_table *
make_odd_table(void) {
    static const char *const headings[] = {"=1+1", "-"};
    thresh_table *table = make_frame_of("what", 2, headings);
    static const char *const labels[] = {
        "say \"hi\"", "a;b", "two\nlines", "@x", "-5", "-x", "+", "tab\tin"};
    const char *const cells[] = {"-1.50", "2"};
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        assert_true(make_row(table, labels[i], "", cells));
    table->loaded = true;
    return table;
}

static void
test_quoting(void **state) {
    (void)state;
    thresh_table *table = make_odd_table();
    assert_csv(table, &(thresh_write_options){.shape = THRESH_SHAPE_WIDE},
               "what,x1_1,x\n"
               "\"say \"\"hi\"\"\",-1.50,2\n"
               "a;b,-1.50,2\n"
               "\"two\nlines\",-1.50,2\n"
               "@x,-1.50,2\n"
               "-5,-1.50,2\n"
               "-x,-1.50,2\n"
               "+,-1.50,2\n"
               "tab\tin,-1.50,2\n");
    thresh_table_free(table);
}

static void
test_excel(void **state) {
    (void)state;
    thresh_table *table = make_odd_table();
    const char *const set[] = {"excel=1", "decimal=,", NULL};
    assert_csv(table,
               &(thresh_write_options){.shape = THRESH_SHAPE_WIDE,
                                       .names = THRESH_NAMES_VERBATIM,
                                       .set = set},
               "\xEF\xBB\xBF"
               "what;'=1+1;-\n"
               "\"say \"\"hi\"\"\";-1,50;2\n"
               "\"a;b\";-1,50;2\n"
               "\"two\nlines\";-1,50;2\n"
               "'@x;-1,50;2\n"
               "-5;-1,50;2\n"
               "'-x;-1,50;2\n"
               "'+;-1,50;2\n"
               "tab\tin;-1,50;2\n");
    thresh_table_free(table);
}

static void
test_bom(void **state) {
    (void)state;
    thresh_table *table = make_frame_of("what", 0, NULL);
    const char *const set[] = {"bom=1", NULL};
    assert_csv(table,
               &(thresh_write_options){.shape = THRESH_SHAPE_WIDE, .set = set},
               "\xEF\xBB\xBFwhat\n");
    thresh_table_free(table);
}

/* A blank line would be no record to many readers. */
static void
test_one_empty_cell(void **state) {
    (void)state;
    thresh_table *table = make_frame_of("what", 0, NULL);
    assert_true(make_row(table, "", "", NULL));
    table->loaded = true;
    assert_csv(table, &(thresh_write_options){.shape = THRESH_SHAPE_WIDE},
               "what\n\"\"\n");
    thresh_table_free(table);
}

static void
test_two_tables(void **state) {
    (void)state;
    thresh_table *first = make_table();
    thresh_table *second = make_frame();
    assert_true(
        make_row(second, "Chile", "", (const char *const[]){"3", "1", "2"}));
    second->loaded = true;
    second->caption.number = (thresh_str){NULL, 0};
    first->nrows = 1;

    const thresh_table *tables[] = {first, second};
    thresh_write_options opts = {.tables = 2};
    char *text = written(csv(), &opts, tables, 2);
    assert_non_null(text);
    assert_string_equal(text,
                        "table," LONG_HEADER "3,Total,Total,2007,1250,,,,\n"
                        "3,Total,\"North, east\",2007,1000,,,,\n"
                        "3,Total,South,2007,250,,,,\n"
                        "2,Chile,Total,2007,3,,,,\n"
                        "2,Chile,\"North, east\",2007,1,,,,\n"
                        "2,Chile,South,2007,2,,,,\n");
    free(text);
    thresh_table_free(first);
    thresh_table_free(second);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_long),
        cmocka_unit_test(test_wide),
        cmocka_unit_test(test_quoting),
        cmocka_unit_test(test_excel),
        cmocka_unit_test(test_bom),
        cmocka_unit_test(test_one_empty_cell),
        cmocka_unit_test(test_two_tables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
