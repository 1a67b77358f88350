/* Headings that recur. See cycles.h. */
#include "grid/cycles.h"

#include "base/str.h"

enum { MOST = 64 };

/* The headings of a line right of the labels, in columns that follow each
 * other. */
typedef struct headings {
    thresh_str texts[MOST];
    thr_column places[MOST];
    size_t first; /* column of the first one */
    size_t count;
} headings;

/* False where two of them are over one column, or over none. */
static bool
read_headings(const thr_page *page, const thr_columns *columns, size_t line,
              headings *out) {
    const thr_token *tokens = thr_page_tokens(page, line);
    size_t count = page->lines[line].count, end;
    for (size_t i = 0; i < count; i = end) {
        for (end = i + 1; end < count && !tokens[end].wide; end++)
            ;
        size_t column = thr_columns_at(columns, tokens[i].lo,
                                       tokens[end - 1].hi);
        if (column == 0)
            continue;
        if (out->count == 0)
            out->first = column;
        if (tokens[i].kind == THR_RULE || out->count == MOST
            || column != out->first + out->count)
            return false;
        out->texts[out->count] = thr_page_text(page, line, i, end);
        out->places[out->count++] = (thr_column){.lo = tokens[i].lo,
                                                 .hi = tokens[end - 1].hi};
    }
    return out->count > 0;
}

/* After how many headings they all recur; 0 = they do not. */
static size_t
find_period(const headings *below) {
    for (size_t period = 2; period * 2 <= below->count; period++) {
        size_t i = period;
        while (i < below->count
               && thr_str_equal(below->texts[i], below->texts[i - period]))
            i++;
        if (i == below->count && below->count % period == 0)
            return period;
    }
    return 0;
}

/* Whether words from `lo` to `hi` stand in the middle over a run, or off by
 * two characters or a small part of its width. */
static bool
is_over(uint32_t lo, uint32_t hi, const thr_column *first,
        const thr_column *last) {
    enum { NEAR = 4, PART = 10 }; /* the distance is counted twice */
    uint32_t middle = lo + hi, all = first->lo + last->hi;
    uint32_t off = middle > all ? middle - all : all - middle;
    return lo >= first->lo && hi <= last->hi
           && (off <= NEAR || PART * off <= last->hi - first->lo);
}

size_t
thr_cycles_find(const thr_page *page, const thr_columns *columns, size_t line,
                size_t *first) {
    headings below = {.count = 0};
    if (line + 1 >= page->count || page->lines[line].places < 2
        || !read_headings(page, columns, line + 1, &below))
        return 0;
    size_t period = find_period(&below), run = 0, end;
    if (period == 0)
        return 0;
    const thr_token *tokens = thr_page_tokens(page, line);
    size_t count = page->lines[line].count;
    for (size_t i = 0; i < count; i = end) {
        for (end = i + 1; end < count && !tokens[end].wide; end++)
            ;
        if (tokens[end - 1].hi <= columns->items[0].hi)
            continue;
        if (tokens[i].kind == THR_RULE || run * period >= below.count
            || !is_over(tokens[i].lo, tokens[end - 1].hi,
                        &below.places[run * period],
                        &below.places[(run + 1) * period - 1]))
            return 0;
        run++;
    }
    *first = below.first;
    return run * period == below.count ? period : 0;
}
