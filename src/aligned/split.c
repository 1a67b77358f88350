/* Headings that part columns. See split.h. */
#include "aligned/split.h"

/* Whether a column ends at `edge`. */
static bool
ends_column(const thr_columns *columns, uint32_t edge) {
    for (size_t i = 0; i < columns->count; i++)
        if (columns->items[i].hi == edge)
            return true;
    return false;
}

/* Whether words from `lo` to `hi` stand over column `c` more than over any
 * other. */
static bool
is_over(const thr_columns *columns, uint32_t lo, uint32_t hi,
        const thr_column *c) {
    return &columns->items[thr_columns_at(columns, lo, hi)] == c;
}

/* Where the number ends that starts with the column behind `c`: one blank
 * before a column may group it. */
static uint32_t
end_of_number(const thr_columns *columns, const thr_column *c) {
    const thr_column *last = columns->items + columns->count - 1;
    for (c++; c < last && c[1].lo == c->hi + 1;)
        c++;
    return c->hi;
}

/* Whether two neighbours in a heading part the columns `c` and the next one:
 * the left one ends with its column, if it ends with any, and stands over it;
 * where one blank is between them, as is `close` enough, both must. */
static bool
parts(const thr_columns *columns, const thr_column *c, const thr_token *left,
      const thr_token *right, bool close) {
    if (left->hi > c->hi || right->lo <= c->hi
        || right->lo >= end_of_number(columns, c))
        return false;
    if (!right->wide)
        return close && left->hi == c->hi && right->hi == c[1].hi;
    return left->hi == c->hi
           || (right->lo == c[1].lo && !ends_column(columns, left->hi)
               && is_over(columns, left->lo, left->hi, c));
}

/* Whether what ends before token `k` are words that run over several columns,
 * and may end anywhere: three or more, that stand over others than `c`. */
static bool
ends_text(const thr_columns *columns, const thr_token *tokens, size_t k,
          const thr_column *c) {
    enum { FEWEST = 3 };
    size_t first = k - 1;
    while (first > 0 && !tokens[first].wide)
        first--;
    return k - first >= FEWEST
           && !is_over(columns, tokens[first].lo, tokens[k - 1].hi, c);
}

/* Whether a line is one text, as a title is: its words stand where they will.
 * So it is if it starts above the labels, or if other headings have several
 * places. */
static bool
is_text(const thr_page *page, const thr_extent *extent, size_t line,
        const thr_columns *columns) {
    bool apart = thr_page_tokens(page, line)->lo < columns->items[0].hi;
    for (size_t i = extent->top; i < extent->body; i++)
        apart |= page->lines[i].places * 2 >= columns->count;
    return page->lines[line].places == 1 && apart;
}

/* Whether a word in the headings from line `at` on stands across the gap
 * behind column `c`: then it is no gap. */
static bool
is_crossed(const thr_page *page, size_t at, size_t end, const thr_column *c) {
    for (; at < end; at++) {
        const thr_token *tokens = thr_page_tokens(page, at);
        for (size_t k = 0; k < page->lines[at].count; k++)
            if (tokens[k].kind == THR_WORD && tokens[k].lo < c->hi
                && tokens[k].hi > c[1].lo)
                return true;
    }
    return false;
}

/* Words over several columns end anywhere: only a line that heads most of
 * the columns counts. */
bool
thr_split_is(const thr_page *page, const thr_extent *extent,
             const thr_columns *columns, size_t column, bool close) {
    const thr_column *c = &columns->items[column];
    for (size_t i = extent->top; i < extent->body; i++) {
        const thr_token *tokens = thr_page_tokens(page, i);
        size_t count = page->lines[i].count;
        if (2 * count < columns->count || is_text(page, extent, i, columns))
            continue;
        bool near = close && !is_crossed(page, i + 1, extent->body, c);
        for (size_t k = 1; k < count; k++)
            if (!thr_page_grouped(page, i, k)
                && !(tokens[k].wide && ends_text(columns, tokens, k, c))
                && parts(columns, c, &tokens[k - 1], &tokens[k], near))
                return true;
    }
    return false;
}
