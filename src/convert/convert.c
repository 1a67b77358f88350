/* Tables from a reader to a writer: row by row as they are read, or loaded
 * first and played back. Either way the writer gets the same calls. */
#include "base/error.h"
#include "convert/reader.h"
#include "write/writer.h"

/* A failure of the reader ends the writing too. */
static thresh_result
pass_on(thresh_writer *writer, const thresh_error *cause, thresh_error *err) {
    if (err != NULL)
        *err = *cause;
    return thr_writer_fail(writer, cause);
}

/* Write `table` with the rows that `reader` is at, and count them. */
static thresh_result
write_rows(thresh_reader *reader, thresh_writer *writer,
           const thresh_table *table, uint64_t *rows, thresh_error *err) {
    THR_TRY(thr_writer_begin(writer, table, err));
    thresh_error local = {0};
    for (*rows = 0;; ++*rows) {
        const thresh_row *row;
        thresh_result result = thresh_reader_row(reader, &row, &local);
        if (result == THRESH_END)
            return thr_writer_end(writer, table, err);
        if (result != THRESH_OK)
            return pass_on(writer, &local, err);
        THR_TRY(thr_writer_row(writer, table, row, err));
    }
}

thresh_result
thresh_writer_table(thresh_writer *writer, const thresh_table *table,
                    thresh_error *err) {
    if (writer == NULL || table == NULL || !thresh_table_is_loaded(table))
        return thr_fail(err, THRESH_E_ARGUMENT,
                        "thresh_writer_table() needs a writer and a loaded "
                        "table");
    thresh_error local = {0};
    thresh_reader *reader;
    uint64_t rows;
    if (thresh_table_replay(&reader, table, &local) != THRESH_OK)
        return pass_on(writer, &local, err);
    thr_reader_bare(reader, thr_writer_is_bare(writer));
    const thresh_table *replayed;
    thresh_result result = thresh_reader_table(reader, &replayed, &local);
    result = result == THRESH_OK
                 ? write_rows(reader, writer, replayed, &rows, err)
                 : pass_on(writer, &local, err);
    thresh_reader_close(reader);
    return result;
}

/* The next table, row by row. */
static thresh_result
stream_one(thresh_reader *reader, thresh_writer *writer, uint64_t *rows,
           thresh_error *err) {
    const thresh_table *table;
    thresh_error local = {0};
    thresh_result result = thresh_reader_table(reader, &table, &local);
    if (result == THRESH_END)
        return result;
    if (result != THRESH_OK)
        return pass_on(writer, &local, err);
    return write_rows(reader, writer, table, rows, err);
}

/* The next table, loaded. */
static thresh_result
load_one(thresh_reader *reader, thresh_writer *writer, uint64_t *rows,
         thresh_error *err) {
    thresh_table *table;
    thresh_error local = {0};
    thresh_result result = thresh_table_load(&table, reader, &local);
    if (result == THRESH_END)
        return result;
    if (result != THRESH_OK)
        return pass_on(writer, &local, err);
    result = thresh_writer_table(writer, table, err);
    *rows = thresh_table_rows(table);
    thresh_table_free(table);
    return result;
}

/* Reading on may take long, as from a pipe: until then, what was written is
 * handed on. */
static void
push(void *ctx) {
    thr_writer_push(ctx);
}

/* Whether the writer can take rows as they are read. */
static bool
takes_rows(const thresh_writer *writer) {
    return (thr_writer_flags(writer) & THRESH_WANT_WHOLE) == 0
           && !thresh_writer_options(writer)->no_totals;
}

thresh_result
thresh_convert_next(thresh_reader *reader, thresh_writer *writer, bool stream,
                    uint64_t *rows, thresh_error *err) {
    if (reader == NULL || writer == NULL)
        return thr_fail(err, THRESH_E_ARGUMENT,
                        "a conversion needs a reader and a writer");
    uint64_t counted = 0;
    thresh_result result;
    if (stream && takes_rows(writer)) {
        thr_reader_before_read(reader, (thr_before_read){push, writer});
        result = stream_one(reader, writer, &counted, err);
        thr_reader_before_read(reader, (thr_before_read){0});
    } else {
        result = load_one(reader, writer, &counted, err);
    }
    if (rows != NULL && result == THRESH_OK)
        *rows = counted;
    return result;
}

thresh_result
thresh_convert(thresh_reader *reader, thresh_writer *writer, bool stream,
               thresh_error *err) {
    thresh_result result;
    do
        result = thresh_convert_next(reader, writer, stream, NULL, err);
    while (result == THRESH_OK);
    return result == THRESH_END ? THRESH_OK : result;
}
