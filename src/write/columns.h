/* The further columns that --columns asks for: "parent,raw,line". */
#ifndef THR_WRITE_COLUMNS_H
#define THR_WRITE_COLUMNS_H

#include "thresh/writer.h"

typedef enum thr_extra {
    THR_EXTRA_TABLE = 1 << 0,
    THR_EXTRA_PARENT = 1 << 1,
    THR_EXTRA_LEVEL = 1 << 2,
    THR_EXTRA_RAW = 1 << 3,
    THR_EXTRA_LINE = 1 << 4,
    THR_EXTRA_FIELD = 1 << 5,
    THR_EXTRA_OBS_STATUS = 1 << 6,
    THR_EXTRA_UNIT = 1 << 7,
    THR_EXTRA_MEASURE = 1 << 8,
    THR_EXTRA_IMPLIED = 1 << 9
} thr_extra;

/* Whether the list, which may be NULL, names only columns that there are, and
 * that `shape` can have: a record of a wide shape has no single printed value.
 * Fails with THRESH_E_ARGUMENT, naming the nearest. */
thresh_result thr_columns_check(const char *list, thresh_shape shape,
                                thresh_error *err);

/* Cut the next column off a checked list; false after the last. Empty items
 * are passed over. */
bool thr_columns_next(thresh_str *rest, thr_extra *out);

#endif
