/* One row of aligned text to cells. See row.h. */
#include "aligned/row.h"

#include "aligned/looks.h"

typedef struct cutter {
    thr_pieces *pieces;
    const thr_page *page;
    const thr_columns *columns;
    size_t line;
    size_t start; /* of this row's pieces */
} cutter;

bool
thr_row_whole(const thr_page *page, size_t line, size_t *from, size_t *to) {
    const thr_page_line *l = &page->lines[line];
    size_t first = 0, end = l->count;
    const thr_token *tokens = thr_page_tokens(page, line);
    while (first < end && tokens[first].kind == THR_RULE)
        first++;
    while (end > first && tokens[end - 1].kind == THR_RULE)
        end--;
    if (first == end)
        return false;
    *from = thr_pieces_indent(l->text, tokens[first].from);
    *to = tokens[end - 1].to;
    return true;
}

/* The piece that the last call put; NULL if none of this row. */
static thr_piece *
last_piece(const cutter *c) {
    return c->pieces->count > c->start
               ? &c->pieces->items[c->pieces->count - 1]
               : NULL;
}

static bool
put(cutter *c, size_t column, size_t first, size_t end) {
    const thr_token *tokens = thr_page_tokens(c->page, c->line);
    size_t from = tokens[first].from;
    if (column == 0)
        from = thr_pieces_indent(c->page->lines[c->line].text, from);
    return thr_pieces_add(c->pieces, column, from, tokens[end - 1].to);
}

/* ## By place */

/* Where a figure ends that starts with `solid`: its further groups, behind
 * single blanks, belong to it. */
static uint32_t
end_of_figure(const cutter *c, const thr_solid *solid) {
    const thr_token *tokens = thr_page_tokens(c->page, c->line);
    size_t end = solid->end;
    while (end < c->page->lines[c->line].count
           && thr_page_grouped(c->page, c->line, end))
        end++;
    return tokens[end - 1].hi;
}

/* A figure stands in the column that it shares most with, a text in the first
 * one that it reaches: a long label runs on over blank columns. The first
 * group of a number may stand left of the others of its column. */
static size_t
column_of(const cutter *c, const thr_solid *solid) {
    const thr_columns *columns = c->columns;
    size_t best = thr_columns_at(columns, solid->lo, solid->hi);
    const thr_column *items = columns->items;
    if (solid->figure && best < columns->count
        && thr_shared(items[best].lo, items[best].hi, solid->lo, solid->hi)
               == 0)
        return thr_columns_at(columns, solid->lo, end_of_figure(c, solid));
    if (!solid->figure && solid->lo > items[columns->count - 1].hi)
        return columns->count;
    for (size_t i = 0; !solid->figure && i < best; i++)
        if (thr_shared(items[i].lo, items[i].hi, solid->lo, solid->hi) > 0)
            return i;
    return best;
}

/* Where a text that fills its column is cut from the next one, at a word that
 * starts where that column does. */
static size_t
next_cut(const cutter *c, size_t first, size_t end, size_t *column) {
    const thr_token *tokens = thr_page_tokens(c->page, c->line);
    for (size_t i = first + 1; i < end; i++)
        for (size_t k = *column + 1; k < c->columns->count; k++)
            if (c->columns->items[k].text
                && c->columns->items[k].lo == tokens[i].lo) {
                *column = k;
                return i;
            }
    return end;
}

/* Whether a figure stands behind another and is no part of its number, nor a
 * note mark of it. */
static bool
two_figures(const cutter *c, const thr_solid *solid) {
    const thr_token *tokens = thr_page_tokens(c->page, c->line);
    thresh_str text = thr_page_text(c->page, c->line, solid->first,
                                    solid->end);
    return solid->figure && solid->first > 0
           && tokens[solid->first - 1].kind == THR_FIGURE
           && !thr_page_grouped(c->page, c->line, solid->first)
           && !thr_looks_like_mark(text);
}

/* Stars that fill one field: fewer mark a note. */
enum { STARS = 4 };

/* Whether stars fill one field or several: numbers too wide for them, or none.
 */
static bool
fills_fields(const cutter *c, const thr_solid *solid) {
    thresh_str text = thr_page_text(c->page, c->line, solid->first,
                                    solid->end);
    return text.len >= STARS && thr_looks_made_of(text, "*");
}

/* Put the stars of each field that they run over into its column. */
static bool
put_fields(cutter *c, const thr_solid *solid) {
    const thr_token *token = &thr_page_tokens(c->page, c->line)[solid->first];
    thr_piece *last = last_piece(c);
    size_t i = last != NULL ? last->column + 1 : 0;
    for (; i < c->columns->count; i++) {
        const thr_column *at = &c->columns->items[i];
        uint32_t shared = thr_shared(at->lo, at->hi, solid->lo, solid->hi);
        if (shared == 0 || 2 * shared < at->hi - at->lo)
            continue;
        uint32_t lo = at->lo > solid->lo ? at->lo - solid->lo : 0;
        size_t from = token->from + lo;
        if (from + STARS > token->to)
            from = token->to - STARS;
        if (!thr_pieces_add(c->pieces, i, from, from + STARS))
            return false;
    }
    return true;
}

/* Put one solid by its place. False where it does not fit: it stands in the
 * column of another that is set apart from it. */
static bool
place(cutter *c, const thr_solid *solid, bool *failed) {
    const thr_token *tokens = thr_page_tokens(c->page, c->line);
    size_t column = column_of(c, solid);
    thr_piece *last = last_piece(c);
    if (fills_fields(c, solid)) {
        *failed = !put_fields(c, solid);
        return true;
    }
    if (last != NULL && column < last->column)
        return false;
    if (last != NULL && column == last->column) {
        if (solid->wide ? solid->figure || column > 0
                        : column > 0 && two_figures(c, solid))
            return false;
        last->to = tokens[solid->end - 1].to;
        return true;
    }
    for (size_t first = solid->first; first < solid->end && !*failed;) {
        size_t next = column;
        size_t end = solid->figure || column >= c->columns->count
                         ? solid->end
                         : next_cut(c, first, solid->end, &next);
        *failed = !put(c, column, first, end);
        first = end;
        column = next;
    }
    return true;
}

/* ## By order */

/* Put one cell into each column in turn, if there are as many. */
static thr_row_fit
by_order(cutter *c) {
    size_t count = 0;
    thr_solid group;
    c->pieces->count = c->start;
    for (size_t at = 0; thr_page_cell(c->page, c->line, &at, &group);)
        if (!put(c, count++, group.first, group.end))
            return THR_ROW_FAILED;
    if (count == c->columns->count)
        return THR_ROW_BY_ORDER;
    c->pieces->count = c->start;
    size_t from, to;
    if (thr_row_whole(c->page, c->line, &from, &to)
        && !thr_pieces_add(c->pieces, 0, from, to))
        return THR_ROW_FAILED;
    return THR_ROW_IS_TEXT;
}

thr_row_fit
thr_row_cut(thr_pieces *pieces, const thr_page *page, size_t line,
            const thr_columns *columns) {
    cutter c = {.pieces = pieces,
                .page = page,
                .columns = columns,
                .line = line,
                .start = pieces->count};
    thr_solid solid;
    bool failed = false;
    for (size_t at = 0; thr_page_solid(page, line, &at, &solid);) {
        if (!place(&c, &solid, &failed))
            return by_order(&c);
        if (failed)
            return THR_ROW_FAILED;
    }
    return THR_ROW_FITS;
}
