/* Tables side by side: src/frame/panels.c, beside.c and model/panels.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "frame/panels.h"
#include "read_text.h"

static const struct {
    const char *text;
    size_t header; /* rows */
    size_t count;
    thr_panel_kind kind;
    size_t second; /* where the second panel starts */
    size_t stub;   /* fields of labels */
} tables[] = {
    {"A;N;A;N\na;1;d;4\nb;2;e;5\nc;3;f;6\n", 1, 2, THR_PANELS_SAME, 3, 1},
    {"A;N;;A;N\na;1;;d;4\nb;2;;e;5\nc;3;;f;6\n", 1, 2, THR_PANELS_SAME, 4, 1},
    /* three of them, the last one shorter */
    {"A;N;A;N;A;N\na;1;d;4;g;7\nb;2;e;5;h;8\nc;3;f;6;i;9\nj;2;k;2\n", 1, 3,
     THR_PANELS_SAME, 3, 1},
    /* labels that are figures */
    {"Year;N;Year;N\n1;1;4;4\n2;2;5;5\n3;3;6;6\n", 1, 2, THR_PANELS_SAME, 3,
     1},
    {"A;N;A;M\na;1;d;4\nb;2;e;5\nc;3;f;6\n", 1, 2, THR_PANELS_OTHER, 3, 1},
    {"A;N;A;M\na;1;a;4\nb;2;b;5\nc;3;c;6\n", 1, 2, THR_PANELS_AGAIN, 3, 1},
    {"A;N;M;A\na;1;4;a\nb;2;5;b\nc;3;6;c\n", 1, 2, THR_PANELS_AGAIN, 4, 1},
    /* other headings over the labels, the same over the values */
    {"A;N;%;B;N;%\na;1;2;d;4;1\nb;2;1;e;5;1\nc;3;3;f;6;1\n", 1, 2,
     THR_PANELS_SAME, 4, 1},
    /* texts as values: what stands beside them differs, or is more */
    {"A;N;M;B;O;P\na;1;2;d;4;1\nb;2;1;e;5;1\nc;3;3;f;6;1\n", 1, 0, 0, 0, 1},
    {"A;N;R;C;N;R;C\na;1;2;(d);4;1;(d)\nb;2;1;(e);5;1;(d)\nc;3;3;(f);6;1;(d)"
     "\n",
     1, 0, 0, 0, 1},
    /* a second panel that is wider, or narrower */
    {"A;N;A;N;M\na;1;d;4;1\nb;2;e;5;1\nc;3;f;6;1\n", 1, 2, THR_PANELS_OTHER, 3,
     1},
    {"A;N;M;A;N\na;1;1;d;4\nb;2;1;e;5\nc;3;1;f;6\n", 1, 2, THR_PANELS_OTHER, 4,
     1},
    /* two labels a row, and a second panel that has but one of them */
    {"A;B;N;A;B;N\na;x;1;d;x;4\nb;x;2;e;x;5\nc;y;3;f;y;6\n", 1, 2,
     THR_PANELS_SAME, 4, 2},
    {"A;B;N;A;;N\na;x;1;d;4;4\nb;x;2;e;5;5\nc;y;3;f;6;6\n", 1, 2,
     THR_PANELS_OTHER, 4, 2},
    {"A;B;N;A;M;N\na;x;1;d;4;4\nb;x;2;e;5;5\nc;y;3;f;6;6\n", 1, 2,
     THR_PANELS_OTHER, 4, 2},
    /* the heading of the labels again, over texts that are not they */
    {"A;N;A\na;1;x\nb;2;y\nc;3;z\n", 1, 0, 0, 0, 1},
    /* the same labels under another heading are no second panel */
    {"A;N;M;B;N;M\na;1;2;a;4;5\nb;1;2;b;4;5\nc;1;2;c;4;5\n", 1, 0, 0, 0, 1},
    /* one row, and nothing but the heading of the labels stands there again */
    {"A;N;M;K;A;O;P;Q\na;1;2;3;d;4;5;6\n", 1, 0, 0, 0, 1},
    /* too few rows, and no header at all */
    {"A;N;A;N\na;1;d;4\nb;2;e;5\n", 1, 0, 0, 0, 1},
    {"a;1;d;4\nb;2;e;5\nc;3;f;6\n", 0, 0, 0, 0, 1},
};

