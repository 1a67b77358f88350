/* The words over columns to cells. See heading.h. */
#include "aligned/heading.h"

#include "aligned/figured.h"
#include "aligned/parting.h"
#include "aligned/pieces.h"
#include "aligned/spanner.h"

static const thr_token *
tokens_of(const thr_heading_line *l) {
    return thr_page_tokens(l->page, l->line);
}

/* The next chunk from token `*at` on. */
static bool
next_chunk(const thr_heading_line *l, size_t *at, thr_chunk *out) {
    const thr_token *tokens = tokens_of(l);
    size_t count = l->page->lines[l->line].count, i = *at;
    while (i < count && tokens[i].kind == THR_RULE)
        i++;
    if (i >= count)
        return false;
    *out = (thr_chunk){.first = i, .lo = tokens[i].lo};
    for (i++; i < count && !tokens[i].wide && tokens[i].kind != THR_RULE; i++)
        ;
    out->end = *at = i;
    out->hi = tokens[i - 1].hi;
    return true;
}

/* Whether both start or end at one place, or nearly so. */
static bool
lines_up(uint32_t lo, uint32_t hi, const thr_column *column) {
    return column->hi > column->lo
           && (thr_apart(lo, column->lo) <= 1
               || thr_apart(hi, column->hi) <= 1);
}

/* ## Giving out columns */

/* Learn what stands over a column: the tokens from `first` to before `end`. */
static void
learn(thr_heading_line *l, size_t column, size_t first, size_t end) {
    const thr_token *tokens = tokens_of(l);
    uint32_t lo = tokens[first].lo, hi = tokens[end - 1].hi;
    thr_column *below = &l->headed->below[column];
    uint64_t *said = &l->headed->said[column];
    if (!thr_figured_counts(l->page, l->line))
        *said = thr_cycles_say(*said,
                               thr_page_text(l->page, l->line, first, end));
    if (below->hi == below->lo)
        *below = (thr_column){.lo = lo, .hi = hi};
    if (lo < below->lo)
        below->lo = lo;
    if (hi > below->hi)
        below->hi = hi;
}

/* Put tokens over the columns from `column` to `over`, joining them to what
 * stands there already. */
static bool
put(thr_pieces *pieces, thr_heading_line *l, size_t column, size_t over,
    size_t first, size_t end) {
    const thr_token *tokens = tokens_of(l);
    size_t from = tokens[first].from, to = tokens[end - 1].to;
    if (column == 0)
        from = thr_pieces_indent(l->page->lines[l->line].text, from);
    thr_piece *last = pieces->count > 0 ? &pieces->items[pieces->count - 1]
                                        : NULL;
    if (l->next > 0 && last != NULL && last->column >= column) {
        last->to = to;
        if (last->column + last->span <= over)
            last->span = over - last->column + 1;
        return true;
    }
    l->next = column + 1;
    if (!thr_pieces_add(pieces, column, from, to))
        return false;
    pieces->items[pieces->count - 1].span = over - column + 1;
    return true;
}

/* Put the parts of a chunk into their columns. */
static bool
put_parts(thr_pieces *pieces, thr_heading_line *l, const thr_chunk *k,
          const thr_parting *parting) {
    size_t first = k->first;
    bool done = true;
    for (size_t i = 0; i < parting->count && done; i++) {
        size_t end = parting->parts[i].end, column = parting->parts[i].column;
        learn(l, column, first, end);
        done = put(pieces, l, column, column, first, end);
        first = end;
    }
    return done;
}

/* Whether words from `lo` to `hi` stand over words of a column that is not
 * `column`. */
static bool
reaches_others(const thr_heading_line *l, uint32_t lo, uint32_t hi,
               size_t column) {
    for (size_t i = 1; i < l->headed->columns->count; i++) {
        thr_column all = thr_headed_column(l->headed, i);
        if (i != column && thr_headed_has_words(l->headed, i)
            && thr_shared(lo, hi, all.lo, all.hi) > 1)
            return true;
    }
    return false;
}

/* Whether words from `lo` to `hi` are the rest of a word in the line above,
 * which ends with a hyphen over them. */
