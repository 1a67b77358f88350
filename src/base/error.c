/* Filling the caller's error. See error.h. */
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

/* Length of what is left of a character that was cut, as "%.80s" does, or is
 * not UTF-8 at all: its first byte and those that go on with it. */
static size_t
broken(thresh_str rest) {
    size_t len = 1;
    while (len < rest.len && ((unsigned char)rest.ptr[len] & 0xC0) == 0x80)
        len++;
    return len;
}

/* Make `message` safe to print: see error.h. */
static void
make_inert(char *message) {
    thresh_str rest = {message, strlen(message)};
    char *out = message;
    while (rest.len > 0) {
        uint32_t point;
        size_t len = thr_utf8_next(rest, &point);
        if (len == 0) {
            *out++ = '?';
            len = broken(rest);
        } else if (thr_utf8_is_printable(point)) {
            memmove(out, rest.ptr, len);
            out += len;
        } else {
            *out++ = '?';
        }
        rest.ptr += len;
        rest.len -= len;
    }
    *out = '\0';
}

thresh_result
thr_error_fill(thresh_error *err, thresh_result result,
               const thresh_place *place, const char *format, va_list args) {
    if (err == NULL)
        return result;
    *err = (thresh_error){.result = result};
    if (place != NULL) {
        err->line = place->line;
        err->column = place->column;
        err->field = place->field;
    }
    (void)vsnprintf(err->message, sizeof err->message, format, args);
    make_inert(err->message);
    return result;
}

thresh_result
thr_fail(thresh_error *err, thresh_result result, const char *format, ...) {
    va_list args;
    va_start(args, format);
    thr_error_fill(err, result, NULL, format, args);
    va_end(args);
    return result;
}

thresh_result
thr_fail_at(thresh_error *err, thresh_result result, const thresh_place *place,
            const char *format, ...) {
    va_list args;
    va_start(args, format);
    thr_error_fill(err, result, place, format, args);
    va_end(args);
    return result;
}

thresh_result
thr_fail_memory(thresh_error *err) {
    return thr_fail(err, THRESH_E_MEMORY, "out of memory");
}

const char *
thresh_result_name(thresh_result result) {
    switch (result) {
    case THRESH_OK: return "ok";
    case THRESH_END: return "end";
    case THRESH_E_ARGUMENT: return "argument";
    case THRESH_E_MEMORY: return "memory";
    case THRESH_E_READ: return "read";
    case THRESH_E_WRITE: return "write";
    case THRESH_E_ENCODING: return "encoding";
    case THRESH_E_LAYOUT: return "layout";
    case THRESH_E_LIMIT: return "limit";
    case THRESH_E_UNSUPPORTED: return "unsupported";
    }
    return "unknown";
}
