/* Records to tables of rows: src/layout/layout.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/str.h"
#include "read_text.h"

static thresh_reader *
open_text(const char *text, const thresh_listener *listener) {
    thresh_read_options opts = {0};
    thresh_reader *reader = NULL;
    if (listener != NULL)
        opts.listener = *listener;
    assert_int_equal(
        thresh_reader_open_memory(&reader, text, strlen(text), &opts, NULL),
        THRESH_OK);
    return reader;
}

/* Tables and rows of `text`, such as "T: Norway=1 Sweden=3; U: ...". */
static thresh_result
read_tables(thresh_reader *reader, thr_buf *out, thresh_error *err) {
    const thresh_table *table;
    const thresh_row *row;
    thresh_result result;
    while ((result = thresh_reader_table(reader, &table, err)) == THRESH_OK) {
        thr_buf_str(out, thresh_table_caption(table)->title);
        thr_buf_char(out, ':');
        for (uint64_t i = 0;
             (result = thresh_reader_row(reader, &row, err)) == THRESH_OK;
             i++) {
            assert_int_equal(row->index, i);
            thr_buf_char(out, ' ');
            thr_buf_str(out, row->keys[0].label);
            thr_buf_char(out, '=');
            thr_buf_str(out, row->cells[0].text);
        }
        if (result != THRESH_END)
            break;
        thr_buf_text(out, "; ");
    }
    return result;
}

#define TABLE(title, header) \
    title "\n\n" header "Norway;1;2\nSweden;3;4\n\n1) Note\n\n"

static const char two_tables[] = TABLE("T", "Land;A;B\n")
    TABLE("U", "Land;C;D\n");

static void
test_two_tables(void **state) {
    (void)state;
    thr_buf out = {0};
    thresh_reader *reader = open_text(two_tables, NULL);
    assert_int_equal(read_tables(reader, &out, NULL), THRESH_END);
    assert_true(thr_str_equal(
        thr_buf_view(&out),
        THR_LIT("T: Norway=1 Sweden=3; U: Norway=1 Sweden=3; ")));
    const thresh_table *table;
    const thresh_row *row;
    assert_int_equal(thresh_reader_table(reader, &table, NULL), THRESH_END);
    assert_int_equal(thresh_reader_row(reader, &row, NULL), THRESH_E_ARGUMENT);
    thresh_reader_close(reader);
    thr_buf_free(&out);
}

/* Rows not read are passed over, and counted all the same. */
static void
test_rows_passed_over(void **state) {
    (void)state;
    for (int rows = 0; rows <= 3; rows++) {
        thresh_reader *reader = open_text(two_tables, NULL);
        const thresh_table *table;
        const thresh_row *row;
        assert_int_equal(thresh_reader_table(reader, &table, NULL), THRESH_OK);
        for (int i = 0; i < rows; i++)
            assert_int_equal(thresh_reader_row(reader, &row, NULL),
                             i < 2 ? THRESH_OK : THRESH_END);
        assert_int_equal(thresh_reader_table(reader, &table, NULL), THRESH_OK);
        assert_true(
            thr_str_equal(thresh_table_caption(table)->title, THR_LIT("U")));
        assert_int_equal(thresh_reader_table(reader, &table, NULL),
                         THRESH_END);
        assert_int_equal(thresh_reader_tally(reader).observations, 8);
        thresh_reader_close(reader);
    }
}

/* Notes are known once the rows have ended, streamed or not. */
static void
test_notes_after_rows(void **state) {
    (void)state;
    thresh_reader *reader = open_text(two_tables, NULL);
    const thresh_table *table;
    const thresh_row *row;
    assert_int_equal(thresh_reader_table(reader, &table, NULL), THRESH_OK);
    assert_int_equal(thresh_table_notes(table, NULL), 0);
    while (thresh_reader_row(reader, &row, NULL) == THRESH_OK)
        assert_int_equal(thresh_table_notes(table, NULL), 0);
    assert_int_equal(thresh_table_notes(table, NULL), 1);
    assert_false(thresh_table_is_loaded(table));
    thresh_reader_close(reader);
}

