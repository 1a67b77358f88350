/* The public reader: source, lines, grid and layout in one object; or a loaded
 * table, played back. Both answer the same two calls.
 *
 *     bytes -> source -> lines -> grid -> layout -> rows
 *     loaded table -----------------------------> rows
 */
#include "convert/reader.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/str.h"
#include "convert/read_options.h"
#include "layout/layout.h"
#include "model/join.h"
#include "model/panels.h"
#include "model/playback.h"
#include "proof/settle.h"

enum {
    MAX_FIELDS = 1048576,
    WINDOW = 256,
    LEAST_WINDOW = 16,
    MAX_LINE = 16 * 1024 * 1024
};

struct thresh_reader {
    thresh_listener listener;
    thr_source source;
    thr_lines lines;
    thr_grid *grid;
    thr_layout *layout;
    thr_renames renames;
    thr_playback playback;
    thresh_table *begun;  /* read ahead: its frame is known */
    thresh_table *loaded; /* read ahead: all of it is */
    bool ended;           /* the rows of the table that was loaded last */
    bool failed;          /* and with what */
    thresh_error error;
};

/* ## Opening */

static thresh_result
start(thresh_reader *reader, const thresh_read_options *opts,
      thresh_error *err) {
    size_t memory = opts->max_memory ? opts->max_memory : (size_t)4 << 30;
    thr_grid_limits limits = {
        .max_fields = opts->max_fields ? opts->max_fields : MAX_FIELDS,
        .window = opts->max_window ? opts->max_window : WINDOW,
        .skip = opts->skip,
        .memory = memory};
    if (limits.window < LEAST_WINDOW)
        limits.window = LEAST_WINDOW;
    reader->listener = opts->listener;
    thr_lines_start(&reader->lines, &reader->source,
                    opts->max_line ? opts->max_line : MAX_LINE);
    thr_lines_tell(&reader->lines, &reader->listener);
    if (opts->encoding != NULL)
        THR_TRY(thr_lines_encoding(&reader->lines, opts->encoding, err));
    THR_TRY(thr_renames_start(&reader->renames, opts->names, err));
    reader->grid = thr_grid_new(&reader->lines, &limits, opts->delimiter,
                                &reader->listener);
    thr_layout_options layout = {
        .window = limits.window,
        .max_memory = memory,
        .decimal = opts->decimal,
        .symbols = {.profile = thr_profile_named(thr_str(opts->symbols)),
                    .nil = opts->nil},
        .shape = {.header_rows = opts->header_rows,
                  .stub_fields = opts->stub_columns},
        .renames = &reader->renames,
        .listener = &reader->listener};
    if (reader->grid != NULL)
        reader->layout = thr_layout_new(reader->grid, &layout);
    return reader->layout ? THRESH_OK : thr_fail_memory(err);
}

/* What the three ways to open differ in. */
typedef struct origin {
    const thresh_source *source;
    const char *path;
    const void *data;
    size_t size;
} origin;

static thresh_result
open_source(thr_source *source, const origin *from, thresh_error *err) {
    if (from->path != NULL)
        return thr_source_open_file(source, from->path, err);
    if (from->source != NULL)
        return thr_source_open(source, from->source, err);
    return thr_source_open_memory(source, from->data, from->size, err);
}

static thresh_result
open_reader(thresh_reader **out, const origin *from,
            const thresh_read_options *opts, thresh_error *err) {
    const thresh_read_options defaults = {0};
    opts = opts ? opts : &defaults;
    THR_TRY(thr_read_options_check(opts, err));
    thresh_reader *reader = calloc(1, sizeof *reader);
    if (reader == NULL)
        return thr_fail_memory(err);
    reader->source.file = -1;
    thresh_result result = open_source(&reader->source, from, err);
    if (result == THRESH_OK)
        result = start(reader, opts, err);
    if (result != THRESH_OK) {
        thresh_reader_close(reader);
        return result;
    }
    *out = reader;
    return THRESH_OK;
}

thresh_result
thresh_reader_open(thresh_reader **out, const thresh_source *source,
                   const thresh_read_options *opts, thresh_error *err) {
    if (out == NULL || source == NULL || source->read == NULL)
        return thr_fail(err, THRESH_E_ARGUMENT,
                        "thresh_reader_open() needs a source with a read "
                        "function");
    return open_reader(out, &(origin){.source = source}, opts, err);
}

