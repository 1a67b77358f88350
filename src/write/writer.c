/* The core of writing: what stands between a program and a writer class. It
 * calls the hooks in order, keeps the first failure, and takes their bytes to
 * the sink. See writer.h. */
#include "write/writer.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"
#include "sink/sink.h"
#include "write/options.h"
#include "write/records.h"

struct thresh_writer {
    const thresh_writer_class *cls;
    thr_options options;
    thr_arena arena; /* holds the options' texts and the class's state */
    thr_sink *sink;
    void *state;
    bool in_table;
    size_t tables;        /* begun */
    thr_buf schema;       /* field names of the first table */
    thresh_error failure; /* the first; its result is OK while there is none */
};

/* Keep `cause` unless something failed before, and tell the caller what is
 * kept. */
static thresh_result
keep(thresh_writer *writer, const thresh_error *cause, thresh_error *err) {
    if (writer->failure.result == THRESH_OK)
        writer->failure = *cause;
    if (err != NULL)
        *err = writer->failure;
    return writer->failure.result;
}

/* What a hook answered, made safe: a failure has a result below zero and a
 * message, also where a user's hook forgot them, or where it passed over a
 * failure of thresh_writer_put(). */
static thresh_result
after_hook(thresh_writer *writer, thresh_result result, thresh_error *local,
           thresh_error *err) {
    if (result == THRESH_OK && writer->failure.result == THRESH_OK)
        return THRESH_OK;
    if (local->result != result || result >= 0) {
        result = result < 0 ? result : THRESH_E_ARGUMENT;
        thr_fail(local, result, "the writer '%s' failed without a message",
                 writer->cls->name);
    }
    return keep(writer, local, err);
}

static thresh_result
misuse(thresh_writer *writer, const char *what, thresh_error *err) {
    thresh_error local;
    thr_fail(&local, THRESH_E_ARGUMENT, "%s", what);
    return keep(writer, &local, err);
}

/* Whether the next call is allowed: none has failed, and a table is begun, or
 * is not. */
static thresh_result
check_turn(thresh_writer *writer, bool in_table, thresh_error *err) {
    if (writer->failure.result != THRESH_OK)
        return keep(writer, &writer->failure, err);
    if (writer->in_table == in_table)
        return THRESH_OK;
    return misuse(writer,
                  in_table ? "no table is begun: begin one first"
                           : "a table is begun: end it first",
                  err);
}

/* The names of the fields that records of `table` have, one a line. */
static thresh_result
describe_schema(thresh_writer *writer, const thresh_table *table, thr_buf *out,
                thresh_error *err) {
    thr_records records;
    thresh_result result = thr_records_open(&records, writer, table,
                                            writer->tables, err);
    for (size_t i = 0; result == THRESH_OK && i < records.nfields; i++) {
        thr_buf_str(out, records.fields[i].name);
        thr_buf_char(out, '\n');
    }
    thr_records_free(&records);
    if (result == THRESH_OK && out->failed)
        return thr_fail_memory(err);
    return result;
}

/* A table that shares its output with those before it has the same fields. */
static thresh_result
check_schema(thresh_writer *writer, const thresh_table *table,
             thresh_error *err) {
    if (writer->tables == 1)
        return describe_schema(writer, table, &writer->schema, err);
    thr_buf schema = {0};
    thresh_result result = describe_schema(writer, table, &schema, err);
    if (result == THRESH_OK
        && !thr_str_equal(thr_buf_view(&schema),
                          thr_buf_view(&writer->schema)))
        result = thr_fail(
            err, THRESH_E_UNSUPPORTED,
            "table %zu has other dimensions or columns than the "
            "first, so one %s cannot hold both; choose one with "
            "--table N, or write to a file (-o), which gives one "
            "file a table",
            writer->tables, writer->cls->name);
    thr_buf_free(&schema);
    return result;
}

thresh_result
thr_writer_begin(thresh_writer *writer, const thresh_table *table,
                 thresh_error *err) {
    THR_TRY(check_turn(writer, false, err));
    const thresh_writer_class *cls = writer->cls;
    if ((cls->flags & THRESH_WANT_WHOLE) && !thresh_table_is_loaded(table))
        return misuse(writer, "this format needs its tables loaded", err);
    writer->in_table = true;
    writer->tables++;
    thresh_error local = {0};
    thresh_result result = THRESH_OK;
    if (cls->flags & THRESH_ONE_SCHEMA)
        result = check_schema(writer, table, &local);
    if (result == THRESH_OK && cls->begin != NULL)
        result = cls->begin(writer, table, &local);
    return after_hook(writer, result, &local, err);
}

thresh_result
thr_writer_row(thresh_writer *writer, const thresh_table *table,
               const thresh_row *row, thresh_error *err) {
    THR_TRY(check_turn(writer, true, err));
    if (writer->cls->row == NULL)
        return THRESH_OK;
    thresh_error local; /* of no use, and not zeroed, unless it fails */
    local.result = THRESH_OK;
    thresh_result result = writer->cls->row(writer, table, row, &local);
    return after_hook(writer, result, &local, err);
}

thresh_result
thr_writer_end(thresh_writer *writer, const thresh_table *table,
               thresh_error *err) {
    THR_TRY(check_turn(writer, true, err));
    writer->in_table = false;
    if (writer->cls->end == NULL)
        return THRESH_OK;
    thresh_error local = {0};
    thresh_result result = writer->cls->end(writer, table, &local);
    return after_hook(writer, result, &local, err);
}

