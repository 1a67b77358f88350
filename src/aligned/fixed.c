/* Lines of aligned text to cells. See fixed.h. */
#include "aligned/fixed.h"

#include <stdlib.h>

#include "aligned/blocks.h"
#include "aligned/heading.h"
#include "aligned/ordinal.h"
#include "aligned/read.h"
#include "aligned/row.h"
#include "aligned/stacks.h"
#include "base/grow.h"

/* Lines that may be the heading of a block that has not begun. */
enum { HEADING = 16 };

/* ## Lines that are one cell */

static bool
begin_line(thr_fixed *fixed, size_t line) {
    thr_fixed_line *lines = thr_grow(fixed->lines, &fixed->room, line + 1,
                                     sizeof *lines);
    if (lines == NULL)
        return false;
    fixed->lines = lines;
    const thr_page_line *from = &fixed->page.lines[line];
    lines[line] = (thr_fixed_line){
        .first = fixed->pieces.count, .rule = from->rule, .top = from->top};
    return true;
}

static bool
end_line(thr_fixed *fixed, size_t line, bool done) {
    thr_fixed_line *out = &fixed->lines[line];
    out->count = fixed->pieces.count - out->first;
    return done;
}

static bool
put_text(thr_fixed *fixed, size_t line) {
    size_t from, to;
    if (!begin_line(fixed, line))
        return false;
    bool done = !thr_row_whole(&fixed->page, line, &from, &to)
                || thr_pieces_add(&fixed->pieces, 0, from, to);
    return end_line(fixed, line, done);
}

/* Lines from the first that is not settled to before `end`. */
static bool
put_texts(thr_fixed *fixed, size_t end) {
    for (; fixed->settled < end; fixed->settled++)
        if (!put_text(fixed, fixed->settled))
            return false;
    return true;
}

/* ## Blocks */

static bool
put_row(thr_fixed *fixed, size_t line) {
    if (!begin_line(fixed, line))
        return false;
    thr_row_fit fit = thr_row_cut(&fixed->pieces, &fixed->page, line,
                                  &fixed->columns);
    fixed->lines[line].misfit = fit == THR_ROW_BY_ORDER
                                || fit == THR_ROW_IS_TEXT;
    fixed->rows++;
    fixed->figures += fixed->page.lines[line].figures;
    return end_line(fixed, line, fit != THR_ROW_FAILED);
}

/* The words over columns, from the lowest line up: only then is it known what
 * stands below a line. Pieces are found in that order, too. */
static bool
put_heading(thr_fixed *fixed, size_t line, thr_headed *headed) {
    if (!begin_line(fixed, line))
        return false;
    fixed->lines[line].heading = true;
    bool done = fixed->page.lines[line].places == 0
                || thr_heading_cut(&fixed->pieces, &fixed->page, line, headed);
    return end_line(fixed, line, done);
}

/* The first column behind the labels: one of texts right behind them holds
 * labels as well, and need not be named. */
static size_t
first_named(const thr_columns *columns) {
    size_t first = 1;
    while (first < columns->count && columns->items[first].text)
        first++;
    return first;
}

/* Cut a heading, whose words stand over `columns`; `*all` tells whether each
 * of those beside the labels has words of its own. */
static bool
cut_headings(thr_fixed *fixed, const thr_extent *extent,
             const thr_columns *columns, bool *all) {
    thr_headed headed;
    bool done = thr_headed_begin(&headed, columns);
    for (size_t i = extent->body; done && i-- > extent->top;)
        done = put_heading(fixed, i, &headed);
    *all = true;
    for (size_t i = first_named(columns); done && i < columns->count; i++)
        *all = *all && thr_headed_has_words(&headed, i);
    thr_headed_free(&headed);
    return done;
}

/* Where a column has no words, the heading may not stand over its columns, but
 * have one for each in their order. */
static bool
put_headings(thr_fixed *fixed, const thr_extent *extent) {
    size_t start = fixed->pieces.count;
    bool all, found;
    if (!cut_headings(fixed, extent, &fixed->columns, &all))
        return false;
    if (all || extent->top == extent->body)
        return true;
    if (!thr_stacks_find(&fixed->stacks, &fixed->page, extent, &fixed->columns,
                         &found))
        return false;
    if (!found)
        return true;
    fixed->pieces.count = start;
    return cut_headings(fixed, extent, &fixed->stacks, &all);
}

/* A text between rows: in several places it stands over columns, alone it is
 * a label. */
