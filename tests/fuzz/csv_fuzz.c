/* CSV. What must hold, as libcsv reads it, strictly:
 *
 * - every line has as many fields as the first, whose names all differ;
 * - long, there is a line for each observation; wide, one for each row;
 * - wide, the labels and values are those of the table. */
#include <csv.h>
#include <stdlib.h>

#include "base/str.h"
#include "base/utf8.h"
#include "written.h"

/* The fields of the output, one after the other, and of each line. */
typedef struct sheet {
    thr_buf text;
    thr_buf ends;   /* size_t: where each field ends in `text` */
    thr_buf counts; /* size_t: fields of each line */
    size_t waiting;
} sheet;

static void
take_field(void *bytes, size_t size, void *ctx) {
    sheet *it = ctx;
    thr_buf_add(&it->text, bytes, size);
    thr_buf_add(&it->ends, &it->text.len, sizeof it->text.len);
    it->waiting++;
}

static void
take_line(int end, void *ctx) {
    (void)end;
    sheet *it = ctx;
    thr_buf_add(&it->counts, &it->waiting, sizeof it->waiting);
    it->waiting = 0;
}

static size_t
number_at(const thr_buf *numbers, size_t index) {
    size_t number;
    memcpy(&number, numbers->ptr + index * sizeof number, sizeof number);
    return number;
}

static size_t
lines_of(const sheet *it) {
    return it->counts.len / sizeof(size_t);
}

static thresh_str
field_at(const sheet *it, size_t index) {
    size_t from = index > 0 ? number_at(&it->ends, index - 1) : 0;
    return thr_str_slice(thr_buf_view(&it->text), from,
                         number_at(&it->ends, index));
}

/* Blanks belong to a field. */
static int
is_blank(unsigned char c) {
    (void)c;
    return 0;
}

static void
parse(sheet *it, thresh_str text, char delimiter) {
    struct csv_parser parser;
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
        exit(1);
    csv_set_delim(&parser, (unsigned char)delimiter);
    csv_set_space_func(&parser, is_blank);
    size_t read = csv_parse(&parser, text.ptr, text.len, take_field, take_line,
                            it);
    fuzz_check(read == text.len, "libcsv finds a stray quote");
    fuzz_check(csv_fini(&parser, take_field, take_line, it) == 0,
               "libcsv finds an open quote");
    csv_free(&parser);
}

static void
free_sheet(sheet *it) {
    thr_buf_free(&it->text);
    thr_buf_free(&it->ends);
    thr_buf_free(&it->counts);
}

/* ## Checks */

static void
check_shape(const sheet *it, size_t records) {
    size_t lines = lines_of(it);
    fuzz_check(lines == records + 1, "there is not a line for each record");
    size_t count = number_at(&it->counts, 0);
    for (size_t i = 1; i < lines; i++)
        fuzz_check(number_at(&it->counts, i) == count,
                   "a line has another number of fields than the first");
    for (size_t i = 0; i < count && count < 200; i++)
        for (size_t other = 0; other < i; other++)
            fuzz_check(!thr_str_equal(field_at(it, i), field_at(it, other)),
                       "two fields have the same name");
}

static void
check_value(thresh_str field, const thresh_cell *cell) {
    char number[THRESH_NUMBER_MAX];
    size_t len = thresh_cell_number(cell, number);
    fuzz_check(thr_str_equal(field, (thresh_str){number, len}),
               "a value is not that of the table");
}

/* Compare a wide sheet with the tables that it shows. */
static void
check_wide(const sheet *it, const fuzz_written *written, bool numbered) {
    size_t width = number_at(&it->counts, 0), line = 1;
    for (size_t i = 0; i < written->ntables; i++) {
        const thresh_table *table = written->tables[i];
        size_t nkeys = thresh_table_axis_dimensions(table, THRESH_ROWS);
        size_t ncolumns = thresh_table_columns(table, NULL);
        size_t nrows = thresh_table_rows(table);
        fuzz_check(width >= numbered + nkeys + ncolumns,
                   "there is not a field for each column");
        for (size_t row = 0; row < nrows; row++, line++) {
            size_t at = line * width + numbered;
            for (size_t key = 0; key < nkeys; key++)
                fuzz_check(
                    thr_str_equal(
                        field_at(it, at + key),
                        thresh_table_category(
                            table, key, thresh_table_key(table, key, row, 0))
                            .label),
                    "a label is not that of the table");
            for (size_t column = 0; column < ncolumns; column++) {
                thresh_cell cell = thresh_table_cell(table, row, column);
                check_value(field_at(it, at + nkeys + column), &cell);
            }
        }
    }
}

static void
check(const fuzz_written *written, const thresh_write_options *opts,
      bool excel) {
    bool wide = opts->shape == THRESH_SHAPE_WIDE;
    thresh_str text = thr_buf_view(&written->bytes);
    fuzz_check(thr_utf8_valid(text) == text.len, "the output is no UTF-8");
    const thresh_str mark = THR_LIT("\xEF\xBB\xBF");
    fuzz_check(thr_str_starts(text, mark) == excel,
               "there is a byte order mark, or none");
    if (excel)
        text = thr_str_from(text, mark.len);
    sheet it = {0};
    parse(&it, text, excel ? ';' : ',');
    if (!it.text.failed && !it.ends.failed && !it.counts.failed) {
        size_t records = wide ? written->rows : written->observations;
        if (opts->no_totals && !wide)
            records = lines_of(&it) - 1;
        check_shape(&it, records);
        if (wide && !excel)
            check_wide(&it, written, written->ntables > 1);
    }
    free_sheet(&it);
}

/* What was written wide can be read again, and nothing of it is lost. Blank
 * rows are no table: a header above nothing else does not fit. */
static void
read_again(const fuzz_written *written) {
    thresh_read_options opts = {.delimiter = ',', .header_rows = 1};
    thresh_reader *reader;
    thresh_table *table;
    if (thresh_reader_open_memory(&reader, written->bytes.ptr,
                                  written->bytes.len, &opts, NULL)
        != THRESH_OK)
        return;
    thresh_result result;
    while ((result = thresh_table_load(&table, reader, NULL)) == THRESH_OK)
        thresh_table_free(table);
    fuzz_check(result == THRESH_END || result == THRESH_E_LAYOUT
                   || result == THRESH_E_ARGUMENT,
               "what was written cannot be read again");
    thresh_tally tally = thresh_reader_tally(reader);
    fuzz_check(result != THRESH_END
                   || tally.cells
                          == tally.observations + tally.labels + tally.captions
                                 + tally.notes + tally.furniture
                                 + tally.rejected,
               "a cell was lost when read again");
    thresh_reader_close(reader);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char *const excel[] = {"excel=1", NULL};
    fuzz_input input;
    if (!fuzz_open(&input, data, size))
        return -1;
    unsigned how = input.options[3];
    thresh_write_options opts = fuzz_write_options(&input, excel);
    opts.no_totals = (how & 33) == 32;
    fuzz_written written;
    if (fuzz_write(&written, &input, "csv", &opts)) {
        check(&written, &opts, (how & 16) != 0);
        if ((how & 17) == 1)
            read_again(&written);
    }
    fuzz_written_free(&written);
    return 0;
}