static bool
is_rest(const thr_heading_line *l, uint32_t lo, uint32_t hi) {
    if (l->line == 0)
        return false;
    const thr_page_line *above = &l->page->lines[l->line - 1];
    const thr_token *tokens = thr_page_tokens(l->page, l->line - 1);
    for (size_t i = 0; i < above->count; i++)
        if (above->text.ptr[tokens[i].to - 1] == '-'
            && tokens[i].kind != THR_RULE
            && thr_shared(tokens[i].lo, tokens[i].hi, lo, hi) > 1)
            return true;
    return false;
}

/* Whether a word goes on in the line below. */
static bool
ends_with_hyphen(const thr_heading_line *l, size_t token) {
    return l->page->lines[l->line].text.ptr[tokens_of(l)[token].to - 1] == '-';
}

/* Whether two texts that stand apart in the line above are over two parts, one
 * over each: then the parts, which go on with them, are apart as well. */
static bool
is_parted_above(const thr_heading_line *l, const thr_column *left,
                const thr_column *right) {
    if (l->line == 0)
        return false;
    const thr_token *tokens = thr_page_tokens(l->page, l->line - 1);
    for (size_t i = 1; i < l->page->lines[l->line - 1].count; i++)
        if (tokens[i].wide && tokens[i].kind != THR_RULE
            && tokens[i - 1].kind != THR_RULE
            && thr_shared(tokens[i - 1].lo, tokens[i - 1].hi, left->lo,
                          left->hi)
                   > 1
            && thr_shared(tokens[i].lo, tokens[i].hi, right->lo, right->hi)
                   > 1)
            return true;
    return false;
}

/* What speaks for headings of several columns. */
typedef struct evidence {
    bool headed; /* words are below all of them */
    bool left;   /* all parts start just where their columns do, */
    bool right;  /* or all end there, */
    bool reach;  /* but some stand over words of another */
    bool rest;   /* some part is the rest of a word */
    bool parted; /* all are apart in the line above */
    bool broken; /* all are words that go on below */
} evidence;

static void
weigh(const thr_heading_line *l, size_t column, uint32_t lo, uint32_t hi,
      evidence *found) {
    const thr_column *own = &l->headed->columns->items[column];
    const thr_column *below = &l->headed->below[column];
    found->headed &= thr_headed_has_words(l->headed, column);
    found->left &= lo == own->lo || (found->headed && lo == below->lo);
    found->right &= hi == own->hi || (found->headed && hi == below->hi);
    found->reach |= reaches_others(l, lo, hi, column);
    found->rest |= is_rest(l, lo, hi);
}

/* Whether a chunk is headings of several columns with single blanks between,
 * and not one that runs over them. */
static bool
is_several(const thr_heading_line *l, const thr_chunk *k,
           thr_parting *parting) {
    const thr_token *tokens = tokens_of(l);
    thr_above above = {0};
    if (l->line > 0)
        above = (thr_above){thr_page_tokens(l->page, l->line - 1),
                            l->page->lines[l->line - 1].count};
    if (!thr_parting_find(parting, l->headed, &above, tokens, k->first,
                          k->end))
        return false;
    evidence found = {.headed = true,
                      .left = true,
                      .right = true,
                      .parted = true,
                      .broken = true};
    thr_column before = {0};
    size_t first = k->first;
    for (size_t i = 0; i < parting->count; i++) {
        const thr_part *part = &parting->parts[i];
        thr_column own = {.lo = tokens[first].lo,
                          .hi = tokens[part->end - 1].hi};
        weigh(l, part->column, own.lo, own.hi, &found);
        found.broken &= ends_with_hyphen(l, part->end - 1);
        found.parted &= i == 0 || is_parted_above(l, &before, &own);
        before = own;
        first = part->end;
    }
    if (found.headed)
        return found.rest || found.parted || found.broken
               || (!found.reach && (found.left || found.right));
    return l->chunks > 1 || parting->cost <= 3 * parting->count;
}

/* Whether a chunk stands over one run of headings that recur. */
static bool
is_over_run(const thr_heading_line *l, const thr_chunk *k) {
    return l->cycle.runs > 0
           && thr_columns_at(l->headed->columns, k->lo, k->hi)
                  >= l->cycle.firsts[0];
}

