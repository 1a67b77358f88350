/* Which columns words run over. See spanner.h. */
#include "aligned/spanner.h"

#include "aligned/bars.h"

/* A word over several columns may be so much wider than they are. */
enum { MOST_OUTSIDE = 4 };

/* ## Shown */

/* Where the headings below recur, a chunk is over one run of them: the last
 * one, though a column without a heading be nearer. */
static bool
find_cycle(const thr_heading_line *l, size_t own, size_t *a, size_t *b) {
    const thr_cycle *cycle = &l->cycle;
    if (cycle->runs == 0 || own < cycle->firsts[0])
        return false;
    size_t run = 0;
    while (run + 1 < cycle->runs && own >= cycle->firsts[run + 1])
        run++;
    *a = cycle->firsts[run];
    *b = cycle->firsts[run + 1] - 1;
    return true;
}

static uint32_t
middle_of(const thr_column *column) {
    return (column->lo + column->hi) / 2;
}

/* Column rules right around a chunk say which columns it is over: those with
 * their middle between the two. */
static bool
find_barred(const thr_heading_line *l, const thr_chunk *k, size_t *a,
            size_t *b) {
    const thr_columns *columns = l->headed->columns;
    const thr_token *tokens = thr_page_tokens(l->page, l->line);
    uint32_t lo, hi;
    if (!thr_bars_around(l->page->lines[l->line].text, tokens[k->first].from,
                         tokens[k->end - 1].to, &lo, &hi))
        return false;
    size_t first = 0, end = columns->count;
    while (first < end && middle_of(&columns->items[first]) < lo)
        first++;
    while (end > first && middle_of(&columns->items[end - 1]) >= hi)
        end--;
    if (first == end || first < l->next)
        return false;
    *a = first;
    *b = end - 1;
    return true;
}

/* Whether a rule runs below other words of the line of a chunk too. */
static bool
is_shared(const thr_heading_line *l, const thr_chunk *k,
          const thr_token *rule) {
    const thr_token *tokens = thr_page_tokens(l->page, l->line);
    for (size_t i = 0; i < l->page->lines[l->line].count; i++)
        if ((i < k->first || i >= k->end) && tokens[i].kind != THR_RULE
            && tokens[i].lo >= rule->lo && tokens[i].hi <= rule->hi)
            return true;
    return false;
}

/* A rule that runs below a chunk alone, in its line or the next one, and not
 * below the whole line, says which columns it is over. */
static bool
find_ruled(const thr_heading_line *l, const thr_chunk *k, size_t *a,
           size_t *b) {
    const thr_columns *columns = l->headed->columns;
    for (size_t line = l->line; line <= l->line + 1; line++) {
        const thr_token *tokens = thr_page_tokens(l->page, line);
        for (size_t i = 0; i < l->page->lines[line].count; i++) {
            const thr_token *t = &tokens[i];
            uint32_t under = thr_shared(t->lo, t->hi, k->lo, k->hi);
            if (t->kind != THR_RULE || under * 4 < (k->hi - k->lo) * 3
                || t->lo < columns->items[0].hi || is_shared(l, k, t))
                continue;
            *a = thr_columns_at(columns, t->lo, t->lo + 1);
            while (columns->items[*a].hi <= t->lo && *a + 1 < columns->count)
                ++*a;
            *b = thr_columns_at(columns, t->hi - 1, t->hi);
            while (columns->items[*b].lo >= t->hi && *b > *a)
                --*b;
            return true;
        }
    }
    return false;
}

bool
thr_spanner_is_shown(const thr_heading_line *l, const thr_chunk *k, size_t *a,
                     size_t *b) {
    return find_barred(l, k, a, b) || find_cycle(l, *a, a, b)
           || find_ruled(l, k, a, b);
}

bool
thr_spanner_is_marked(const thr_heading_line *l, const thr_chunk *k) {
    size_t a = 0, b = 0;
    if (!find_barred(l, k, &a, &b) && !find_ruled(l, k, &a, &b))
        return false;
    for (size_t i = a; i <= b; i++)
        if (!thr_headed_has_words(l->headed, i))
            return false;
    return b > a;
}

