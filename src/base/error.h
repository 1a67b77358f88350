/* Filling the caller's error, and passing failures up. */
#ifndef THR_BASE_ERROR_H
#define THR_BASE_ERROR_H

#include <stdarg.h>

#include "thresh/core.h"

#if defined(__GNUC__)
#define THR_PRINTF(text, first) __attribute__((format(printf, text, first)))
#else
#define THR_PRINTF(text, first)
#endif

/* Return from the calling function unless `call` gives THRESH_OK. */
#define THR_TRY(call)                          \
    do {                                       \
        thresh_result thr_try_result = (call); \
        if (thr_try_result != THRESH_OK)       \
            return thr_try_result;             \
    } while (0)

/* Fill `err`, which may be NULL, and return `result`. Control characters in
 * the message, characters that reorder text on a terminal, and what is not
 * UTF-8 become "?", so that text of the source can be quoted in it. */
thresh_result thr_fail(thresh_error *err, thresh_result result,
                       const char *format, ...) THR_PRINTF(3, 4);

/* The same with the place in the source, which may be NULL. */
thresh_result thr_fail_at(thresh_error *err, thresh_result result,
                          const thresh_place *place, const char *format, ...)
    THR_PRINTF(4, 5);

/* The commonest of all. */
thresh_result thr_fail_memory(thresh_error *err);

/* What both do, for a function that takes a format itself. A warning is filled
 * with THRESH_OK. */
thresh_result thr_error_fill(thresh_error *err, thresh_result result,
                             const thresh_place *place, const char *format,
                             va_list args) THR_PRINTF(4, 0);

#endif
