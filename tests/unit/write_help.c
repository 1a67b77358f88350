/* Shared by the tests of the writers' core. See write_help.h. */
#include <errno.h>

#include "make_table.h"
#include "write/writer.h"
#include "write_help.h"

static int
put_in_memory(void *ctx, const void *buf, size_t size) {
    memory_sink *memory = ctx;
    if (memory->limit != 0 && memory->bytes.len + size > memory->limit) {
        errno = ENOSPC;
        return -1;
    }
    thr_buf_add(&memory->bytes, buf, size);
    return 0;
}

thresh_sink
memory_sink_of(memory_sink *memory) {
    return (thresh_sink){.write = put_in_memory, .ctx = memory};
}

thresh_result
feed_table(thresh_writer *writer, const thresh_table *table,
           thresh_error *err) {
    thresh_result result = thr_writer_begin(writer, table, err);
    for (size_t i = 0; result == THRESH_OK && i < table->nrows; i++) {
        thresh_category keys[8];
        thresh_row row = make_lent_row(table, i, keys);
        result = thr_writer_row(writer, table, &row, err);
    }
    return result == THRESH_OK ? thr_writer_end(writer, table, err) : result;
}