/* ## Guessed */

/* Whether a chunk may run over a column: it has words of its own below. */
static bool
may_span(const thr_heading_line *l, size_t column) {
    return l->alone ? column > 0 : thr_headed_has_words(l->headed, column);
}

/* How many characters of a chunk are outside of `lo` to `hi`. */
static uint32_t
outside(const thr_chunk *k, uint32_t lo, uint32_t hi) {
    uint32_t left = k->lo < lo ? lo - k->lo : 0;
    return left + (k->hi > hi ? k->hi - hi : 0);
}

/* Whether no heading below is over some of the columns from `a` to `b` and
 * over others as well. */
static bool
is_whole(const thr_headed *headed, size_t a, size_t b) {
    return headed->groups[a].first >= a && headed->groups[b].last <= b;
}

/* The columns from `*a` to `*b` that a chunk stands in the middle of: of
 * those as good, the most. */
static void
find_span(const thr_heading_line *l, const thr_chunk *k, size_t last,
          size_t *a, size_t *b) {
    size_t own = *a;
    uint32_t best = UINT32_MAX;
    size_t first = l->next > 0 ? l->next : own > 0;
    for (size_t i = own + 1; i-- > first && may_span(l, i);)
        for (size_t j = own; j <= last && may_span(l, j); j++) {
            thr_column left = thr_headed_column(l->headed, i),
                       right = thr_headed_column(l->headed, j);
            uint32_t out = outside(k, left.lo, right.hi);
            /* Over one column it may well be wider than what is below. */
            uint32_t off = thr_off_centre(k->lo, k->hi, left.lo, right.hi)
                           + (i < j ? out : 0);
            if (out > MOST_OUTSIDE || !is_whole(l->headed, i, j))
                continue;
            if (best != UINT32_MAX
                && (off > best + 2 || (off + 2 > best && j - i <= *b - *a)))
                continue;
            best = off < best ? off : best;
            *a = i;
            *b = j;
        }
}

/* Whether a chunk stands in the middle over the columns from `first` on, or
 * off it by no more than a small part of their width: over uneven columns,
 * words are centred by eye. */
static bool
is_middle(const thr_heading_line *l, const thr_chunk *k, size_t first) {
    enum { PART = 12 }; /* the distance is counted twice */
    size_t last = l->headed->columns->count - 1;
    uint32_t lo = thr_headed_column(l->headed, first).lo;
    uint32_t hi = thr_headed_column(l->headed, last).hi;
    return PART * thr_off_centre(k->lo, k->hi, lo, hi) <= hi - lo;
}

/* A chunk alone in its line, above headings of all columns, that stands in the
 * middle of them, or of all but the first, which has the total. */
static bool
find_all(const thr_heading_line *l, const thr_chunk *k, size_t *a, size_t *b) {
    size_t last = l->headed->columns->count - 1;
    if (l->chunks != 1 || l->alone || last < 2)
        return false;
    for (size_t i = 1; i <= last; i++)
        if (!thr_headed_has_words(l->headed, i))
            return false;
    size_t first = is_middle(l, k, 1) ? 1 : 2;
    if (last < first + 1 || !is_middle(l, k, first))
        return false;
    *a = first;
    *b = last;
    return true;
}

/* Whether a chunk stands too far from the middle of columns to run over them,
 * where there are no words below that could show it. */
static bool
is_off(const thr_heading_line *l, const thr_chunk *k, size_t a, size_t b) {
    enum { MOST = 4 };
    const thr_column *items = l->headed->columns->items;
    return thr_off_centre(k->lo, k->hi, items[a].lo, items[b].hi) > MOST;
}

void
thr_spanner_guess(const thr_heading_line *l, const thr_chunk *k, size_t last,
                  size_t *a, size_t *b) {
    size_t own = *a;
    if (find_all(l, k, a, b))
        return;
    find_span(l, k, last, a, b);
    if (l->alone && is_off(l, k, *a, *b))
        *a = *b = own;
}
