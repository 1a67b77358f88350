/* Bytes from somewhere. See source.h. */
#include "source/source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"

static thresh_result
set_name(thr_source *source, const char *name, thresh_error *err) {
    source->name = strdup(name);
    return source->name ? THRESH_OK : thr_fail_memory(err);
}

thresh_result
thr_source_open(thr_source *source, const thresh_source *from,
                thresh_error *err) {
    *source = (thr_source){.from = *from, .file = -1};
    return set_name(source, from->name ? from->name : "input", err);
}

static ptrdiff_t
read_file(void *ctx, void *buf, size_t size) {
    const thr_source *source = ctx;
    ssize_t got;
    do
        got = read(source->file, buf, size);
    while (got < 0 && errno == EINTR);
    return got;
}

static thresh_result
refuse(thresh_error *err, const char *path, int file, const char *why) {
    if (file >= 0)
        close(file);
    return thr_fail(err, THRESH_E_READ, "cannot read %s: %s", path, why);
}

thresh_result
thr_source_open_file(thr_source *source, const char *path, thresh_error *err) {
    int file;
    do /* a named pipe waits here for its writer */
        file = open(path, O_RDONLY | O_CLOEXEC);
    while (file < 0 && errno == EINTR);
    if (file < 0)
        return refuse(err, path, file, strerror(errno));
    struct stat status;
    if (fstat(file, &status) != 0)
        return refuse(err, path, file, strerror(errno));
    if (S_ISDIR(status.st_mode))
        return refuse(err, path, file, "it is a folder; name a file in it");
    *source = (thr_source){.from = {.read = read_file}, .file = file};
    thresh_result result = set_name(source, path, err);
    if (result != THRESH_OK)
        thr_source_close(source);
    return result;
}

static ptrdiff_t
read_memory(void *ctx, void *buf, size_t size) {
    thr_source *source = ctx;
    if (size > source->size)
        size = source->size;
    if (size == 0)
        return 0;
    memcpy(buf, source->data, size);
    source->data += size;
    source->size -= size;
    return (ptrdiff_t)size;
}

thresh_result
thr_source_open_memory(thr_source *source, const void *data, size_t size,
                       thresh_error *err) {
    *source = (thr_source){
        .from = {.read = read_memory}, .file = -1, .data = data, .size = size};
    return set_name(source, "memory", err);
}

thresh_result
thr_source_read(thr_source *source, void *buf, size_t size, size_t *got,
                thresh_error *err) {
    bool ours = source->from.read == read_file
                || source->from.read == read_memory;
    errno = 0;
    ptrdiff_t count = source->from.read(ours ? source : source->from.ctx, buf,
                                        size);
    if (count < 0 || (size_t)count > size)
        return thr_fail(err, THRESH_E_READ, "cannot read %s: %s", source->name,
                        errno ? strerror(errno) : "the source failed");
    *got = (size_t)count;
    return THRESH_OK;
}

void
thr_source_close(thr_source *source) {
    if (source->file >= 0)
        close(source->file);
    free(source->name);
    *source = (thr_source){.file = -1};
}
