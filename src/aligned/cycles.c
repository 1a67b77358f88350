/* Headings that recur. See cycles.h. */
#include "aligned/cycles.h"

#include <string.h>

enum { MOST = 64 };

/* The headings of a line right of the labels, in columns that follow each
 * other. */
typedef struct headings {
    uint64_t said[MOST];
    thr_column places[MOST];
    size_t first; /* column of the first one */
    size_t count;
} headings;

/* The token behind the words that start with token `i`: single blanks join
 * them. */
static size_t
end_of_words(const thr_page *page, size_t line, size_t i) {
    const thr_token *tokens = thr_page_tokens(page, line);
    for (i++; i < page->lines[line].count && !tokens[i].wide; i++)
        ;
    return i;
}

/* False where they are not over one column each, without a gap, or too many.
 */
static bool
read_headings(const thr_page *page, const thr_columns *columns, size_t line,
              headings *out) {
    const thr_token *tokens = thr_page_tokens(page, line);
    size_t count = page->lines[line].count, end;
    for (size_t i = 0; i < count; i = end) {
        end = end_of_words(page, line, i);
        size_t column = thr_columns_at(columns, tokens[i].lo,
                                       tokens[end - 1].hi);
        if (column == 0)
            continue;
        if (out->count == 0)
            out->first = column;
        if (tokens[i].kind == THR_RULE || out->count == MOST
            || column != out->first + out->count)
            return false;
        out->said[out->count] = thr_cycles_say(
            0, thr_page_text(page, line, i, end));
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
        while (i < below->count && below->said[i] == below->said[i - period])
            i++;
        if (i == below->count && below->count % period == 0)
            return period;
    }
    return 0;
}

/* The nearest line below with as many headings as can recur. */
static size_t
find_below(const thr_page *page, size_t line) {
    enum { DEEPEST = 3, FEWEST = 4 };
    for (size_t i = line + 1; i < page->count && i <= line + DEEPEST; i++)
        if (page->lines[i].places >= FEWEST)
            return i;
    return page->count;
}

/* Whether words from `lo` to `hi` are over a run of headings, wherever: what
 * recurs is told apart by nothing else. */
static bool
is_over(uint32_t lo, uint32_t hi, const thr_column *run, size_t count) {
    return lo >= run[0].lo && hi <= run[count - 1].hi;
}

/* Whether one spanner of `line` stands over each run of headings: the period
 * in which these recur; or 0. */
static size_t
match(const thr_page *page, const thr_headed *headed, size_t line,
      const headings *below, bool distinct) {
    size_t period = find_period(below), run = 0, end;
    uint64_t spanners[MOST];
    if (period == 0)
        return 0;
    const thr_token *tokens = thr_page_tokens(page, line);
    const thr_column *labels = &headed->columns->items[below->first - 1];
    size_t count = page->lines[line].count;
    for (size_t i = 0; i < count; i = end) {
        end = end_of_words(page, line, i);
        if (tokens[end - 1].hi <= labels->hi)
            continue;
        if (tokens[i].kind == THR_RULE || (run + 1) * period > below->count
            || !is_over(tokens[i].lo, tokens[end - 1].hi,
                        &below->places[run * period], period))
            return 0;
        spanners[run] = thr_cycles_say(0, thr_page_text(page, line, i, end));
        for (size_t k = 0; distinct && k < run; k++)
            if (spanners[k] == spanners[run])
                return 0;
        run++;
    }
    return run * period == below->count ? period : 0;
}

/* The headings of all columns, as the lines below have them. */
static bool
read_said(const thr_headed *headed, headings *out) {
    *out = (headings){.first = 1};
    for (size_t i = 1; i < headed->columns->count; i++) {
        if (headed->said[i] == 0 || out->count == MOST)
            return false;
        out->said[out->count] = headed->said[i];
        out->places[out->count++] = headed->below[i];
    }
    return out->count > 0;
}

/* The first headings may be those of further label columns: leave one out. */
static void
leave_first(headings *below) {
    below->first++;
    below->count--;
    memmove(below->said, below->said + 1, below->count * sizeof *below->said);
    memmove(below->places, below->places + 1,
            below->count * sizeof *below->places);
}

/* The same, with up to two label columns beside the first. */
static size_t
match_rest(const thr_page *page, const thr_headed *headed, size_t line,
           headings *below, bool distinct) {
    enum { MOST_LABELS = 2 };
    size_t period = match(page, headed, line, below, distinct);
    for (size_t i = 0; i < MOST_LABELS && period == 0 && below->count > 4;
         i++) {
        leave_first(below);
        period = match(page, headed, line, below, distinct);
    }
    return period;
}

thr_cycle
thr_cycles_find(const thr_page *page, const thr_headed *headed, size_t line) {
    headings below = {.count = 0};
    if (page->lines[line].places < 2)
        return (thr_cycle){0};
    size_t under = find_below(page, line), period = 0;
    if (under < page->count
        && read_headings(page, headed->columns, under, &below))
        period = match_rest(page, headed, line, &below, false);
    if (period == 0 && read_said(headed, &below))
        period = match_rest(page, headed, line, &below, true);
    return (thr_cycle){.length = period,
                       .from = below.first,
                       .end = below.first + below.count};
}

uint64_t
thr_cycles_say(uint64_t before, thresh_str text) {
    uint64_t hash = before ^ 0xcbf29ce484222325U;
    for (size_t i = 0; i < text.len; i++)
        hash = (hash ^ (unsigned char)text.ptr[i]) * 0x100000001b3U;
    return hash | 1;
}
