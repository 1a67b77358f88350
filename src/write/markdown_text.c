/* Text that stays text in Markdown. See markdown_text.h. */
#include "write/markdown_text.h"

#include "base/ascii.h"
#include "base/str.h"
#include "base/utf8.h"

static bool
is_word(char c) {
    return thr_is_digit(c) || thr_is_letter(c);
}

static char
char_at(thresh_str text, size_t at) {
    return at < text.len ? text.ptr[at] : '\0';
}

/* An underscore inside a word, as in to_region, marks nothing. */
static bool
is_inside_word(thresh_str text, size_t at) {
    return at > 0 && is_word(text.ptr[at - 1])
           && is_word(char_at(text, at + 1));
}

/* "&amp;" or "&#38;", and not the ampersand of "R & D" or "R&D". */
static bool
starts_entity(thresh_str text, size_t at) {
    size_t end = at + 1;
    if (char_at(text, end) == '#')
        end++;
    size_t first = end;
    while (is_word(char_at(text, end)))
        end++;
    return end > first && char_at(text, end) == ';';
}

/* What GFM makes a link of by itself: "://" and "www.". */
static bool
starts_link(thresh_str text, size_t at) {
    if (text.ptr[at] == ':')
        return thr_str_starts(thr_str_from(text, at), THR_LIT("://"));
    return at >= 3
           && thr_str_equal_nocase(thr_str_slice(text, at - 3, at),
                                   THR_LIT("www"));
}

/* An address for mail. A backslash does not keep it from being a link. */
static bool
is_inside_address(thresh_str text, size_t at) {
    char before = at > 0 ? text.ptr[at - 1] : '\0';
    bool local = is_word(before) || before == '.' || before == '+'
                 || before == '-' || before == '_';
    return local && is_word(char_at(text, at + 1));
}

/* Whether the character is markup wherever it stands in a line. */
static bool
is_markup(thresh_str text, size_t at) {
    if (text.ptr[at] != '\0' && strchr("\\`*[]<|~$", text.ptr[at]) != NULL)
        return true;
    switch (text.ptr[at]) {
    case '_': return !is_inside_word(text, at);
    case '&': return starts_entity(text, at);
    case ':':
    case '.': return starts_link(text, at);
    /* The last one would join what follows the text: a "[^1]", the end of a
     * heading. */
    case '!':
    case '#': return at + 1 == text.len;
    default: return false;
    }
}

/* Whether the character begins a block where a line starts with `text`. */
static bool
is_block(thresh_str text, size_t at) {
    switch (text.ptr[at]) {
    case '>':
    case '#':
    case '-':
    case '+':
    case '=': return at == 0;
    case '.':
    case ')':
        for (size_t i = 0; i < at; i++)
            if (!thr_is_digit(text.ptr[i]))
                return false;
        return at > 0 && (at + 1 == text.len || text.ptr[at + 1] == ' ');
    default: return false;
    }
}

/* A character that hides, or turns the direction of what follows it, would
 * garble the line: "&#x202E;" is the same to a renderer. */
static void
add_entity(thr_buf *buf, uint32_t point) {
    static const char digits[] = "0123456789ABCDEF";
    int shift = 20;
    thr_buf_text(buf, "&#x");
    while (point >> shift == 0)
        shift -= 4;
    for (; shift >= 0; shift -= 4)
        thr_buf_char(buf, digits[(point >> shift) & 0xF]);
    thr_buf_char(buf, ';');
}

static void
add_point(thr_buf *buf, uint32_t point) {
    if (thr_utf8_is_printable(point))
        thr_utf8_add(buf, point);
    else if (point < 0xA0)
        thr_buf_char(buf, ' '); /* a control */
    else
        add_entity(buf, point);
}

/* How much of the text from `at` on is itself, wherever it stands: letters and
 * digits of ASCII, and blanks. */
static size_t
plain_run(thresh_str text, size_t at) {
    size_t end = at;
    while (end < text.len && (is_word(text.ptr[end]) || text.ptr[end] == ' '))
        end++;
    return end - at;
}

static void
add(thr_buf *buf, thresh_str text, bool starts_line) {
    size_t len;
    for (size_t i = 0; i < text.len; i += len) {
        uint32_t point;
        len = plain_run(text, i);
        if (len > 0) {
            thr_buf_add(buf, text.ptr + i, len);
            continue;
        }
        len = thr_utf8_next(thr_str_from(text, i), &point);
        if (len == 0) {
            point = 0xFFFD;
            len = 1;
        }
        if (point == '@' && is_inside_address(text, i))
            thr_buf_text(buf, "<!-- -->");
        else if (is_markup(text, i) || (starts_line && is_block(text, i)))
            thr_buf_char(buf, '\\');
        add_point(buf, point);
    }
}

void
thr_markdown_add(thr_buf *buf, thresh_str text) {
    add(buf, text, false);
}

void
thr_markdown_add_line(thr_buf *buf, thresh_str text) {
    /* Four blanks would make the line code. */
    while (text.len > 0 && (unsigned char)text.ptr[0] <= 0x20)
        text = thr_str_from(text, 1);
    add(buf, text, true);
}
