/* A task in a process of its own: what may crash, or may run out of memory
 * without saying so, can then only fail.
 *
 *     thr_child_run() -> thread -> process that waits -> process of the task
 *
 * The one that waits shares our memory, so that fork() is called by a caller
 * that malloc() and all other threads know; and it ends without SIGCHLD, so
 * that a program whose library we are never hears of a child: no signal, no
 * zombie, nothing that its own wait() would find. The thread is the one that
 * is suspended meanwhile, so that signals reach the caller's.
 *
 * Both processes end with this one, by whatever it ends.
 */
#ifndef THR_WORKBOOK_CHILD_H
#define THR_WORKBOOK_CHILD_H

#include "thresh/core.h"

/* What the process does. It sees the memory as it was; what it changes there
 * is lost. It has no open file but `fd`, and the signals' default actions. */
typedef thresh_result thr_child_task(void *ctx, int fd, thresh_error *err);

/* Run `task` and wait for it. Returns its result and fills `err` as it did;
 * THRESH_E_MEMORY or THRESH_E_WRITE if the process cannot be had or does not
 * come to its end. */
thresh_result thr_child_run(thr_child_task *task, void *ctx, int fd,
                            thresh_error *err);

#endif
