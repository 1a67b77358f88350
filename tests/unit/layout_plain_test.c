/* Rows that are read by themselves, to be lent or straight into a table,
 * against their plain twin: a listener that hears of each line has every line
 * judged. src/layout/plain.c, plain_row.c, plain_load.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "thresh/reader.h"

/* ## All that a reader says */

static void
add_place(thr_buf *out, const thresh_place *place) {
    thr_buf_char(out, '@');
    thr_buf_uint(out, place->line);
    thr_buf_char(out, ':');
    thr_buf_uint(out, place->column);
    thr_buf_char(out, '/');
    thr_buf_uint(out, place->record);
    thr_buf_char(out, '.');
    thr_buf_uint(out, place->field);
}

static void
add_text(thr_buf *out, thresh_str text) {
    thr_buf_char(out, '<');
    thr_buf_str(out, text);
    thr_buf_char(out, '>');
}

static void
add_cell(thr_buf *out, const thresh_cell *cell) {
    char number[THRESH_NUMBER_MAX];
    thr_buf_text(out, "\n  ");
    thr_buf_add(out, number, thresh_cell_number(cell, number));
    thr_buf_char(out, (char)('0' + cell->kind));
    thr_buf_uint(out, cell->status);
    add_text(out, cell->text);
    add_text(out, cell->marks);
    add_place(out, &cell->place);
}

static void
add_row(thr_buf *out, const thresh_row *row) {
    thr_buf_text(out, "\nrow ");
    thr_buf_uint(out, row->index);
    thr_buf_char(out, ' ');
    thr_buf_uint(out, row->line);
    thr_buf_char(out, ' ');
    thr_buf_uint(out, row->record);
    add_text(out, row->keys[0].label);
    add_text(out, row->keys[0].marks);
    thr_buf_uint(out, row->keys[0].indent);
    add_place(out, &row->keys[0].place);
    for (size_t i = 0; i < row->ncells; i++)
        add_cell(out, &row->cells[i]);
}

static void
on_warning(void *ctx, const thresh_error *warning) {
    thr_buf *out = ctx;
    thr_buf_text(out, "\nwarning ");
    thr_buf_uint(out, warning->line);
    thr_buf_char(out, ':');
    thr_buf_uint(out, warning->column);
    thr_buf_text(out, warning->message);
}

static void
on_line(void *ctx, const thresh_line *line) {
    (void)ctx;
    (void)line;
}

typedef struct way {
    bool judged; /* each line is */
    bool loaded; /* and then played back */
    const char *symbols;
} way;

static thresh_reader *
open_text(thresh_str text, way how, thr_buf *out) {
    thresh_reader *reader;
    thresh_error err;
    const thresh_read_options options = {
        .max_window = 16, /* so that most lines are beyond it */
        .symbols = how.symbols,
        .listener = {.ctx = out,
                     .warning = on_warning,
                     .line = how.judged ? on_line : NULL}};
    assert_int_equal(
        thresh_reader_open_memory(&reader, text.ptr, text.len, &options, &err),
        THRESH_OK);
    return reader;
}

static void
tell_rows(thr_buf *out, thresh_reader *reader) {
    const thresh_table *table;
    const thresh_row *row;
    thresh_error err;
    while (thresh_reader_table(reader, &table, &err) == THRESH_OK)
        while (thresh_reader_row(reader, &row, &err) == THRESH_OK)
            add_row(out, row);
}

/* What of a loaded table is counted while its rows are packed. */
static void
tell_counts(thr_buf *out, const thresh_table *table) {
    const thresh_counts counts = thresh_table_counts(table);
    const uint64_t all[] = {counts.rows, counts.observations, counts.missing,
                            counts.nil, counts.text};
    const thresh_symbol *symbols;
    size_t count = thresh_table_symbols(table, &symbols);
    thr_buf_text(out, "\ncounts");
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        thr_buf_char(out, ' ');
        thr_buf_uint(out, all[i]);
    }
    for (size_t i = 0; i < count; i++) {
        add_text(out, symbols[i].text);
        thr_buf_uint(out, symbols[i].count);
    }
}

