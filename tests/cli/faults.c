/* Preloaded into thresh by check_faults.py: a call of the system fails, or a
 * signal comes at it.
 *
 *     FAULT_CALL     malloc, open, nameless, write, pread, fsync, close,
 *                    rename, linkat, pipe2 or clone
 *     FAULT_AT       which call of that name, from 1
 *     FAULT_ALL      if set, all after it as well
 *     FAULT_SIGNAL   the number of a signal to come there instead
 *
 * "nameless" is open() for a file without a name. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);

static atomic_long calls;
static atomic_bool over;

/* What comes after the program's own end is not its own: a build that counts
 * what runs writes that down there. */
static void
end(void) {
    over = true;
}

__attribute__((constructor)) static void
begin(void) {
    (void)atexit(end);
}

/* Whether this call of `name` is to fail, with `number`. */
static int
fails(const char *name, int number) {
    const char *wanted = getenv("FAULT_CALL");
    const char *at = getenv("FAULT_AT");
    const char *signal_number = getenv("FAULT_SIGNAL");
    if (over || wanted == NULL || at == NULL || strcmp(wanted, name) != 0)
        return 0;
    long call = ++calls, first = atol(at);
    if (call < first || (call > first && getenv("FAULT_ALL") == NULL))
        return 0;
    if (signal_number != NULL) {
        (void)kill(getpid(), atoi(signal_number));
        return 0;
    }
    errno = number;
    return 1;
}

void *
malloc(size_t size) {
    return fails("malloc", ENOMEM) ? NULL : __libc_malloc(size);
}

void *
calloc(size_t count, size_t size) {
    return fails("malloc", ENOMEM) ? NULL : __libc_calloc(count, size);
}

void *
realloc(void *old, size_t size) {
    return fails("malloc", ENOMEM) ? NULL : __libc_realloc(old, size);
}

/* The function of the C library. */
#define REAL(type, name, ...) ((type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name))

int
open(const char *path, int flags, ...) {
    va_list more;
    va_start(more, flags);
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0;
    va_end(more);
    if ((flags & O_TMPFILE) == O_TMPFILE && fails("nameless", EOPNOTSUPP))
        return -1;
    if (fails("open", EMFILE))
        return -1;
    return REAL(int, "open", const char *, int, ...)(path, flags, mode);
}

ssize_t
write(int fd, const void *bytes, size_t size) {
    return fails("write", ENOSPC) ? -1
                                  : REAL(ssize_t, "write", int, const void *,
                                         size_t)(fd, bytes, size);
}

ssize_t
pread(int fd, void *bytes, size_t size, off_t at) {
    return fails("pread", EIO) ? -1
                               : REAL(ssize_t, "pread", int, void *, size_t,
                                      off_t)(fd, bytes, size, at);
}

int
fsync(int fd) {
    return fails("fsync", EIO) ? -1 : REAL(int, "fsync", int)(fd);
}

int
close(int fd) {
    int closed = REAL(int, "close", int)(fd);
    return fails("close", EIO) ? -1 : closed;
}

int
rename(const char *from, const char *to) {
    return fails("rename", EACCES)
               ? -1
               : REAL(int, "rename", const char *, const char *)(from, to);
}

int
linkat(int from_folder, const char *from, int to_folder, const char *to,
       int flags) {
    return fails("linkat", EPERM)
               ? -1
               : REAL(int, "linkat", int, const char *, int, const char *,
                      int)(from_folder, from, to_folder, to, flags);
}

int
pipe2(int ends[2], int flags) {
    return fails("pipe2", EMFILE)
               ? -1
               : REAL(int, "pipe2", int *, int)(ends, flags);
}

int
clone(int (*function)(void *), void *stack, int flags, void *ctx, ...) {
    return fails("clone", EAGAIN)
               ? -1
               : REAL(int, "clone", int (*)(void *), void *, int, void *,
                      ...)(function, stack, flags, ctx);
}
