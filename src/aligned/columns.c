/* The columns of aligned text. See columns.h. */
#include "aligned/columns.h"

#include <stdlib.h>
#include <string.h>

#include "aligned/looks.h"
#include "aligned/split.h"
#include "base/grow.h"

/* So many lines out of which one may stand across a gap: a label that is too
 * long, a value that fills its field. */
enum { ONE_IN = 20 };

/* What the rows do at each place of the page. */
typedef struct votes {
    size_t lines;
    uint32_t cover[THR_PAGE_WIDTH + 1]; /* lines with a solid there */
    uint32_t gap[THR_PAGE_WIDTH + 1];   /* lines with a gap there */
    bool misfit[THR_PAGE_WIDTH];        /* by line: left out */
} votes;

/* What the rows do in the gap after one column. */
typedef struct gap {
    size_t wide;   /* two blanks or more */
    size_t single; /* one, between two figures */
    size_t marks;  /* of these, where a note mark may stand behind it */
    size_t tight;  /* one, between a text and a figure */
    bool broken;   /* somewhere it cannot group */
} gap;

typedef struct finder {
    const thr_page *page;
    const thr_extent *extent;
    thr_columns *columns;
    votes *votes;
    gap *gaps;
} finder;

/* ## Votes */

static uint32_t
within(uint32_t pos) {
    return pos < THR_PAGE_WIDTH ? pos : THR_PAGE_WIDTH;
}

static void
add(uint32_t *counts, uint32_t lo, uint32_t hi) {
    for (uint32_t p = within(lo); p < within(hi); p++)
        counts[p]++;
}

/* Whether a line has a say in where columns are. */
static bool
has_vote(const finder *f, size_t line) {
    const thr_page_line *l = &f->page->lines[line];
    return l->data && !l->outlier && !f->votes->misfit[line];
}

static void
vote(finder *f, size_t line) {
    thr_solid solid;
    uint32_t last = 0;
    bool any = false;
    for (size_t at = 0; thr_page_solid(f->page, line, &at, &solid);) {
        if (any && solid.lo > last)
            add(f->votes->gap, last, solid.lo);
        add(f->votes->cover, solid.lo, solid.hi);
        last = solid.hi;
        any = true;
    }
    f->votes->lines++;
}

/* Whether a solid runs from a place where other lines have a column over a gap
 * of most of them into their next column. */
static bool
crosses(const votes *v, const thr_solid *solid) {
    uint32_t least = 1 + (uint32_t)v->lines / 4, hi = within(solid->hi);
    bool column = false, over = false;
    for (uint32_t p = within(solid->lo); p < hi; p++) {
        if (v->gap[p] * 2 > v->lines)
            over = column;
        else if (v->cover[p] > least && over)
            return true;
        else if (v->cover[p] > least)
            column = true;
    }
    return false;
}

/* Find the lines that stand across the columns of most others; headings in
 * several places have a vote in this, as two rows cannot outvote each other.
 */
static void
leave_out_misfits(finder *f) {
    const thr_extent *e = f->extent;
    size_t out = 0, rows = 0;
    for (size_t i = e->top; i < e->end; i++)
        if ((f->page->lines[i].data && !f->page->lines[i].outlier)
            || (i < e->body && f->page->lines[i].places > 1))
            vote(f, i);
    for (size_t i = e->body; i < e->end; i++) {
        thr_solid solid;
        bool across = false;
        for (size_t at = 0; f->page->lines[i].data && !across
                            && thr_page_solid(f->page, i, &at, &solid);)
            across = crosses(f->votes, &solid);
        f->votes->misfit[i] = across;
        out += across;
        rows += f->page->lines[i].data;
    }
    if (out == rows || (out * 3 > rows && rows > 2))
        memset(f->votes->misfit, 0, sizeof f->votes->misfit);
    f->votes->lines = 0;
    memset(f->votes->cover, 0, sizeof f->votes->cover);
    memset(f->votes->gap, 0, sizeof f->votes->gap);
}

