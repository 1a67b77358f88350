/* Rows with single blanks between their cells. See dense.h. */
#include "aligned/dense.h"

#include "aligned/looks.h"

enum { GAP = 3, MOST = 64 };

/* Rows of one form: lines `from` to before `end`, and the line of their
 * heading, or `from` if there is none. */
typedef struct run {
    thr_page *page;
    size_t head;
    size_t from;
    size_t end;
    size_t rows;
    size_t cells;    /* that each row has behind its label */
    bool joined;     /* blanks between them group digits */
    bool grouped;    /* ... or may do so */
    uint32_t label;  /* where the longest label ends */
    uint32_t widest; /* of the cells */
} run;

static thr_token *
tokens_at(const thr_page *page, size_t line) {
    return page->tokens.items + page->lines[line].first;
}

/* Whether no more than single blanks stand between the tokens of a line. */
static bool
is_tight(const thr_page *page, size_t line) {
    const thr_token *tokens = page->lines[line].count > 1
                                  ? tokens_at(page, line)
                                  : NULL;
    for (size_t i = 0; i < page->lines[line].count; i++)
        if (tokens == NULL || tokens[i].kind == THR_RULE
            || (i > 0 && tokens[i].wide))
            return false;
    return tokens != NULL;
}

/* How many figures a row ends with, behind words or one figure; 0 if it is no
 * row. */
static size_t
count_tail(const thr_page *page, size_t line) {
    size_t count = page->lines[line].count, tail = 0;
    if (!is_tight(page, line))
        return 0;
    const thr_token *tokens = tokens_at(page, line);
    while (tail + 1 < count && tokens[count - 1 - tail].kind == THR_FIGURE)
        tail++;
    return tail < MOST ? tail : 0;
}

/* Whether the figure at token `i` may go on with the number before it. */
static bool
goes_on(const thr_page *page, size_t line, size_t i, bool start) {
    return thr_looks_grouped(thr_page_text(page, line, i - 1, i),
                             thr_page_text(page, line, i, i + 1), start);
}

/* Where the cells of a row start; returns how many there are. */
static size_t
find_cells(const run *r, size_t line, size_t *starts) {
    size_t tail = count_tail(r->page, line), found = 0;
    size_t count = r->page->lines[line].count;
    for (size_t i = count - tail; i < count; i++) {
        bool joins = r->joined && found > 0
                     && goes_on(r->page, line, i, starts[found - 1] + 1 == i);
        if (!joins)
            starts[found++] = i;
    }
    return found;
}

static size_t
count_cells(const run *r, size_t line) {
    size_t starts[MOST];
    return find_cells(r, line, starts);
}

static bool
may_group(const thr_page *page, size_t line) {
    size_t count = page->lines[line].count;
    for (size_t i = count - count_tail(page, line) + 1; i < count; i++)
        if (goes_on(page, line, i, true))
            return true;
    return false;
}

/* ## The run */

/* Whether the figures of a row are all years: then they are the heading. */
static bool
is_years(const thr_page *page, size_t line) {
    size_t count = page->lines[line].count;
    for (size_t i = count - count_tail(page, line); i < count; i++) {
        thresh_str text = thr_page_text(page, line, i, i + 1);
        if (text.len != 4 || (text.ptr[0] != '1' && text.ptr[0] != '2')
            || !thr_looks_made_of(text, "0123456789"))
            return false;
    }
    return true;
}

/* Whether a heading tells how many cells rows have. */
static bool
is_told(const run *r) {
    return r->head < r->from || is_years(r->page, r->from);
}

/* A blank line, or one short text: a label above rows. */
static bool
may_stand_between(const thr_page *page, size_t line) {
    enum { LONGEST = 48 };
    size_t count = page->lines[line].count;
    if (count == 0)
        return true;
    const thr_token *last = &tokens_at(page, line)[count - 1];
    return last->hi < LONGEST && last->kind == THR_WORD;
}

/* Take the rows from line `from` on. With a heading, some may lack cells. */
static void
grow(run *r) {
    enum { MOST_BETWEEN = 2 };
    size_t between = 0;
    r->rows = 0;
    r->end = r->from + 1;
    for (size_t i = r->from; i < r->page->count && between <= MOST_BETWEEN;
         i++) {
        size_t cells = count_cells(r, i);
        bool lacks = is_told(r) && cells < r->cells;
        if (cells == 0 ? !may_stand_between(r->page, i)
                       : cells != r->cells && !lacks)
            break;
        between = cells == 0 ? between + 1 : 0;
        if (cells == 0)
            continue;
        r->rows += cells == r->cells;
        r->end = i + 1;
        r->grouped |= may_group(r->page, i);
    }
}

/* The heading above the rows has a word for each column, or each but the
 * first. It also tells whether blanks group digits. */