static void
tell_loaded(thr_buf *out, thresh_reader *reader) {
    thresh_table *table;
    thresh_reader *again;
    while (thresh_table_load(&table, reader, NULL) == THRESH_OK) {
        assert_int_equal(thresh_table_replay(&again, table, NULL), THRESH_OK);
        tell_rows(out, again);
        tell_counts(out, table);
        thresh_reader_close(again);
        thresh_table_free(table);
    }
}

/* Read `text` in one way, and tell of all that comes. */
static void
tell(thr_buf *out, thresh_str text, way how) {
    thresh_reader *reader = open_text(text, how, out);
    (how.loaded ? tell_loaded : tell_rows)(out, reader);
    thresh_tally tally = thresh_reader_tally(reader);
    thr_buf_text(out, "\ntally ");
    thr_buf_uint(out, tally.cells);
    thr_buf_char(out, ' ');
    thr_buf_uint(out, tally.observations);
    thr_buf_char(out, ' ');
    thr_buf_uint(out, tally.labels);
    thr_buf_char(out, ' ');
    thr_buf_uint(out, tally.rejected);
    thresh_reader_close(reader);
}

static void
assert_twins(thresh_str text, bool loaded, const char *symbols) {
    thr_buf plain = {0}, judged = {0};
    tell(&plain, text, (way){false, loaded, symbols});
    tell(&judged, text, (way){true, loaded, symbols});
    thr_buf_char(&plain, '\0');
    thr_buf_char(&judged, '\0');
    assert_string_equal(plain.ptr, judged.ptr);
    thr_buf_free(&plain);
    thr_buf_free(&judged);
}

/* ## Random tables */

static uint32_t
next(uint32_t *seed) {
    *seed = *seed * 1664525 + 1013904223;
    return *seed >> 8;
}

#define PICK(seed, array) \
    (array)[next(seed) % (sizeof(array) / sizeof *(array))]

/* What is near a plain number. */
static const char *const others[] = {"-",
                                     "..",
                                     "0",
                                     "007",
                                     "12 34",
                                     "1 2345",
                                     "5*",
                                     "12.5",
                                     "3,25",
                                     "1,250",
                                     "1.250",
                                     "-4",
                                     "",
                                     "few",
                                     "7p",
                                     "12%",
                                     "$ 4",
                                     "1 234 567",
                                     " 8",
                                     "9 ",
                                     "(3)",
                                     "2007",
                                     ("1\xC2\xA0"
                                      "234"),
                                     "5.",
                                     "5,",
                                     "x",
                                     "123456789012345678901",
                                     "1\xC2\xB9",
                                     "1'234",
                                     "12 345,6",
                                     "1,2,3",
                                     "00",
                                     "0.5",
                                     "0,5",
                                     "0.0",
                                     "0.250",
                                     "0,250",
                                     "0.",
                                     "0 123",
                                     "1234567",
                                     "12345678",
                                     "123 456",
                                     "1234 567",
                                     "12 345 67",
                                     "1,234,567"};

/* Mostly plain numbers, in the style of the table, and others. */
static void
add_value(thr_buf *out, uint32_t *seed, char decimal) {
    if (next(seed) % 6 == 0) {
        thr_buf_text(out, PICK(seed, others));
        return;
    }
    uint32_t number = next(seed) % 1000;
    if (next(seed) % 2 == 0) {
        thr_buf_uint(out, number);
        thr_buf_char(out, ' ');
        number = 100 + next(seed) % 900;
    }
    thr_buf_uint(out, number);
    if (next(seed) % 4 == 0) {
        thr_buf_char(out, decimal);
        thr_buf_uint(out, next(seed) % 100);
    }
}

