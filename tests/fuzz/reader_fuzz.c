/* The reader, from bytes to rows, notes and sums. What must hold:
 *
 * - however the source cuts its bytes, everything is the same;
 * - rows that are read by themselves are those that are judged: nobody is told
 *   of lines in the first reading, and everyone in the second;
 * - a table that is loaded has the rows that it had while it was streamed;
 * - no two headings of a level stand over one column;
 * - every cell that is not blank became something. */
#include <stdlib.h>

#include "events.h"

static void
check_headings(const thresh_table *table) {
    const thresh_heading *headings;
    const thresh_column *columns;
    size_t nheadings = thresh_table_headings(table, &headings);
    size_t ncolumns = thresh_table_columns(table, &columns);
    size_t levels = thresh_table_header_rows(table);
    bool *taken = calloc(levels * ncolumns + 1, sizeof *taken);
    for (size_t i = 0; taken != NULL && i < nheadings; i++) {
        fuzz_check(headings[i].level < levels, "a heading below the header");
        for (size_t k = 0; k < headings[i].span; k++) {
            size_t column = headings[i].first + k;
            fuzz_check(column < ncolumns, "a heading beyond the columns");
            bool *place = &taken[headings[i].level * ncolumns + column];
            fuzz_check(!*place, "two headings of a level over one column");
            *place = true;
        }
    }
    free(taken);
}

/* Stream all tables into `out`; how it ended. */
static thresh_result
stream(thresh_reader *reader, thr_buf *out, thr_buf *printed,
       thresh_tally *tally) {
    const thresh_table *table;
    const thresh_row *row;
    thresh_error err = {0};
    thresh_result result;
    uint64_t observations = 0;
    while ((result = thresh_reader_table(reader, &table, &err)) == THRESH_OK) {
        fuzz_put_table(out, table);
        check_headings(table);
        while ((result = thresh_reader_row(reader, &row, &err)) == THRESH_OK) {
            fuzz_put_row(out, table, row, true);
            fuzz_put_row(printed, table, row, false);
            for (size_t i = 0; i < row->ncells; i++)
                observations += row->cells[i].kind != THRESH_BLANK;
        }
        if (result != THRESH_END)
            break;
        fuzz_put_notes(out, table);
    }
    if (result != THRESH_END)
        fuzz_put_error(out, &err);
    *tally = thresh_reader_tally(reader);
    if (result == THRESH_END) {
        fuzz_check_tally(tally);
        fuzz_check(tally->observations == observations,
                   "the tally counts other observations than were lent");
    }
    fuzz_put_number(out, "cells", tally->cells);
    fuzz_put_number(out, "labels", tally->labels);
    fuzz_put_number(out, "captions", tally->captions);
    fuzz_put_number(out, "notes", tally->notes);
    fuzz_put_number(out, "furniture", tally->furniture);
    fuzz_put_number(out, "rejected", tally->rejected);
    return result;
}

/* Read in pieces, telling of lines, and compare. */
static void
read_again(const fuzz_input *input, const thr_buf *wanted,
           const fuzz_told *wanted_told, bool lines) {
    thresh_read_options opts = fuzz_read_options(input);
    fuzz_told told;
    opts.listener = fuzz_listener(&told, lines);
    fuzz_pieces pieces;
    thresh_source source = fuzz_source(&pieces, input);
    thresh_reader *reader;
    thresh_tally tally;
    if (thresh_reader_open(&reader, &source, &opts, NULL) != THRESH_OK)
        return;
    thr_buf out = {0}, printed = {0};
    (void)stream(reader, &out, &printed, &tally);
    fuzz_same(wanted, &out,
              lines ? "rows differ if lines are told of"
                    : "rows differ with the pieces");
    fuzz_same(&wanted_told->told, &told.told,
              lines ? "what is told differs if lines are told of"
                    : "what is told differs with the pieces");
    thresh_reader_close(reader);
    thr_buf_free(&out);
    thr_buf_free(&printed);
    fuzz_told_free(&told);
}

/* Write down a loaded table as it is played back. */
static void
play_back(const thresh_table *table, thr_buf *printed) {
    thresh_reader *reader;
    const thresh_table *same;
    const thresh_row *row;
    if (thresh_table_replay(&reader, table, NULL) != THRESH_OK)
        return;
    fuzz_check(thresh_reader_table(reader, &same, NULL) == THRESH_OK
                   && same == table,
               "another table is played back");
    while (thresh_reader_row(reader, &row, NULL) == THRESH_OK)
        fuzz_put_row(printed, table, row, false);
    thresh_reader_close(reader);
}

/* Load all tables, and compare with how they streamed. */
static void
load(const fuzz_input *input, const thr_buf *wanted, thresh_result ended,
     const thresh_tally *streamed) {
    thresh_read_options opts = fuzz_read_options(input);
    fuzz_told told;
    opts.listener = fuzz_listener(&told, false);
    thresh_reader *reader;
    thresh_table *table;
    if (thresh_reader_open_memory(&reader, input->text.ptr, input->text.len,
                                  &opts, NULL)
        != THRESH_OK)
        return;
    thr_buf printed = {0};
    uint64_t observations = 0;
    thresh_result result;
    while ((result = thresh_table_load(&table, reader, NULL)) == THRESH_OK) {
        observations += thresh_table_counts(table).observations;
        play_back(table, &printed);
        thresh_table_free(table);
    }
    fuzz_check(result == ended, "loading ends otherwise than streaming");
    if (!told.rearranged && ended == THRESH_END)
        fuzz_same(wanted, &printed, "a loaded table has other rows");
    thresh_tally tally = thresh_reader_tally(reader);
    if (ended == THRESH_END) {
        fuzz_check_tally(&tally);
        fuzz_check(tally.cells == streamed->cells,
                   "other cells are counted when tables are loaded");
        fuzz_check(tally.observations == observations,
                   "loaded tables have other observations than were read");
    }
    thresh_reader_close(reader);
    thr_buf_free(&printed);
    fuzz_told_free(&told);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    fuzz_input input;
    if (!fuzz_open(&input, data, size))
        return -1;
    thresh_read_options opts = fuzz_read_options(&input);
    fuzz_told told;
    opts.listener = fuzz_listener(&told, false);
    thresh_reader *reader;
    if (thresh_reader_open_memory(&reader, input.text.ptr, input.text.len,
                                  &opts, NULL)
        != THRESH_OK)
        return 0;
    thr_buf out = {0}, printed = {0};
    thresh_tally tally;
    thresh_result result = stream(reader, &out, &printed, &tally);
    thresh_reader_close(reader);
    read_again(&input, &out, &told, false);
    read_again(&input, &out, &told, true);
    load(&input, &printed, result, &tally);
    thr_buf_free(&out);
    thr_buf_free(&printed);
    fuzz_told_free(&told);
    return 0;
}
