/* What a path to write to stands for.
 *
 *     out.csv       a file, there or not yet: replaced by renaming
 *     link -> a/b   the file a/b, and the folder a for what is temporary
 *     /dev/stdout   an open descriptor of this process
 *     /dev/full     a device, pipe or socket: opened as it is
 */
#ifndef THR_SINK_PLACE_H
#define THR_SINK_PLACE_H

#include <sys/stat.h>

#include "thresh/core.h"

typedef enum thr_place_kind {
    THR_PLACE_FILE,       /* a regular file, or nothing yet */
    THR_PLACE_DEVICE,     /* anything else that can be written to */
    THR_PLACE_DESCRIPTOR, /* open already */
} thr_place_kind;

typedef struct thr_place_target {
    thr_place_kind kind;
    char *path;  /* with symbolic links followed; NULL = no target */
    int fd;      /* DESCRIPTOR: which */
    bool linked; /* a link led to `path`, on another disk perhaps */
    bool exists;
    mode_t mode; /* of a FILE that exists */
} thr_place_target;

/* Say what failed on `path`, by an errno. Returns THRESH_E_WRITE, or
 * THRESH_E_MEMORY where that was it. */
thresh_result thr_place_fail(const char *path, const char *what, int number,
                             thresh_error *err);

/* Find out what `path` is. Release the target, also after a failure. Fails for
 * a folder and for what may not be written to. */
thresh_result thr_place_find(thr_place_target *out, const char *path,
                             thresh_error *err);
void thr_place_release(thr_place_target *target);

/* The length of the folder part of a path, with its slash; 0 if none. */
size_t thr_place_folder_len(const char *path);

/* `head` of `len` bytes and `tail` joined; NULL if memory is exhausted. */
char *thr_place_join(const char *head, size_t len, const char *tail);

/* Open a device or duplicate a descriptor. */
thresh_result thr_place_open_direct(const thr_place_target *target, int *fd,
                                    thresh_error *err);

/* Open the target's folder before a renaming in it, and make the renaming last
 * after it; this closes `fd`. A folder that may be written to but not read
 * gives -1, which is fine: the renaming is as complete without. */
thresh_result thr_place_open_folder(const thr_place_target *target, int *fd,
                                    thresh_error *err);
thresh_result thr_place_sync_folder(const thr_place_target *target, int fd,
                                    thresh_error *err);

#endif
