/**
 * # thresh/core.h - text, results and errors
 *
 * Conventions that hold for every header of the library:
 *
 * - Text is UTF-8. A `thresh_str` is a view: it is not NUL-terminated.
 * - Lines, records, columns and fields count from 1, and 0 means "unknown";
 *   offsets are bytes from 0; array indexes count from 0.
 * - A call that can fail returns a `thresh_result` and takes a
 *   `thresh_error *err` last. `err` may be NULL. On failure the
 *   out-parameters are untouched.
 * - `T **out` hands you an object: end it with the function its comment
 *   names. `const T **out` lends you one: it stays valid until the next call
 *   on the object that it came from.
 * - Options may be NULL or `{0}`: every zero means "the default".
 * - Passing NULL where a comment does not allow it gives
 *   THRESH_E_ARGUMENT from a call that returns a result.
 * - No globals, no locale, nothing printed, no exit(). One object belongs to
 *   one thread at a time; a loaded table may be read by several.
 */
#ifndef THRESH_CORE_H
#define THRESH_CORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifndef THRESH_API
#if defined(__GNUC__)
#define THRESH_API __attribute__((visibility("default")))
#else
#define THRESH_API
#endif
#endif

#if defined(__GNUC__)
#define THRESH_CHECK __attribute__((warn_unused_result))
#else
#define THRESH_CHECK
#endif

#ifdef __cplusplus
extern "C" {
#endif

/** No such index: a category without a parent, an unknown column. */
#define THRESH_NONE SIZE_MAX

/** A borrowed run of UTF-8 bytes. `{NULL, 0}` is the empty text. */
typedef struct thresh_str {
    const char *ptr;
    size_t len; /**< bytes */
} thresh_str;

/** What a call can answer. Negative values are failures. */
typedef enum thresh_result {
    THRESH_OK = 0,
    THRESH_END = 1,           /**< no more tables, or no more rows */
    THRESH_E_ARGUMENT = -1,   /**< misuse: NULL, or a call out of order */
    THRESH_E_MEMORY = -2,     /**< allocation failed */
    THRESH_E_READ = -3,       /**< the source failed */
    THRESH_E_WRITE = -4,      /**< the sink failed: disk full, closed pipe */
    THRESH_E_ENCODING = -5,   /**< bytes that cannot be read as text */
    THRESH_E_LAYOUT = -6,     /**< no table structure could be recognised */
    THRESH_E_LIMIT = -7,      /**< a limit in the options was reached */
    THRESH_E_UNSUPPORTED = -8 /**< the writer cannot express this table */
} thresh_result;

/** Something known, or not known yet. Unknown is not "no". */
typedef enum thresh_truth {
    THRESH_UNKNOWN = 0,
    THRESH_NO,
    THRESH_YES
} thresh_truth;

/** Where something stood in the source. */
typedef struct thresh_place {
    uint64_t line;   /**< physical line */
    uint64_t record; /**< the line, or lines, that one row of cells took */
    uint32_t field;  /**< cell of that record */
    uint32_t column; /**< in code points from the start of the line; 0 in a
                          record over several lines */
} thresh_place;

/** Why a call failed, or what a warning is about, and where. Caller-allocated;
 *  the library never frees it and fills it only on failure. */
typedef struct thresh_error {
    thresh_result result;
    uint64_t line;     /**< first source line concerned, or 0 */
    uint32_t column;   /**< in code points on that line, or 0 */
    uint32_t field;    /**< cell of that line's record, or 0 */
    uint64_t offset;   /**< bytes from the start of the decoded input to that
                            place; 0 where not known */
    char message[256]; /**< what was found and what to do; UTF-8 without
                            control characters, NUL-terminated */
} thresh_error;

/** The short name of a result, such as "layout". Never NULL. */
THRESH_API const char *thresh_result_name(thresh_result result);

/** The version of the linked library, such as "0.1.0". Never NULL. */
THRESH_API const char *thresh_version(void);

#ifdef __cplusplus
}
#endif
#endif
