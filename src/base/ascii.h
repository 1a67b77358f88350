/* What a byte of ASCII is, and the bytes at the ends of a text. */
#ifndef THR_BASE_ASCII_H
#define THR_BASE_ASCII_H

#include "thresh/core.h"

static inline bool
thr_is_digit(char c) {
    return (unsigned char)(c - '0') < 10;
}

static inline bool
thr_is_upper(char c) {
    return (unsigned char)(c - 'A') < 26;
}

static inline bool
thr_is_lower(char c) {
    return (unsigned char)(c - 'a') < 26;
}

static inline bool
thr_is_letter(char c) {
    return thr_is_lower((char)(c | 0x20));
}

/* A letter, or a byte of a character beyond ASCII: most of these are letters.
 */
static inline bool
thr_in_word(char c) {
    return thr_is_letter(c) || (unsigned char)c >= 0x80;
}

static inline bool
thr_has_digit(thresh_str text) {
    size_t i = 0;
    while (i < text.len && !thr_is_digit(text.ptr[i]))
        i++;
    return i < text.len;
}

/* '\0' of an empty text, which is no digit, letter or sign. */
static inline char
thr_first(thresh_str text) {
    return text.len > 0 ? text.ptr[0] : '\0';
}

static inline char
thr_last(thresh_str text) {
    return text.len > 0 ? text.ptr[text.len - 1] : '\0';
}

/* The value of a whole number of at most `digits` digits, fewer than ten; 0 of
 * all other texts. */
static inline unsigned
thr_small_number(thresh_str text, size_t digits) {
    unsigned value = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (!thr_is_digit(text.ptr[i]) || i >= digits)
            return 0;
        value = 10 * value + (unsigned)(text.ptr[i] - '0');
    }
    return value;
}

#endif