thresh_result
thresh_reader_open_file(thresh_reader **out, const char *path,
                        const thresh_read_options *opts, thresh_error *err) {
    if (out == NULL || path == NULL)
        return thr_fail(err, THRESH_E_ARGUMENT,
                        "thresh_reader_open_file() needs a path");
    return open_reader(out, &(origin){.path = path}, opts, err);
}

thresh_result
thresh_reader_open_memory(thresh_reader **out, const void *data, size_t size,
                          const thresh_read_options *opts, thresh_error *err) {
    if (out == NULL || (data == NULL && size > 0))
        return thr_fail(err, THRESH_E_ARGUMENT,
                        "thresh_reader_open_memory() needs bytes");
    return open_reader(out, &(origin){.data = data, .size = size}, opts, err);
}

void
thresh_reader_close(thresh_reader *reader) {
    if (reader == NULL)
        return;
    thr_layout_free(reader->layout);
    thr_renames_free(&reader->renames);
    thr_grid_free(reader->grid);
    thr_lines_free(&reader->lines);
    thr_source_close(&reader->source);
    thr_playback_end(&reader->playback);
    thresh_table_free(reader->loaded);
    free(reader);
}

/* ## Playing back */

thresh_result
thresh_table_replay(thresh_reader **out, const thresh_table *table,
                    thresh_error *err) {
    if (out == NULL || table == NULL || !table->loaded)
        return thr_fail(err, THRESH_E_ARGUMENT,
                        "thresh_table_replay() needs a loaded table");
    thresh_reader *reader = calloc(1, sizeof *reader);
    if (reader == NULL || !thr_playback_start(&reader->playback, table)) {
        free(reader);
        return thr_fail_memory(err);
    }
    reader->source.file = -1;
    *out = reader;
    return THRESH_OK;
}

/* ## Reading */

/* Keep the first failure: what comes after it would be a partial table. A call
 * out of order is not kept; an option that a line of the input speaks against
 * is. */
static thresh_result
keep_failure(thresh_reader *reader, thresh_result result,
             const thresh_error *cause, thresh_error *err) {
    if (result >= THRESH_OK)
        return result;
    if (result != THRESH_E_ARGUMENT || cause->line > 0) {
        reader->failed = true;
        reader->error = *cause;
    }
    if (err != NULL)
        *err = *cause;
    return result;
}

static thresh_result
fail_again(const thresh_reader *reader, thresh_error *err) {
    if (err != NULL)
        *err = reader->error;
    return reader->error.result;
}

static thresh_result
next_table(thresh_reader *reader, thresh_table **out, thresh_error *err) {
    *out = reader->begun;
    reader->begun = NULL;
    if (*out != NULL)
        return THRESH_OK;
    if (reader->failed)
        return fail_again(reader, err);
    thresh_error local = {0};
    thresh_result result = thr_layout_table(reader->layout, out, &local);
    return keep_failure(reader, result, &local, err);
}

/* Let go of a table that was read ahead and then lent. */
static void
leave_loaded(thresh_reader *reader) {
    reader->ended = false;
    if (reader->layout == NULL || reader->playback.table == NULL)
        return;
    thr_playback_end(&reader->playback);
    thresh_table_free(reader->loaded);
    reader->loaded = NULL;
}

thresh_result
thresh_reader_table(thresh_reader *reader, const thresh_table **out,
                    thresh_error *err) {
    if (reader == NULL || out == NULL)
        return thr_fail(err, THRESH_E_ARGUMENT,
                        "thresh_reader_table() needs a reader");
    leave_loaded(reader);
    if (reader->loaded != NULL
        && !thr_playback_start(&reader->playback, reader->loaded))
        return thr_fail_memory(err);
    if (reader->playback.table != NULL)
        return thr_playback_table(&reader->playback, out);
    thresh_table *table;
    THR_TRY(next_table(reader, &table, err));
    thr_proof_warn_doubt(table, &reader->listener);
    table->streamed = true;
    *out = table;
    return THRESH_OK;
}

thresh_result
thresh_reader_row(thresh_reader *reader, const thresh_row **out,
                  thresh_error *err) {
    if (reader == NULL || out == NULL)
        return thr_fail(err, THRESH_E_ARGUMENT,
                        "thresh_reader_row() needs a reader");
    if (reader->playback.table != NULL)
        return thr_playback_row(&reader->playback, out, err);
    if (reader->ended)
        return THRESH_END;
    if (reader->failed)
        return fail_again(reader, err);
    thresh_error local; /* of no use, and not zeroed, unless it fails */
    thresh_result result = thr_layout_row(reader->layout, out, &local);
    return keep_failure(reader, result, &local, err);
}

