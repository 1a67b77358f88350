/* Figures that may be headings. See figured.h. */
#include "aligned/figured.h"

#include "base/ascii.h"
#include "base/str.h"

/* ## Figures that are alike */

/* The value of a whole number below 10000, bare or "(1)", or 0. */
static unsigned
small_number(thresh_str text) {
    unsigned value = 0;
    if (text.len > 2 && text.ptr[0] == '(' && thr_last(text) == ')')
        text = thr_str_slice(text, 1, text.len - 1);
    for (size_t i = 0; i < text.len; i++) {
        if (!thr_is_digit(text.ptr[i]) || i > 3)
            return 0;
        value = value * 10 + (unsigned)(text.ptr[i] - '0');
    }
    return value;
}

/* So many figures at least count columns. */
enum { FEW = 3 };

static bool
ends_with_letter(thresh_str text) {
    char c = (char)(text.ptr[text.len - 1] | 0x20);
    return thr_is_lower(c);
}

/* What the figures of a line are alike in. */
typedef struct likeness {
    size_t figures;
    unsigned first; /* 0 = it is none of 1 to 9999 */
    unsigned last;
    bool years;
    bool counted;  /* each is the one before and 1 */
    bool lettered; /* each has a letter at its end */
    bool flags;    /* each is letters in brackets: "(P)" */
    bool word;     /* a word stands behind a figure */
} likeness;

static void
look_at_figure(likeness *all, thresh_str text) {
    unsigned value = small_number(text);
    all->counted = all->counted
                   && (all->figures == 0 || value == all->last + 1);
    if (all->figures++ == 0)
        all->first = value;
    all->last = value;
    all->years = all->years && value >= 1700 && value < 2100;
    all->lettered = all->lettered && ends_with_letter(text);
    all->flags = all->flags && text.ptr[0] == '('
                 && ends_with_letter(thr_str_slice(text, 0, text.len - 1));
}

static likeness
look_at_figures(const thr_page *page, size_t at) {
    const thr_page_line *line = &page->lines[at];
    const thr_token *tokens = thr_page_tokens(page, at);
    likeness all = {
        .years = true, .counted = true, .lettered = true, .flags = true};
    for (size_t i = 0; i < line->count; i++)
        if (tokens[i].kind == THR_FIGURE)
            look_at_figure(&all, thr_page_text(page, at, i, i + 1));
        else
            all.word = all.word
                       || (all.figures > 0 && tokens[i].kind == THR_WORD);
    return all;
}

/* Whether a line of several texts that is no row stands right above. */
static bool
is_below_texts(const thr_page *page, size_t at) {
    return at > 0 && !page->lines[at - 1].data
           && page->lines[at - 1].places > 1;
}

/* Whether the figures of a row can as well be headings: years, or 1, 2, 3 as
 * columns are numbered, or 7, 8, 9, 10 with a word behind them, or "24N 44N
 * 64N", for not every value has a flag, or "(P)" and "(R)" below other
 * headings. The numbers of columns stand over a gap. */
static bool
are_alike(const thr_page *page, size_t at) {
    likeness all = look_at_figures(page, at);
    bool many = all.figures > FEW;
    if (all.years || (all.lettered && many)
        || (all.flags && is_below_texts(page, at)))
        return true;
    return all.counted && !page->lines[at + 1].data
           && ((all.first == 1 && all.last >= FEW) || (all.word && many));
}

/* ## Figures that go on */

/* Whether a word goes on with a number: "to", of "15 to". */
static bool
is_open(thresh_str word) {
    static const char *const words[] = {
        "to",    "-",   "\xE2\x80\x93", "and",      "bis", "under", "over",
        "unter", "til", "till",         "\xC3\xA0", "a",   "less",  "than",
        "moins", "de",  "ans",          "der",      "age", "aged",  "years"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (thr_str_equal_nocase(word, thr_str(words[i])))
            return true;
    return word.len > 1 && thr_last(word) == '-';
}

/* Whether a token is a whole number of two digits or less, as an age or the
 * first of "1 year" is. */
static bool
is_small(const thr_page *page, size_t line, size_t i) {
    enum { MOST = 100 };
    thresh_str text = thr_page_text(page, line, i, i + 1);
    return small_number(text) < MOST
           && (small_number(text) > 0 || thr_str_equal(text, THR_LIT("0")));
}

/* Whether words that stand over `token` in line `line` end there with what
 * goes on, "15 to", "20-" or "under"; or, below it, are words at all. */
static bool
meets(const thr_page *page, size_t line, const thr_token *token, bool above) {
    const thr_token *tokens = thr_page_tokens(page, line);
    size_t count = page->lines[line].count;
    for (size_t i = 0; i < count; i++) {
        bool last = i + 1 == count || tokens[i + 1].wide;
        if (tokens[i].hi + 1 < token->lo || tokens[i].lo > token->hi + 1
            || (above && !last))
            continue;
        if (above ? is_open(thr_page_text(page, line, i, i + 1))
                  : tokens[i].kind == THR_WORD)
            return true;
    }
    return false;
}

/* Whether a line leaves the place free where the one below has its first
 * words, the heading of the labels. */
static bool
leaves_labels(const thr_page *page, size_t at) {
    const thr_token *below = thr_page_tokens(page, at + 1);
    size_t end = 1;
    while (end < page->lines[at + 1].count && !below[end].wide)
        end++;
    return thr_page_tokens(page, at)[0].lo >= below[end - 1].hi;
}

/* Whether each figure of a line goes on with words in the line above, or in
 * the one below, which is no row, and there is no label. */
static bool
goes_with(const thr_page *page, size_t at, bool above) {
    if (above ? at == 0 : at + 1 >= page->count)
        return false;
    size_t other = above ? at - 1 : at + 1, met = 0;
    const thr_page_line *line = &page->lines[at];
    const thr_token *tokens = thr_page_tokens(page, at);
    if (page->lines[other].data || page->lines[other].places < 2
        || (!above && !leaves_labels(page, at)))
        return false;
    for (size_t i = 0; i < line->count; i++) {
        if (tokens[i].kind != THR_FIGURE)
            continue;
        if (!is_small(page, at, i) || !meets(page, other, &tokens[i], above))
            return false;
        met++;
    }
    return met > 1;
}

bool
thr_figured_may_head(const thr_page *page, size_t at) {
    return page->lines[at].data
           && (are_alike(page, at) || goes_with(page, at, true)
               || goes_with(page, at, false));
}

bool
thr_figured_counts(const thr_page *page, size_t at) {
    if (!page->lines[at].data || !page->lines[at].headings)
        return false;
    likeness all = look_at_figures(page, at);
    return all.counted && all.first == 1 && all.last >= FEW && !all.word;
}
