/* Whether a line is text. See text.h. */
#include "source/text.h"

#include "base/str.h"
#include "base/utf8.h"

static bool
is_plain(unsigned char byte) {
    return (byte >= ' ' && byte < 0x7F) || byte == '\t' || byte == '\f';
}

thr_text
thr_text_check(thresh_str line) {
    thr_text text = {.odd = THRESH_NONE};
    size_t at = 0;
    while (at < line.len) {
        if (is_plain((unsigned char)line.ptr[at])) {
            at++;
            continue;
        }
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
