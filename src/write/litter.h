/* The temporary files that have a name, where a handler of a signal can reach
 * them: see thresh_remove_temporaries(). */
#ifndef THR_WRITE_LITTER_H
#define THR_WRITE_LITTER_H

/* Remember `path`. Returns a number for thr_litter_forget(), or -1 where no
 * more fits: it is then removed by its owner alone. */
int thr_litter_remember(const char *path);

/* It is gone, or has become an output. -1 is allowed. */
void thr_litter_forget(int number);

#endif