static void
panels_are_found(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        text_records records;
        open_records(&records, tables[i].text, ';', NULL);
        size_t fields = thr_window_at(&records.window, 0)->ncells;
        const thr_stub_range range = {0, tables[i].header,
                                      records.window.count, fields, 0};
        const thr_stub stub = {.fields = tables[i].stub};
        thr_panels panels;
        thr_panels_find(&records.window, &range, &stub, &panels);
        if (panels.count != tables[i].count)
            fail_msg("\"%s\": %zu", tables[i].text, panels.count);
        if (panels.count > 0) {
            assert_int_equal(panels.kind, tables[i].kind);
            assert_int_equal(panels.starts[1], tables[i].second);
            assert_true(thr_panels_is_label(&panels, tables[i].second));
            assert_true(thr_panels_hides(&panels, tables[i].second));
            assert_non_null(panels.reason);
        }
        close_records(&records);
    }
}

static void
assert_row(const thresh_table *table, size_t row, const char *label,
           const char *values) {
    thresh_category key = thresh_table_category(
        table, 0, thresh_table_key(table, 0, row, 0));
    assert_true(thr_str_equal(key.label, thr_str(label)));
    thr_buf out = {0};
    for (size_t i = 0; i < thresh_table_columns(table, NULL); i++) {
        thresh_cell cell = thresh_table_cell(table, row, i);
        thr_buf_text(&out, i > 0 ? "," : "");
        thr_buf_str(&out, cell.text);
    }
    assert_true(thr_str_equal(thr_buf_view(&out), thr_str(values)));
    thr_buf_free(&out);
}

static void
rows_come_panel_by_panel(void **state) {
    (void)state;
    thresh_table *table = load_text(
        "A;N;;A;N\na;1;;d;4\nb;2;;e;5\nc;3;;f;6\ng;7;;;\n", NULL, NULL);
    assert_non_null(table);
    assert_int_equal(thresh_table_rows(table), 7);
    assert_int_equal(thresh_table_columns(table, NULL), 1);
    assert_row(table, 0, "a", "1");
    assert_row(table, 3, "g", "7");
    assert_row(table, 4, "d", "4");
    assert_row(table, 5, "e", "5");
    thresh_place place = thresh_table_label_place(table, 0, 5, 0);
    assert_int_equal(place.field, 4);
    assert_int_equal(place.line, 3);
    assert_int_equal(thresh_table_cell(table, 5, 0).place.field, 5);
    thresh_table_free(table);
}

/* Two labels a row: each is numbered by the first row that has it, in the
 * order in which the rows come. */
static void
rows_with_two_labels_come_panel_by_panel(void **state) {
    (void)state;
    thresh_table *table = load_text(
        "A;B;N;A;B;N\na;x;1;d;z;4\na;y;2;e;x;5\nc;y;3;e;y;6\n", NULL, NULL);
    assert_non_null(table);
    static const struct {
        const char *value;
        size_t keys[2];
        uint32_t field; /* of the first label */
    } rows[] = {{"1", {0, 0}, 1}, {"2", {0, 1}, 1}, {"3", {1, 1}, 1},
                {"4", {2, 2}, 4}, {"5", {3, 0}, 4}, {"6", {3, 1}, 4}};
    assert_int_equal(thresh_table_rows(table), 6);
    for (size_t i = 0; i < 6; i++) {
        thresh_cell cell = thresh_table_cell(table, i, 0);
        assert_true(thr_str_equal(cell.text, thr_str(rows[i].value)));
        for (size_t d = 0; d < 2; d++) {
            assert_int_equal(thresh_table_key(table, d, i, 0),
                             rows[i].keys[d]);
            assert_int_equal(thresh_table_label_place(table, d, i, 0).field,
                             rows[i].field + d);
        }
    }
    static const char *const labels[][4] = {{"a", "c", "d", "e"},
                                            {"x", "y", "z"}};
    for (size_t d = 0; d < 2; d++)
        for (size_t i = 0; i < 4 && labels[d][i] != NULL; i++)
            assert_true(thr_str_equal(thresh_table_category(table, d, i).label,
                                      thr_str(labels[d][i])));
    thresh_table_free(table);
}

static void
rows_have_values_in_their_own_panel(void **state) {
    (void)state;
    thresh_table *table = load_text("A;N;A;M\na;1;d;4\nb;2;e;5\nc;3;f;6\n",
                                    NULL, NULL);
    assert_non_null(table);
    assert_int_equal(thresh_table_rows(table), 6);
    assert_row(table, 0, "a", "1,");
    assert_row(table, 3, "d", ",4");
    thresh_table_free(table);
    table = load_text("A;N;A;M\na;1;a;4\nb;2;b;5\nc;3;c;6\n", NULL, NULL);
    assert_non_null(table);
    assert_int_equal(thresh_table_rows(table), 3);
    assert_row(table, 0, "a", "1,4");
    thresh_table_free(table);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(panels_are_found),
        cmocka_unit_test(rows_come_panel_by_panel),
        cmocka_unit_test(rows_with_two_labels_come_panel_by_panel),
        cmocka_unit_test(rows_have_values_in_their_own_panel),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
