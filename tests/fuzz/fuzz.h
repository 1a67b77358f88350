/* What all fuzz targets share: an input, its options, and the end of a run
 * that found something.
 *
 *     4 bytes of options | the text
 *
 * Options that are all zero are the defaults, and a source that gives one byte
 * at a time. `tail -c +5 input` is what the command is given to see the same.
 */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include "base/buf.h"
#include "thresh/reader.h"

/* What libFuzzer calls, and each target is. Returns -1 for what is not to be
 * kept, else 0. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { FUZZ_OPTIONS = 4, FUZZ_MAX_MEMORY = 256 << 20 };

typedef struct fuzz_input {
    uint8_t options[FUZZ_OPTIONS];
    thresh_str text;
} fuzz_input;

/* False if the bytes are too few. The text is borrowed. */
bool fuzz_open(fuzz_input *input, const uint8_t *data, size_t size);

/* How to read it, as its options 1 and 2 say; no listener. */
thresh_read_options fuzz_read_options(const fuzz_input *input);

/* Its text in pieces, whose sizes its option 0 says. */
typedef struct fuzz_pieces {
    thresh_str rest;
    size_t sizes[2]; /* in turn */
    size_t given;
} fuzz_pieces;

/* The pieces must outlive the source, and the text both. */
thresh_source fuzz_source(fuzz_pieces *pieces, const fuzz_input *input);

/* Say what is wrong, and end the program. */
_Noreturn void fuzz_fail(const char *what);

/* Fail unless it holds. */
void fuzz_check(bool holds, const char *what);

/* Fail, and show the first line that differs, unless both are the same. */
void fuzz_same(const thr_buf *one, const thr_buf *other, const char *what);

#endif
