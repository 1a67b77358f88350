/* The lines of aligned text that are looked at together, each with its tokens
 * and what it looks like by itself.
 *
 *     "Total       61 774    20 696"   figures: a row of numbers
 *     "            Oslo      Bergen"   texts in several places: headings?
 *     "This table shows, for each .."  text in one place
 *     "-----------------------------"  a rule
 */
#ifndef THR_ALIGNED_PAGE_H
#define THR_ALIGNED_PAGE_H

#include "aligned/tokens.h"

/* Columns are looked for in so many characters of a line, and a line that is
 * longer is text. */
enum { THR_PAGE_WIDTH = 1024 };

typedef struct thr_page_line {
    thresh_str text;
    size_t first; /* its tokens in the page */
    size_t count;
    uint32_t lo; /* where its words start and end, rules left out */
    uint32_t hi;
    size_t places; /* that two blanks or more set apart */
    size_t figures;
    bool data;     /* its figures stand apart, as those of a row do */
    bool headings; /* data, but its figures are all years, or count columns */
    bool outlier;  /* has no say in where columns are */
    bool rule;     /* nothing but a rule */
    bool blank;
    bool top; /* the first line of a printed page: a form feed before it */
} thr_page_line;

typedef struct thr_page {
    thr_tokens tokens;
    thr_page_line *lines;
    size_t count;
    size_t room;
} thr_page;

/* The tokens of one line. Where no line has any, there is no array of them:
 * C forbids even NULL + 0. */
static inline const thr_token *
thr_page_tokens(const thr_page *page, size_t line) {
    size_t first = page->lines[line].first;
    return first > 0 ? page->tokens.items + first : page->tokens.items;
}

/* The next solid of a line from its token `*at` on. */
static inline bool
thr_page_solid(const thr_page *page, size_t line, size_t *at,
               thr_solid *solid) {
    return page->lines[line].count > 0
           && thr_solid_next(thr_page_tokens(page, line),
                             page->lines[line].count, at, solid);
}

/* The text of its tokens from `first` to before `end`. */
thresh_str thr_page_text(const thr_page *page, size_t line, size_t first,
                         size_t end);

/* The token behind the words that start with token `i`: single blanks join
 * them. */
static inline size_t
thr_page_words_end(const thr_page *page, size_t line, size_t i) {
    const thr_token *tokens = thr_page_tokens(page, line);
    for (i++; i < page->lines[line].count && !tokens[i].wide; i++)
        ;
    return i;
}

/* The next cell as far as a line tells by itself: a solid, or those that are
 * one number with blanks in it. */
bool thr_page_cell(const thr_page *page, size_t line, size_t *at,
                   thr_solid *cell);

/* How many cells a line has, as far as it tells by itself. */
size_t thr_page_count_cells(const thr_page *page, size_t line);

/* Whether the figure at token `at` may go on with the number before it. */
bool thr_page_grouped(const thr_page *page, size_t line, size_t at);

void thr_page_free(thr_page *page);

#endif
