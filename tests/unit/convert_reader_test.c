/* The public reader: src/convert/reader.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/str.h"
#include "read_text.h"

static const char sample[] = "samples/immigration-2007.txt";

static const char text[] = "T. 2007\n\n"
                           "Land \xC2\xB9;Sex;Total;Part;\n"
                           ";;;A;B\n"
                           "Norway 2);M;1 234,5;-;\"..\"\n"
                           "Norway;F;2,5*;few;\n"
                           "\n"
                           "Land \xC2\xB9;Sex;Total;Part;\n"
                           ";;;A;B\n"
                           "\"Sweden\nand more\";M;-0,5;7;8\n"
                           "\n"
                           "1) Note\n"
                           "\n"
                           "U\n\n"
                           "Land;C;D\n"
                           "Norway;1;2\n";

static void
add_row(thr_buf *out, const thresh_table *table, const thresh_row *row) {
    size_t ndimensions = thresh_table_dimensions(table, NULL);
    thr_buf_uint(out, row->index);
    thr_buf_char(out, '@');
    thr_buf_uint(out, row->line);
    thr_buf_char(out, '/');
    thr_buf_uint(out, row->record);
    for (size_t i = 0; i < row->ncells; i++) {
        const thresh_cell *cell = &row->cells[i];
        char number[THRESH_NUMBER_MAX];
        thresh_cell_number(cell, number);
        thr_buf_text(out, "\n  ");
        thr_buf_text(out, number);
        thr_buf_char(out, '|');
        thr_buf_str(out, cell->text);
        thr_buf_char(out, '|');
        thr_buf_str(out, cell->marks);
        thr_buf_char(out, '|');
        thr_buf_uint(out, cell->status);
        thr_buf_char(out, '|');
        thr_buf_uint(out, cell->place.column);
        for (size_t d = 0; d < ndimensions; d++) {
            thr_buf_char(out, '|');
            thr_buf_str(out, thresh_row_key(table, row, i, d)->label);
        }
    }
    thr_buf_char(out, '\n');
}

static thresh_result
add_rows(thresh_reader *reader, const thresh_table *table, thr_buf *out,
         thresh_error *err) {
    const thresh_row *row;
    thresh_result result;
    while ((result = thresh_reader_row(reader, &row, err)) == THRESH_OK)
        add_row(out, table, row);
    return result;
}

/* Stream all tables. */
static thresh_result
stream(thresh_reader *reader, thr_buf *out, thresh_error *err) {
    const thresh_table *table;
    thresh_result result;
    while ((result = thresh_reader_table(reader, &table, err)) == THRESH_OK) {
        result = add_rows(reader, table, out, err);
        if (result != THRESH_END)
            return result;
    }
    return result;
}

/* Load all tables, and play each back twice. */
static thresh_result
load(thresh_reader *reader, thr_buf *out) {
    thresh_table *table;
    thresh_result result;
    while ((result = thresh_table_load(&table, reader, NULL)) == THRESH_OK) {
        thr_buf again = {0};
        size_t from = out->len;
        for (int i = 0; i < 2; i++) {
            thresh_reader *player;
            assert_int_equal(thresh_table_replay(&player, table, NULL),
                             THRESH_OK);
            assert_int_equal(stream(player, i == 0 ? out : &again, NULL),
                             THRESH_END);
            thresh_reader_close(player);
        }
        assert_true(thr_str_equal(thr_str_from(thr_buf_view(out), from),
                                  thr_buf_view(&again)));
        thr_buf_free(&again);
        thresh_table_free(table);
    }
    return result;
}

static thresh_reader *
open_sample(void) {
    thresh_reader *reader = NULL;
    assert_int_equal(thresh_reader_open_file(&reader, sample, NULL, NULL),
                     THRESH_OK);
    return reader;
}

static thresh_reader *
open_text(void) {
    thresh_reader *reader = NULL;
    assert_int_equal(
        thresh_reader_open_memory(&reader, text, strlen(text), NULL, NULL),
        THRESH_OK);
    return reader;
}

/* Rows streamed, loaded and played back are the same. */
static void
test_one_reader(void **state) {
    (void)state;
    thresh_reader *(*const openers[])(void) = {open_sample, open_text};
    static const char *const parts[] = {
        "\n  0|-||1|", "0@5/5\n  1234.5|1 234,5||0|13|Norway|M|Total|2007\n"};
    for (size_t i = 0; i < 2; i++) {
        thr_buf streamed = {0}, loaded = {0};
        thresh_reader *reader = openers[i]();
        assert_int_equal(stream(reader, &streamed, NULL), THRESH_END);
        thresh_reader_close(reader);
        reader = openers[i]();
        assert_int_equal(load(reader, &loaded), THRESH_END);
        thresh_reader_close(reader);
        assert_true(
            thr_str_equal(thr_buf_view(&streamed), thr_buf_view(&loaded)));
        assert_true(log_has(&streamed, parts[i]));
        thr_buf_free(&streamed);
        thr_buf_free(&loaded);
    }
}

