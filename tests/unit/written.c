/* What a writer makes of tables. See written.h. */
#include "written.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/error.h"
#include "make_table.h"
#include "write/writer.h"

enum { MAX_KEYS = 4 };

static int
to_buffer(void *ctx, const void *bytes, size_t size) {
    thr_buf *buf = ctx;
    thr_buf_add(buf, bytes, size);
    return buf->failed ? -1 : 0;
}

static thresh_result
write_table(thresh_writer *writer, const thresh_table *table) {
    thresh_category keys[MAX_KEYS];
    THR_TRY(thr_writer_begin(writer, table, NULL));
    for (size_t i = 0; i < thresh_table_rows(table); i++) {
        thresh_row row = make_lent_row(table, i, keys);
        THR_TRY(thr_writer_row(writer, table, &row, NULL));
    }
    return thr_writer_end(writer, table, NULL);
}

static thresh_result
write_tables(thresh_writer *writer, const thresh_table *const *tables,
             size_t count) {
    for (size_t i = 0; i < count; i++) {
        thresh_result result = write_table(writer, tables[i]);
        if (result != THRESH_OK) {
            thresh_writer_abandon(writer);
            return result;
        }
    }
    return thresh_writer_close(writer, NULL);
}

char *
written(const thresh_writer_class *cls, const thresh_write_options *opts,
        const thresh_table *const *tables, size_t count) {
    thr_buf buf = {0};
    thresh_sink sink = {.write = to_buffer, .ctx = &buf};
    thresh_writer *writer;
    thresh_result result = thresh_writer_open(&writer, cls, &sink, opts, NULL);
    if (result == THRESH_OK)
        result = write_tables(writer, tables, count);
    thr_buf_char(&buf, '\0');
    if (result == THRESH_OK && !buf.failed)
        return buf.ptr;
    thr_buf_free(&buf);
    return NULL;
}

char *
written_table(const thresh_writer_class *cls, const thresh_table *table,
              thresh_shape shape, const char *first, const char *second) {
    const char *set[] = {first, second, NULL};
    thresh_write_options opts = {.shape = shape, .set = set};
    return written(cls, &opts, &table, 1);
}