thresh_tally
thresh_reader_tally(const thresh_reader *reader) {
    if (reader == NULL || reader->layout == NULL)
        return (thresh_tally){0};
    return thr_layout_tally(reader->layout);
}

/* ## Loading */

static thresh_result
load_rows(thresh_reader *reader, thresh_table *table, thresh_error *err) {
    for (;;) {
        thresh_error local = {0};
        thresh_result result = thr_layout_load(reader->layout, &local);
        THR_TRY(keep_failure(reader, result, &local, err));
        const thresh_row *row;
        result = thresh_reader_row(reader, &row, err);
        if (result == THRESH_END)
            break;
        THR_TRY(result);
        result = thr_table_add_row(table, row, &local);
        THR_TRY(keep_failure(reader, result, &local, err));
    }
    table->loaded = true;
    return thr_table_order_panels(table, err);
}

/* Load the table that was begun, but do not prove it. */
static thresh_result
load_begun(thresh_reader *reader, thresh_table *table, thresh_table **out,
           thresh_error *err) {
    THR_TRY(load_rows(reader, table, err));
    thresh_error local = {0};
    thresh_result result = thr_layout_settle(reader->layout, &local);
    THR_TRY(keep_failure(reader, result, &local, err));
    *out = thr_layout_take(reader->layout);
    return THRESH_OK;
}

static void
tell_joined(const thresh_reader *reader, const thresh_table *more) {
    char room[64];
    thr_buf value = {.ptr = room, .room = sizeof room, .limit = sizeof room};
    thr_buf_text(&value, "line ");
    thr_buf_uint(&value, more->headings[0].place.line);
    const thresh_decision decision = {
        .what = "columns continued",
        .value = thr_buf_view(&value),
        .reason = THR_LIT("all row labels stand there again, in the same "
                          "order, under other headings")};
    if (reader->listener.decision != NULL)
        reader->listener.decision(reader->listener.ctx, &decision);
}

/* Join what continues the columns of `table`. A failure to read on is kept
 * for the next call. */
static thresh_result
join_columns(thresh_reader *reader, thresh_table *table, thresh_error *err) {
    thresh_error later = {0};
    thresh_table *begun;
    while (next_table(reader, &begun, &later) == THRESH_OK) {
        if (!thr_join_may(table, begun)) {
            reader->begun = begun;
            return THRESH_OK;
        }
        if (load_begun(reader, begun, &reader->loaded, &later) != THRESH_OK
            || !thr_join_agrees(table, reader->loaded))
            return THRESH_OK;
        THR_TRY(thr_join(table, reader->loaded, err));
        tell_joined(reader, reader->loaded);
        thresh_table_free(reader->loaded);
        reader->loaded = NULL;
    }
    return THRESH_OK;
}

/* The next table, loaded but not proved. */
static thresh_result
load_next(thresh_reader *reader, thresh_table **out, thresh_error *err) {
    leave_loaded(reader);
    *out = reader->loaded;
    reader->loaded = NULL;
    if (*out != NULL)
        return THRESH_OK;
    thresh_table *table;
    THR_TRY(next_table(reader, &table, err));
    return load_begun(reader, table, out, err);
}

thresh_result
thresh_table_load(thresh_table **out, thresh_reader *reader,
                  thresh_error *err) {
    if (out == NULL || reader == NULL || reader->layout == NULL)
        return thr_fail(err, THRESH_E_ARGUMENT,
                        "thresh_table_load() needs a reader of text");
    thresh_table *table;
    THR_TRY(load_next(reader, &table, err));
    thresh_result result = join_columns(reader, table, err);
    if (result == THRESH_OK)
        result = thr_proof_settle(table, &reader->listener, err);
    if (result != THRESH_OK) {
        thresh_table_free(table);
        return result;
    }
    reader->ended = true;
    *out = table;
    return THRESH_OK;
}

void
thr_reader_before_read(thresh_reader *reader, thr_before_read before) {
    reader->lines.before_read = before;
}

void
thr_reader_bare(thresh_reader *reader, bool bare) {
    reader->playback.bare = bare;
}
