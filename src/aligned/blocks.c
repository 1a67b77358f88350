/* Rows and heading of the tables on a page. See blocks.h. */
#include "aligned/blocks.h"

#include "aligned/figured.h"
#include "base/ascii.h"
#include "value/table_number.h"

/* Blank lines that may stand between rows, and lines that a heading takes. */
enum { MOST_BLANKS = 3, MOST_HEADING = 16, PROSE = 60 };

/* ## Rows */

/* A block while its rows are being found. */
typedef struct growth {
    thr_block *block;
    bool taken[THR_PAGE_WIDTH]; /* a figure of some row stands here */
    uint32_t figures;           /* where the figures start */
    size_t blanks;              /* since the last row */
    bool apart;                 /* a blank or rule since the last row */
    bool headed;                /* a heading since the last row */
} growth;

/* Whether `part` of `all` figures of a row, or more, stand where those of
 * other rows do. */
static bool
stands_below(const growth *g, const thr_page *page, size_t line, size_t part,
             size_t all) {
    size_t hits = 0, figures = 0;
    thr_solid solid;
    for (size_t at = 0; thr_page_solid(page, line, &at, &solid);) {
        bool hit = false;
        for (uint32_t p = solid.lo; p < solid.hi && !hit; p++)
            hit = g->taken[p];
        figures += solid.figure;
        hits += solid.figure && hit;
    }
    return hits * all >= figures * part;
}

/* Whether a row goes on with the block. Right below a row, as many cells will
 * do; and one row alone does not say where figures stand. */
static bool
fits(const growth *g, const thr_page *page, size_t line) {
    if (g->apart)
        return stands_below(g, page, line, 2, 3);
    return stands_below(g, page, line, 1, 2)
           || (page->lines[line - 1].data
               && (g->block->rows == 1
                   || thr_page_count_cells(page, line)
                          == thr_page_count_cells(page, line - 1)));
}

/* Whether the block goes on below a row that does not fit: one of the next
 * rows does, and no blank is between. */
static bool
resumes(const growth *g, const thr_page *page, size_t line) {
    enum { MOST = 6 };
    for (size_t i = line + 1; i < page->count && i <= line + MOST; i++) {
        const thr_page_line *l = &page->lines[i];
        if (l->blank || l->top || (!l->data && l->places > 1))
            return false;
        if (l->data && l->figures > 1 && stands_below(g, page, i, 3, 4))
            return true;
    }
    return false;
}

static void
take_row(growth *g, const thr_page *page, size_t line, bool in_place) {
    thr_solid solid;
    for (size_t at = 0; in_place && thr_page_solid(page, line, &at, &solid);) {
        if (!solid.figure)
            continue;
        if (solid.lo < g->figures && solid.first > 0)
            g->figures = solid.lo;
        for (uint32_t p = solid.lo; p < solid.hi; p++)
            g->taken[p] = true;
    }
    g->block->extent.end = line + 1;
    g->block->rows++;
    g->blanks = 0;
    g->apart = g->headed = false;
}

/* A line of text that runs on over the figures. */
static bool
is_prose(const growth *g, const thr_page_line *line) {
    return line->places == 1 && line->hi - line->lo >= PROSE
           && line->hi > g->figures + (line->hi - line->lo) / 4;
}

/* Whether the block ends before `line`, which holds no data. */
static bool
ends_at(growth *g, const thr_page_line *line) {
    if (line->blank)
        g->blanks++;
    g->apart = g->apart || line->blank || line->rule;
    g->headed = g->headed || (g->apart && line->places > 1);
    return g->blanks > MOST_BLANKS || is_prose(g, line);
}

/* Whether a block may start with this line: it has data, and if that can be
 * headings as well, the next line is of the same kind. */
static bool
is_row(const thr_page *page, size_t at) {
    const thr_page_line *line = &page->lines[at];
    if (!line->data || !line->headings)
        return line->data;
    return at + 1 < page->count && line[1].data && line[1].headings
           && line[1].places == line->places;
}

bool
thr_block_next(const thr_page *page, size_t from, thr_block *block) {
    while (from < page->count && !is_row(page, from))
        from++;
    if (from >= page->count)
        return false;
    growth g = {.block = block, .figures = UINT32_MAX};
    *block = (thr_block){.extent = {from, from, from}};
    take_row(&g, page, from, true);
    size_t i = from + 1;
    for (; i < page->count && !page->lines[i].top; i++) {
        const thr_page_line *line = &page->lines[i];
        if (line->data && !(line->headings && g.apart)) {
            bool in_place = fits(&g, page, i);
            if (g.headed || (!in_place && !resumes(&g, page, i)))
                break;
            take_row(&g, page, i, in_place);
        } else if (ends_at(&g, line)) {
            break;
        }
    }
    block->open = i == page->count;
    return true;
}

