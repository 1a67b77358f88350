/* Bytes to a function that takes them, by a second thread: while it writes
 * some, the next are made.
 *
 *     put -> | full | full | being filled | -> thread -> write()
 *
 * The bytes and their order are those of calling it directly; only where the
 * calls are cut differs.
 */
#ifndef THR_SINK_PUMP_H
#define THR_SINK_PUMP_H

#include <stdbool.h>
#include <stddef.h>

typedef struct thr_pump thr_pump;

/* Take all of `size` bytes. Returns 0, or errno. It is called by the thread of
 * the pump, one call at a time. */
typedef int thr_pump_write(void *ctx, const void *bytes, size_t size);

/* Start one; NULL if there is no memory or no thread to be had. End it with
 * thr_pump_finish() or thr_pump_drop(). */
thr_pump *thr_pump_start(thr_pump_write *write, void *ctx);

/* Append bytes. Returns 0, or the errno of a write that failed, now or
 * before. */
int thr_pump_put(thr_pump *pump, const void *bytes, size_t size);

/* Have what was appended written soon, without waiting for it. As above. */
int thr_pump_push(thr_pump *pump);

/* Wait until all is written, and free the pump. As above. */
int thr_pump_finish(thr_pump *pump);

/* Free it; what is not written yet may be lost. NULL is allowed. */
void thr_pump_drop(thr_pump *pump);

#endif
