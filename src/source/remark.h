/* Telling the listener about the text itself, each kind of remark once.
 *
 *     THR_REMARK_ODD at 12:3    ->   warning 12:3 "U+200B is ..."
 *     THR_REMARK_ODD at 13:1    ->   nothing: it was told
 */
#ifndef THR_SOURCE_REMARK_H
#define THR_SOURCE_REMARK_H

#include "base/error.h"
#include "source/encoding.h"
#include "thresh/reader.h"

typedef enum thr_remark {
    THR_REMARK_GUESSED = 0, /* the encoding */
    THR_REMARK_MARKS,       /* more than one byte order mark */
    THR_REMARK_ENDS,        /* CR alone ends some lines, LF others */
    THR_REMARK_DOUBLE_CR,   /* CR CR LF */
    THR_REMARK_CTRL_Z,      /* the end-of-file mark of DOS */
    THR_REMARK_ODD          /* a character that does not show */
} thr_remark;

typedef struct thr_remarks {
    const thresh_listener *listener; /* or NULL */
    unsigned told;                   /* a bit for each kind */
} thr_remarks;

/* Warn, unless a remark of this kind was made before. */
void thr_remark_warn(thr_remarks *remarks, thr_remark kind,
                     const thresh_place *place, uint64_t offset,
                     const char *format, ...) THR_PRINTF(5, 6);

/* Tell which encoding was settled on, and why. */
void thr_remark_encoding(const thr_remarks *remarks,
                         const thr_encoding *encoding);

#endif