/* ## Heading */

static uint32_t
stub_edge(const thr_columns *columns) {
    return columns->count < 2
               ? columns->items[0].hi
               : (columns->items[0].hi + columns->items[1].lo) / 2;
}

/* Whether a text alone, right of the labels, is the upper line of a heading:
 * words below it end where it does, or have their middle there. */
static bool
goes_on_below(const thr_page *page, const thr_columns *columns, size_t at) {
    const thr_page_line *line = &page->lines[at], *below = line + 1;
    const thr_token *tokens = thr_page_tokens(page, at + 1);
    uint32_t labels = columns->items[0].hi;
    if (line->places != 1 || line->data || line->lo < labels
        || (below->data && !below->headings))
        return false;
    for (size_t i = 0, end; i < below->count; i = end) {
        end = thr_page_words_end(page, at + 1, i);
        uint32_t lo = tokens[i].lo, hi = tokens[end - 1].hi;
        if (lo >= labels && tokens[i].kind != THR_RULE
            && (hi == line->hi
                || thr_off_centre(lo, hi, line->lo, line->hi) <= 1))
            return true;
    }
    return false;
}

/* Whether a line of text stands over the columns beside the first one: one
 * text alone, if it is nearer to their middle than to that of all columns, or
 * goes on below. */
static bool
heads_columns(const thr_page *page, const thr_columns *columns, size_t at) {
    enum { NEAR = 4 };
    uint32_t lo = columns->items[0].lo, edge = stub_edge(columns);
    uint32_t hi = columns->items[columns->count - 1].hi;
    const thr_page_line *line = &page->lines[at];
    if (line->places > 1)
        return line->hi > edge;
    if (line->lo >= edge || goes_on_below(page, columns, at))
        return true;
    uint32_t values = columns->items[columns->count > 1].lo;
    uint32_t from_all = thr_off_centre(line->lo, line->hi, lo, hi);
    uint32_t from_values = thr_off_centre(line->lo, line->hi, values, hi);
    return line->lo > lo + NEAR && line->hi > edge && from_values < from_all;
}

/* Whether a rule runs over the whole table, and not below headings only: one
 * in several pieces, none of them over the labels, is drawn under spanners. */
static bool
is_full_rule(const thr_page *page, const thr_columns *columns, size_t at) {
    const thr_page_line *line = &page->lines[at];
    const thr_token *tokens = thr_page_tokens(page, at);
    uint32_t lo = columns->items[0].lo, edge = columns->items[0].hi;
    uint32_t hi = columns->items[columns->count - 1].hi;
    return line->rule && tokens[0].lo <= lo + (hi - lo) / 4
           && (line->count == 1 || tokens[0].lo < edge)
           && tokens[line->count - 1].hi >= hi - (hi - lo) / 4;
}

/* Whether words at the start of a line, or behind the first, run on over the
 * second column of values: those of a title do, with its number or a unit
 * beside it. */
static bool
runs_over(const thr_page *page, const thr_columns *columns, size_t at) {
    enum { LEAST = 3 };
    const thr_token *tokens = thr_page_tokens(page, at);
    size_t count = page->lines[at].count, end, chunks = 0;
    if (columns->count < LEAST || tokens[0].lo > columns->items[0].lo + 1)
        return false;
    for (size_t i = 0; i < count && chunks < 2; i = end, chunks++) {
        end = thr_page_words_end(page, at, i);
        if (tokens[i].kind != THR_RULE && tokens[i].lo < stub_edge(columns)
            && tokens[end - 1].hi > columns->items[2].lo)
            return true;
    }
    return false;
}

static bool
may_head(const thr_page *page, const thr_columns *columns, size_t at) {
    const thr_page_line *line = &page->lines[at];
    if (line->blank || line->rule || (line->data && !line->headings)
        || line->hi >= THR_PAGE_WIDTH)
        return false;
    if ((line->places == 1 && line->hi - line->lo >= PROSE)
        || runs_over(page, columns, at))
        return false;
    return line->lo >= stub_edge(columns) || line->hi <= stub_edge(columns)
           || heads_columns(page, columns, at);
}

/* Whether the heading goes on above line `at`, which is blank, or a rule with
 * nothing but a unit below it: the line above has texts for half of the
 * columns or more. */
static bool
goes_on(const thr_page *page, const thr_columns *columns, size_t at,
        size_t least) {
    return at > least && may_head(page, columns, at - 1)
           && page->lines[at - 1].places > 1
           && page->lines[at - 1].places * 2 >= columns->count;
}