static void
find_head(run *r) {
    size_t line = r->from;
    r->cells = count_cells(r, r->from);
    if (line > 0 && r->page->lines[line - 1].count == 0)
        line--;
    if (line == 0 || !is_tight(r->page, line - 1)
        || is_years(r->page, r->from))
        return;
    size_t words = r->page->lines[line - 1].count;
    for (size_t joined = 0; joined < 2 && r->head == r->from; joined++) {
        r->joined = joined > 0;
        r->cells = count_cells(r, r->from);
        if (r->cells > 1 && (words == r->cells || words == r->cells + 1))
            r->head = line - 1;
    }
    if (r->head == r->from) {
        r->joined = false;
        r->cells = count_cells(r, r->from);
    }
}

/* ## Places */

/* The same of the heading, whose cells are its last words. */
static size_t
cells_of(const run *r, size_t line, size_t *starts) {
    if (line != r->head || r->head == r->from)
        return find_cells(r, line, starts);
    size_t first = r->page->lines[line].count - r->cells;
    for (size_t i = 0; i < r->cells; i++)
        starts[i] = first + i;
    return r->cells;
}

/* Where cell `i` ends. */
static uint32_t
end_of(const run *r, size_t line, const size_t *starts, size_t cells,
       size_t i) {
    size_t next = i + 1 < cells ? starts[i + 1] : r->page->lines[line].count;
    return tokens_at(r->page, line)[next - 1].hi;
}

/* How wide labels and cells are. */
static void
measure(run *r) {
    size_t starts[MOST];
    for (size_t line = r->head; line < r->end; line++) {
        size_t cells = cells_of(r, line, starts);
        const thr_token *tokens = cells > 0 ? tokens_at(r->page, line) : NULL;
        if (cells > 0 && starts[0] > 0 && tokens[starts[0] - 1].hi > r->label)
            r->label = tokens[starts[0] - 1].hi;
        for (size_t i = 0; i < cells; i++) {
            uint32_t width = end_of(r, line, starts, cells, i)
                             - tokens[starts[i]].lo;
            r->widest = width > r->widest ? width : r->widest;
        }
    }
}

/* Move the tokens of each cell to the end of its column. Of a row that lacks
 * some, nothing tells which: all stand in the first, where they do not fit. */
static void
set_out_line(const run *r, size_t line) {
    size_t starts[MOST], cells = cells_of(r, line, starts);
    thr_token *tokens = cells > 0 ? tokens_at(r->page, line) : NULL;
    for (size_t i = cells; i-- > 0;) {
        size_t next = i + 1 < cells ? starts[i + 1]
                                    : r->page->lines[line].count;
        size_t column = cells < r->cells ? 0 : i;
        uint32_t hi = r->label + (uint32_t)(column + 1) * (GAP + r->widest);
        uint32_t shift = hi - tokens[next - 1].hi;
        for (size_t k = starts[i]; k < next; k++) {
            tokens[k].lo += shift;
            tokens[k].hi += shift;
        }
        tokens[starts[i]].wide = true;
    }
}

/* Text right above is no heading of these columns: let it stand in the first.
 */
static void
draw_in(const run *r) {
    enum { MOST_LINES = 4 };
    for (size_t n = 0; n < MOST_LINES && n < r->head; n++) {
        size_t line = r->head - 1 - n;
        if (!is_tight(r->page, line))
            return;
        thr_token *tokens = tokens_at(r->page, line);
        for (size_t i = 0; i < r->page->lines[line].count; i++) {
            tokens[i].lo = 0;
            tokens[i].hi = 1;
        }
    }
}

/* Rows with fewer or more figures right below others lack some, or have marks:
 * nothing tells which. */
static bool
is_odd(const run *r, const run *last) {
    enum { NEAR = 3 };
    return r->head == r->from && last->rows > 0 && r->cells != last->cells
           && r->from < last->end + NEAR;
}

static bool
is_set_out(run *r) {
    enum { FEWEST = 3 };
    if (r->rows < FEWEST || r->cells < 2 || (r->grouped && !is_told(r)))
        return false;
    measure(r);
    return r->label + r->cells * (GAP + r->widest) < THR_PAGE_WIDTH;
}

void
thr_dense_spread(thr_page *page) {
    run last = {0};
    for (size_t i = 0; i < page->count;) {
        run r = {.page = page, .head = i, .from = i, .end = i + 1};
        if (count_tail(page, i) > 1) {
            find_head(&r);
            grow(&r);
        }
        if (is_set_out(&r) && !is_odd(&r, &last)) {
            for (size_t line = r.head; line < r.end; line++)
                set_out_line(&r, line);
            draw_in(&r);
            last = r;
        }
        i = r.end;
    }
}
