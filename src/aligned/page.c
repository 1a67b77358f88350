/* Lines of aligned text, cut into cells each by itself. See page.h. */
#include "aligned/page.h"

#include <stdlib.h>

#include "aligned/looks.h"
#include "base/str.h"

thresh_str
thr_page_text(const thr_page *page, size_t line, size_t first, size_t end) {
    const thr_token *tokens = thr_page_tokens(page, line);
    return thr_str_slice(page->lines[line].text, tokens[first].from,
                         tokens[end - 1].to);
}

bool
thr_page_grouped(const thr_page *page, size_t line, size_t at) {
    const thr_token *tokens = thr_page_tokens(page, line);
    if (at == 0 || tokens[at].wide || tokens[at].kind != THR_FIGURE
        || tokens[at - 1].kind != THR_FIGURE)
        return false;
    /* "341.2 1 702.1": what cannot go on with a number starts one. */
    bool start =
        at == 1 || tokens[at - 1].wide || tokens[at - 2].kind != THR_FIGURE
        || !thr_looks_grouped(thr_page_text(page, line, at - 2, at - 1),
                              thr_page_text(page, line, at - 1, at), true);
    return thr_looks_grouped(thr_page_text(page, line, at - 1, at),
                             thr_page_text(page, line, at, at + 1), start);
}

bool
thr_page_cell(const thr_page *page, size_t line, size_t *at, thr_solid *cell) {
    if (!thr_page_solid(page, line, at, cell))
        return false;
    while (cell->figure && *at < page->lines[line].count
           && thr_page_grouped(page, line, *at)) {
        ++*at;
        cell->end = *at;
        cell->hi = thr_page_tokens(page, line)[*at - 1].hi;
    }
    return true;
}

size_t
thr_page_count_cells(const thr_page *page, size_t line) {
    size_t count = 0;
    thr_solid cell;
    for (size_t at = 0; thr_page_cell(page, line, &at, &cell);)
        count++;
    return count;
}

void
thr_page_free(thr_page *page) {
    thr_tokens_free(&page->tokens);
    free(page->lines);
    *page = (thr_page){0};
}
