/* Headings that recur. See cycles.h. */
#include "aligned/cycles.h"

#include <string.h>

#include "aligned/uneven.h"

/* The headings right of the labels, in columns that follow each other, and the
 * column of the first one. */
typedef struct below {
    thr_recurring h;
    size_t first;
} below;

/* The spanners over them. */
typedef struct spanners {
    uint64_t said[THR_UNEVEN_SPANNERS];
    thr_column places[THR_UNEVEN_SPANNERS];
    size_t count;
} spanners;

/* False where they are not over one column each, without a gap, or too many.
 */
static bool
read_headings(const thr_page *page, const thr_columns *columns, size_t line,
              below *out) {
    const thr_token *tokens = thr_page_tokens(page, line);
    size_t count = page->lines[line].count, end;
    for (size_t i = 0; i < count; i = end) {
        end = thr_page_words_end(page, line, i);
        size_t column = thr_columns_at(columns, tokens[i].lo,
                                       tokens[end - 1].hi);
        if (column == 0)
            continue;
        if (out->h.count == 0)
            out->first = column;
        if (tokens[i].kind == THR_RULE || out->h.count == THR_UNEVEN_HEADINGS
            || column != out->first + out->h.count)
            return false;
        out->h.said[out->h.count] = thr_cycles_say(
            0, thr_page_text(page, line, i, end));
        out->h.places[out->h.count++] = (thr_column){.lo = tokens[i].lo,
                                                     .hi = tokens[end - 1].hi};
    }
    return out->h.count > 0;
}

/* What stands right of the label columns, which end at `labels`; false where
 * that is a rule, or too much. */
static bool
read_spanners(const thr_page *page, size_t line, uint32_t labels,
              spanners *out) {
    const thr_token *tokens = thr_page_tokens(page, line);
    size_t count = page->lines[line].count, end;
    out->count = 0;
    for (size_t i = 0; i < count; i = end) {
        end = thr_page_words_end(page, line, i);
        if (tokens[i].lo < labels)
            continue;
        if (tokens[i].kind == THR_RULE || out->count == THR_UNEVEN_SPANNERS)
            return false;
        out->said[out->count] = thr_cycles_say(
            0, thr_page_text(page, line, i, end));
        out->places[out->count++] = (thr_column){.lo = tokens[i].lo,
                                                 .hi = tokens[end - 1].hi};
    }
    return out->count > 0;
}

static bool
are_distinct(const spanners *s) {
    for (size_t i = 0; i < s->count; i++)
        for (size_t k = 0; k < i; k++)
            if (s->said[i] == s->said[k])
                return false;
    return true;
}

