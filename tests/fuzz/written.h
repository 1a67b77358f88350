/* An input, loaded and written in one format, for the targets that look at
 * what writers write.
 *
 * Option 3 of the input says how to write. */
#ifndef TESTS_FUZZ_WRITTEN_H
#define TESTS_FUZZ_WRITTEN_H

#include "fuzz.h"
#include "thresh/writer.h"

enum { FUZZ_TABLES = 16 };

typedef struct fuzz_written {
    thresh_table *tables[FUZZ_TABLES]; /* the first ones of the input */
    size_t ntables;
    size_t observations; /* in all of them */
    size_t rows;
    thr_buf bytes;
} fuzz_written;

/* How to write it, with `set` where the input says so, or NULL. */
thresh_write_options fuzz_write_options(const fuzz_input *input,
                                        const char *const *set);

/* Load the input, and write it as `opts` say, with a path of its own for a
 * format that needs one. False if there is nothing to look at: no table, or
 * one that the format cannot express. Fails where bytes differ with the number
 * of threads. End it with fuzz_written_free() in any case. */
bool fuzz_write(fuzz_written *out, const fuzz_input *input, const char *format,
                thresh_write_options *opts);
void fuzz_written_free(fuzz_written *written);

#endif
