/* Bytes to their destination: buffered, every write checked, nothing under its
 * final name before the commit. See sink.h; its file is made in temporary.c.
 */
#include "sink/sink.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "sink/place.h"
#include "sink/pump.h"
#include "sink/temporary.h"

enum { BUFFER_SIZE = 64 * 1024 };

struct thr_sink {
    thresh_sink callback; /* its `write` is NULL where there is a file */
    thr_place_target target;
    int fd; /* a device or a pipe to write to; -1 = none is open */
    thr_temporary
        temporary; /* written instead; has no file if there is none */
    bool want_path;
    bool unsynced;  /* the caller has the disk written */
    bool second;    /* a second thread may write */
    thr_pump *pump; /* that does; NULL until there is more than a buffer */
    size_t used;    /* of the buffer */
    char buffer[BUFFER_SIZE];
};

static const char *
name_of(const thr_sink *sink) {
    return sink->target.path ? sink->target.path : "output";
}

static thresh_result
fail(const thr_sink *sink, const char *what, thresh_error *err) {
    return thr_place_fail(name_of(sink), what, errno, err);
}

/* Write all of it to `fd`. False with errno set. */
static bool
write_all(int fd, const char *bytes, size_t size) {
    while (size > 0) {
        ssize_t written = write(fd, bytes, size);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes += written;
        size -= (size_t)written;
    }
    return true;
}

/* Where bytes go: what is not direct goes by way of the temporary file. */
static int
file_of(const thr_sink *sink) {
    return sink->fd >= 0 ? sink->fd : sink->temporary.fd;
}

/* Take bytes to the destination: 0, or errno. */
static int
carry(void *ctx, const void *bytes, size_t size) {
    thr_sink *sink = ctx;
    errno = 0;
    bool done = sink->callback.write
                    ? sink->callback.write(sink->callback.ctx, bytes, size)
                          == 0
                    : write_all(file_of(sink), bytes, size);
    if (done)
        return 0;
    return errno != 0 ? errno : EIO;
}

/* What carrying answered, as a result. */
static thresh_result
carried(const thr_sink *sink, int failure, thresh_error *err) {
    if (failure == 0)
        return THRESH_OK;
    errno = failure;
    return fail(sink, "cannot write", err);
}

static thresh_result
deliver(thr_sink *sink, const char *bytes, size_t size, thresh_error *err) {
    if (size == 0)
        return THRESH_OK;
    int failure = sink->pump ? thr_pump_put(sink->pump, bytes, size)
                             : carry(sink, bytes, size);
    return carried(sink, failure, err);
}

static thresh_result
flush(thr_sink *sink, thresh_error *err) {
    size_t used = sink->used;
    sink->used = 0;
    return deliver(sink, sink->buffer, used, err);
}

/* The buffer is full for the first time: from here on a second thread helps,
 * if it may and can be had. */
static void
start_pump(thr_sink *sink) {
    if (sink->second)
        sink->pump = thr_pump_start(carry, sink);
    sink->second = false;
}

/* Open the file that is written instead of the destination: beside it, so that
 * it can take its name, or in the folder for temporary files. */
static thresh_result
open_temporary(thr_sink *sink, thresh_error *err) {
    if (sink->callback.write == NULL && sink->target.kind == THR_PLACE_FILE)
        return thr_temporary_beside(&sink->temporary, &sink->target, err);
    return thr_temporary_elsewhere(&sink->temporary, err);
}

static thresh_result
close_file(thr_sink *sink, thresh_error *err) {
    int fd = sink->fd;
    sink->fd = -1;
    /* After EINTR the descriptor is closed all the same. */
    if (fd >= 0 && close(fd) != 0 && errno != EINTR)
        return fail(sink, "cannot close", err);
    return THRESH_OK;
}