/* However the bytes come. */
static void
test_chunks(void **state) {
    (void)state;
    thr_buf whole = {0}, out = {0};
    for (size_t chunk = 0; chunk < 40; chunk++) {
        text_bytes bytes = {.rest = thr_str(text), .chunk = chunk};
        thresh_source source = text_source(&bytes);
        thresh_reader *reader;
        thr_buf_clear(&out);
        assert_int_equal(thresh_reader_open(&reader, &source, NULL, NULL),
                         THRESH_OK);
        assert_int_equal(bytes.given, 0); /* nothing is read yet */
        assert_int_equal(stream(reader, chunk ? &out : &whole, NULL),
                         THRESH_END);
        thresh_reader_close(reader);
        assert_true(
            chunk == 0
            || thr_str_equal(thr_buf_view(&out), thr_buf_view(&whole)));
    }
    assert_true(log_has(&whole, "2@10/10\n  -0.5|"));
    thr_buf_free(&whole);
    thr_buf_free(&out);
}

static void
test_sample(void **state) {
    (void)state;
    thresh_reader *reader = open_sample();
    thresh_table *table, *none = NULL;
    assert_int_equal(thresh_table_load(&table, reader, NULL), THRESH_OK);
    assert_int_equal(thresh_table_load(&none, reader, NULL), THRESH_END);
    assert_null(none);
    thresh_tally tally = thresh_reader_tally(reader);
    thresh_reader_close(reader);
    assert_int_equal(tally.observations, 624);
    assert_int_equal(tally.rejected, 0);
    thresh_counts counts = thresh_table_counts(table);
    assert_int_equal(counts.rows, 78);
    assert_int_equal(counts.columns, 8);
    assert_int_equal(counts.observations, 624);
    assert_int_equal(counts.nil, 14);
    assert_int_equal(counts.missing, 0);
    assert_int_equal(counts.text, 0);
    assert_int_equal(thresh_table_notes(table, NULL), 2);
    for (size_t row = 0; row < counts.rows; row++) {
        int64_t sum = 0;
        for (size_t column = 1; column < counts.columns; column++)
            sum += thresh_table_cell(table, row, column).coef;
        assert_int_equal(thresh_table_cell(table, row, 0).coef, sum);
    }
    thresh_table_free(table);
}

static void
test_misuse(void **state) {
    (void)state;
    thresh_reader *reader = NULL;
    thresh_source source = {0};
    thresh_error err = {0};
    const thresh_read_options colon = {.delimiter = ':'};
    const thresh_read_options unknown = {.encoding = "UTF-9"};
    const thresh_read_options nobody = {.symbols = "nobody"};
    const thresh_read_options mark = {.decimal = ';'};
    const thresh_read_options wide = {.stub_columns = UINT32_MAX};
    const thresh_table *table = NULL;
    const thresh_row *row = NULL;
    thresh_table *loaded = NULL;
    const thresh_result wrong = THRESH_E_ARGUMENT;
    assert_int_equal(thresh_reader_open(NULL, &source, NULL, &err), wrong);
    assert_int_equal(thresh_reader_open(&reader, NULL, NULL, &err), wrong);
    assert_int_equal(thresh_reader_open(&reader, &source, NULL, &err), wrong);
    assert_int_equal(thresh_reader_open_file(NULL, ".", NULL, &err), wrong);
    assert_int_equal(thresh_reader_open_file(&reader, NULL, NULL, &err),
                     wrong);
    assert_int_equal(thresh_reader_open_memory(NULL, "", 0, NULL, &err),
                     wrong);
    assert_int_equal(thresh_reader_open_memory(&reader, NULL, 1, NULL, &err),
                     wrong);
    assert_int_equal(thresh_reader_open_memory(&reader, "", 0, &colon, &err),
                     wrong);
    assert_int_equal(thresh_reader_open_memory(&reader, "", 0, &unknown, &err),
                     wrong);
    assert_int_equal(thresh_reader_open_memory(&reader, "", 0, &nobody, &err),
                     wrong);
    assert_int_equal(thresh_reader_open_memory(&reader, "", 0, &mark, &err),
                     wrong);
    assert_int_equal(thresh_reader_open_memory(&reader, "", 0, &wide, &err),
                     wrong);
    assert_int_equal(thresh_reader_table(NULL, &table, &err), wrong);
    assert_int_equal(thresh_reader_row(NULL, &row, &err), wrong);
    assert_int_equal(thresh_table_load(&loaded, NULL, &err), wrong);
    assert_int_equal(thresh_table_replay(&reader, NULL, &err), wrong);
    assert_int_equal(thresh_reader_tally(NULL).cells, 0);
    assert_null(reader);
    assert_int_equal(err.result, wrong);
    thresh_reader_close(NULL);
}

