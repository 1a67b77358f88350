/* One line of aligned text to words and figures. See tokens.h. */
#include "aligned/tokens.h"

#include <stdlib.h>

#include "aligned/bars.h"
#include "aligned/looks.h"
#include "base/ascii.h"
#include "base/grow.h"
#include "base/str.h"
#include "base/utf8.h"

enum { TAB = 8, LEADER = 4, RULE = 4, SHORTEST = 3 };

/* ## Scanning */

typedef struct scan {
    thr_tokens *tokens;
    size_t start; /* of this line's tokens */
    thresh_str line;
    size_t at; /* bytes */
    uint32_t pos;
    bool failed;
} scan;

/* Pass over blanks and column rules. Returns whether they separate cells. */
static bool
skip_blanks(scan *s) {
    uint32_t blanks = 0;
    bool wide = s->tokens->count == s->start;
    for (;;) {
        thresh_str rest = thr_str_from(s->line, s->at);
        size_t bar = thr_bar_length(rest);
        size_t len = bar ? bar : thr_blank_at_start(rest);
        if (len == 0 && thr_first(rest) == '\f')
            len = 1;
        if (len == 0)
            return wide || blanks > 1;
        bool tab = rest.ptr[0] == '\t';
        uint32_t step = tab ? TAB - s->pos % TAB : 1;
        if (rest.ptr[0] != '\f')
            s->pos += step;
        wide = wide || tab || bar > 0;
        blanks += step;
        s->at += len;
    }
}

/* Bytes of the character at `at` if it belongs to the token that runs up to
 * there, 0 if the token ends. A no-break space between digits groups them. */
static size_t
in_token(thresh_str line, size_t at) {
    thresh_str rest = thr_str_from(line, at);
    if (rest.len == 0 || rest.ptr[0] == '\f' || thr_bar_length(rest) > 0)
        return 0;
    size_t blank = thr_blank_at_start(rest);
    if (blank == 0) {
        uint32_t point;
        return thr_utf8_next(rest, &point);
    }
    bool groups = blank > 1 && at > 0 && thr_is_digit(line.ptr[at - 1])
                  && rest.len > blank && thr_is_digit(rest.ptr[blank]);
    return groups ? blank : 0;
}

/* Stars that fill a field stand for a number too wide for it, or for none, and
 * touch the number before them: "-22****". */
static bool
starts_stars(thresh_str line, size_t from, size_t at) {
    static const thresh_str stars = {"****", 4};
    return at > from && thr_is_digit(line.ptr[at - 1])
           && thr_str_starts(thr_str_from(line, at), stars);
}

/* A colon that rules columns is glued to what it parts: "State:-----", and
 * "Alabama....: 12". */
static bool
parts_rule(thresh_str line, size_t from, size_t at) {
    static const thresh_str rule = {"---", 3};
    thresh_str before = thr_str_slice(line, from, at);
    if (thr_str_equal(before, THR_LIT(":")))
        return thr_str_starts(thr_str_from(line, at), rule);
    return before.len >= SHORTEST && at < line.len && line.ptr[at] == ':'
           && thr_last(before) == '.'
           && before.ptr[before.len - SHORTEST] == '.';
}

static void
push(scan *s, thr_token token) {
    thr_token *items = thr_grow(s->tokens->items, &s->tokens->room,
                                s->tokens->count + 1, sizeof *items);
    s->failed = items == NULL;
    if (s->failed)
        return;
    s->tokens->items = items;
    items[s->tokens->count++] = token;
}

static void
scan_token(scan *s, bool wide) {
    thr_token token = {.from = s->at, .lo = s->pos, .wide = wide};
    size_t len;
    while ((len = in_token(s->line, s->at)) > 0
           && !starts_stars(s->line, token.from, s->at)
           && !parts_rule(s->line, token.from, s->at)) {
        s->at += len;
        s->pos++;
    }
    if (s->at == token.from) { /* not UTF-8: never seen behind source/ */
        s->at++;
        s->pos++;
    }
    token.to = s->at;
    token.hi = s->pos;
    token.kind = thr_looks_kind(thr_str_slice(s->line, token.from, token.to));
    push(s, token);
}

/* ## What guides the eye only */

static thresh_str
text_of(const scan *s, const thr_token *token) {
    return thr_str_slice(s->line, token->from, token->to);
}

/* Whether three dots, which may stand for a number that is missing, are the
 * last of a leader: they touch the label, and nothing else does. */
