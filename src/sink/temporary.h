/* A file under construction, beside the one it will become.
 *
 *     no name at all         where the system can: whatever ends this program,
 *                            nothing is left
 *     .out.csv.4711-0.tmp    elsewhere: removed when it is freed, or by
 *                            thresh_remove_temporaries()
 */
#ifndef THR_SINK_TEMPORARY_H
#define THR_SINK_TEMPORARY_H

#include "sink/place.h"

typedef struct thr_temporary {
    int fd;     /* to write to and read from; -1 = there is no file */
    char *path; /* to open it by; NULL = there is no file */
    bool named; /* `path` is a name of its own */
    int litter; /* see litter.h */
} thr_temporary;

/* Create an empty file beside `target`, with the rights that `target` has or
 * would get; or in the folder for temporary files, for this user only. End it
 * with thr_temporary_free(), also after a failure. */
thresh_result thr_temporary_beside(thr_temporary *out,
                                   const thr_place_target *target,
                                   thresh_error *err);
thresh_result thr_temporary_elsewhere(thr_temporary *out, thresh_error *err);

/* The same beside `target`, with a name in any case. */
thresh_result thr_temporary_named(thr_temporary *out,
                                  const thr_place_target *target,
                                  thresh_error *err);

/* Bring its bytes to the disk, and then the file to the name of `target`;
 * unless `synced`, the caller has the disk written later. */
thresh_result thr_temporary_publish(thr_temporary *temporary,
                                    const thr_place_target *target,
                                    bool synced, thresh_error *err);

/* Remove it, unless it is published. */
void thr_temporary_free(thr_temporary *temporary);

#endif