/* Nowhere to put what is asked for: the reader goes on all the same. */
static void
test_nowhere(void **state) {
    (void)state;
    const thresh_result wrong = THRESH_E_ARGUMENT;
    thresh_reader *reader = open_sample();
    const thresh_table *lent;
    const thresh_row *row;
    thresh_table *table = load_text(text, NULL, NULL);
    assert_int_equal(thresh_reader_table(reader, NULL, NULL), wrong);
    assert_int_equal(thresh_table_load(NULL, reader, NULL), wrong);
    assert_int_equal(thresh_reader_table(reader, &lent, NULL), THRESH_OK);
    assert_int_equal(thresh_reader_row(reader, NULL, NULL), wrong);
    assert_int_equal(thresh_reader_row(reader, &row, NULL), THRESH_OK);
    assert_int_equal(thresh_table_replay(NULL, table, NULL), wrong);
    thresh_table_free(table);
    thresh_reader_close(reader);
}

/* A row before its table is refused, and harms nothing. */
static void
test_row_before_table(void **state) {
    (void)state;
    thresh_reader *reader = open_sample();
    const thresh_table *table;
    const thresh_row *row = NULL;
    thresh_reader *player = NULL;
    assert_int_equal(thresh_reader_row(reader, &row, NULL), THRESH_E_ARGUMENT);
    assert_null(row);
    assert_int_equal(thresh_reader_table(reader, &table, NULL), THRESH_OK);
    assert_int_equal(thresh_table_replay(&player, table, NULL),
                     THRESH_E_ARGUMENT); /* it is not loaded */
    assert_null(player);
    assert_int_equal(thresh_reader_row(reader, &row, NULL), THRESH_OK);
    thresh_reader_close(reader);
}

static void
test_playing_back(void **state) {
    (void)state;
    thresh_table *table = load_text(text, NULL, NULL);
    thresh_reader *player;
    const thresh_table *lent;
    const thresh_row *row;
    thresh_table *loaded;
    assert_non_null(table);
    assert_int_equal(thresh_table_replay(&player, table, NULL), THRESH_OK);
    assert_int_equal(thresh_reader_row(player, &row, NULL), THRESH_E_ARGUMENT);
    assert_int_equal(thresh_table_load(&loaded, player, NULL),
                     THRESH_E_ARGUMENT);
    assert_int_equal(thresh_reader_table(player, &lent, NULL), THRESH_OK);
    assert_ptr_equal(lent, table);
    for (int i = 0; i < 3; i++)
        assert_int_equal(thresh_reader_row(player, &row, NULL), THRESH_OK);
    assert_int_equal(thresh_reader_row(player, &row, NULL), THRESH_END);
    assert_int_equal(thresh_reader_row(player, &row, NULL), THRESH_END);
    assert_int_equal(thresh_reader_table(player, &lent, NULL), THRESH_END);
    assert_int_equal(thresh_reader_tally(player).cells, 0);
    thresh_reader_close(player);
    thresh_table_free(table);
}

/* A table that does not fit is refused; a stream of the same rows is not. */
static void
test_max_memory(void **state) {
    (void)state;
    thr_buf large = {0}, out = {0};
    thr_buf_text(&large, "Land;A;B\n");
    for (size_t i = 0; i < 20000; i++)
        thr_buf_text(&large, "Norway;1;2\n");
    const thresh_read_options opts = {.max_memory = 400000};
    for (int loading = 0; loading < 2; loading++) {
        thresh_reader *reader;
        thresh_error err = {0};
        thresh_table *table = NULL;
        assert_int_equal(thresh_reader_open_memory(&reader, large.ptr,
                                                   large.len, &opts, NULL),
                         THRESH_OK);
        if (!loading) {
            assert_int_equal(stream(reader, &out, &err), THRESH_END);
        } else
            for (int again = 0; again < 2; again++) {
                assert_int_equal(thresh_table_load(&table, reader, &err),
                                 THRESH_E_LIMIT);
                assert_null(table);
                assert_in_range(err.line, 300, 20000);
                assert_non_null(strstr(err.message, "max_memory"));
            }
        thresh_reader_close(reader);
    }
    thr_buf_free(&large);
    thr_buf_free(&out);
}

/* A loaded table needs its reader no more. */
static void
test_table_outlives_reader(void **state) {
    (void)state;
    thresh_reader *reader = open_sample();
    thresh_table *table;
    const thresh_row *row;
    assert_int_equal(thresh_table_load(&table, reader, NULL), THRESH_OK);
    assert_int_equal(thresh_reader_row(reader, &row, NULL), THRESH_END);
    thresh_reader_close(reader);
    assert_true(
        thr_str_equal(thresh_table_caption(table)->number, THR_LIT("11")));
    assert_int_equal(thresh_table_cell(table, 0, 0).coef, 61774);
    thresh_table_free(table);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_reader),
        cmocka_unit_test(test_chunks),
        cmocka_unit_test(test_sample),
        cmocka_unit_test(test_misuse),
        cmocka_unit_test(test_nowhere),
        cmocka_unit_test(test_row_before_table),
        cmocka_unit_test(test_playing_back),
        cmocka_unit_test(test_max_memory),
        cmocka_unit_test(test_table_outlives_reader),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
