/* Views of text. See str.h. */
#include "base/str.h"

#include "base/ascii.h"

/* The Unicode spaces that offices print inside numbers and labels. */
static const char *const wide_blanks[] = {
    "\xC2\xA0",     /* no-break space */
    "\xE2\x80\x82", /* en space */
    "\xE2\x80\x83", /* em space */
    "\xE2\x80\x87", /* figure space */
    "\xE2\x80\x89", /* thin space */
    "\xE2\x80\xAF", /* narrow no-break space */
    "\xE3\x80\x80", /* ideographic space */
};

int
thr_str_shown(thresh_str text) {
    enum { MOST = 80 };
    return text.len < MOST ? (int)text.len : MOST;
}

size_t
thr_blank_at_start(thresh_str s) {
    if (s.len == 0)
        return 0;
    if (s.ptr[0] == ' ' || s.ptr[0] == '\t')
        return 1;
    if ((unsigned char)s.ptr[0] < 0x80)
        return 0;
    for (size_t i = 0; i < sizeof wide_blanks / sizeof *wide_blanks; i++) {
        thresh_str blank = thr_str(wide_blanks[i]);
        if (thr_str_starts(s, blank))
            return blank.len;
    }
    return 0;
}

size_t
thr_blank_at_end(thresh_str s) {
    if (s.len == 0)
        return 0;
    char last = s.ptr[s.len - 1];
    if (last == ' ' || last == '\t')
        return 1;
    if ((unsigned char)last < 0x80)
        return 0;
    for (size_t len = 2; len <= 3 && len <= s.len; len++)
        if (thr_blank_at_start(thr_str_from(s, s.len - len)) == len)
            return len;
    return 0;
}

thresh_str
thr_str_trim_blanks(thresh_str s) {
    size_t blank;
    if (s.len > 0 && thr_is_printed(s.ptr[0])
        && thr_is_printed(s.ptr[s.len - 1]))
        return s;
    while ((blank = thr_blank_at_start(s)) > 0)
        s = thr_str_from(s, blank);
    while ((blank = thr_blank_at_end(s)) > 0)
        s.len -= blank;
    return s;
}

static char
lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool
starts_nocase(const char *text, thresh_str prefix) {
    for (size_t i = 0; i < prefix.len; i++)
        if (lower(text[i]) != lower(prefix.ptr[i]))
            return false;
    return true;
}

bool
thr_str_equal_nocase(thresh_str a, thresh_str b) {
    return a.len == b.len && starts_nocase(a.ptr, b);
}

bool
thr_str_ends_nocase(thresh_str s, thresh_str suffix) {
    return s.len >= suffix.len
           && thr_str_equal_nocase(thr_str_from(s, s.len - suffix.len),
                                   suffix);
}

size_t
thr_str_hash(thresh_str s) {
    uint64_t sum = UINT64_C(14695981039346656037);
    for (size_t i = 0; i < s.len; i++)
        sum = (sum ^ (unsigned char)s.ptr[i]) * UINT64_C(1099511628211);
    return (size_t)(sum ^ (sum >> 32));
}

size_t
thr_str_find(thresh_str s, thresh_str part) {
    if (part.len == 0)
        return 0;
    for (size_t at = 0; at + part.len <= s.len; at++) {
        const char *first = memchr(s.ptr + at, part.ptr[0],
                                   s.len - part.len + 1 - at);
        if (first == NULL)
            return THRESH_NONE;
        at = (size_t)(first - s.ptr);
        if (memcmp(first, part.ptr, part.len) == 0)
            return at;
    }
    return THRESH_NONE;
}

size_t
thr_str_find_nocase(thresh_str s, thresh_str part) {
    char first = lower(thr_first(part));
    for (size_t at = 0; at + part.len <= s.len; at++)
        if (part.len == 0
            || (lower(s.ptr[at]) == first && starts_nocase(s.ptr + at, part)))
            return at;
    return THRESH_NONE;
}

bool
thr_str_next(thresh_str *rest, char separator, thresh_str *item) {
    if (rest->ptr == NULL)
        return false;
    const char *end = rest->len ? memchr(rest->ptr, separator, rest->len)
                                : NULL;
    if (end == NULL) {
        *item = thr_str_trim(*rest);
        *rest = (thresh_str){NULL, 0};
        return true;
    }
    size_t len = (size_t)(end - rest->ptr);
    *item = thr_str_trim(thr_str_slice(*rest, 0, len));
    *rest = thr_str_from(*rest, len + 1);
    return true;
}