/* A line that is a row, or one of those that stand between rows. */
static void
add_line(thr_buf *out, uint32_t *seed, char delimiter, char decimal) {
    static const char *const labels[] = {"Denmark",
                                         "Country A",
                                         "Oslo and",
                                         "Oslo and ",
                                         "Rate,\xC2\xA0",
                                         "Serbia \xC2\xB9",
                                         "",
                                         ".. Sweden",
                                         "  Norway",
                                         "Continued",
                                         "Land, of the",
                                         "A*",
                                         "2005",
                                         "Tr\xC3\xB8ndelag",
                                         "Total 1)",
                                         "Land, forts",
                                         "Land, Continued",
                                         "Land continued",
                                         "A, B and C,",
                                         "Cyprus",
                                         "The \"North\"",
                                         "\"",
                                         "A \"b\", c \xC2\xB9",
                                         "- men"};
    static const char *const lines[] = {"", "Europe", "continued below",
                                        "1) A note", "Land"};
    if (next(seed) % 40 == 0) {
        thr_buf_text(out, PICK(seed, lines));
        return;
    }
    static const char *const quoted[] = {
        "\"Denmark\"",     "\"A \"\"B\"\"\"",
        "\"A\" b",         "a \"B\"",
        "\"A, B\"",        "\"The \"\"North\"\", B \xC2\xB9\"",
        "\"A \"\"\" b",    "\"\"\"\"",
        "\"A, fortsatt\"", "\"\"\"A\"\"\"\"",
        "\"  \"\"A\"\"\""};
    if (next(seed) % 8 == 0)
        thr_buf_text(out, PICK(seed, quoted));
    else
        thr_buf_text(out, PICK(seed, labels));
    size_t count = next(seed) % 60 == 0 ? 2 + next(seed) % 4 : 4;
    for (size_t i = 0; i < count; i++) {
        bool quotes = next(seed) % 8 == 0;
        thr_buf_char(out, delimiter);
        thr_buf_text(out, quotes ? "\"" : "");
        add_value(out, seed, decimal);
        thr_buf_text(out, quotes ? "\"" : "");
    }
}

static void
add_header(thr_buf *out, const char *header, char delimiter) {
    for (; *header != '\0'; header++)
        thr_buf_char(out, *header == '\t' ? delimiter : *header);
}

static void
test_twins(void **state) {
    (void)state;
    static const char *const headers[] = {
        "Land\tTotal\tA\tB\tC",
        "Land\t2005\t2006\t2007\t2008",
        "Land\tTotal\tTo\t\t\n\t\tA\tB\tC",
        "Land\t2005\tA\t2006\tB",
        "\tMen\t\tWomen\t\nLand\t2005\t2006\t2005\t2006",
        "\tA\t\t\t\nLand\t2005.0\t2006.0\t2007.0\t2008p"};
    static const char *const ends[] = {"\n", "\r\n"};
    for (uint32_t i = 0; i < 100; i++) {
        uint32_t seed = i;
        thr_buf text = {0};
        const char *end = PICK(&seed, ends);
        char decimal = ",."[next(&seed) % 2];
        thr_buf_text(&text, "A title. 2007");
        thr_buf_text(&text, end);
        thr_buf_text(&text, end);
        char delimiter = "\t;,|"[next(&seed) % 4];
        const char *header = PICK(&seed, headers);
        add_header(&text, header, delimiter);
        thr_buf_text(&text, end);
        size_t count = 250 + next(&seed) % 60;
        for (size_t line = 0; line < count; line++) {
            add_line(&text, &seed, delimiter, decimal);
            thr_buf_text(&text, end);
            uint32_t again = next(&seed) % 40; /* all of it, or one line */
            const char *below = strchr(header, '\n');
            thr_buf_text(&text, again == 0 ? end : "");
            if (again <= 1)
                add_header(&text,
                           again == 0 || below == NULL ? header : below + 1,
                           delimiter);
            thr_buf_text(&text, again <= 1 ? end : "");
        }
        thr_buf_text(&text, "\nNote below");
        assert_false(text.failed);
        const char *symbols = next(&seed) % 4 == 0 ? "ssb" : NULL;
        assert_twins(thr_buf_view(&text), false, symbols);
        assert_twins(thr_buf_view(&text), true, symbols);
        thr_buf_free(&text);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_twins)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
