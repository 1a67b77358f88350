/* Fields and what is in them: src/write/records.c and src/write/datum.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/str.h"
#include "make_table.h"
#include "write/records.h"
#include "write_help.h"

static const thresh_writer_class tabular = {
    .name = "tabular",
    .flags = THRESH_CAN_LONG | THRESH_CAN_WIDE | THRESH_LONG_FIRST
             | THRESH_TABULAR,
};

/* Records of a table, with the writer that they belong to. */
typedef struct opened {
    thr_records records;
    thresh_writer *writer;
    memory_sink memory;
} opened;

static void
open_records(opened *o, const thresh_table *table,
             const thresh_write_options *opts) {
    thresh_sink sink = memory_sink_of(&o->memory);
    assert_int_equal(
        thresh_writer_open(&o->writer, &tabular, &sink, opts, NULL),
        THRESH_OK);
    assert_int_equal(thr_records_open(&o->records, o->writer, table, 1, NULL),
                     THRESH_OK);
}

static void
close_records(opened *o) {
    thr_records_free(&o->records);
    thresh_writer_abandon(o->writer);
}

/* The names of the fields, with blanks between. */
static void
assert_fields(const thresh_table *table, const thresh_write_options *opts,
              const char *expected) {
    opened o = {0};
    open_records(&o, table, opts);
    thr_buf names = {0};
    for (size_t i = 0; i < o.records.nfields; i++) {
        thr_buf_text(&names, i > 0 ? "|" : "");
        thr_buf_str(&names, o.records.fields[i].name);
    }
    thr_buf_char(&names, '\0');
    assert_string_equal(names.ptr, expected);
    thr_buf_free(&names);
    close_records(&o);
}

/* The type of the field called `name`. */
static thr_field_type
type_of(const thresh_table *table, thresh_shape shape, const char *name) {
    opened o = {0};
    open_records(&o, table, &(thresh_write_options){.shape = shape});
    thr_field_type type = THR_TYPE_BOOLEAN;
    bool found = false;
    for (size_t i = 0; i < o.records.nfields; i++) {
        if (!thr_str_equal(o.records.fields[i].name, thr_str(name)))
            continue;
        type = o.records.fields[i].type;
        found = true;
    }
    assert_true(found);
    close_records(&o);
    return type;
}

/* Field `name` of the record in `row` and `column`; "~" where nothing is. */
static void
assert_datum(const thresh_table *table, const char *columns, size_t row,
             size_t column, const char *name, const char *expected) {
    opened o = {0};
    open_records(&o, table,
                 &(thresh_write_options){.columns = columns, .tables = 2});
    thresh_category keys[4];
    thresh_row lent = make_lent_row(table, row, keys);
    size_t i = 0;
    while (!thr_str_equal(o.records.fields[i].name, thr_str(name)))
        assert_true(++i < o.records.nfields);
    thr_datum datum;
    assert_int_equal(
        thr_records_datum(&o.records, &lent, column, i, &datum, NULL),
        THRESH_OK);
    char text[80] = "~";
    assert_true(datum.text.len < sizeof text);
    assert_true(datum.present || datum.text.len == 0);
    if (datum.present) {
        memcpy(text, datum.text.ptr, datum.text.len);
        text[datum.text.len] = '\0';
    }
    assert_string_equal(text, expected);
    close_records(&o);
}

static void
test_long_fields(void **state) {
    (void)state;
    thresh_table *table = make_table();
    thresh_table *frame = make_frame();
    const char *plain = "country|place|year|value|status|notes|is_total";
    assert_fields(frame, NULL, plain);
    assert_fields(table, NULL,
                  "country|place|year|value|status|notes|is_total|text");
    assert_fields(table,
                  &(thresh_write_options){.names = THRESH_NAMES_VERBATIM},
                  "Country|Place|year|value|status|notes|is_total|text");
    assert_fields(frame,
                  &(thresh_write_options){.tables = 2,
                                          .columns = "raw, line,raw,,parent"},
                  "table|country|place|year|value|status|notes|is_total|raw|"
                  "line|country_parent|place_parent");
    assert_fields(frame,
                  &(thresh_write_options){
                      .columns = "level,field,obs_status,table,unit,measure"},
                  "table|country|place|year|value|status|notes|is_total|"
                  "country_level|place_level|field|obs_status|unit|measure");
    thresh_table_free(table);
    thresh_table_free(frame);
}

