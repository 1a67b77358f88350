/* Files that are no text, known by their first bytes, and what to do with
 * them.
 *
 *     PK\3\4...   "a zip archive, such as an .xlsx workbook", "save ..."
 */
#ifndef THR_SOURCE_BINARY_H
#define THR_SOURCE_BINARY_H

#include "thresh/core.h"

typedef struct thr_binary {
    thresh_str magic;
    const char *name;
    const char *advice;
} thr_binary;

/* The kind of file that starts so, or NULL. */
const thr_binary *thr_binary_of(thresh_str start);

#endif
