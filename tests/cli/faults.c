/* Preloaded into thresh by check_faults.py: a call of the system fails, or a
 * signal comes at it.
 *
 *     FAULT_CALL     malloc, open, nameless, close, pthread_create, or one of
 *                    those that are listed at the end
 *     FAULT_AT       which call of that name, from 1
 *     FAULT_ALL      if set, all after it as well
 *     FAULT_ALSO     the name of a call that always fails, whatever else does
 *     FAULT_ERRNO    the number of another error than that which is usual
 *     FAULT_SIGNAL   the number of a signal to come there instead
 *     FAULT_LATE     if set, it comes after the call, of those listed at the
 *                    end
 *
 * "nameless" is open() for a file without a name. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);

static atomic_long calls;
static _Thread_local int late; /* the signal that comes after this call */

static void
strike(void) {
    int number = late, before = errno;
    late = 0;
    if (number != 0)
        (void)kill(getpid(), number);
    errno = before;
}

/* Whether this call of `name` is to fail, with `number`. */
static int
fails(const char *name, int number) {
    const char *wanted = getenv("FAULT_CALL");
    const char *at = getenv("FAULT_AT");
    const char *signal_number = getenv("FAULT_SIGNAL");
    const char *also = getenv("FAULT_ALSO");
    if (also != NULL && strcmp(also, name) == 0) {
        errno = number;
        return 1;
    }
    if (wanted == NULL || at == NULL || strcmp(wanted, name) != 0)
        return 0;
    long call = ++calls, first = atol(at);
    if (call < first || (call > first && getenv("FAULT_ALL") == NULL))
        return 0;
    if (signal_number != NULL) {
        late = atoi(signal_number);
        if (getenv("FAULT_LATE") == NULL)
            strike();
        return 0;
    }
    const char *other = getenv("FAULT_ERRNO");
    errno = other != NULL ? atoi(other) : number;
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
#define REAL(type, name, parameters) \
    ((type(*) parameters)dlsym(RTLD_NEXT, #name))

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
    return REAL(int, open, (const char *, int, ...))(path, flags, mode);
}

int
close(int fd) {
    int closed = REAL(int, close, (int))(fd);
    return fails("close", EIO) ? -1 : closed;
}

int
pthread_create(pthread_t *thread, const pthread_attr_t *attributes,
               void *(*function)(void *), void *ctx) {
    if (fails("pthread_create", EAGAIN))
        return EAGAIN;
    return REAL(int, pthread_create,
                (pthread_t *, const pthread_attr_t *, void *(*)(void *),
                 void *))(thread, attributes, function, ctx);
}

#define CALL(type, name, parameters, arguments, number, failure)          \
    type name parameters {                                                \
        type result = fails(#name, number) ? (failure)                    \
                                           : REAL(type, name, parameters) \
                                               arguments;                 \
        strike();                                                         \
        return result;                                                    \
    }

CALL(ssize_t, read, (int fd, void *bytes, size_t size), (fd, bytes, size), EIO,
     -1)
CALL(ssize_t, write, (int fd, const void *bytes, size_t size),
     (fd, bytes, size), ENOSPC, -1)
CALL(ssize_t, pread, (int fd, void *bytes, size_t size, off_t at),
     (fd, bytes, size, at), EIO, -1)
CALL(int, fsync, (int fd), (fd), EIO, -1)
CALL(int, fstat, (int fd, struct stat *out), (fd, out), EIO, -1)
CALL(int, fchmod, (int fd, mode_t mode), (fd, mode), EPERM, -1)
CALL(int, dup2, (int from, int to), (from, to), EMFILE, -1)
CALL(int, access, (const char *path, int how), (path, how), EACCES, -1)
CALL(ssize_t, readlink, (const char *path, char *into, size_t size),
     (path, into, size), EIO, -1)
CALL(int, rename, (const char *from, const char *to), (from, to), EACCES, -1)
CALL(int, linkat,
     (int from_folder, const char *from, int to_folder, const char *to,
      int flags),
     (from_folder, from, to_folder, to, flags), EPERM, -1)
CALL(int, pipe2, (int ends[2], int flags), (ends, flags), EMFILE, -1)
CALL(int, clone,
     (int (*function)(void *), void *stack, int flags, void *ctx, ...),
     (function, stack, flags, ctx), EAGAIN, -1)
CALL(pid_t, fork, (void), (), EAGAIN, -1)
CALL(pid_t, waitpid, (pid_t pid, int *status, int how), (pid, status, how),
     EINTR, -1)
CALL(void *, mmap,
     (void *place, size_t size, int protection, int flags, int fd, off_t at),
     (place, size, protection, flags, fd, at), ENOMEM, MAP_FAILED)
