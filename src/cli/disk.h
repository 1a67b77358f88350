/* What is on its way to a disk, written there: once for many files. */
#ifndef CLI_DISK_H
#define CLI_DISK_H

#include <stdbool.h>

/* Whether cli_disk_sync() can do it here. */
bool cli_disk_can_sync(void);

/* Wait until all files of the disk of `folder` are written. False with errno
 * set. */
bool cli_disk_sync(const char *folder);

#endif
