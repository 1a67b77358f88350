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

/* '\0' of an empty text, which is no digit, letter or sign. */
static inline char
thr_first(thresh_str text) {
    return text.len > 0 ? text.ptr[0] : '\0';
}

static inline char
thr_last(thresh_str text) {
    return text.len > 0 ? text.ptr[text.len - 1] : '\0';
}

#endif
