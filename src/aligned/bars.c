/* Column rules around words. See bars.h. */
#include "aligned/bars.h"

#include <string.h>

#include "base/ascii.h"
#include "base/str.h"
#include "base/utf8.h"

size_t
thr_bar_length(thresh_str text) {
    if (thr_first(text) == '|')
        return 1;
    return thr_str_starts(text, THR_LIT("\xE2\x94\x82")) ? 3 : 0;
}

/* The next character at `*at`, which is then passed over. */
typedef enum sort { BAR, BLANK, OTHER } sort;

static sort
next_sort(thresh_str line, size_t *at, uint32_t *pos) {
    thresh_str rest = thr_str_from(line, *at);
    uint32_t point;
    size_t bar = thr_bar_length(rest), blank = thr_blank_at_start(rest);
    size_t len = bar > 0 ? bar : thr_utf8_next(rest, &point);
    *at += len > 0 ? len : 1;
    *pos += rest.ptr[0] != '\f';
    if (bar > 0)
        return BAR;
    return blank > 0 || rest.ptr[0] == '\f' ? BLANK : OTHER;
}

bool
thr_bars_around(thresh_str line, size_t from, size_t to, uint32_t *lo,
                uint32_t *hi) {
    size_t at = 0;
    uint32_t pos = 0;
    bool left = false;
    while (at < line.len) {
        size_t here = at;
        if (line.ptr[at] == '\t')
            return false;
        *hi = pos;
        sort kind = next_sort(line, &at, &pos);
        if (here >= from && here < to)
            continue;
        if (here >= to && kind != BLANK)
            return left && kind == BAR;
        left = kind == BAR || (left && kind == BLANK);
        *lo = kind == BAR ? pos : *lo;
    }
    return false;
}

bool
thr_bars_is_rule(thresh_str line) {
    enum { FEWEST = 8 };
    size_t strokes = 0, bars = 0;
    for (size_t i = 0; i < line.len; i++) {
        char c = line.ptr[i];
        strokes += c == '-' || c == '=' || c == '_';
        bars += c == '|' || c == '+';
        if (strchr("-=_|+: ", c) == NULL)
            return false;
    }
    return strokes >= FEWEST && bars > 0;
}
