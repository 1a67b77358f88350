/* Views of text: making, comparing and cutting them. Nothing here copies or
 * allocates; a view lives as long as the bytes that it was cut from. */
#ifndef THR_BASE_STR_H
#define THR_BASE_STR_H

#include <string.h>

#include "thresh/core.h"

/* How much of a text messages need, at most. */
int thr_str_shown(thresh_str text);

/* The two arguments that "%.*s" takes. */
#define THR_STR(s) thr_str_shown(s), ((s).ptr)

/* A view of a string literal. */
#define THR_LIT(literal) ((thresh_str){(literal), sizeof(literal) - 1})

static inline thresh_str
thr_str(const char *text) {
    return text ? (thresh_str){text, strlen(text)} : (thresh_str){NULL, 0};
}

static inline bool
thr_str_equal(thresh_str a, thresh_str b) {
    return a.len == b.len && (a.len == 0 || !memcmp(a.ptr, b.ptr, a.len));
}

static inline bool
thr_str_starts(thresh_str s, thresh_str prefix) {
    return s.len >= prefix.len
           && thr_str_equal((thresh_str){s.ptr, prefix.len}, prefix);
}

static inline bool
thr_str_ends(thresh_str s, thresh_str suffix) {
    if (s.len < suffix.len || suffix.len == 0)
        return suffix.len == 0;
    return s.ptr[s.len - 1] == suffix.ptr[suffix.len - 1]
           && !memcmp(s.ptr + s.len - suffix.len, suffix.ptr, suffix.len);
}

/* Everything from byte `from` on, and the bytes from `from` to before `to`.
 * Neither may be past the end. C forbids even NULL + 0. */
static inline thresh_str
thr_str_from(thresh_str s, size_t from) {
    return (thresh_str){from ? s.ptr + from : s.ptr, s.len - from};
}

static inline thresh_str
thr_str_slice(thresh_str s, size_t from, size_t to) {
    return (thresh_str){from ? s.ptr + from : s.ptr, to - from};
}

/* Without blanks on either side: space, tab, and the Unicode spaces that
 * offices print (no-break, figure, thin, narrow, ideographic). */
thresh_str thr_str_trim_blanks(thresh_str s);

/* Whether `c` is ASCII, and no blank or control character. */
static inline bool
thr_is_printed(char c) {
    return (unsigned char)c > ' ' && (unsigned char)c < 0x7F;
}

/* The same, known at once where neither end could be a blank: all cells are
 * looked at so, many times. */
static inline thresh_str
thr_str_trim(thresh_str s) {
    bool trimmed = s.len == 0
                   || (thr_is_printed(s.ptr[0])
                       && thr_is_printed(s.ptr[s.len - 1]));
    return trimmed ? s : thr_str_trim_blanks(s);
}

/* Length in bytes of the blank that `s` starts with or ends with; 0 if none.
 */
size_t thr_blank_at_start(thresh_str s);
size_t thr_blank_at_end(thresh_str s);

/* Equal but for the case of ASCII letters. */
bool thr_str_equal_nocase(thresh_str a, thresh_str b);
bool thr_str_ends_nocase(thresh_str s, thresh_str suffix);

/* FNV-1a, 64 bits, which is quick for short texts, the halves folded. It has
 * no seed: texts made to collide make finding one slow, not wrong. */
size_t thr_str_hash(thresh_str s);

/* Where `part` first stands in `s`, or THRESH_NONE; the second does not look
 * at the case of ASCII letters. */
size_t thr_str_find(thresh_str s, thresh_str part);
size_t thr_str_find_nocase(thresh_str s, thresh_str part);

/* Cut the next item off a list such as "raw, line": what stands before the
 * next `separator`, trimmed. False when nothing is left. */
bool thr_str_next(thresh_str *rest, char separator, thresh_str *item);

#endif