static void
test_wide_fields(void **state) {
    (void)state;
    thresh_table *table = make_table();
    thresh_write_options opts = {.shape = THRESH_SHAPE_WIDE, .tables = 2};
    assert_fields(table, &opts,
                  "table|country|total|in_town_north_east|in_town_south");
    opts.names = THRESH_NAMES_VERBATIM;
    assert_fields(table, &opts,
                  "table|Country|Total|In town: North, east|In town: South");
    table->columns[1].leaf = NULL;
    assert_fields(table, &opts, "table|Country|Total|column 2|In town: South");
    thresh_table_free(table);
}

static void
test_names_that_clash(void **state) {
    (void)state;
    static const char *const headings[] = {"Total", "total", "", "Value"};
    thresh_table *table = make_frame_of("value", 4, headings);
    assert_fields(table, NULL,
                  "value_2|place|year|value|status|notes|is_total");
    assert_fields(table, &(thresh_write_options){.shape = THRESH_SHAPE_WIDE},
                  "value|total|total_2|column_3|value_2");
    assert_fields(table,
                  &(thresh_write_options){.shape = THRESH_SHAPE_WIDE,
                                          .names = THRESH_NAMES_VERBATIM},
                  "value|Total|total_2|column 3|Value_2");
    thresh_table_free(table);
}

static void
test_types(void **state) {
    (void)state;
    thresh_table *table = make_table();
    thresh_table *frame = make_frame();
    assert_int_equal(type_of(table, 0, "value"), THR_TYPE_INTEGER);
    assert_int_equal(type_of(frame, 0, "value"), THR_TYPE_NUMBER);
    assert_int_equal(type_of(table, 0, "year"), THR_TYPE_YEAR);
    assert_int_equal(type_of(table, 0, "country"), THR_TYPE_STRING);
    assert_int_equal(type_of(frame, 0, "country"), THR_TYPE_STRING);
    assert_int_equal(type_of(table, 0, "is_total"), THR_TYPE_BOOLEAN);
    thresh_table_free(frame);

    assert_true(
        make_row(table, "Half", "", (const char *const[]){"0.5", "1", ".."}));
    assert_int_equal(type_of(table, 0, "value"), THR_TYPE_NUMBER);
    thresh_shape wide = THRESH_SHAPE_WIDE;
    assert_int_equal(type_of(table, wide, "total"), THR_TYPE_NUMBER);
    assert_int_equal(type_of(table, wide, "in_town_south"), THR_TYPE_INTEGER);
    make_label(table, 2, 0, THR_LIT("0301"));
    assert_int_equal(type_of(table, 0, "year"), THR_TYPE_STRING);
    thresh_table_free(table);
}

