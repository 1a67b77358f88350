/* Lines of aligned text, and what each looks like. See read.h. */
#include "aligned/read.h"

#include "aligned/dense.h"
#include "aligned/figured.h"
#include "base/ascii.h"
#include "base/grow.h"
#include "base/str.h"

/* More texts than this beside its figures, and a line is prose that was
 * stretched to fill its width. */
enum { MOST_TEXTS = 3 };

/* ## Column rules made of colons */

/* How often a colon stands alone at each place, and anything else does in the
 * lines that have such colons. */
typedef struct colons {
    uint32_t alone[THR_PAGE_WIDTH];
    uint32_t other[THR_PAGE_WIDTH];
    uint32_t figures[THR_PAGE_WIDTH]; /* of that, figures */
    uint32_t lines;
} colons;

static bool
is_colon(const thr_token *token, thresh_str line) {
    return token->to == token->from + 1 && line.ptr[token->from] == ':'
           && token->lo < THR_PAGE_WIDTH;
}

static void
count_colons(const thr_token *tokens, size_t count, thresh_str line,
             colons *seen) {
    bool any = false;
    for (size_t i = 0; i < count; i++)
        any = any || is_colon(&tokens[i], line);
    seen->lines += any;
    for (size_t i = 0; any && i < count; i++) {
        if (is_colon(&tokens[i], line)) {
            seen->alone[tokens[i].lo]++;
            continue;
        }
        for (uint32_t p = tokens[i].lo; p < tokens[i].hi && p < THR_PAGE_WIDTH;
             p++) {
            seen->other[p]++;
            seen->figures[p] += tokens[i].kind == THR_FIGURE;
        }
    }
}

/* A colon rules columns where it stands alone in line after line and nothing
 * else does: where it marks a missing value there are numbers around it.
 * Behind such a one, it may rule the headings alone. */
static bool
is_ruling(const colons *seen, uint32_t p, bool behind) {
    enum { LINES = 3, SHARE = 8, FEW = 4 };
    return (seen->alone[p] >= LINES
            && seen->other[p] * SHARE <= seen->alone[p])
           || (behind && seen->figures[p] * FEW <= seen->lines);
}

static void
drop_colons(thr_page *page, thr_page_line *line, thresh_str text,
            const colons *seen) {
    thr_token *tokens = page->tokens.items + line->first;
    size_t kept = 0;
    bool wide = false, ruled = false;
    for (size_t i = 0; i < line->count; i++) {
        uint32_t p = tokens[i].lo;
        if (is_colon(&tokens[i], text) && is_ruling(seen, p, ruled)) {
            wide = ruled = true;
            continue;
        }
        tokens[kept] = tokens[i];
        tokens[kept++].wide = tokens[i].wide || wide;
        wide = false;
    }
    line->count = kept;
}

/* ## What a line looks like */

/* What was seen of a line so far. */
typedef struct sight {
    size_t texts;
    size_t apart; /* figures that do not end a text: "2 and 3" */
    bool label;   /* the line starts with a text */
    bool loose;   /* the last solid was a text, or a figure that ends one */
    bool named;   /* the last solid was a text with a colon: "PAGE:   2" */
} sight;

static void
look_at_solid(thr_page_line *line, const thr_solid *solid, sight *s,
              char last) {
    if (line->places == 0) {
        line->lo = solid->lo;
        s->label = !solid->figure;
    }
    s->loose = !solid->figure || (!solid->wide && s->loose) || s->named;
    line->hi = solid->hi;
    line->places += solid->wide || line->places == 0;
    line->figures += solid->figure;
    s->apart += solid->figure && !s->loose;
    s->named = !solid->figure && last == ':' && line->places > 1;
    s->texts += !solid->figure;
}

static void
look_at(const thr_page *page, size_t at, thr_page_line *line) {
    sight s = {0};
    thr_solid solid;
    for (size_t i = 0; thr_page_solid(page, at, &i, &solid);)
        look_at_solid(
            line, &solid, &s,
            line->text.ptr[thr_page_tokens(page, at)[solid.end - 1].to - 1]);
    bool row = s.apart >= 2 || (s.apart == 1 && s.label && s.texts <= 2);
    line->data = row && s.texts <= s.apart + MOST_TEXTS
                 && line->hi < THR_PAGE_WIDTH;
    line->blank = line->count == 0;
    line->rule = line->count > 0 && line->places == 0;
}

static bool
reserve(thr_page *page, size_t count) {
    thr_page_line *lines = thr_grow(page->lines, &page->room, count + 1,
                                    sizeof *lines);
    if (lines != NULL)
        page->lines = lines;
    return lines != NULL;
}

bool
thr_page_read(thr_page *page, const thresh_str *lines, size_t count) {
    colons seen = {0};
    page->count = page->tokens.count = 0;
    if (!reserve(page, count))
        return false;
    for (size_t i = 0; i < count; i++) {
        thr_page_line *line = &page->lines[i];
        *line = (thr_page_line){.text = lines[i], .first = page->tokens.count};
        line->top = lines[i].len > 0 && lines[i].ptr[0] == '\f';
        if (!thr_tokens_add(&page->tokens, lines[i]))
            return false;
        line->count = page->tokens.count - line->first;
        if (line->count > 0)
            count_colons(page->tokens.items + line->first, line->count,
                         lines[i], &seen);
        page->count++;
    }
    for (size_t i = 0; i < count; i++) {
        thr_page_line *line = &page->lines[i];
        if (line->count > 0)
            drop_colons(page, line, lines[i], &seen);
    }
    thr_dense_spread(page);
    for (size_t i = 0; i < count; i++)
        look_at(page, i, &page->lines[i]);
    page->lines[count] = (thr_page_line){0};
    for (size_t i = 0; i < count; i++)
        page->lines[i].headings = thr_figured_may_head(page, i);
    return true;
}
