/* Files under construction. See temporary.h. */
#ifdef __linux__
#define _GNU_SOURCE /* O_TMPFILE */
#endif
#include "sink/temporary.h"

#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/str.h"
#include "sink/litter.h"

enum {
    MOST_TRIES = 10000, /* temporary names that exist already */
    LONGEST_STEM = 200, /* of a temporary name, whose end must fit too */
    CHUNK = 64 * 1024,
};

/* ## Names */

/* "folder/.name.", with the name cut where it is too long, between characters.
 */
static void
put_head(thr_buf *head, const char *path) {
    size_t folder = thr_place_folder_len(path);
    thresh_str stem = thr_str(path + folder);
    if (stem.len > LONGEST_STEM) {
        stem.len = LONGEST_STEM;
        while (stem.len > 0
               && ((unsigned char)stem.ptr[stem.len] & 0xC0) == 0x80)
            stem.len--;
    }
    thr_buf_add(head, path, folder);
    thr_buf_char(head, '.');
    thr_buf_str(head, stem);
    thr_buf_char(head, '.');
}

/* Make HEADPID-N.tmp, with the first N that is free, the name of `out`. False,
 * with errno set, where that fails for another reason. */
static bool
make_named(thr_temporary *out, thresh_str head, thr_litter_make *make,
           void *ctx) {
    thr_buf name = {0};
    for (unsigned try = 0; try < MOST_TRIES; try++) {
        thr_buf_clear(&name);
        thr_buf_str(&name, head);
        thr_buf_uint(&name, (uint64_t)getpid());
        thr_buf_char(&name, '-');
        thr_buf_uint(&name, try);
        thr_buf_add(&name, ".tmp", sizeof ".tmp");
        if (name.failed) {
            errno = ENOMEM;
            break;
        }
        if (thr_litter_add(name.ptr, make, ctx, &out->litter)) {
            free(out->path);
            out->path = name.ptr;
            out->named = true;
            return true;
        }
        if (errno != EEXIST)
            break;
    }
    int number = errno;
    thr_buf_free(&name);
    errno = number;
    return false;
}

/* The same with a name beside that of `target`. */
static bool
make_beside(thr_temporary *out, const thr_place_target *target,
            thr_litter_make *make, void *ctx) {
    thr_buf head = {0};
    put_head(&head, target->path);
    errno = ENOMEM;
    bool made = !head.failed
                && make_named(out, thr_buf_view(&head), make, ctx);
    int number = errno;
    thr_buf_free(&head);
    errno = number;
    return made;
}

/* ## Creating */

typedef struct creation {
    mode_t mode;
    int fd;
} creation;

static bool
create(const char *path, void *ctx) {
    creation *made = ctx;
    do
        made->fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC,
                        made->mode);
    while (made->fd < 0 && errno == EINTR);
    return made->fd >= 0;
}

#ifdef O_TMPFILE
/* Whether open files are reached by the names of their descriptors, of which
 * `path` is one: asked until it is so. */
static bool
has_descriptor_names(const char *path) {
    static atomic_bool known;
    if (!atomic_load_explicit(&known, memory_order_relaxed))
        atomic_store_explicit(&known, access(path, F_OK) == 0,
                              memory_order_relaxed);
    return atomic_load_explicit(&known, memory_order_relaxed);
}
#endif

/* Whether a file without a name could be made in `folder`. It has to be
 * reached by its descriptor later. */
static bool
create_nameless(thr_temporary *out, const char *folder, mode_t mode) {
#ifdef O_TMPFILE
    enum { ROOM = 40 };
    char *path = malloc(ROOM);
    int fd = path == NULL ? -1
                          : open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, mode);
    if (fd >= 0) {
        (void)snprintf(path, ROOM, "/proc/self/fd/%d", fd);
        if (has_descriptor_names(path)) {
            *out = (thr_temporary){.fd = fd, .path = path, .litter = -1};
            return true;
        }
        (void)close(fd);
    }
    free(path);
#else
    (void)out;
    (void)folder;
    (void)mode;
#endif
    return false;
}

/* For everyone, as the umask allows: what a new file gets. */
static mode_t
first_mode(const thr_place_target *target) {
    return target->exists ? S_IRUSR | S_IWUSR : 0666;
}

static thresh_result
keep_rights(const thr_temporary *made, const thr_place_target *target,
            thresh_error *err) {
    if (target->exists && fchmod(made->fd, target->mode) != 0)
        return thr_place_fail(target->path, "cannot keep its rights", errno,
                              err);
    return THRESH_OK;
}

thresh_result
thr_temporary_named(thr_temporary *out, const thr_place_target *target,
                    thresh_error *err) {
    *out = (thr_temporary){.fd = -1, .litter = -1};
    creation made = {.mode = first_mode(target), .fd = -1};
    if (!make_beside(out, target, create, &made))
        return thr_place_fail(target->path, "cannot write", errno, err);
    out->fd = made.fd;
    return keep_rights(out, target, err);
}

thresh_result
thr_temporary_beside(thr_temporary *out, const thr_place_target *target,
                     thresh_error *err) {
    *out = (thr_temporary){.fd = -1, .litter = -1};
    char *folder = thr_place_join(target->path,
                                  thr_place_folder_len(target->path), ".");
    if (folder == NULL)
        return thr_fail_memory(err);
    bool made = create_nameless(out, folder, first_mode(target));
    free(folder);
    if (made)
        return keep_rights(out, target, err);
    return thr_temporary_named(out, target, err);
}