thresh_result
thr_writer_fail(thresh_writer *writer, const thresh_error *cause) {
    return keep(writer, cause, NULL);
}

unsigned
thr_writer_flags(const thresh_writer *writer) {
    return writer->cls->flags;
}

bool
thr_writer_is_bare(const thresh_writer *writer) {
    return (thr_writer_flags(writer) & THR_BARE_NUMBERS) != 0
           && thresh_writer_options(writer)->columns == NULL;
}

static void
free_writer(thresh_writer *writer) {
    thr_sink_free(writer->sink);
    thr_buf_free(&writer->schema);
    thr_arena_free(&writer->arena);
    free(writer);
}

static thresh_result
call_close(thresh_writer *writer, bool finish, thresh_error *err) {
    if (writer->cls->close == NULL)
        return THRESH_OK;
    thresh_error local = {0};
    thresh_result result = writer->cls->close(writer, finish, &local);
    return after_hook(writer, result, &local, err);
}

/* Everything that opening does once there is a writer to free. */
static thresh_result
prepare(thresh_writer *writer, const thresh_sink *sink,
        const thresh_write_options *opts, thresh_error *err) {
    const thresh_writer_class *cls = writer->cls;
    THR_TRY(
        thr_options_resolve(&writer->options, &writer->arena, cls, opts, err));
    writer->state = thr_arena_alloc(&writer->arena, cls->state_size);
    if (writer->state == NULL)
        return thr_fail_memory(err);
    bool want_path = (cls->flags & THRESH_WANT_PATH) != 0;
    THR_TRY(thr_sink_open(&writer->sink, sink, want_path,
                          thresh_writer_options(writer)->threads > 1, err));
    if (cls->open == NULL)
        return THRESH_OK;
    thresh_error local = {0};
    thresh_result result = cls->open(writer, &local);
    result = after_hook(writer, result, &local, err);
    if (result != THRESH_OK)
        (void)call_close(writer, false, NULL);
    return result;
}

thresh_result
thresh_writer_open(thresh_writer **out, const thresh_writer_class *cls,
                   const thresh_sink *sink, const thresh_write_options *opts,
                   thresh_error *err) {
    if (out == NULL || cls == NULL || cls->name == NULL || sink == NULL)
        return thr_fail(err, THRESH_E_ARGUMENT,
                        "a writer needs a class with a name, and a sink");
    thresh_writer *writer = calloc(1, sizeof *writer);
    if (writer == NULL)
        return thr_fail_memory(err);
    writer->cls = cls;
    thresh_result result = prepare(writer, sink, opts, err);
    if (result != THRESH_OK) {
        free_writer(writer);
        return result;
    }
    *out = writer;
    return THRESH_OK;
}

thresh_result
thresh_writer_close(thresh_writer *writer, thresh_error *err) {
    if (writer == NULL)
        return thr_fail(err, THRESH_E_ARGUMENT, "there is no writer to close");
    /* A turn out of order is a failure too, which the hook must hear of. */
    (void)check_turn(writer, false, err);
    (void)call_close(writer, writer->failure.result == THRESH_OK, err);
    if (writer->failure.result == THRESH_OK) {
        thresh_error local = {0};
        if (thr_sink_commit(writer->sink, &local) != THRESH_OK)
            (void)keep(writer, &local, err);
    }
    thresh_result result = writer->failure.result;
    if (result != THRESH_OK && err != NULL)
        *err = writer->failure;
    free_writer(writer);
    return result;
}

void
thresh_writer_abandon(thresh_writer *writer) {
    if (writer == NULL)
        return;
    (void)call_close(writer, false, NULL);
    free_writer(writer);
}

void *
thresh_writer_state(thresh_writer *writer) {
    return writer->state;
}

thresh_shape
thresh_writer_shape(const thresh_writer *writer) {
    return writer->options.shape;
}

const thresh_write_options *
thresh_writer_options(const thresh_writer *writer) {
    return &writer->options.given;
}

const char *
thresh_writer_option(const thresh_writer *writer, const char *key) {
    const thresh_option *options = writer->cls->options;
    for (size_t i = 0; key && options && options[i].key != NULL; i++)
        if (!strcmp(options[i].key, key))
            return writer->options.values[i];
    return NULL;
}

const char *
thresh_writer_path(const thresh_writer *writer) {
    return thr_sink_path(writer->sink);
}

thresh_result
thresh_writer_put(thresh_writer *writer, const void *bytes, size_t size,
                  thresh_error *err) {
    if (writer->failure.result != THRESH_OK)
        return keep(writer, &writer->failure, err);
    thresh_error local;
    if (thr_sink_put(writer->sink, bytes, size, &local) == THRESH_OK)
        return THRESH_OK;
    return keep(writer, &local, err);
}

void
thresh_writer_warn(thresh_writer *writer, const thresh_place *place,
                   const char *message) {
    const thresh_listener *listener = &writer->options.given.listener;
    if (listener->warning == NULL)
        return;
    thresh_error warning = {0};
    thr_fail_at(&warning, THRESH_E_UNSUPPORTED, place, "%s", message);
    listener->warning(listener->ctx, &warning);
}

void
thr_writer_push(thresh_writer *writer) {
    thresh_error local;
    if (writer->failure.result == THRESH_OK
        && (thr_writer_flags(writer) & THRESH_WANT_PATH) == 0
        && thr_sink_push(writer->sink, &local) != THRESH_OK)
        (void)keep(writer, &local, NULL);
}
