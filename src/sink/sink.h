/* Bytes to their destination, all of them or none.
 *
 *     out.csv        a file beside it, which the commit gives its name
 *     link -> t.csv  the same beside t.csv; the link stays
 *     /dev/stdout    the open descriptor itself
 *     a pipe         written to directly
 *     a callback     called with up to 64 KiB at a time
 */
#ifndef THR_SINK_SINK_H
#define THR_SINK_SINK_H

#include "thresh/writer.h"

typedef struct thr_sink thr_sink;

/* Open the destination. With `want_path`, the bytes come through a file that
 * the caller writes itself: see thr_sink_path(). With `second`, a second
 * thread takes them to the destination. End it with thr_sink_free(). Fails
 * with THRESH_E_ARGUMENT, THRESH_E_WRITE, THRESH_E_MEMORY. */
thresh_result thr_sink_open(thr_sink **out, const thresh_sink *where,
                            bool want_path, bool second, thresh_error *err);

/* Append bytes. After a failure the sink can only be freed. */
thresh_result thr_sink_put(thr_sink *sink, const void *bytes, size_t size,
                           thresh_error *err);

/* Hand on what was appended so far. As above. */
thresh_result thr_sink_push(thr_sink *sink, thresh_error *err);

/* The file to write, empty at first; NULL unless opened with `want_path`. */
const char *thr_sink_path(const thr_sink *sink);

/* Bring every byte to the destination and to the disk, under its name. */
thresh_result thr_sink_commit(thr_sink *sink, thresh_error *err);

/* Free it. What was not committed is removed, as far as it can be. NULL is
 * allowed. */
void thr_sink_free(thr_sink *sink);

#endif
