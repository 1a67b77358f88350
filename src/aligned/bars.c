/* Column rules around words. See bars.h. */
#include "aligned/bars.h"

#include <string.h>

#include "aligned/looks.h"
#include "base/ascii.h"
#include "base/str.h"
#include "base/utf8.h"

/* More bars in a line are not told apart. */
enum { MOST_BARS = 64 };

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

/* Where the bars of a line stand. */
typedef struct places {
    uint32_t at[MOST_BARS];
    size_t count;
    bool padded; /* a blank or an end is on one side of each or both */
} places;

static places
find_places(thresh_str line) {
    places out = {.padded = true};
    uint32_t pos = 0;
    sort left = BLANK, before = BLANK; /* of a bar, and the last one */
    for (size_t at = 0; at < line.len;) {
        sort kind = next_sort(line, &at, &pos);
        out.padded &= before != BAR || kind == BLANK || left == BLANK;
        if (kind == BAR && out.count < MOST_BARS)
            out.at[out.count++] = pos;
        left = before;
        before = kind;
    }
    return out;
}

bool
thr_bars_line_up(const thresh_str *lines, size_t count) {
    enum { FEWEST = 2 };
    places before = {0};
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        if (thr_looks_kind(thr_str_trim(lines[i])) == THR_RULE)
            continue;
        places at = find_places(lines[i]);
        bool same = at.count == before.count
                    && memcmp(at.at, before.at, at.count * sizeof *at.at) == 0;
        if (at.count > 0 && (!at.padded || (before.count > 0 && !same)))
            return false;
        found += at.count > 0 && before.count > 0;
        before = at;
    }
    return found >= FEWEST;
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