static bool
ends_label(const scan *s, size_t i, size_t end) {
    const thr_token *items = s->tokens->items;
    if (i == s->start || items[i].wide || i + 1 == end || !items[i + 1].wide)
        return false;
    for (size_t k = s->start + 1; k < i; k++)
        if (items[k].wide)
            return false;
    return true;
}

/* How many single dots with one blank between them stand from token `i` on. */
static size_t
count_dots(const scan *s, size_t i, size_t end) {
    const thr_token *items = s->tokens->items;
    size_t count = 0;
    for (size_t k = i; k < end && (k == i || !items[k].wide); k++, count++) {
        thresh_str text = text_of(s, &items[k]);
        if (!thr_looks_made_of(text, ".")
            || (text.len > 1 && text.len < LEADER))
            break;
    }
    return count;
}

/* The number of tokens from `i` on that are one leader: "......", or single
 * dots with one blank between them. 0 if it is none. */
static size_t
leader_at(const scan *s, size_t i, size_t end) {
    const thr_token *items = s->tokens->items;
    thresh_str text = text_of(s, &items[i]);
    if (!thr_looks_made_of(text, "."))
        return 0;
    if (text.len >= LEADER || (text.len == SHORTEST && ends_label(s, i, end)))
        return 1;
    size_t count = count_dots(s, i, end);
    bool behind_word = i > s->start && items[i - 1].kind == THR_WORD;
    size_t least = behind_word && !items[i].wide ? LEADER - 2 : LEADER - 1;
    return count >= least && i > s->start ? count : 0;
}

/* Cut the leader off that is glued to a token: "Paper......", "....160". */
static void
cut_glued_leader(const scan *s, thr_token *token, size_t least) {
    thresh_str text = text_of(s, token);
    size_t before = 0, behind = 0;
    while (behind < text.len && text.ptr[text.len - 1 - behind] == '.')
        behind++;
    while (before < text.len && text.ptr[before] == '.')
        before++;
    if (before == text.len)
        return;
    bool number = before < text.len && thr_is_digit(text.ptr[before]);
    if (before >= SHORTEST && number) {
        token->from += before;
        token->lo += (uint32_t)before;
        token->wide = true;
    }
    if (behind >= least) {
        token->to -= behind;
        token->hi -= (uint32_t)behind;
    }
    token->kind = thr_looks_kind(text_of(s, token));
}

/* A currency sign alone, before something. */
static bool
is_currency(thresh_str text) {
    return thr_str_equal(text, THR_LIT("$"))
           || thr_str_equal(text, THR_LIT("\xE2\x82\xAC"))
           || thr_str_equal(text, THR_LIT("\xC2\xA3"));
}

/* Take out of the line's tokens what only guides the eye. */
static void
drop_guides(scan *s) {
    thr_token *items = s->tokens->items;
    size_t kept = s->start, end = s->tokens->count;
    bool wide = false;
    for (size_t i = s->start; i < end;) {
        size_t leader = leader_at(s, i, end);
        bool guide = leader > 0
                     || (is_currency(text_of(s, &items[i])) && i + 1 < end);
        wide = wide || items[i].wide || guide;
        if (leader > 0 && kept > s->start)
            cut_glued_leader(s, &items[kept - 1], 1);
        s->tokens->guides += guide;
        if (guide) {
            i += leader > 0 ? leader : 1;
            continue;
        }
        size_t to = items[i].to;
        items[kept] = items[i];
        cut_glued_leader(s, &items[kept], LEADER - 1 + (i + 1 == end));
        items[kept].wide = items[kept].wide || wide;
        wide = items[kept].to != to;
        kept++;
        i++;
    }
    s->tokens->count = kept;
}

/* Whether a token is the next group of a number that a bracket opened: "(4",
 * then "820)". */
static bool
closes_bracket(thresh_str before, thresh_str text) {
    enum { GROUP = 3 };
    size_t digits = 0;
    while (digits < text.len && thr_is_digit(text.ptr[digits]))
        digits++;
    if (before.ptr[0] != '(' || thr_last(before) == ')' || digits != GROUP)
        return false;
    return digits == text.len
           || (digits + 1 == text.len && text.ptr[digits] == ')');
}

/* Whether a token belongs to the one before it: a percent sign to its number,
 * a number to the bracket or sign that opens it. */
static bool
belongs(const scan *s, const thr_token *last, const thr_token *token) {
    if (token->wide)
        return false;
    thresh_str before = text_of(s, last), text = text_of(s, token);
    if (last->kind == THR_FIGURE)
        return thr_str_equal(text, THR_LIT("%"))
               || closes_bracket(before, text);
    if (thr_str_equal(before, THR_LIT("(")))
        return thr_is_digit(text.ptr[0]);
    return token->kind == THR_FIGURE
           && thr_str_equal(before, THR_LIT("\xC2\xB1"));
}

