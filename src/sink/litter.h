/* The temporary files that have a name, where a handler of a signal can reach
 * them: see thresh_remove_temporaries().
 *
 *     .out.csv.4711-0.tmp   remembered when it is made, forgotten when it is
 *                           renamed or removed
 */
#ifndef THR_SINK_LITTER_H
#define THR_SINK_LITTER_H

#include <stdbool.h>

/* Makes a file at `path`; false, with errno set, if that fails. */
typedef bool thr_litter_make(const char *path, void *ctx);

/* Have `make` make a file and remember it, so that a handler finds both done
 * or neither. False, with errno set, where it failed; ECANCELED, without a
 * call, once the temporaries were removed.
 *
 * `number` is for thr_litter_forget(): -1 where no more fits, and the file is
 * then removed by its owner alone. */
bool thr_litter_add(const char *path, thr_litter_make *make, void *ctx,
                    int *number);

/* It is gone, or has become an output. -1 is allowed. */
void thr_litter_forget(int number);

#endif
