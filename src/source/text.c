/* Whether a line is text. See text.h. */
#include "source/text.h"

#include "base/str.h"
#include "base/utf8.h"

static bool
is_plain(unsigned char byte) {
    return (byte >= ' ' && byte < 0x7F) || byte == '\t' || byte == '\f';
}

/* Eight times the same byte. */
#define EIGHT(byte) (UINT64_C(0x0101010101010101) * (byte))

/* Whether eight bytes are printed ASCII or tabs. Without a byte beyond ASCII,
 * no sum below carries into the next byte, and the top bit of each tells: of
 * +0x60 that it is not below a space, of +1 that it is DEL, and of the
 * difference from a tab +0x7F that it is none. */
static bool
are_plain(const char *bytes) {
    uint64_t all;
    memcpy(&all, bytes, sizeof all);
    uint64_t control = ~(all + EIGHT(0x60))
                       & ((all ^ EIGHT('\t')) + EIGHT(0x7F));
    return ((all | control | (all + EIGHT(1))) & EIGHT(0x80)) == 0;
}

/* Pass over plain text, from byte `at` on. */
static size_t
skip_plain(thresh_str line, size_t at) {
    while (at + 8 <= line.len && are_plain(line.ptr + at))
        at += 8;
    while (at < line.len && is_plain((unsigned char)line.ptr[at]))
        at++;
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
