/* Paths, links and devices. See place.h. */
#include "sink/place.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/ascii.h"
#include "base/error.h"

enum {
    MOST_LINKS = 40,     /* as the kernel allows */
    LONGEST_SHOWN = 120, /* of a path in a message */
};

/* The end of a long path: it says most. It starts with a whole character. */
static const char *
shown(const char *path) {
    size_t len = strlen(path);
    if (len <= LONGEST_SHOWN)
        return path;
    path += len - LONGEST_SHOWN;
    while (((unsigned char)*path & 0xC0) == 0x80)
        path++;
    return path;
}

thresh_result
thr_place_fail(const char *path, const char *what, int number,
               thresh_error *err) {
    char reason[80] = "";
    if (number == ENOMEM)
        return thr_fail_memory(err);
    if (number == 0)
        return thr_fail(err, THRESH_E_WRITE, "%s: %s", shown(path), what);
    (void)strerror_r(number, reason, sizeof reason);
    return thr_fail(err, THRESH_E_WRITE, "%s: %s: %s", shown(path), what,
                    reason);
}

/* The number after `prefix` in `path`: 3 of "/dev/fd/3"; -1 if there is none.
 */
static int
number_after(const char *path, const char *prefix) {
    size_t len = strlen(prefix);
    if (strncmp(path, prefix, len) != 0 || path[len] == '\0')
        return -1;
    int number = 0;
    for (const char *digit = path + len; *digit != '\0'; digit++) {
        if (!thr_is_digit(*digit) || number > 99999)
            return -1;
        number = number * 10 + (*digit - '0');
    }
    return number;
}

/* The open descriptor that a path names, or -1. What the kernel would make of
 * such a path is a second opening, which starts a redirected file over. */
static int
descriptor_named(const char *path) {
    if (!strcmp(path, "/dev/stdout"))
        return STDOUT_FILENO;
    if (!strcmp(path, "/dev/stderr"))
        return STDERR_FILENO;
    int number = number_after(path, "/dev/fd/");
    return number >= 0 ? number : number_after(path, "/proc/self/fd/");
}

size_t
thr_place_folder_len(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? (size_t)(slash - path) + 1 : 0;
}

char *
thr_place_join(const char *head, size_t len, const char *tail) {
    size_t more = strlen(tail) + 1;
    char *joined = malloc(len + more);
    if (joined == NULL)
        return NULL;
    if (len > 0)
        memcpy(joined, head, len);
    memcpy(joined + len, tail, more);
    return joined;
}

/* Replace `*path`, a symbolic link, by what it points to. False, with errno
 * set, where that fails. */
static bool
follow_link(char **path) {
    char pointed[4096];
    ssize_t len = readlink(*path, pointed, sizeof pointed);
    if (len < 0)
        return false;
    if ((size_t)len >= sizeof pointed) {
        errno = ENAMETOOLONG;
        return false;
    }
    pointed[len] = '\0';
    size_t folder = pointed[0] == '/' ? 0 : thr_place_folder_len(*path);
    char *next = thr_place_join(*path, folder, pointed);
    if (next == NULL)
        return false;
    free(*path);
    *path = next;
    return true;
}

/* What a path leads to, once no link is left. */
typedef struct sight {
    struct stat info;
    int number; /* errno where there is nothing to be seen, or 0 */
} sight;

/* Follow links until `target->path` is none. Stops at a name of a descriptor,
 * which the system makes look like a link. */
static thresh_result
follow_links(thr_place_target *target, sight *seen, thresh_error *err) {
    for (int links = 0; links <= MOST_LINKS; links++) {
        target->fd = descriptor_named(target->path);
        if (target->fd >= 0) {
            target->kind = THR_PLACE_DESCRIPTOR;
            return THRESH_OK;
        }
        seen->number = lstat(target->path, &seen->info) == 0 ? 0 : errno;
        if (seen->number != 0 || !S_ISLNK(seen->info.st_mode))
            return THRESH_OK;
        if (!follow_link(&target->path))
            return thr_place_fail(target->path, "cannot follow the link",
                                  errno, err);
        target->linked = true;
    }
    return thr_place_fail(target->path, "cannot follow the link", ELOOP, err);
}

static thresh_result
look_at(thr_place_target *target, const sight *seen, thresh_error *err) {
    mode_t mode = seen->info.st_mode;
    if (seen->number == ENOENT && target->path[0] != '\0')
        return THRESH_OK;
    if (seen->number != 0)
        return thr_place_fail(target->path, "cannot write", seen->number, err);
    if (S_ISDIR(mode))
        return thr_place_fail(target->path,
                              "cannot write: it is a folder; name a file in "
                              "it",
                              0, err);
    if (access(target->path, W_OK) != 0)
        return thr_place_fail(target->path, "cannot write", errno, err);
    target->exists = true;
    target->mode = mode & (S_IRWXU | S_IRWXG | S_IRWXO);
    if (!S_ISREG(mode))
        target->kind = THR_PLACE_DEVICE;
    return THRESH_OK;
}

thresh_result
thr_place_find(thr_place_target *out, const char *path, thresh_error *err) {
    *out = (thr_place_target){.kind = THR_PLACE_FILE, .fd = -1};
    out->path = thr_place_join(NULL, 0, path);
    if (out->path == NULL)
        return thr_fail_memory(err);
    sight seen = {.number = 0};
    THR_TRY(follow_links(out, &seen, err));
    if (out->kind == THR_PLACE_DESCRIPTOR)
        return THRESH_OK;
    return look_at(out, &seen, err);
}

void
thr_place_release(thr_place_target *target) {
    free(target->path);
    *target = (thr_place_target){.fd = -1};
}

thresh_result
thr_place_open_direct(const thr_place_target *target, int *fd,
                      thresh_error *err) {
    int opened;
    if (target->kind == THR_PLACE_DESCRIPTOR)
        opened = dup(target->fd);
    else
        do
            opened = open(target->path, O_WRONLY | O_NOCTTY | O_CLOEXEC);
        while (opened < 0 && errno == EINTR);
    if (opened < 0)
        return thr_place_fail(target->path, "cannot write", errno, err);
    *fd = opened;
    return THRESH_OK;
}

thresh_result
thr_place_open_folder(const thr_place_target *target, int *fd,
                      thresh_error *err) {
    char *folder = thr_place_join(target->path,
                                  thr_place_folder_len(target->path), ".");
    if (folder == NULL)
        return thr_fail_memory(err);
    *fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    free(folder);
    return THRESH_OK;
}

thresh_result
thr_place_sync_folder(const thr_place_target *target, int fd,
                      thresh_error *err) {
    if (fd < 0)
        return THRESH_OK;
    int number = fsync(fd) == 0 ? 0 : errno;
    (void)close(fd);
    /* Not every file system can sync a folder. */
    if (number == 0 || number == EINVAL || number == ENOTSUP || number == EROFS
        || number == EBADF)
        return THRESH_OK;
    return thr_place_fail(target->path, "its folder cannot be synced", number,
                          err);
}
