/* Headings and title to dimensions: src/frame/dimensions.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "read_text.h"

/* Dimensions as "name(axis count)". */
static void
describe(const thresh_table *table, thr_buf *out) {
    static const char axes[] = "rck"; /* rows, columns, constant */
    const thresh_dimension *dimensions;
    size_t count = thresh_table_dimensions(table, &dimensions);
    for (size_t i = 0; i < count; i++) {
        thr_buf_text(out, i > 0 ? " " : "");
        thr_buf_str(out, dimensions[i].name);
        thr_buf_char(out, '(');
        thr_buf_char(out, axes[dimensions[i].axis]);
        thr_buf_uint(out, dimensions[i].ncategories);
        thr_buf_char(out, ')');
    }
}

#define BODY_2 "Norway;1;2\nSweden;3;4\n"
#define BODY_4 "Norway;1;2;3;4\nSweden;3;4;5;6\n"

typedef struct named_dimensions {
    const char *text;
    const char *dimensions;
} named_dimensions;

static void
check_names(const named_dimensions *rows, size_t count) {
    for (size_t i = 0; i < count; i++) {
        thr_buf out = {0};
        thresh_table *table = load_text(rows[i].text, NULL, NULL);
        if (table == NULL)
            fail_msg("no table in \"%s\"", rows[i].text);
        describe(table, &out);
        if (!thr_str_equal(thr_buf_view(&out), thr_str(rows[i].dimensions)))
            fail_msg("%.*s, not %s", THR_STR(thr_buf_view(&out)),
                     rows[i].dimensions);
        thr_buf_free(&out);
        thresh_table_free(table);
    }
}

static void
test_names(void **state) {
    (void)state;
    static const named_dimensions rows[] = {
        {"Persons, by citizenship and region. 2007\n\n"
         "Citizenship;Total;To region;\n;;Oslo;Bergen\n"
         "Norway;1;2;3\nSweden;4;5;6\n",
         "citizenship(r2) region(c3) year(k1)"},
        /* a period that is no year */
        {"Persons, by land and sex. 1 January 2007\n\nLand;M;F\n" BODY_2,
         "land(r2) sex(c2) period(k1)"},
        /* no title */
        {"Land;M;F\n" BODY_2, "land(r2) column(c2)"},
        /* no heading over the labels */
        {"Persons, by land\n\n;2006;2007\n" BODY_2, "land(r2) year(c2)"},
        /* two names without a heading that tells their order */
        {"Persons, by land and sex\n\n;M;F\n" BODY_2, "row(r2) column(c2)"},
        {";M;F\n" BODY_2, "row(r2) column(c2)"},
        /* years as columns: then the title's are no dimension */
        {"Persons, by land. 2006-2007\n\nLand;2006;2007\n" BODY_2,
         "land(r2) year(c2)"},
        /* a list that is too short or too long names nothing */
        {"Goods by rail\n\nLand;A;B\n" BODY_2, "land(r2) column(c2)"},
        /* a lone spanner names what is below it */
        {"Land;Sex;\n;M;F\n" BODY_2, "land(r2) sex(c2)"},
        /* several spanners are a dimension themselves */
        {"Persons, by land, sex and age\n\n"
         "Land;M;;F;\n;Young;Old;Young;Old\n" BODY_4,
         "land(r2) sex(c2) age(c2)"},
        {"Land;M;;F;\n;2006;2007;2006;2007\n" BODY_4,
         "land(r2) column(c2) year(c2)"},
        /* names are unique */
        {"Column;A;B\n" BODY_2, "column(r2) column_2(c2)"},
        {"Persons. 2007\n\nYear;A;B\nNorway;1;2\nSweden;3;4\n",
         "year(r2) column(c2) year_2(k1)"},
        /* two label columns */
        {"Persons, by land, sex and age\n\nLand;Sex;Young;Old\n"
         "Norway;M;1;2\nNorway;F;3;4\nSweden;M;5;6\n",
         "land(r2) sex(r2) age(c2)"},
        /* equal headings under one spanner stay apart */
        {"Land;A;A\n" BODY_2, "land(r2) column(c2)"},
        {"Land (ISO 3166);A;B\n" BODY_2, "land_iso_3166(r2) column(c2)"},
    };
    check_names(rows, sizeof rows / sizeof *rows);
}

/* Rows that are times: an item that names them, or what they are. */
static void
test_times(void **state) {
    (void)state;
    static const named_dimensions rows[] = {
        {"Persons, by year and sex\n\n;M;F\n2018;1;2\n2019;3;4\n",
         "year(r2) sex(c2)"},
        {"Persons, by sex\n\n;M;F\n2018;1;2\n2019;3;4\n", "year(r2) sex(c2)"},
        {"Persons, by land and sex\n\n;M;F\n2018;1;2\n2019;3;4\n",
         "year(r2) column(c2)"},
        {"Persons. 2019\n\n;M;F\n2018;1;2\n2019;3;4\n", "year(r2) column(c2)"},
        {"Persons. 2019\n\n;M;F\nJanuary;1;2\nMarch;3;4\n",
         "month(r2) column(c2) year(k1)"},
        {"Persons. 2018-2019\n\n;M;F\nJanuary;1;2\nMarch;3;4\n",
         "month(r2) column(c2)"},
    };
    check_names(rows, sizeof rows / sizeof *rows);
}

/* Every dimension says why it has its name, and keeps what was printed. */
static void
test_labels_and_reasons(void **state) {
    (void)state;
    thresh_table *table = load_text(
        "Persons, by Land and sex. 2007\n\nLAND \xC2\xB9;M;F\n" BODY_2, NULL,
        NULL);
    static const char *const labels[] = {"LAND", "sex", "year"};
    const thresh_dimension *dimensions;
    assert_non_null(table);
    assert_int_equal(thresh_table_dimensions(table, &dimensions), 3);
    for (size_t i = 0; i < 3; i++) {
        assert_true(thr_str_equal(dimensions[i].label, thr_str(labels[i])));
        assert_true(dimensions[i].reason.len > 0);
        assert_int_equal(
            thresh_table_axis_dimensions(table, dimensions[i].axis), 1);
    }
    thresh_table_free(table);
}

/* Which category of each dimension a column has. */
static void
test_column_keys(void **state) {
    (void)state;
    thresh_table *table = load_text(
        "Persons, by land, sex and age. 2007\n\n"
        "Land;M;;F;\n;Young;Old;Young;Old\n" BODY_4,
        NULL, NULL);
    assert_non_null(table);
    static const size_t keys[4][2] = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
    const thresh_column *columns;
    assert_int_equal(thresh_table_columns(table, &columns), 4);
    for (size_t i = 0; i < 4; i++)
        for (size_t d = 0; d < 2; d++) {
            assert_int_equal(thresh_table_key(table, 1 + d, 0, i), keys[i][d]);
            thresh_category category = thresh_table_category(table, 1 + d,
                                                             keys[i][d]);
            assert_true(
                thr_str_equal(columns[i].keys[d].label, category.label));
        }
    assert_true(thr_str_equal(thresh_table_category(table, 3, 0).label,
                              THR_LIT("2007")));
    assert_int_equal(thresh_table_category(table, 3, 0).place.line, 1);
    thresh_table_free(table);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_times),
        cmocka_unit_test(test_labels_and_reasons),
        cmocka_unit_test(test_column_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
