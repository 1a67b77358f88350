/* Bytes to lines, and lines to records of cells. What must hold:
 *
 * - however the source cuts its bytes, lines and records are the same;
 * - lines are valid UTF-8 and count from 1; what is UTF-8 already comes out as
 *   it went in;
 * - a line that is peeked at is the one that would have been read. */
#include "base/str.h"
#include "base/utf8.h"
#include "events.h"
#include "grid/grid.h"

enum { MAX_LINE = 1 << 20, MAX_FIELDS = 131072, WINDOW = 256 };

typedef struct opened {
    fuzz_pieces pieces;
    thresh_source from;
    thr_source source;
    thr_lines lines;
    thresh_read_options opts;
    fuzz_told told;
    thresh_listener listener;
} opened;

/* All at once, or in pieces. */
static bool
open_lines(opened *it, const fuzz_input *input, bool pieces) {
    it->opts = fuzz_read_options(input);
    it->listener = fuzz_listener(&it->told, false);
    it->from = fuzz_source(&it->pieces, input);
    thresh_result result = pieces
                               ? thr_source_open(&it->source, &it->from, NULL)
                               : thr_source_open_memory(&it->source,
                                                        input->text.ptr,
                                                        input->text.len, NULL);
    if (result != THRESH_OK)
        return false;
    thr_lines_start(&it->lines, &it->source,
                    it->opts.max_line ? it->opts.max_line : MAX_LINE);
    thr_lines_tell(&it->lines, &it->listener);
    return true;
}

static void
close_lines(opened *it) {
    thr_lines_free(&it->lines);
    thr_source_close(&it->source);
    fuzz_told_free(&it->told);
}

/* ## Lines */

static void
put_line(thr_buf *out, thr_buf *joined, const thr_line *line) {
    fuzz_check(thr_utf8_valid(line->text) == line->text.len,
               "a line is no UTF-8");
    thr_buf_text(out, "line");
    fuzz_put_number(out, "number", line->number);
    fuzz_put_number(out, "offset", line->offset);
    thr_buf_str(out, line->text);
    thr_buf_char(out, '\n');
    thr_buf_text(joined, line->number > 1 ? "\n" : "");
    thr_buf_str(joined, line->text);
}

/* Read all lines, some of them by peeking. */
static thresh_result
read_lines(opened *it, bool peek, thr_buf *out, thr_buf *joined) {
    thresh_error err = {0};
    thresh_result result;
    thr_line line;
    uint64_t number = 0;
    for (;;) {
        bool found = false;
        if (peek && number % 3 != 0) {
            result = thr_lines_peek(&it->lines, &line, &found, &err);
            if (result != THRESH_OK)
                break;
        }
        if (!found) {
            result = thr_lines_next(&it->lines, &line, &err);
            if (result != THRESH_OK)
                break;
        } else {
            thr_lines_pass(&it->lines);
        }
        fuzz_check(line.number == ++number, "lines do not count from 1");
        put_line(out, joined, &line);
    }
    if (result != THRESH_END)
        fuzz_put_error(out, &err);
    return result;
}

/* Plain text: UTF-8 whose lines end as ours do, without the marks that others
 * put at the start and at the end. */
static bool
is_plain(thresh_str text) {
    if (text.len > 0 && text.ptr[text.len - 1] == '\x1A')
        return false;
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] == '\r' || text.ptr[i] == '\0')
            return false;
    return !thr_str_starts(text, THR_LIT("\xEF\xBB\xBF"))
           && thr_utf8_valid(text) == text.len;
}

static void
compare_lines(const fuzz_input *input) {
    opened whole = {0}, pieces = {0};
    thr_buf one = {0}, other = {0}, joined = {0}, rejoined = {0};
    if (open_lines(&whole, input, false) && open_lines(&pieces, input, true)) {
        thresh_result result = read_lines(&whole, false, &one, &joined);
        (void)read_lines(&pieces, true, &other, &rejoined);
        fuzz_same(&one, &other, "lines differ with the pieces");
        fuzz_same(&whole.told.told, &pieces.told.told,
                  "what is told of lines differs with the pieces");
        thresh_str text = input->text;
        if (result == THRESH_END && is_plain(text)) {
            text.len -= text.len > 0 && text.ptr[text.len - 1] == '\n';
            fuzz_check(thr_str_equal(text, thr_buf_view(&joined)),
                       "plain text does not come out as it went in");
        }
    }
    close_lines(&whole);
    close_lines(&pieces);
    thr_buf_free(&one);
    thr_buf_free(&other);
    thr_buf_free(&joined);
    thr_buf_free(&rejoined);
}

/* ## Records */

static void
put_record(thr_buf *out, const thr_record *record) {
    thr_buf_text(out, "record");
    fuzz_put_number(out, "line", record->line);
    fuzz_put_number(out, "number", record->number);
    fuzz_put_number(out, "offset", record->offset);
    fuzz_put_number(out, "filled", record->filled);
    fuzz_put_number(out, "furniture", record->furniture);
    fuzz_put_number(out, "rule", record->rule);
    fuzz_put_number(out, "top", record->top);
    fuzz_put_number(out, "aligned", record->aligned);
    thr_buf_char(out, '\n');
    size_t filled = 0;
    for (size_t i = 0; i < record->ncells; i++) {
        const thr_grid_cell *cell = &record->cells[i];
        fuzz_check(thr_utf8_valid(cell->text) == cell->text.len,
                   "a cell is no UTF-8");
        filled += thr_str_trim(cell->text).len > 0;
        thr_buf_str(out, cell->text);
        fuzz_put_number(out, "column", cell->column);
        fuzz_put_number(out, "span", cell->span);
        thr_buf_char(out, '\n');
    }
    fuzz_check(filled == record->filled, "cells are counted wrong");
}

static void
read_records(opened *it, thr_buf *out) {
    thr_grid_limits limits = {
        .max_fields = it->opts.max_fields ? it->opts.max_fields : MAX_FIELDS,
        .window = it->opts.max_window ? it->opts.max_window : WINDOW,
        .skip = it->opts.skip};
    thr_grid *grid = thr_grid_new(&it->lines, &limits, it->opts.delimiter,
                                  &it->listener);
    if (grid == NULL)
        return;
    thr_record record = {0};
    thresh_error err = {0};
    thresh_result result;
    uint64_t number = 0;
    while ((result = thr_grid_next(grid, &record, &err)) == THRESH_OK) {
        fuzz_check(record.number > number, "records are not in order");
        number = record.number;
        put_record(out, &record);
    }
    if (result != THRESH_END)
        fuzz_put_error(out, &err);
    thr_record_free(&record);
    thr_grid_free(grid);
}

static void
compare_records(const fuzz_input *input) {
    opened whole = {0}, pieces = {0};
    thr_buf one = {0}, other = {0};
    if (open_lines(&whole, input, false) && open_lines(&pieces, input, true)) {
        read_records(&whole, &one);
        read_records(&pieces, &other);
        fuzz_same(&one, &other, "records differ with the pieces");
        fuzz_same(&whole.told.told, &pieces.told.told,
                  "what is told of records differs with the pieces");
    }
    close_lines(&whole);
    close_lines(&pieces);
    thr_buf_free(&one);
    thr_buf_free(&other);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    fuzz_input input;
    if (!fuzz_open(&input, data, size))
        return -1;
    compare_lines(&input);
    compare_records(&input);
    return 0;
}
