/* Headings that name two things: src/frame/compound.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/str.h"
#include "read_text.h"

static const struct {
    const char *header;
    const char *paths; /* spanner>heading of each column */
} headers[] = {
    {"Men 2018;Women 2018;Men 2019;Women 2019",
     "2018>Men 2018>Women 2019>Men 2019>Women"},
    {"2018 Men;2019 Men;2018 Women;2019 Women",
     "Men>2018 Men>2019 Women>2018 Women>2019"},
    {"Men, 2018;Men, 2019;Women (2018);Women, 2019",
     "Men>2018 Men>2019 Women>2018 Women>2019"},
    {"men_2018;men_2019;women_2018;women_2019",
     "men>2018 men>2019 women>2018 women>2019"},
    {"2018 (kg);2019 (kg);2020 (kg);2021 (kg)", "2018 2019 2020 2021"},
    {"A!!X;B!!X;A!!X!!Y;B!!X!!Y", "X>A X>B X: Y>A X: Y>B"},
    {"A!!X:!!Y:;B!!X;A!!Z;B!!W", "A: X: Y B: X A: Z B: W"},
    /* a level without a text is none */
    {"!!X;!!Y;A!!X;A!!Y", "X Y A: X A: Y"},
    {"X!!;Y!!;X!!A;Y!!!!A", "X Y X: A Y: A"},
    /* one thing of many years, behind it; not of one year, nor before it */
    {"Men 2018;Men 2019;Men 2020;Men 2021",
     "2018>Men 2019>Men 2020>Men 2021>Men"},
    {"Men 2018;Women 2018;Boys 2018;Girls 2018",
     "Men 2018 Women 2018 Boys 2018 Girls 2018"},
    {"2018 men;2019 men;2020 men;2021 men",
     "2018 men 2019 men 2020 men 2021 men"},
    {"FY 2018;FY 2019;FY 2020;FY 2021", "FY 2018 FY 2019 FY 2020 FY 2021"},
    /* nothing beside the years that could be a second level, nor a unit */
    {"2018 -;2019 -;2018 :;2019 :", "2018 - 2019 - 2018 : 2019 :"},
    {"2018 ();2019 ();2020 ();2021 ()", "2018 () 2019 () 2020 () 2021 ()"},
    {"2018 (kg;2019 (kg;2020 (kg;2021 (kg",
     "2018 (kg 2019 (kg 2020 (kg 2021 (kg"},
    {"2018 kg);2019 kg);2020 kg);2021 kg)",
     "2018 kg) 2019 kg) 2020 kg) 2021 kg)"},
    /* no product; periods; one of another form; twice the same */
    {"Men 2018;Women 2019;Men 2020;Women 2021",
     "Men 2018 Women 2019 Men 2020 Women 2021"},
    {"Jan 2018;Feb 2018;Jan 2019;Feb 2019",
     "Jan 2018 Feb 2018 Jan 2019 Feb 2019"},
    {"Jan  Jul 2018;Jan  Jul 2019;Feb  Mar 2018;Feb  Mar 2019",
     "Jan  Jul 2018 Jan  Jul 2019 Feb  Mar 2018 Feb  Mar 2019"},
    {"Men 2018;Men 2019;Women 2018;Change",
     "Men 2018 Men 2019 Women 2018 Change"},
    {"Men 2018;Men 2019;Men 2018;Men 2019",
     "Men 2018 Men 2019 Men 2018 Men 2019"},
    {"Men 2018;Men 2018;Women 2019;Women 2019",
     "Men 2018 Men 2018 Women 2019 Women 2019"},
};

static void
headings_are_split(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof headers / sizeof *headers; i++) {
        char text[256];
        thr_buf paths = {0};
        (void)snprintf(text, sizeof text,
                       "Port;%s\nOslo;1,5;2,5;3,5;4,5\nMoss;5,5;6,5;7,5;8,5\n",
                       headers[i].header);
        thresh_table *table = load_text(text, NULL, NULL);
        assert_non_null(table);
        const thresh_column *columns;
        size_t count = thresh_table_columns(table, &columns);
        for (size_t k = 0; k < count; k++) {
            const thresh_heading *leaf = columns[k].leaf;
            thr_buf_text(&paths, k > 0 ? " " : "");
            if (leaf->parent != NULL)
                thr_buf_str(&paths, leaf->parent->label);
            thr_buf_text(&paths, leaf->parent != NULL ? ">" : "");
            thr_buf_str(&paths, leaf->label);
        }
        thr_buf_char(&paths, '\0');
        assert_false(paths.failed);
        assert_string_equal(paths.ptr, headers[i].paths);
        thr_buf_free(&paths);
        thresh_table_free(table);
    }
}

/* In reading order: the spanners, then what stands below them. */
static void
spanners_come_first(void **state) {
    (void)state;
    thresh_table *table = load_text("Port;A 2018;B 2018;A 2019;B 2019\n"
                                    "Oslo;1;2;3;4\n",
                                    NULL, NULL);
    assert_non_null(table);
    const thresh_heading *headings;
    assert_int_equal(thresh_table_headings(table, &headings), 6);
    assert_int_equal(thresh_table_header_rows(table), 2);
    for (size_t i = 0; i < 6; i++) {
        assert_int_equal(headings[i].level, i < 2 ? 0 : 1);
        assert_int_equal(headings[i].span, i < 2 ? 2 : 1);
        assert_int_equal(headings[i].first, i < 2 ? 2 * i : i - 2);
    }
    thresh_table_free(table);
}

/* The unit below the title holds, and each column is compared with each
 * only where they are not too many. */
static void
not_all_is_split(void **state) {
    (void)state;
    thresh_table *table = load_text("Fish landed\n(In tonnes)\n\n"
                                    "Port;2018 (kg);2019 (kg)\n"
                                    "Oslo;11;22\nMoss;13;24\n",
                                    NULL, NULL);
    assert_non_null(table);
    assert_true(thr_str_equal(thresh_table_caption(table)->unit,
                              thr_str("In tonnes")));
    thresh_table_free(table);
    enum { YEARS = 100, FIRST = 1900 };
    for (size_t things = 5; things < 7; things++) {
        thr_buf text = {0};
        thr_buf_text(&text, "Port");
        for (size_t i = 0; i < things * YEARS; i++) {
            thr_buf_text(&text, ";Sort ");
            thr_buf_char(&text, (char)('A' + i / YEARS));
            thr_buf_char(&text, ' ');
            thr_buf_uint(&text, FIRST + i % YEARS);
        }
        thr_buf_text(&text, "\nOslo");
        for (size_t i = 0; i < things * YEARS; i++)
            thr_buf_text(&text, ";5");
        thr_buf_text(&text, "\n");
        thr_buf_char(&text, '\0');
        assert_false(text.failed);
        table = load_text(text.ptr, NULL, NULL);
        assert_non_null(table);
        assert_int_equal(thresh_table_columns(table, NULL), things * YEARS);
        assert_int_equal(thresh_table_header_rows(table), things < 6 ? 2 : 1);
        thresh_table_free(table);
        thr_buf_free(&text);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(headings_are_split),
        cmocka_unit_test(spanners_come_first),
        cmocka_unit_test(not_all_is_split),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