/* ## Columns from votes */

bool
thr_columns_add(thr_columns *columns, uint32_t lo, uint32_t hi) {
    thr_column *items = thr_grow(columns->items, &columns->room,
                                 columns->count + 1, sizeof *items);
    if (items == NULL)
        return false;
    columns->items = items;
    items[columns->count++] = (thr_column){.lo = lo, .hi = hi};
    return true;
}

/* Each run of places that more than `least` lines cover. */
static bool
cut_at_gaps(thr_columns *columns, const uint32_t *cover, size_t least) {
    uint32_t lo = 0;
    columns->count = 0;
    for (uint32_t p = 0; p <= THR_PAGE_WIDTH; p++) {
        bool in = p < THR_PAGE_WIDTH && cover[p] > least;
        if (in && (p == 0 || cover[p - 1] <= least))
            lo = p;
        if (!in && p > 0 && cover[p - 1] > least
            && !thr_columns_add(columns, lo, p))
            return false;
    }
    return true;
}

/* The first column that ends behind `pos`. */
static size_t
first_behind(const thr_columns *columns, uint32_t pos) {
    size_t from = 0, to = columns->count;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (columns->items[middle].hi > pos)
            to = middle;
        else
            from = middle + 1;
    }
    return from;
}

size_t
thr_columns_at(const thr_columns *columns, uint32_t lo, uint32_t hi) {
    const thr_column *items = columns->items;
    size_t i = first_behind(columns, lo), best = i;
    uint32_t most = 0;
    for (; i < columns->count && items[i].lo < hi; i++) {
        uint32_t shared = thr_shared(items[i].lo, items[i].hi, lo, hi);
        if (shared > most)
            best = i;
        if (shared > most)
            most = shared;
    }
    if (most > 0 || best == 0)
        return best;
    bool left = best == columns->count
                || lo - items[best - 1].hi <= items[best].lo - hi;
    return left ? best - 1 : best;
}

/* ## Gaps that are none */

/* What one pair of neighbours says of the gap between their columns. */
static void
judge_pair(finder *f, size_t line, const thr_solid *a, const thr_solid *b) {
    size_t left = thr_columns_at(f->columns, a->lo, a->hi);
    size_t right = thr_columns_at(f->columns, b->lo, b->hi);
    if (right != left + 1) {
        for (size_t g = left; g < right; g++)
            f->gaps[g].broken = f->gaps[g].broken || g == left;
        return;
    }
    gap *g = &f->gaps[left];
    if (b->wide) {
        g->wide++;
        g->broken = true;
    } else if (a->figure && b->figure) {
        bool mark = thr_looks_like_mark(
            thr_page_text(f->page, line, b->first, b->end));
        g->single++;
        g->marks += mark;
        g->broken = g->broken
                    || (!mark && !thr_page_grouped(f->page, line, b->first));
    } else {
        g->tight++;
    }
}

static void
judge_gaps(finder *f) {
    for (size_t i = f->extent->body; i < f->extent->end; i++) {
        thr_solid a, b;
        size_t at = 0;
        if (!has_vote(f, i) || !thr_page_solid(f->page, i, &at, &a))
            continue;
        for (; thr_page_solid(f->page, i, &at, &b); a = b)
            judge_pair(f, i, &a, &b);
    }
}

/* Whether a gap parts columns. Where three digits stand behind it in row after
 * row, they are a group, though two words of one heading end as they do. */
static bool
is_real(const finder *f, size_t g) {
    enum { MANY = 8 };
    const gap *found = &f->gaps[g];
    if (found->wide > 0)
        return found->wide * 4 >= found->tight;
    if (found->marks > 0 && found->marks == found->single)
        return found->marks * 2 > f->votes->lines /* too many for marks */
               || thr_split_is(f->page, f->extent, f->columns, g, true);
    if (found->single > 0)
        return found->broken
               || thr_split_is(f->page, f->extent, f->columns, g,
                               found->single < MANY);
    return found->tight == 0;
}