static void
join_signs(scan *s) {
    thr_token *items = s->tokens->items;
    size_t kept = s->start + 1;
    for (size_t i = s->start + 1; i < s->tokens->count; i++) {
        thr_token *last = &items[kept - 1];
        if (belongs(s, last, &items[i])) {
            last->to = items[i].to;
            last->hi = items[i].hi;
            last->kind = THR_FIGURE;
        } else {
            items[kept++] = items[i];
        }
    }
    s->tokens->count = kept;
}

/* A short run of dashes beside numbers stands for one that is missing. */
static void
settle_dashes(const scan *s, thr_token *token, bool numbers, bool words) {
    thresh_str text = text_of(s, token);
    bool dashes = thr_looks_made_of(text, "-") && text.len < 2 * SHORTEST;
    if (token->kind == THR_RULE && dashes
        && (numbers || (words && text.len < RULE)))
        token->kind = THR_FIGURE;
}

static bool
is_year(thresh_str text) {
    return text.len == 4 && (text.ptr[0] == '1' || text.ptr[0] == '2')
           && thr_looks_made_of(text, "0123456789");
}

/* A note mark that ends the label at the start of the line, "Mining (1)" or
 * "2001 (1)", is no figure. */
static void
settle_mark(const scan *s) {
    thr_token *items = s->tokens->items;
    size_t last = s->start, end = s->tokens->count;
    while (last + 1 < end && !items[last + 1].wide)
        last++;
    bool label = items[s->start].kind == THR_WORD
                 || is_year(text_of(s, &items[s->start]));
    if (label && last > s->start && last + 1 < end
        && thr_looks_like_mark(text_of(s, &items[last])))
        items[last].kind = THR_WORD;
}

/* Settle what only the whole line tells: dashes, marks, and a sign alone at
 * the start of words, which is a bullet. A rule parts what stands around it.
 */
static void
settle(scan *s) {
    bool numbers = false, words = false;
    thr_token *items = s->tokens->items;
    for (size_t i = s->start; i < s->tokens->count; i++) {
        words = words || items[i].kind == THR_WORD;
        numbers = numbers || thr_looks_numeric(text_of(s, &items[i]));
    }
    for (size_t i = s->start; i < s->tokens->count; i++) {
        settle_dashes(s, &items[i], numbers, words);
        if (i > s->start && items[i - 1].kind == THR_RULE)
            items[i].wide = true;
    }
    settle_mark(s);
    thr_token *first = &items[s->start];
    if (words && first->kind == THR_FIGURE
        && thr_looks_made_of(text_of(s, first), "-*.#:"))
        first->kind = THR_WORD;
}

bool
thr_tokens_add(thr_tokens *tokens, thresh_str line) {
    scan s = {.tokens = tokens, .start = tokens->count, .line = line};
    while (!s.failed) {
        bool wide = skip_blanks(&s);
        if (s.at >= line.len)
            break;
        bool stars = s.at > 0 && tokens->count > s.start
                     && tokens->items[tokens->count - 1].to == s.at;
        scan_token(&s, wide && !stars);
    }
    if (!s.failed && tokens->count > s.start) {
        drop_guides(&s);
    }
    if (!s.failed && tokens->count > s.start) {
        join_signs(&s);
        settle(&s);
    }
    return !s.failed;
}

/* ## Solids */

bool
thr_solid_next(const thr_token *tokens, size_t count, size_t *at,
               thr_solid *solid) {
    while (*at < count && tokens[*at].kind == THR_RULE)
        (*at)++;
    if (*at >= count)
        return false;
    size_t i = *at, end = i + 1;
    bool joined = end < count && !tokens[end].wide
                  && tokens[end].kind == THR_WORD;
    *solid = (thr_solid){.first = i,
                         .lo = tokens[i].lo,
                         .wide = tokens[i].wide,
                         .figure = tokens[i].kind == THR_FIGURE && !joined};
    if (!solid->figure)
        for (size_t k = end;
             k < count && !tokens[k].wide && tokens[k].kind != THR_RULE; k++)
            if (tokens[k].kind == THR_WORD)
                end = k + 1;
    solid->end = end;
    solid->hi = tokens[end - 1].hi;
    *at = end;
    return true;
}

void
thr_tokens_free(thr_tokens *tokens) {
    free(tokens->items);
    *tokens = (thr_tokens){0};
}