/* After how many headings they all recur; 0 = they do not. */
static size_t
find_period(const thr_recurring *h) {
    for (size_t period = 2; period * 2 <= h->count; period++) {
        size_t i = period;
        while (i < h->count && h->said[i] == h->said[i - period])
            i++;
        if (i == h->count && h->count % period == 0)
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

/* Whether all spanners say the same: then they are the upper lines of headings
 * that recur, and no spanners. */
static bool
are_alike(const spanners *s) {
    for (size_t i = 1; i < s->count; i++)
        if (s->said[i] != s->said[0])
            return false;
    return s->count > 1;
}

/* Whether each spanner is over a run of headings of its own, all runs as long,
 * and wherever over it: what recurs is told apart by nothing else. It may be a
 * little wider. */
static bool
divide_evenly(const thr_recurring *h, const spanners *s, size_t *firsts) {
    enum { WIDER = 2 };
    size_t period = find_period(h);
    if (period == 0 || s->count * period != h->count)
        return false;
    for (size_t i = 0; i < s->count; i++) {
        const thr_column *run = &h->places[i * period];
        if (s->places[i].lo + WIDER < run[0].lo
            || s->places[i].hi > run[period - 1].hi + WIDER)
            return false;
        firsts[i] = i * period;
    }
    return true;
}

/* The same where some lack a heading that others have. */
static bool
divide_unevenly(const thr_recurring *h, const spanners *s, size_t *firsts) {
    return find_period(h) == 0
           && thr_uneven_divide(h, s->places, s->count, firsts);
}

/* The headings together with their columns. */
static thr_recurring
widened(const thr_headed *headed, const below *b) {
    thr_recurring wide = b->h;
    for (size_t i = 0; i < wide.count; i++) {
        thr_column all = thr_headed_column(headed, b->first + i);
        thr_column *place = &wide.places[i];
        place->lo = all.lo < place->lo ? all.lo : place->lo;
        place->hi = all.hi > place->hi ? all.hi : place->hi;
    }
    return wide;
}

/* The headings of all columns, as the lines below have them; further label
 * columns may have none. */
static bool
read_said(const thr_headed *headed, below *out) {
    const thr_columns *columns = headed->columns;
    *out = (below){.first = 1};
    while (out->first < columns->count && headed->said[out->first] == 0
           && columns->items[out->first].text)
        out->first++;
    for (size_t i = out->first; i < columns->count; i++) {
        if (headed->said[i] == 0 || out->h.count == THR_UNEVEN_HEADINGS)
            return false;
        out->h.said[out->h.count] = headed->said[i];
        out->h.places[out->h.count++] = headed->below[i];
    }
    return out->h.count > 0;
}

/* The first headings may be those of further label columns: leave one out. */
static void
leave_first(below *b) {
    thr_recurring *h = &b->h;
    b->first++;
    h->count--;
    memmove(h->said, h->said + 1, h->count * sizeof *h->said);
    memmove(h->places, h->places + 1, h->count * sizeof *h->places);
}

/* How headings are divided among spanners. */
typedef enum way {
    EVENLY,   /* wherever a spanner stands over its own */
    UNEVENLY, /* it stands in the middle of them */
    PARTLY    /* evenly, with values left of them that none is over */
} way;

/* Find the run of headings below each spanner of `line`, `b` being those of
 * the nearest line, or of `all` lines, where the spanners must differ. */
static bool
match(const thr_page *page, const thr_headed *headed, size_t line,
      const below *b, way how, bool all, thr_cycle *out) {
    spanners s;
    thr_recurring wide = widened(headed, b);
    if (!read_spanners(page, line, headed->columns->items[b->first - 1].hi, &s)
        || are_alike(&s) || (all && !are_distinct(&s))
        || !(how == UNEVENLY ? divide_unevenly(&wide, &s, out->firsts)
                             : divide_evenly(&wide, &s, out->firsts)))
        return false;
    out->runs = s.count;
    for (size_t i = 0; i < s.count; i++)
        out->firsts[i] += b->first;
    out->firsts[s.count] = b->first + b->h.count;
    return true;
}

/* The same, with up to two columns left out beside the first: of labels, or
 * of values as well. */
static bool
match_rest(const thr_page *page, const thr_headed *headed, size_t line,
           below b, way how, bool all, thr_cycle *out) {
    enum { MOST = 2, FEWEST = 4 };
    for (size_t i = 0; i <= MOST; i++) {
        if (match(page, headed, line, &b, how, all, out))
            return true;
        if (b.h.count <= FEWEST
            || (how != PARTLY && !headed->columns->items[b.first].text))
            return false;
        leave_first(&b);
    }
    return false;
}

thr_cycle
thr_cycles_find(const thr_page *page, const thr_headed *headed, size_t line) {
    thr_cycle found = {0};
    below near = {0}, all = {0};
    if (page->lines[line].places < 2)
        return found;
    size_t under = find_below(page, line);
    bool has_near = under < page->count
                    && read_headings(page, headed->columns, under, &near);
    bool has_all = read_said(headed, &all);
    for (way how = EVENLY; how <= PARTLY; how++)
        if ((has_near && how != UNEVENLY
             && match_rest(page, headed, line, near, how, false, &found))
            || (has_all
                && match_rest(page, headed, line, all, how, true, &found)))
            return found;
    return (thr_cycle){0};
}

/* Words are taken from the last to the first, as lines are: "Part time" says
 * the same in one line and in two. */
uint64_t
thr_cycles_say(uint64_t before, thresh_str text) {
    uint64_t hash = before;
    for (size_t end = text.len; end > 0;) {
        size_t start = end;
        while (start > 0 && text.ptr[start - 1] != ' ')
            start--;
        hash ^= 0xcbf29ce484222325U;
        for (size_t i = start; i < end; i++)
            hash = (hash ^ (unsigned char)text.ptr[i]) * 0x100000001b3U;
        hash |= 1;
        for (end = start; end > 0 && text.ptr[end - 1] == ' ';)
            end--;
    }
    return hash | 1; /* also of no words */
}
