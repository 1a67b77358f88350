/* The words over columns to cells. See heading.h. */
#include "grid/heading.h"

#include "grid/parting.h"
#include "grid/pieces.h"

/* A word over several columns may be so much wider than they are. */
enum { MOST_OUTSIDE = 4 };

/* Words with single blanks between them, and the columns they stand over. */
typedef struct chunk {
    size_t first; /* tokens: from here to before `end` */
    size_t end;
    uint32_t lo;
    uint32_t hi;
} chunk;

typedef struct cutter {
    thr_pieces *pieces;
    const thr_page *page;
    size_t line;
    thr_headed *headed;
    bool alone;    /* one chunk in the line, and no words below it */
    size_t chunks; /* in this line */
    size_t next;   /* the first column that is still free */
} cutter;

static const thr_token *
tokens_of(const cutter *c) {
    return thr_page_tokens(c->page, c->line);
}

/* The next chunk from token `*at` on. */
static bool
next_chunk(const cutter *c, size_t *at, chunk *out) {
    const thr_token *tokens = tokens_of(c);
    size_t count = c->page->lines[c->line].count, i = *at;
    while (i < count && tokens[i].kind == THR_RULE)
        i++;
    if (i >= count)
        return false;
    *out = (chunk){.first = i, .lo = tokens[i].lo};
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

static bool
has_words(const thr_headed *headed, size_t i) {
    return headed->below[i].hi > headed->below[i].lo;
}

/* ## Giving out columns */

static void
learn(cutter *c, size_t column, uint32_t lo, uint32_t hi) {
    thr_column *below = &c->headed->below[column];
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
put(cutter *c, size_t column, size_t over, size_t first, size_t end) {
    const thr_token *tokens = tokens_of(c);
    size_t from = tokens[first].from, to = tokens[end - 1].to;
    if (column == 0)
        from = thr_pieces_indent(c->page->lines[c->line].text, from);
    thr_piece *last = c->pieces->count > 0
                          ? &c->pieces->items[c->pieces->count - 1]
                          : NULL;
    if (c->next > 0 && last != NULL && last->column >= column) {
        last->to = to;
        if (last->column + last->span <= over)
            last->span = over - last->column + 1;
        return true;
    }
    c->next = column + 1;
    if (!thr_pieces_add(c->pieces, column, from, to))
        return false;
    c->pieces->items[c->pieces->count - 1].span = over - column + 1;
    return true;
}

/* Put the parts of a chunk into their columns. */
static bool
put_parts(cutter *c, const chunk *k, const thr_parting *parting) {
    const thr_token *tokens = tokens_of(c);
    size_t first = k->first;
    bool done = true;
    for (size_t i = 0; i < parting->count && done; i++) {
        size_t end = parting->parts[i].end, column = parting->parts[i].column;
        learn(c, column, tokens[first].lo, tokens[end - 1].hi);
        done = put(c, column, column, first, end);
        first = end;
    }
    return done;
}

/* Whether words stand over words of another column than `column`. */
static bool
reaches_others(const cutter *c, uint32_t lo, uint32_t hi, size_t column) {
    for (size_t i = 1; i < c->headed->columns->count; i++) {
        thr_column all = thr_headed_column(c->headed, i);
        if (i != column && has_words(c->headed, i)
            && thr_shared(lo, hi, all.lo, all.hi) > 1)
            return true;
    }
    return false;
}

/* Whether a word of the line above ends with a hyphen over a part, so that the
 * part is the rest of it. */
static bool
is_rest(const cutter *c, uint32_t lo, uint32_t hi) {
    if (c->line == 0)
        return false;
    const thr_page_line *above = &c->page->lines[c->line - 1];
    const thr_token *tokens = thr_page_tokens(c->page, c->line - 1);
    for (size_t i = 0; i < above->count; i++)
        if (above->text.ptr[tokens[i].to - 1] == '-'
            && tokens[i].kind != THR_RULE
            && thr_shared(tokens[i].lo, tokens[i].hi, lo, hi) > 1)
            return true;
    return false;
}

/* Whether words of the line above stand apart where two parts meet, and over
 * both of them: what goes on below them is apart as well. */
static bool
is_parted_above(const cutter *c, const thr_column *left,
                const thr_column *right) {
    if (c->line == 0)
        return false;
    const thr_token *tokens = thr_page_tokens(c->page, c->line - 1);
    for (size_t i = 1; i < c->page->lines[c->line - 1].count; i++)
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
} evidence;

static void
weigh(const cutter *c, size_t column, uint32_t lo, uint32_t hi,
      evidence *found) {
    const thr_column *own = &c->headed->columns->items[column];
    const thr_column *below = &c->headed->below[column];
    found->headed &= has_words(c->headed, column);
    found->left &= lo == own->lo || (found->headed && lo == below->lo);
    found->right &= hi == own->hi || (found->headed && hi == below->hi);
    found->reach |= reaches_others(c, lo, hi, column);
    found->rest |= is_rest(c, lo, hi);
}

/* Whether a chunk is headings of several columns with single blanks between,
 * and not one that runs over them. */
static bool
is_several(const cutter *c, const chunk *k, thr_parting *parting) {
    const thr_token *tokens = tokens_of(c);
    if (!thr_parting_find(parting, c->headed, tokens, k->first, k->end))
        return false;
    evidence found = {
        .headed = true, .left = true, .right = true, .parted = true};
    thr_column before = {0};
    size_t first = k->first;
    for (size_t i = 0; i < parting->count; i++) {
        const thr_part *part = &parting->parts[i];
        thr_column own = {.lo = tokens[first].lo,
                          .hi = tokens[part->end - 1].hi};
        weigh(c, part->column, own.lo, own.hi, &found);
        found.parted &= i == 0 || is_parted_above(c, &before, &own);
        before = own;
        first = part->end;
    }
    if (found.headed)
        return found.rest || found.parted
               || (!found.reach && (found.left || found.right));
    return c->chunks > 1 || parting->cost <= 3 * parting->count;
}

/* Whether a chunk is a word over its own column only. */
static bool
is_own(const cutter *c, const chunk *k, size_t column) {
    thr_column all = thr_headed_column(c->headed, column);
    if (has_words(c->headed, column)
        && reaches_others(c, k->lo, k->hi, column))
        return false;
    if ((!has_words(c->headed, column) && !c->alone)
        || lines_up(k->lo, k->hi, &c->headed->below[column]))
        return true;
    bool many = c->chunks * 2 + 1 >= c->headed->columns->count;
    return many && k->lo + 1 >= all.lo && k->hi <= all.hi + 1
           && thr_off_centre(k->lo, k->hi, all.lo, all.hi) <= 2;
}

/* Whether a chunk may run over a column: it has words of its own below. */
static bool
may_span(const cutter *c, size_t column) {
    return c->alone ? column > 0 : has_words(c->headed, column);
}

/* How many characters of a chunk are outside of `lo` to `hi`. */
static uint32_t
outside(const chunk *k, uint32_t lo, uint32_t hi) {
    uint32_t left = k->lo < lo ? lo - k->lo : 0;
    return left + (k->hi > hi ? k->hi - hi : 0);
}

/* The columns from `*a` to `*b` that a chunk stands in the middle of: of
 * those as good, the most. */
static void
find_span(const cutter *c, const chunk *k, size_t last, size_t *a, size_t *b) {
    size_t own = *a;
    uint32_t best = UINT32_MAX;
    size_t first = c->next > 0 ? c->next : own > 0;
    for (size_t i = own + 1; i-- > first && may_span(c, i);)
        for (size_t j = own; j <= last && may_span(c, j); j++) {
            thr_column left = thr_headed_column(c->headed, i),
                       right = thr_headed_column(c->headed, j);
            uint32_t out = outside(k, left.lo, right.hi);
            uint32_t off = thr_off_centre(k->lo, k->hi, left.lo, right.hi)
                           + out;
            if (out > MOST_OUTSIDE)
                continue;
            if (best != UINT32_MAX
                && (off > best + 2 || (off + 2 > best && j - i <= *b - *a)))
                continue;
            best = off < best ? off : best;
            *a = i;
            *b = j;
        }
}

/* A chunk alone in its line, above headings of all columns, that stands in the
 * middle of them, or off by no more than a small part of their width: of
 * columns that are uneven, the words are centred by eye. */
static bool
find_all(const cutter *c, const chunk *k, size_t *a, size_t *b) {
    enum { PART = 12 }; /* the distance is counted twice */
    size_t last = c->headed->columns->count - 1;
    if (c->chunks != 1 || c->alone || last < 2)
        return false;
    for (size_t i = 1; i <= last; i++)
        if (!has_words(c->headed, i))
            return false;
    uint32_t lo = thr_headed_column(c->headed, 1).lo;
    uint32_t hi = thr_headed_column(c->headed, last).hi;
    if (PART * thr_off_centre(k->lo, k->hi, lo, hi) > hi - lo)
        return false;
    *a = 1;
    *b = last;
    return true;
}

/* A rule that runs below a chunk, in its line or the next one, and not below
 * the whole line, says which columns it is over. */
static bool
find_ruled(const cutter *c, const chunk *k, size_t *a, size_t *b) {
    const thr_columns *columns = c->headed->columns;
    for (size_t line = c->line; line <= c->line + 1; line++) {
        const thr_token *tokens = thr_page_tokens(c->page, line);
        for (size_t i = 0; i < c->page->lines[line].count; i++) {
            const thr_token *t = &tokens[i];
            uint32_t under = thr_shared(t->lo, t->hi, k->lo, k->hi);
            if (t->kind != THR_RULE || under * 4 < (k->hi - k->lo) * 3
                || t->lo < columns->items[0].hi)
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

/* Whether a chunk does not stand in the middle over columns: with no words
 * below, nothing else shows that it runs over them. */
static bool
is_off(const cutter *c, const chunk *k, size_t a, size_t b) {
    enum { MOST = 4 };
    const thr_column *items = c->headed->columns->items;
    return thr_off_centre(k->lo, k->hi, items[a].lo, items[b].hi) > MOST;
}

/* A chunk over one column, or in the middle over several. `last` is the column
 * before which the next chunk starts. */
static bool
put_one(cutter *c, const chunk *k, size_t last) {
    size_t a = thr_columns_at(c->headed->columns, k->lo, k->hi), b;
    if (c->next > a && c->next <= last)
        a = c->next; /* its own is taken: it stands a little to the left */
    b = a;
    if (!find_ruled(c, k, &a, &b) && !is_own(c, k, a)
        && !find_all(c, k, &a, &b)) {
        size_t own = a;
        find_span(c, k, last, &a, &b);
        if (c->alone && is_off(c, k, a, b))
            a = b = own;
    }
    if (a == b)
        learn(c, a, k->lo, k->hi);
    bool done = put(c, a, b, k->first, k->end);
    if (c->next <= b)
        c->next = b + 1;
    return done;
}

bool
thr_heading_cut(thr_pieces *pieces, const thr_page *page, size_t line,
                thr_headed *headed) {
    cutter c = {.pieces = pieces,
                .page = page,
                .line = line,
                .headed = headed,
                .chunks = page->lines[line].places};
    const thr_columns *columns = headed->columns;
    c.alone = c.chunks == 1;
    for (size_t i = 0; i < columns->count; i++)
        c.alone = c.alone && !has_words(headed, i);
    chunk k, after;
    size_t at = 0;
    bool more = next_chunk(&c, &at, &k), done = true;
    while (more && done) {
        more = next_chunk(&c, &at, &after);
        size_t last = columns->count - 1;
        if (more && thr_columns_at(columns, after.lo, after.hi) <= last
            && thr_columns_at(columns, after.lo, after.hi) > 0)
            last = thr_columns_at(columns, after.lo, after.hi) - 1;
        thr_parting parting;
        done = is_several(&c, &k, &parting) ? put_parts(&c, &k, &parting)
                                            : put_one(&c, &k, last);
        k = after;
    }
    return done;
}