thresh_result
thr_temporary_elsewhere(thr_temporary *out, thresh_error *err) {
    *out = (thr_temporary){.fd = -1, .litter = -1};
    const char *folder = getenv("TMPDIR");
    if (folder == NULL || folder[0] == '\0')
        folder = "/tmp";
    creation made = {.mode = S_IRUSR | S_IWUSR, .fd = -1};
    if (create_nameless(out, folder, made.mode))
        return THRESH_OK;
    char *head = thr_place_join(folder, strlen(folder), "/thresh.");
    if (head == NULL)
        return thr_fail_memory(err);
    bool named = make_named(out, thr_str(head), create, &made);
    int number = errno;
    free(head);
    out->fd = made.fd;
    if (!named)
        return thr_place_fail(folder, "cannot hold a temporary file", number,
                              err);
    return THRESH_OK;
}

/* ## Publishing */

static void
forget_name(thr_temporary *temporary) {
    thr_litter_forget(temporary->litter);
    temporary->litter = -1;
    temporary->named = false;
}

/* Give the file without a name this one. */
static bool
link_to(const char *path, void *ctx) {
    const thr_temporary *temporary = ctx;
    return linkat(AT_FDCWD, temporary->path, AT_FDCWD, path, AT_SYMLINK_FOLLOW)
           == 0;
}

/* Bytes from one file into another, from its start. False with errno set. */
static bool
copy_bytes(int from, int into) {
    char bytes[4096];
    off_t at = 0;
    for (;;) {
        ssize_t size = pread(from, bytes, sizeof bytes, at);
        if (size < 0 && errno == EINTR)
            continue;
        if (size <= 0)
            return size == 0;
        for (ssize_t done = 0; done < size;) {
            ssize_t more = write(into, bytes + done, (size_t)(size - done));
            if (more < 0 && errno != EINTR)
                return false;
            done += more > 0 ? more : 0;
        }
        at += size;
    }
}

/* Where a file must not be given a name later, one with a name takes its
 * place. */
static thresh_result
copy_to_named(thr_temporary *temporary, const thr_place_target *target,
              thresh_error *err) {
    thr_temporary named;
    thresh_result result = thr_temporary_named(&named, target, err);
    if (result == THRESH_OK
        && (!copy_bytes(temporary->fd, named.fd) || fsync(named.fd) != 0))
        result = thr_place_fail(target->path, "cannot write", errno, err);
    if (result != THRESH_OK) {
        thr_temporary_free(&named);
        return result;
    }
    thr_temporary_free(temporary);
    *temporary = named;
    return THRESH_OK;
}

/* Nothing can replace a file but one that has a name. */
static thresh_result
give_name(thr_temporary *temporary, const thr_place_target *target,
          thresh_error *err) {
    if (make_beside(temporary, target, link_to, temporary))
        return THRESH_OK;
    if (errno == ENOMEM)
        return thr_fail_memory(err);
    return copy_to_named(temporary, target, err);
}

static thresh_result
move(thr_temporary *temporary, const thr_place_target *target,
     thresh_error *err) {
    if (!temporary->named && !target->exists
        && link_to(target->path, temporary))
        return THRESH_OK;
    if (!temporary->named)
        THR_TRY(give_name(temporary, target, err));
    if (rename(temporary->path, target->path) != 0)
        return thr_place_fail(target->path, "cannot be replaced", errno, err);
    forget_name(temporary);
    return THRESH_OK;
}

static thresh_result
close_file(thr_temporary *temporary, const thr_place_target *target,
           thresh_error *err) {
    int fd = temporary->fd;
    temporary->fd = -1;
    /* After EINTR the descriptor is closed all the same. */
    if (close(fd) != 0 && errno != EINTR)
        return thr_place_fail(target->path, "cannot close", errno, err);
    return THRESH_OK;
}

/* Close the file, if it has a name to go on with, and give it that of
 * `target`. */
static thresh_result
finish(thr_temporary *temporary, const thr_place_target *target,
       thresh_error *err) {
    if (temporary->named)
        THR_TRY(close_file(temporary, target, err));
    return move(temporary, target, err);
}

/* The disk has the bytes before the name leads to them. */
thresh_result
thr_temporary_publish(thr_temporary *temporary, const thr_place_target *target,
                      bool synced, thresh_error *err) {
    int folder;
    if (!synced)
        return finish(temporary, target, err);
    if (fsync(temporary->fd) != 0)
        return thr_place_fail(target->path, "cannot be written to the disk",
                              errno, err);
    THR_TRY(thr_place_open_folder(target, &folder, err));
    thresh_result result = finish(temporary, target, err);
    if (result == THRESH_OK)
        return thr_place_sync_folder(target, folder, err);
    if (folder >= 0)
        (void)close(folder);
    return result;
}

void
thr_temporary_free(thr_temporary *temporary) {
    if (temporary->fd >= 0)
        (void)close(temporary->fd);
    if (temporary->named) {
        (void)unlink(temporary->path);
        forget_name(temporary);
    }
    free(temporary->path);
    *temporary = (thr_temporary){.fd = -1, .litter = -1};
}
