/* UTF-8: decoding, checking, and what a character is (through utf8proc). */
#ifndef THR_BASE_UTF8_H
#define THR_BASE_UTF8_H

#include "thresh/core.h"

#include "base/buf.h"

/* Decode the character that `text` starts with. Returns its length in bytes,
 * 0 where there is none or it is not valid UTF-8 (overlong, surrogate, beyond
 * U+10FFFF). */
size_t thr_utf8_next(thresh_str text, uint32_t *point);

/* Append a code point. */
void thr_utf8_add(thr_buf *buf, uint32_t point);

/* The length in bytes of the valid start of `text`: all of it, if valid. */
size_t thr_utf8_valid(thresh_str text);

/* Whether no byte is beyond ASCII. */
bool thr_utf8_is_ascii(thresh_str text);

/* How many code points the text has. */
size_t thr_utf8_length(thresh_str text);

/* How many columns it takes on a terminal or in a fixed-width font: wide
 * characters count two, combining ones none. */
size_t thr_utf8_width(thresh_str text);

/* Not a control, not a line or paragraph separator, not a surrogate or
 * noncharacter, and not one that reorders or hides the text around it. */
bool thr_utf8_is_printable(uint32_t point);

bool thr_utf8_is_letter(uint32_t point);
bool thr_utf8_is_digit(uint32_t point); /* of any script */
uint32_t thr_utf8_lower(uint32_t point);

#endif
