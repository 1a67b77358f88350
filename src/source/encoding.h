/* Which encoding text is in, by evidence: a byte order mark, NULs beside ASCII
 * characters, valid UTF-8, and only then Windows-1252.
 *
 *     FF FE ...               UTF-16LE, by its mark
 *     41 00 09 00 31 00       UTF-16LE, a guess worth a warning
 *     54 72 C3 B8 6E          UTF-8: nothing else is valid UTF-8 by chance
 *     54 72 F8 6E             Windows-1252, a guess worth a warning
 *     54 72 C3 B8 F8 6E       none: two encodings in one file
 *
 * The reason says why in words, whether one was found or not.
 */
#ifndef THR_SOURCE_ENCODING_H
#define THR_SOURCE_ENCODING_H

#include "thresh/core.h"

typedef struct thr_encoding {
    const char *name; /* as iconv knows it; NULL = none was found */
    bool guessed;     /* another is possible */
    char reason[128];
} thr_encoding;

/* By the first bytes of a file, a mark or the NULs of UTF-16; false where
 * neither is there. */
bool thr_encoding_by_start(thr_encoding *encoding, thresh_str start);

/* By a stretch of text that starts with its first byte beyond ASCII. `whole`
 * says that the file ends with it; else a character may be cut at its end. */
void thr_encoding_by_text(thr_encoding *encoding, thresh_str text, bool whole);

/* Whether such a stretch is UTF-8 whatever follows it: no byte is against
 * that, and more speaks for it than chance in Windows-1252. */
bool thr_encoding_is_utf8(thresh_str text);

/* For text of nothing but ASCII so far. */
void thr_encoding_ascii(thr_encoding *encoding);

/* How many bytes there are before the first beyond ASCII. */
size_t thr_encoding_ascii_length(thresh_str text);

#endif