static void
test_data(void **state) {
    (void)state;
    thresh_table *table = make_table();
    const char *all = "raw,line,field,obs_status,unit,measure,parent,level";
    assert_datum(table, all, 1, 2, "table", "3");
    assert_datum(table, all, 1, 2, "country", "Denmark");
    assert_datum(table, all, 1, 2, "place", "South");
    assert_datum(table, all, 1, 2, "year", "2007");
    assert_datum(table, all, 1, 2, "value", "240");
    assert_datum(table, all, 1, 2, "status", "revised");
    assert_datum(table, all, 1, 2, "notes", "2;1");
    assert_datum(table, all, 1, 2, "is_total", "~");
    assert_datum(table, all, 1, 2, "text", "~");
    assert_datum(table, all, 1, 0, "raw", "1 240");
    assert_datum(table, all, 1, 2, "line", "8");
    assert_datum(table, all, 1, 2, "field", "4");
    assert_datum(table, all, 1, 2, "obs_status", "A");
    assert_datum(table, all, 1, 2, "unit", "persons");
    assert_datum(table, all, 1, 2, "measure", "Visitors");
    assert_datum(table, all, 1, 2, "country_parent", "~");
    assert_datum(table, all, 1, 2, "country_level", "~");
    assert_datum(table, all, 2, 1, "value", "0");
    assert_datum(table, all, 2, 1, "status", "nil");
    assert_datum(table, all, 3, 0, "value", "~");
    assert_datum(table, all, 3, 0, "obs_status", "O");
    assert_datum(table, all, 3, 2, "value", "~");
    assert_datum(table, all, 3, 2, "text", "5 to 16");
    table->caption.number = (thresh_str){NULL, 0};
    assert_datum(table, NULL, 1, 2, "table", "1");
    thresh_table_free(table);
}

static void
test_marks_are_not_repeated(void **state) {
    (void)state;
    thresh_table *table = make_table();
    make_marks(table, 0, 1, "1;2");
    make_marks(table, 1, 2, "3;1");
    assert_datum(table, NULL, 1, 2, "notes", "2;1;3");
    assert_datum(table, NULL, 0, 0, "notes", "~");
    thresh_table_free(table);
}

/* Unknown is not "no", but one known total is enough. */
static void
test_is_total(void **state) {
    (void)state;
    static const struct {
        thresh_truth row, column;
        const char *expected;
    } cases[] = {
        {THRESH_UNKNOWN, THRESH_UNKNOWN, "~"},
        {THRESH_NO, THRESH_UNKNOWN, "~"},
        {THRESH_UNKNOWN, THRESH_NO, "~"},
        {THRESH_NO, THRESH_NO, "FALSE"},
        {THRESH_YES, THRESH_UNKNOWN, "TRUE"},
        {THRESH_UNKNOWN, THRESH_YES, "TRUE"},
        {THRESH_NO, THRESH_YES, "TRUE"},
        {THRESH_YES, THRESH_YES, "TRUE"},
    };
    thresh_table *table = make_table();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        make_total(table, 0, 0, cases[i].row);
        make_total(table, 1, 0, cases[i].column);
        assert_datum(table, NULL, 0, 0, "is_total", cases[i].expected);
    }
    thresh_table_free(table);
}

static void
test_tree(void **state) {
    (void)state;
    thresh_table *table = make_table();
    thr_category *items = table->categories[0].items;
    items[0].level = 0;
    items[1].level = 1;
    items[1].parent = 0;
    assert_datum(table, "parent,level", 1, 0, "country_parent", "Total");
    assert_datum(table, "parent,level", 1, 0, "country_level", "1");
    assert_datum(table, "parent,level", 0, 0, "country_parent", "~");
    assert_datum(table, "parent,level", 0, 0, "country_level", "0");
    thresh_table_free(table);
}

static void
test_several_statuses(void **state) {
    (void)state;
    thresh_table *table = make_table();
    thresh_cell cell = make_cell("1250");
    cell.status = THRESH_BREAK | THRESH_PROVISIONAL | 1u << 31;
    assert_int_equal(thr_cells_set(table, 0, 0, &cell, NULL), THRESH_OK);
    assert_datum(table, NULL, 0, 0, "status", "provisional;break");
    thresh_table_free(table);
}