static thresh_result
open_sink(thr_sink *sink, const thresh_sink *where, thresh_error *err) {
    if (where->path != NULL)
        THR_TRY(thr_place_find(&sink->target, where->path, err));
    else
        sink->callback = *where;
    bool direct = where->path == NULL || sink->target.kind != THR_PLACE_FILE;
    if (!direct || sink->want_path)
        return open_temporary(sink, err);
    if (where->path == NULL)
        return THRESH_OK;
    return thr_place_open_direct(&sink->target, &sink->fd, err);
}

thresh_result
thr_sink_open(thr_sink **out, const thresh_sink *where, bool want_path,
              bool second, thresh_error *err) {
    if ((where->path == NULL) == (where->write == NULL))
        return thr_fail(err, THRESH_E_ARGUMENT,
                        "a sink has either a path or a write function");
    thr_sink *sink = malloc(sizeof *sink);
    if (sink == NULL)
        return thr_fail_memory(err);
    sink->callback = (thresh_sink){0};
    sink->target = (thr_place_target){0};
    sink->fd = -1;
    sink->temporary = (thr_temporary){.fd = -1, .litter = -1};
    sink->want_path = want_path;
    sink->unsynced = where->unsynced;
    sink->second = second;
    sink->pump = NULL;
    sink->used = 0;
    thresh_result result = open_sink(sink, where, err);
    if (result != THRESH_OK) {
        thr_sink_free(sink);
        return result;
    }
    *out = sink;
    return THRESH_OK;
}

thresh_result
thr_sink_put(thr_sink *sink, const void *bytes, size_t size,
             thresh_error *err) {
    if (sink->want_path)
        return thr_fail(err, THRESH_E_ARGUMENT,
                        "this writer writes to its path, not to the output");
    if (size > BUFFER_SIZE - sink->used) {
        start_pump(sink);
        THR_TRY(flush(sink, err));
    }
    if (sink->pump != NULL || size >= BUFFER_SIZE)
        return deliver(sink, bytes, size, err);
    if (size > 0)
        memcpy(sink->buffer + sink->used, bytes, size);
    sink->used += size;
    return THRESH_OK;
}

thresh_result
thr_sink_push(thr_sink *sink, thresh_error *err) {
    THR_TRY(flush(sink, err));
    return carried(sink, sink->pump ? thr_pump_push(sink->pump) : 0, err);
}

const char *
thr_sink_path(const thr_sink *sink) {
    return sink->want_path ? sink->temporary.path : NULL;
}

/* Copy what the caller wrote to the destination that could not take a path. */
static thresh_result
commit_copy(thr_sink *sink, thresh_error *err) {
    off_t at = 0;
    ssize_t size;
    if (sink->callback.write == NULL)
        THR_TRY(thr_place_open_direct(&sink->target, &sink->fd, err));
    while ((size = pread(sink->temporary.fd, sink->buffer, BUFFER_SIZE, at))
           != 0) {
        if (size < 0 && errno == EINTR)
            continue;
        if (size < 0)
            return fail(sink, "cannot be read back", err);
        THR_TRY(deliver(sink, sink->buffer, (size_t)size, err));
        at += size;
    }
    return close_file(sink, err);
}

thresh_result
thr_sink_commit(thr_sink *sink, thresh_error *err) {
    bool to_file = sink->target.path && sink->target.kind == THR_PLACE_FILE;
    if (!sink->want_path)
        THR_TRY(flush(sink, err));
    if (sink->pump != NULL) {
        int failure = thr_pump_finish(sink->pump);
        sink->pump = NULL;
        THR_TRY(carried(sink, failure, err));
    }
    if (to_file)
        return thr_temporary_publish(&sink->temporary, &sink->target,
                                     !sink->unsynced || sink->target.linked,
                                     err);
    return sink->want_path ? commit_copy(sink, err) : close_file(sink, err);
}

void
thr_sink_free(thr_sink *sink) {
    if (sink == NULL)
        return;
    thr_pump_drop(sink->pump);
    if (sink->fd >= 0)
        (void)close(sink->fd);
    thr_temporary_free(&sink->temporary);
    thr_place_release(&sink->target);
    free(sink);
}