static bool
put_between(thr_fixed *fixed, size_t line) {
    if (fixed->page.lines[line].places < 2)
        return put_text(fixed, line);
    thr_headed headed;
    bool done = thr_headed_begin(&headed, &fixed->columns)
                && put_heading(fixed, line, &headed);
    thr_headed_free(&headed);
    return done;
}

static bool
put_block(thr_fixed *fixed, const thr_extent *extent) {
    if (!put_texts(fixed, extent->top) || !put_headings(fixed, extent))
        return false;
    for (size_t i = extent->body; i < extent->end; i++) {
        bool row = fixed->page.lines[i].data;
        if (!(row ? put_row(fixed, i) : put_between(fixed, i)))
            return false;
    }
    for (size_t i = extent->body; i < extent->end; i++)
        if (fixed->lines[i].count > 0)
            fixed->lines[i].columns = fixed->columns.count;
    fixed->settled = extent->end;
    return true;
}

/* ## Columns */

/* Whether rows go on in the frozen columns: most figures stand in one. */
static bool
goes_on(const thr_fixed *fixed, const thr_block *block) {
    size_t in = 0, figures = 0;
    for (size_t i = 0; i < block->extent.body; i++)
        if (fixed->page.lines[i].top || fixed->page.lines[i].places > 1)
            return false;
    const thr_columns *columns = &fixed->columns;
    thr_solid solid;
    for (size_t i = block->extent.body; i < block->extent.end; i++)
        for (size_t at = 0; fixed->page.lines[i].data
                            && thr_page_solid(&fixed->page, i, &at, &solid);) {
            const thr_column *c =
                &columns->items[thr_columns_at(columns, solid.lo, solid.hi)];
            figures += solid.figure;
            in += solid.figure
                  && thr_shared(c->lo, c->hi, solid.lo, solid.hi) > 0;
        }
    return in * 2 > figures;
}

/* Find the columns of a block and its heading. */
static bool
find_columns(thr_fixed *fixed, thr_block *block) {
    enum { VOTERS = 4 };
    thr_extent *e = &block->extent;
    size_t least = fixed->settled;
    e->top = e->body;
    while (e->top > least && e->body - e->top < VOTERS
           && !fixed->page.lines[e->top].top)
        e->top--;
    if (!thr_columns_find(&fixed->columns, &fixed->page, e)
        || !thr_ordinal_mend(&fixed->columns, &fixed->page, e)
        || !thr_columns_look(&fixed->columns, &fixed->page, e))
        return false;
    e->top = e->body;
    if (fixed->columns.count > 0)
        thr_block_heading(&fixed->page, &fixed->columns, least, e);
    return true;
}

/* A block is a table if it has columns, and rows enough to see them. */
static bool
is_table(const thr_fixed *fixed, const thr_block *block) {
    const thr_page_line *row = &fixed->page.lines[block->extent.body];
    return fixed->columns.count > 1
           && (block->rows > 1
               || (block->extent.top < block->extent.body
                   && row->figures > 1));
}

/* ## All lines held back */

/* Deal with one block. `*put_off` is set where it must wait for more lines. */
static bool
take_block(thr_fixed *fixed, thr_block *block, bool ended, bool *put_off) {
    bool same = fixed->frozen && fixed->settled == 0 && goes_on(fixed, block);
    fixed->frozen = false;
    if (!same && !find_columns(fixed, block))
        return false;
    bool waits = block->open && !ended;
    if (!same && waits && block->extent.top > 0) {
        *put_off = true;
        return put_texts(fixed, block->extent.top);
    }
    if (!same && !is_table(fixed, block))
        return put_texts(fixed, block->extent.end);
    fixed->frozen = waits;
    return put_block(fixed, &block->extent);
}

bool
thr_fixed_cut(thr_fixed *fixed, const thresh_str *lines, size_t count,
              bool ended) {
    fixed->settled = fixed->rows = fixed->figures = fixed->pieces.count = 0;
    if (!thr_page_read(&fixed->page, lines, count))
        return false;
    bool put_off = false;
    thr_block block;
    while (!put_off && thr_block_next(&fixed->page, fixed->settled, &block))
        if (!take_block(fixed, &block, ended, &put_off))
            return false;
    size_t end = count;
    if (!ended && !put_off && !fixed->frozen && count > HEADING)
        end = count - HEADING;
    return put_off || put_texts(fixed, end);
}

void
thr_fixed_free(thr_fixed *fixed) {
    thr_page_free(&fixed->page);
    thr_columns_free(&fixed->columns);
    thr_columns_free(&fixed->stacks);
    thr_pieces_free(&fixed->pieces);
    free(fixed->lines);
    *fixed = (thr_fixed){0};
}
