/* What a writer is asked for, checked against what its class can do:
 *
 *     --set exel=1      csv has no option 'exel'; did you mean 'excel'?
 *     --set excel=yes   option 'excel' of csv takes 0|1, not 'yes'
 */
#ifndef THR_WRITE_OPTIONS_H
#define THR_WRITE_OPTIONS_H

#include "thresh/writer.h"

#include "base/arena.h"

typedef struct thr_options {
    thresh_write_options given; /* a copy: its shape as it was asked for */
    thresh_shape shape;         /* the one to write: never DEFAULT */
    const char **values;        /* of each option of the class */
} thr_options;

/* Check `given`, which may be NULL, and copy it and its texts into `arena`.
 * Fails with THRESH_E_ARGUMENT or THRESH_E_MEMORY. */
thresh_result thr_options_resolve(thr_options *out, thr_arena *arena,
                                  const thresh_writer_class *cls,
                                  const thresh_write_options *given,
                                  thresh_error *err);

#endif
