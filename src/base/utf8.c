/* UTF-8. See utf8.h. */
#include "base/utf8.h"

#include <utf8proc.h>

#include "base/eight.h"

size_t
thr_utf8_next(thresh_str text, uint32_t *point) {
    if (text.len == 0)
        return 0;
    unsigned char first = (unsigned char)text.ptr[0];
    if (first < 0x80) {
        *point = first;
        return 1;
    }
    utf8proc_int32_t decoded;
    utf8proc_ssize_t size = text.len < 4 ? (utf8proc_ssize_t)text.len : 4;
    utf8proc_ssize_t len = utf8proc_iterate((const utf8proc_uint8_t *)text.ptr,
                                            size, &decoded);
    if (len <= 0)
        return 0;
    *point = (uint32_t)decoded;
    return (size_t)len;
}

void
thr_utf8_add(thr_buf *buf, uint32_t point) {
    utf8proc_uint8_t bytes[4];
    utf8proc_ssize_t len = utf8proc_encode_char((utf8proc_int32_t)point,
                                                bytes);
    thr_buf_add(buf, bytes, (size_t)len);
}

size_t
thr_utf8_valid(thresh_str text) {
    size_t at = 0;
    while (at < text.len) {
        uint32_t point;
        if ((unsigned char)text.ptr[at] < 0x80) {
            at++;
            continue;
        }
        size_t len = thr_utf8_next((thresh_str){text.ptr + at, text.len - at},
                                   &point);
        if (len == 0)
            break;
        at += len;
    }
    return at;
}

bool
thr_utf8_is_ascii(thresh_str text) {
    enum { WORD = 8 };
    uint64_t all = 0;
    size_t at = 0;
    for (; at + WORD <= text.len; at += WORD)
        all |= thr_eight_load(text.ptr + at);
    for (; at < text.len; at++)
        all |= (unsigned char)text.ptr[at];
    return (all & THR_EIGHT(0x80)) == 0;
}

size_t
thr_utf8_length(thresh_str text) {
    size_t points = 0;
    for (size_t i = 0; i < text.len; i++)
        points += ((unsigned char)text.ptr[i] & 0xC0) != 0x80;
    return points;
}

/* How many characters of ASCII that show stand at the start: each is one
 * wide. */
static size_t
plain_run(thresh_str text) {
    size_t len = 0;
    while (len < text.len && text.ptr[len] >= 0x20 && text.ptr[len] < 0x7F)
        len++;
    return len;
}

size_t
thr_utf8_width(thresh_str text) {
    size_t width = 0;
    while (text.len > 0) {
        size_t len = plain_run(text);
        size_t columns = len;
        if (len == 0) {
            uint32_t point;
            len = thr_utf8_next(text, &point);
            if (len == 0)
                break;
            int wide = utf8proc_charwidth((utf8proc_int32_t)point);
            columns = wide > 0 ? (size_t)wide : 0;
        }
        width += columns;
        text.ptr += len;
        text.len -= len;
    }
    return width;
}

/* Marks that embed, override or isolate a direction, and those that hide:
 * they would let a label rewrite the line of a terminal around it. */
static bool
reorders_text(uint32_t point) {
    return point == 0x061C || (point >= 0x200B && point <= 0x200F)
           || (point >= 0x202A && point <= 0x202E)
           || (point >= 0x2060 && point <= 0x206F) || point == 0xFEFF;
}

bool
thr_utf8_is_printable(uint32_t point) {
    if (point < 0x20 || (point >= 0x7F && point < 0xA0))
        return false;
    if (point == 0x2028 || point == 0x2029 || (point & 0xFFFE) == 0xFFFE)
        return false;
    if ((point >= 0xFDD0 && point <= 0xFDEF)
        || (point >= 0xD800 && point <= 0xDFFF) || point > 0x10FFFF)
        return false;
    return !reorders_text(point);
}

bool
thr_utf8_is_letter(uint32_t point) {
    switch (utf8proc_category((utf8proc_int32_t)point)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC: return true;
    default: return false;
    }
}

bool
thr_utf8_is_digit(uint32_t point) {
    return utf8proc_category((utf8proc_int32_t)point) == UTF8PROC_CATEGORY_ND;
}

uint32_t
thr_utf8_lower(uint32_t point) {
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)point);
}