static void
test_which_records(void **state) {
    (void)state;
    thresh_table *table = make_table();
    thresh_category key;
    thresh_row row = make_lent_row(table, 3, &key);
    opened o = {0};
    open_records(&o, table, NULL);
    assert_int_equal(thr_records_of_row(&o.records, &row), 3);
    assert_true(thr_records_has(&o.records, &row, 0));
    assert_false(thr_records_has(&o.records, &row, 1));
    assert_true(thr_records_has(&o.records, &row, 2));
    close_records(&o);
    open_records(&o, table,
                 &(thresh_write_options){.shape = THRESH_SHAPE_WIDE});
    assert_int_equal(thr_records_of_row(&o.records, &row), 1);
    assert_true(thr_records_has(&o.records, &row, 0));
    close_records(&o);
    thresh_table_free(table);
}

/* Only what is proved to be a total is left out. */
static void
test_no_totals(void **state) {
    (void)state;
    thresh_table *table = make_table();
    thresh_category key;
    opened o = {0};
    open_records(&o, table, &(thresh_write_options){.no_totals = true});
    thresh_row row = make_lent_row(table, 1, &key);
    for (size_t column = 0; column < 3; column++)
        assert_true(thr_records_has(&o.records, &row, column));
    make_total(table, 1, 0, THRESH_YES);
    make_total(table, 1, 1, THRESH_NO);
    assert_false(thr_records_has(&o.records, &row, 0));
    assert_true(thr_records_has(&o.records, &row, 1));
    assert_true(thr_records_has(&o.records, &row, 2));
    key.is_total = THRESH_YES;
    for (size_t column = 0; column < 3; column++)
        assert_false(thr_records_has(&o.records, &row, column));
    make_total(table, 2, 0, THRESH_YES); /* a constant */
    key.is_total = THRESH_NO;
    assert_true(thr_records_has(&o.records, &row, 1));
    close_records(&o);

    thresh_sink sink = memory_sink_of(&o.memory);
    thresh_write_options wide = {.shape = THRESH_SHAPE_WIDE,
                                 .no_totals = true};
    assert_int_equal(
        thresh_writer_open(&o.writer, &tabular, &sink, &wide, NULL),
        THRESH_E_ARGUMENT);
    thresh_table_free(table);
}

static void
count_warning(void *ctx, const thresh_error *warning) {
    assert_int_equal(warning->line, 10);
    ++*(int *)ctx;
}

/* A text that no field holds is told, once; one that `raw` holds is not lost.
 */
static void
test_lost_text(void **state) {
    (void)state;
    thresh_table *table = make_table();
    thresh_category key;
    thresh_row row = make_lent_row(table, 3, &key);
    table->counts.text = 0; /* as while the rows are still being read */
    static const struct {
        thresh_shape shape;
        const char *columns;
        int warnings;
    } cases[] = {{THRESH_SHAPE_LONG, NULL, 1},
                 {THRESH_SHAPE_LONG, "raw", 0},
                 {THRESH_SHAPE_WIDE, NULL, 1}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int warnings = 0;
        thresh_write_options opts = {
            .shape = cases[i].shape,
            .columns = cases[i].columns,
            .listener = {.warning = count_warning, .ctx = &warnings}};
        opened o = {0};
        open_records(&o, table, &opts);
        for (size_t field = 0; field < 2 * o.records.nfields; field++) {
            thr_datum datum;
            assert_int_equal(thr_records_datum(&o.records, &row, 2,
                                               field % o.records.nfields,
                                               &datum, NULL),
                             THRESH_OK);
        }
        assert_int_equal(warnings, cases[i].warnings);
        close_records(&o);
    }
    thresh_table_free(table);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_long_fields),
        cmocka_unit_test(test_wide_fields),
        cmocka_unit_test(test_names_that_clash),
        cmocka_unit_test(test_types),
        cmocka_unit_test(test_data),
        cmocka_unit_test(test_marks_are_not_repeated),
        cmocka_unit_test(test_is_total),
        cmocka_unit_test(test_tree),
        cmocka_unit_test(test_several_statuses),
        cmocka_unit_test(test_which_records),
        cmocka_unit_test(test_no_totals),
        cmocka_unit_test(test_lost_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
