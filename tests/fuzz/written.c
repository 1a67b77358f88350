/* An input, loaded and written. See written.h. */
#include "written.h"

thresh_write_options
fuzz_write_options(const fuzz_input *input, const char *const *set) {
    static const char *const columns[] = {NULL, "parent,level",
                                          "raw,line,field,table",
                                          "obs_status,unit,measure,implied"};
    unsigned how = input->options[3];
    return (thresh_write_options){
        .shape = how & 1 ? THRESH_SHAPE_WIDE : THRESH_SHAPE_LONG,
        .names = how & 2 ? THRESH_NAMES_VERBATIM : THRESH_NAMES_SNAKE,
        .columns = columns[how >> 2 & 3],
        .set = how & 16 ? set : NULL,
    };
}

static int
take(void *ctx, const void *buf, size_t size) {
    thr_buf_add(ctx, buf, size);
    return 0;
}

/* Load as many tables as are looked at. A failure of the reader is none of
 * the writers: what came before it is written. */
static void
load(fuzz_written *out, const fuzz_input *input) {
    thresh_read_options opts = fuzz_read_options(input);
    thresh_reader *reader;
    if (thresh_reader_open_memory(&reader, input->text.ptr, input->text.len,
                                  &opts, NULL)
        != THRESH_OK)
        return;
    while (out->ntables < FUZZ_TABLES
           && thresh_table_load(&out->tables[out->ntables], reader, NULL)
                  == THRESH_OK) {
        const thresh_table *table = out->tables[out->ntables++];
        out->observations += thresh_table_counts(table).observations;
        out->rows += thresh_table_rows(table);
    }
    thresh_reader_close(reader);
}

static bool
write_tables(const fuzz_written *written, const char *format,
             const thresh_write_options *opts, thr_buf *bytes) {
    const thresh_sink sink = {.write = take, .ctx = bytes};
    thresh_writer *writer;
    if (thresh_writer_open(&writer, thresh_writer_find(format), &sink, opts,
                           NULL)
        != THRESH_OK)
        return false;
    for (size_t i = 0; i < written->ntables; i++) {
        if (thresh_writer_table(writer, written->tables[i], NULL) == THRESH_OK)
            continue;
        thresh_writer_abandon(writer);
        return false;
    }
    return thresh_writer_close(writer, NULL) == THRESH_OK;
}

bool
fuzz_write(fuzz_written *out, const fuzz_input *input, const char *format,
           thresh_write_options *opts) {
    *out = (fuzz_written){0};
    load(out, input);
    opts->tables = out->ntables;
    if (out->ntables == 0 || !write_tables(out, format, opts, &out->bytes))
        return false;
    thr_buf again = {0};
    opts->threads = 2;
    fuzz_check(write_tables(out, format, opts, &again),
               "what is written once cannot be written twice");
    fuzz_same(&out->bytes, &again, "another writing gives other bytes");
    thr_buf_free(&again);
    return !out->bytes.failed;
}

void
fuzz_written_free(fuzz_written *written) {
    for (size_t i = 0; i < written->ntables; i++)
        thresh_table_free(written->tables[i]);
    thr_buf_free(&written->bytes);
}