/* Whether a title starts in this line: "Table 3.  Boats by harbour". */
static bool
is_title(const thr_page *page, const thr_columns *columns, size_t at) {
    const thr_page_line *line = &page->lines[at];
    if (line->places == 0)
        return false;
    thresh_str text = thr_page_text(page, at, 0, line->count), number;
    /* In the middle of the table it says what it is: "1. Boats" may not. */
    if (line->lo >= stub_edge(columns)
        && (line->places > 1 || !thr_is_upper(thr_first(text))))
        return false;
    return thr_table_number_cut(&text, &number) && text.len > 0;
}

/* The line below the title that starts in line `title`: its own further lines
 * start where its words do. */
static size_t
skip_title(const thr_page *page, const thr_columns *columns, size_t title,
           size_t end) {
    const thr_token *tokens = thr_page_tokens(page, title);
    size_t at = title + 1;
    for (; at < end && page->lines[at].places == 1; at++) {
        bool hangs = false;
        for (size_t i = 0; i < page->lines[title].count && i < 3; i++)
            hangs = hangs || tokens[i].lo == page->lines[at].lo;
        if (!hangs || goes_on_below(page, columns, at))
            break;
    }
    return at;
}

/* "[In thousands]": one text in brackets, above all headings, is no spanner,
 * but tells what the table counts in. */
static bool
is_enclosed(const thr_page *page, size_t at) {
    const thr_page_line *line = &page->lines[at];
    if (line->places != 1)
        return false;
    thresh_str text = thr_page_text(page, at, 0, line->count);
    return (thr_first(text) == '[' && thr_last(text) == ']')
           || (thr_first(text) == '(' && thr_last(text) == ')');
}

/* The heading at [top, body), without what stands above it. */
static size_t
below_asides(const thr_page *page, size_t top, size_t body) {
    size_t at = top;
    while (at < body && (page->lines[at].places == 0 || is_enclosed(page, at)))
        at++;
    return at < body ? at : top;
}

/* What was met of a heading, from its lowest line up: nothing, or nothing but
 * numbers of the columns; lines of one text each, as a unit is; or a line of
 * several. */
typedef enum met { NOTHING, ONE, SEVERAL } met;

static met
what_was_met(bool nothing, bool several) {
    if (nothing)
        return NOTHING;
    return several ? SEVERAL : ONE;
}

/* Whether the heading may go on above line `at`, a blank or a rule, as far as
 * what was met `below` tells. */
static bool
is_passed(const thr_page *page, const thr_columns *columns, size_t at,
          size_t least, met below) {
    bool more = below == NOTHING || goes_on(page, columns, at, least);
    if (page->lines[at].rule)
        return below == NOTHING || !is_full_rule(page, columns, at)
               || (below == ONE && more);
    return page->lines[at].blank && more;
}

/* Whether a text alone, where the labels start, stands between the headings
 * and the rows: a cut-in, which may be longer than their labels. Headings of
 * most columns stand right above. */
static bool
is_cut_in(const thr_page *page, const thr_columns *columns, size_t least,
          size_t at) {
    const thr_page_line *line = &page->lines[at], *above = line - 1;
    while ((above->blank || above->rule) && above > &page->lines[least])
        above--;
    return line->places == 1 && line->lo <= columns->items[0].lo + 1
           && line->hi > stub_edge(columns) && above->places > 1
           && above->places * 2 >= columns->count
           && (!above->data || above->headings)
           && above->hi > columns->items[columns->count - 1].lo;
}

static void
take_cut_in(const thr_page *page, const thr_columns *columns, size_t least,
            thr_extent *extent) {
    if (extent->body > least + 1
        && is_cut_in(page, columns, least, extent->body - 1))
        extent->top = --extent->body;
}

void
thr_block_heading(const thr_page *page, const thr_columns *columns,
                  size_t least, thr_extent *extent) {
    extent->top = extent->body;
    if (columns->count < 2)
        return;
    take_cut_in(page, columns, least, extent);
    size_t at = extent->body, top = at;
    bool first = true, several = false;
    if (least + MOST_HEADING < at)
        least = at - MOST_HEADING;
    while (at > least && !page->lines[at].top) {
        const thr_page_line *line = &page->lines[at - 1];
        if (is_title(page, columns, at - 1)) {
            size_t below = skip_title(page, columns, at - 1, extent->body);
            top = top < below ? below : top;
            break;
        }
        bool head = may_head(page, columns, at - 1);
        if (!head
            && !is_passed(page, columns, at - 1, least,
                          what_was_met(first, several)))
            break;
        bool counts = thr_figured_counts(page, at - 1);
        several |= head && !counts && line->places > 1;
        if (head && heads_columns(page, columns, at - 1)) {
            top = at - 1;
            first = first && counts;
        }
        at--;
    }
    extent->top = below_asides(page, top, extent->body);
}
