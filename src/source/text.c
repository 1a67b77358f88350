/* Whether a line is text. See text.h. */
#include "source/text.h"

#include "base/eight.h"
#include "base/str.h"
#include "base/utf8.h"

static bool
is_plain(unsigned char byte) {
    return (byte >= ' ' && byte < 0x7F) || byte == '\t' || byte == '\f';
}

/* The top bit of the first of eight bytes that is not printed ASCII or a tab,
 * and perhaps of some behind it. As long as no byte is beyond ASCII, no sum
 * below carries into the next, and the top bit of each tells: of +0x60 that it
 * is not below a space, of +1 that it is DEL, and of the difference from a tab
 * +0x7F that it is none. */
static uint64_t
find_other(const char *bytes) {
    uint64_t all = thr_eight_load(bytes);
    uint64_t control = ~(all + THR_EIGHT(0x60))
                       & ((all ^ THR_EIGHT('\t')) + THR_EIGHT(0x7F));
    return (all | control | (all + THR_EIGHT(1))) & THR_EIGHT(0x80);
}

/* Pass over plain text, from byte `at` on. */
static size_t
skip_plain(thresh_str text, size_t at) {
    for (; at + 8 <= text.len; at += 8) {
        uint64_t other = find_other(text.ptr + at);
        if (other != 0) {
            at += (size_t)__builtin_ctzll(other) / 8;
            break;
        }
    }
    while (at < text.len && is_plain((unsigned char)text.ptr[at]))
        at++;
    return at;
}

size_t
thr_text_calm(thresh_str text, size_t at) {
    while ((at = skip_plain(text, at)) < text.len) {
        uint32_t point;
        size_t len = thr_utf8_next(thr_str_from(text, at), &point);
        if (len < 2 || !thr_utf8_is_printable(point))
            break;
        at += len;
    }
    return at;
}

thr_text
thr_text_check(thresh_str line) {
    thr_text text = {.odd = THRESH_NONE};
    size_t at = 0;
    while ((at = skip_plain(line, at)) < line.len) {
        uint32_t point;
        size_t len = thr_utf8_next(thr_str_from(line, at), &point);
        if (len == 0 || point == 0)
            break;
        if (text.odd == THRESH_NONE && !thr_utf8_is_printable(point)) {
            text.odd = at;
            text.point = point;
        }
        at += len;
    }
    text.valid = at;
    return text;
}
