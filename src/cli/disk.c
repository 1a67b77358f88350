/* What is on its way to a disk, written there. See disk.h. */
#ifdef __linux__
/* The name that glibc asks for, to declare syncfs(). */
#define _GNU_SOURCE
#endif
#include "cli/disk.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#ifdef __linux__

bool
cli_disk_can_sync(void) {
    return true;
}

bool
cli_disk_sync(const char *folder) {
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return false;
    bool done = syncfs(fd) == 0;
    int reason = errno;
    (void)close(fd);
    errno = reason;
    return done;
}

#else

bool
cli_disk_can_sync(void) {
    return false;
}

bool
cli_disk_sync(const char *folder) {
    (void)folder;
    errno = ENOSYS;
    return false;
}

#endif