/* Every cell that is not blank is counted once, whatever the text. */
static void
test_tally_adds_up(void **state) {
    (void)state;
    static const struct {
        const char *text;
        thresh_tally tally;
    } rows[] = {
        {"Land;A;B\nNorway;1;2\nSweden;3;\n",
         {.cells = 8, .observations = 3, .labels = 5}},
        {two_tables,
         {.cells = 22,
          .observations = 8,
          .labels = 10,
          .captions = 2,
          .notes = 2}},
        {"T\n\nLand;A\nNorway;1\nSweden;3\n\nT\n\nLand;A\nIndia;4\n\nend\n",
         {.cells = 13,
          .observations = 3,
          .labels = 5,
          .captions = 1,
          .notes = 1,
          .furniture = 3}},
        {"Land;A\nEurope\nNorway;1\nSweden;3\n",
         {.cells = 7, .observations = 2, .labels = 5}},
        {"", {0}},
        {"prose\n\nmore; of it\n", {.cells = 2, .rejected = 2}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        thr_buf out = {0};
        thresh_reader *reader = open_text(rows[i].text, NULL);
        (void)read_tables(reader, &out, NULL);
        thresh_tally tally = thresh_reader_tally(reader);
        assert_int_equal(tally.cells, tally.observations + tally.labels
                                          + tally.captions + tally.notes
                                          + tally.furniture + tally.rejected);
        assert_int_equal(tally.cells, rows[i].tally.cells);
        assert_int_equal(tally.observations, rows[i].tally.observations);
        assert_int_equal(tally.labels, rows[i].tally.labels);
        assert_int_equal(tally.captions, rows[i].tally.captions);
        assert_int_equal(tally.notes, rows[i].tally.notes);
        assert_int_equal(tally.furniture, rows[i].tally.furniture);
        assert_int_equal(tally.rejected, rows[i].tally.rejected);
        thresh_reader_close(reader);
        thr_buf_free(&out);
    }
}

static void
test_no_table(void **state) {
    (void)state;
    static const struct {
        const char *text;
        uint64_t line;
        const char *message;
    } rows[] = {
        {"", 0, "empty"},
        {"\n \n\t\n", 0, "empty"},
        {"prose\nand more\n", 1, "name the delimiter"},
        {"a;1\n", 1, "no tab"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        thresh_reader *reader = open_text(rows[i].text, NULL);
        const thresh_table *table;
        for (int again = 0; again < 2; again++) {
            thresh_error err = {0};
            assert_int_equal(thresh_reader_table(reader, &table, &err),
                             THRESH_E_LAYOUT);
            assert_int_equal(err.result, THRESH_E_LAYOUT);
            assert_int_equal(err.line, rows[i].line);
            if (strstr(err.message, rows[i].message) == NULL)
                fail_msg("%s", err.message);
        }
        thresh_reader_close(reader);
    }
}

/* Prose longer than the window, then a table; and prose behind it. */
static void
test_prose_around(void **state) {
    (void)state;
    thr_buf text = {0}, out = {0};
    text_log log = {0};
    thresh_listener listener = log_listener(&log);
    for (size_t i = 0; i < 1000; i++)
        thr_buf_text(&text, "some prose\n");
    thr_buf_text(&text, "\n" TABLE("T", "Land;A;B\n"));
    thr_buf_char(&text, '\0');
    thresh_read_options opts = {.delimiter = ';', .listener = listener};
    thresh_reader *reader;
    assert_int_equal(thresh_reader_open_memory(&reader, text.ptr,
                                               strlen(text.ptr), &opts, NULL),
                     THRESH_OK);
    assert_int_equal(read_tables(reader, &out, NULL), THRESH_END);
    assert_true(
        thr_str_equal(thr_buf_view(&out), THR_LIT("T: Norway=1 Sweden=3; ")));
    thresh_tally tally = thresh_reader_tally(reader);
    assert_true(tally.rejected > 700);
    assert_true(log_has(&log.warnings, "warning 1:1"));
    assert_true(log_has(&log.lines, "line 1 rejected"));
    assert_true(log_has(&log.lines, "line 1002 title"));
    thresh_reader_close(reader);
    thr_buf_free(&text);
    thr_buf_free(&out);
    free_log(&log);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_two_tables),
        cmocka_unit_test(test_rows_passed_over),
        cmocka_unit_test(test_notes_after_rows),
        cmocka_unit_test(test_tally_adds_up),
        cmocka_unit_test(test_no_table),
        cmocka_unit_test(test_prose_around),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