/* Whether a chunk is one of few, and what stands below it is a figure: a year
 * or a number of a column is one of several, and the chunk is over them all.
 */
static bool
heads_figures(const thr_heading_line *l, size_t column) {
    const thr_column *below = &l->headed->below[column];
    if (l->chunks * 2 >= l->headed->columns->count)
        return false;
    const thr_token *tokens = thr_page_tokens(l->page, l->line + 1);
    for (size_t i = 0; i < l->page->lines[l->line + 1].count; i++)
        if (tokens[i].lo == below->lo && tokens[i].hi == below->hi)
            return tokens[i].kind == THR_FIGURE;
    return false;
}

/* Whether a chunk is a word over its own column only. */
static bool
is_own(const thr_heading_line *l, const thr_chunk *k, size_t column) {
    thr_column all = thr_headed_column(l->headed, column);
    if (heads_figures(l, column))
        return false;
    if (thr_headed_has_words(l->headed, column)
        && reaches_others(l, k->lo, k->hi, column))
        return false;
    if ((!thr_headed_has_words(l->headed, column) && !l->alone)
        || lines_up(k->lo, k->hi, &l->headed->below[column]))
        return true;
    bool many = l->chunks * 2 + 1 >= l->headed->columns->count;
    return many && k->lo + 1 >= all.lo && k->hi <= all.hi + 1
           && thr_off_centre(k->lo, k->hi, all.lo, all.hi) <= 2;
}

/* The column that a chunk is nearest to: where the words below one start and
 * end just as it does, that one. */
static size_t
nearest(const thr_heading_line *l, const thr_chunk *k) {
    const thr_columns *columns = l->headed->columns;
    for (size_t i = l->next; i < columns->count; i++) {
        const thr_column *below = &l->headed->below[i];
        if (below->hi > below->lo && thr_apart(k->lo, below->lo) <= 1
            && thr_apart(k->hi, below->hi) <= 1)
            return i;
    }
    return thr_columns_at(columns, k->lo, k->hi);
}

/* Put a chunk over one column, or over several. `last` is the last column
 * before the one in which the next chunk starts. */
static bool
put_one(thr_pieces *pieces, thr_heading_line *l, const thr_chunk *k,
        size_t last) {
    size_t a = nearest(l, k), b;
    if (l->next > a && l->next <= last)
        a = l->next; /* its own is taken: it stands a little to the left */
    b = a;
    if (!thr_spanner_is_shown(l, k, &a, &b) && !is_own(l, k, a))
        thr_spanner_guess(l, k, last, &a, &b);
    if (a == b)
        learn(l, a, k->first, k->end);
    for (size_t i = a; a < b && i <= b; i++)
        l->headed->groups[i] = (thr_group){a, b};
    bool done = put(pieces, l, a, b, k->first, k->end);
    if (l->next <= b)
        l->next = b + 1;
    return done;
}

bool
thr_heading_cut(thr_pieces *pieces, const thr_page *page, size_t line,
                thr_headed *headed) {
    thr_heading_line l = {.page = page,
                          .line = line,
                          .headed = headed,
                          .chunks = page->lines[line].places};
    const thr_columns *columns = headed->columns;
    l.cycle = thr_cycles_find(page, headed, line);
    l.alone = l.chunks == 1;
    for (size_t i = 0; i < columns->count; i++)
        l.alone = l.alone && !thr_headed_has_words(headed, i);
    thr_chunk k, after;
    size_t at = 0;
    bool more = next_chunk(&l, &at, &k), done = true;
    while (more && done) {
        more = next_chunk(&l, &at, &after);
        size_t last = columns->count - 1;
        if (more && thr_columns_at(columns, after.lo, after.hi) <= last
            && thr_columns_at(columns, after.lo, after.hi) > 0)
            last = thr_columns_at(columns, after.lo, after.hi) - 1;
        thr_parting parting;
        done = !thr_spanner_is_marked(&l, &k) && !is_over_run(&l, &k)
                       && is_several(&l, &k, &parting)
                   ? put_parts(pieces, &l, &k, &parting)
                   : put_one(pieces, &l, &k, last);
        k = after;
    }
    return done;
}