static void
join_columns(finder *f) {
    thr_column *c = f->columns->items;
    size_t kept = 0;
    for (size_t i = 1; i < f->columns->count; i++) {
        if (is_real(f, i - 1))
            c[++kept] = c[i];
        else
            c[kept].hi = c[i].hi;
    }
    if (f->columns->count > 0)
        f->columns->count = kept + 1;
}

/* ## Columns with few values */

/* Solids that stand in a gap, touching nothing, are of a column that few rows
 * fill, unless they are the first group of a number. */
static bool
add_sparse(finder *f) {
    thr_columns *columns = f->columns;
    thr_columns few = {0};
    memset(f->votes->cover, 0, sizeof f->votes->cover);
    for (size_t i = f->extent->body; i < f->extent->end; i++) {
        thr_solid solid;
        for (size_t at = 0;
             has_vote(f, i) && thr_page_solid(f->page, i, &at, &solid);) {
            size_t c = thr_columns_at(columns, solid.lo, solid.hi);
            const thr_column *near = &columns->items[c];
            if (solid.wide && (near->hi < solid.lo || solid.hi < near->lo)
                && !(at < f->page->lines[i].count
                     && thr_page_grouped(f->page, i, at)))
                add(f->votes->cover, solid.lo, solid.hi);
        }
    }
    bool done = cut_at_gaps(&few, f->votes->cover, 0);
    for (size_t i = 0; i < few.count && done; i++) {
        done = thr_columns_add(columns, 0, 0);
        size_t at = columns->count - 1;
        for (; done && at > 0 && columns->items[at - 1].lo > few.items[i].lo;
             at--)
            columns->items[at] = columns->items[at - 1];
        if (done)
            columns->items[at] = few.items[i];
    }
    thr_columns_free(&few);
    return done;
}

static bool
find(finder *f) {
    leave_out_misfits(f);
    for (size_t i = f->extent->body; i < f->extent->end; i++)
        if (has_vote(f, i))
            vote(f, i);
    if (!cut_at_gaps(f->columns, f->votes->cover, f->votes->lines / ONE_IN))
        return false;
    f->gaps = calloc(f->columns->count + 1, sizeof *f->gaps);
    if (f->gaps == NULL)
        return false;
    if (f->columns->count > 0) {
        judge_gaps(f);
        join_columns(f);
    }
    free(f->gaps);
    return f->columns->count == 0 || add_sparse(f);
}

/* ## What stands in them */

bool
thr_columns_look(thr_columns *columns, const thr_page *page,
                 const thr_extent *extent) {
    size_t *texts = calloc(2 * columns->count + 1, sizeof *texts);
    if (texts == NULL)
        return false;
    size_t *figures = texts + columns->count;
    for (size_t i = extent->body; i < extent->end && columns->count > 0; i++) {
        thr_solid solid;
        for (size_t at = 0;
             page->lines[i].data && thr_page_solid(page, i, &at, &solid);) {
            size_t column = thr_columns_at(columns, solid.lo, solid.hi);
            if (solid.figure)
                figures[column]++;
            else
                texts[column]++;
        }
    }
    for (size_t i = 0; i < columns->count; i++)
        columns->items[i].text = texts[i] > figures[i];
    free(texts);
    return true;
}

bool
thr_columns_find(thr_columns *columns, const thr_page *page,
                 const thr_extent *extent) {
    finder f = {.page = page, .extent = extent, .columns = columns};
    f.votes = calloc(1, sizeof *f.votes);
    bool done = f.votes != NULL && find(&f);
    free(f.votes);
    return done;
}

void
thr_columns_free(thr_columns *columns) {
    free(columns->items);
    *columns = (thr_columns){0};
}
