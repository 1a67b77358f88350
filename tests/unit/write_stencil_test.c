/* Records from pieces, against their plain twin: every field written by
 * itself. src/write/stencil.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "thresh/reader.h"
#include "write/stencil.h"
#include "write_help.h"

static const thresh_writer_class tabular = {
    .name = "tabular",
    .flags = THRESH_CAN_LONG | THRESH_CAN_WIDE | THRESH_LONG_FIRST
             | THRESH_TABULAR,
};

static const char text[] =
    "T. 2007\n\nLand\tSex\tTotal\tPart \xC2\xB9\t\n"
    "\t\t\tA\tB of a name that is longer than most names are\n"
    "Norway\tM\t12\t5\t7\nNorway\tF\t30\t-\t30\nNorway\tAll\t42\t5\t37\n"
    "Sweden 1)\tM\t1.50\t0.25\t1.25\nSweden 1)\tF\t-3\t..\t7*\n"
    "Iceland\tM\t\tfew\t7p\nSweden 1)\tAll\t4\t1\t3\n"
    "Finland 2)\tM\t9\t4\t5\nSweden 1)\tX\t8\t4\t4\n\n1) Note\n";

typedef struct twin {
    thr_records records;
    thr_buf out;
} twin;

static thresh_result
put(void *ctx, const thresh_row *row, size_t record, size_t from, size_t to,
    thresh_error *err) {
    twin *t = ctx;
    for (size_t i = from; i < to; i++) {
        thr_datum datum;
        thresh_result result = thr_records_datum(&t->records, row, record, i,
                                                 &datum, err);
        if (result != THRESH_OK)
            return result;
        thr_buf_str(&t->out, t->records.fields[i].name);
        thr_buf_char(&t->out, '=');
        thr_buf_str(&t->out, datum.text);
    }
    thr_buf_text(&t->out, to == t->records.nfields ? "\n" : "");
    return THRESH_OK;
}

static void
feed(twin *t, thr_stencil *stencil, const thresh_table *table) {
    thresh_reader *reader;
    const thresh_row *row;
    assert_int_equal(thresh_table_replay(&reader, table, NULL), THRESH_OK);
    assert_int_equal(thresh_reader_table(reader, &table, NULL), THRESH_OK);
    while (thresh_reader_row(reader, &row, NULL) == THRESH_OK) {
        if (stencil != NULL) {
            assert_int_equal(thr_stencil_row(stencil, row, NULL), THRESH_OK);
            continue;
        }
        for (size_t i = 0; i < thr_records_of_row(&t->records, row); i++)
            if (thr_records_has(&t->records, row, i))
                assert_int_equal(put(t, row, i, 0, t->records.nfields, NULL),
                                 THRESH_OK);
    }
    thresh_reader_close(reader);
}

static void
assert_twins(const thresh_table *table, const thresh_write_options *opts,
             bool fits) {
    twin t = {0};
    memory_sink memory = {0};
    thresh_sink sink = memory_sink_of(&memory);
    thresh_writer *writer;
    thr_stencil stencil = {0};
    assert_int_equal(thresh_writer_open(&writer, &tabular, &sink, opts, NULL),
                     THRESH_OK);
    assert_int_equal(thr_records_open(&t.records, writer, table, 1, NULL),
                     THRESH_OK);
    feed(&t, NULL, table);
    thr_buf expected = t.out;
    t.out = (thr_buf){0};
    assert_int_equal(
        thr_stencil_start(&stencil, &t.records, put, &t, &t.out, '.', NULL),
        THRESH_OK);
    assert_int_equal(stencil.fits, fits);
    feed(&t, &stencil, table);
    thr_buf_char(&expected, '\0');
    thr_buf_char(&t.out, '\0');
    assert_string_equal(t.out.ptr, expected.ptr);
    thr_stencil_free(&stencil);
    thr_buf_free(&t.out);
    thr_buf_free(&expected);
    thr_records_free(&t.records);
    thresh_writer_abandon(writer);
}

static void
test_twins(void **state) {
    (void)state;
    static const struct {
        thresh_write_options opts;
        bool fits;
    } cases[] = {
        {{.shape = THRESH_SHAPE_LONG}, true},
        {{.shape = THRESH_SHAPE_LONG, .no_totals = true}, false},
        {{.columns = "table,obs_status,unit,measure"}, true},
        {{.columns = "raw"}, false},
        {{.columns = "line"}, false},
        {{.columns = "parent"}, false},
        {{.shape = THRESH_SHAPE_WIDE}, false},
    };
    thresh_reader *reader;
    thresh_table *table;
    assert_int_equal(
        thresh_reader_open_memory(&reader, text, sizeof text - 1, NULL, NULL),
        THRESH_OK);
    assert_int_equal(thresh_table_load(&table, reader, NULL), THRESH_OK);
    assert_int_equal(thresh_table_rows(table), 9);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_twins(table, &cases[i].opts, cases[i].fits);
    thresh_table_free(table);
    thresh_reader_close(reader);
}

int
main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_twins)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
