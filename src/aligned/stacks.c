/* The places of headings by themselves. See stacks.h. */
#include "aligned/stacks.h"

/* Put a place among the others, which are in order. False if memory is
 * exhausted. */
static bool
insert(thr_columns *stacks, uint32_t lo, uint32_t hi) {
    if (!thr_columns_add(stacks, 0, 0))
        return false;
    size_t at = stacks->count - 1;
    for (; at > 1 && stacks->items[at - 1].lo > lo; at--)
        stacks->items[at] = stacks->items[at - 1];
    stacks->items[at] = (thr_column){.lo = lo, .hi = hi};
    return true;
}

/* Whether words stand over a stack: one character may touch it by chance. */
static bool
is_over(const thr_column *stack, uint32_t lo, uint32_t hi) {
    uint32_t shared = thr_shared(stack->lo, stack->hi, lo, hi);
    return shared > 1
           || (shared == 1 && (hi == lo + 1 || stack->hi == stack->lo + 1));
}

/* Take words into the stack that they stand over; words over several are no
 * part of any, and words over none are the first of one. */
static bool
take(thr_columns *stacks, uint32_t lo, uint32_t hi) {
    size_t over = 0, count = 0;
    for (size_t i = 1; i < stacks->count; i++)
        if (is_over(&stacks->items[i], lo, hi)) {
            over = i;
            count++;
        }
    if (count == 0)
        return insert(stacks, lo, hi);
    thr_column *stack = &stacks->items[over];
    if (count == 1 && lo < stack->lo)
        stack->lo = lo;
    if (count == 1 && hi > stack->hi)
        stack->hi = hi;
    return true;
}

/* Take the words of one line, right of the labels. */
static bool
take_line(thr_columns *stacks, const thr_page *page, size_t line) {
    const thr_token *tokens = thr_page_tokens(page, line);
    size_t count = page->lines[line].count, end;
    for (size_t i = 0; i < count; i = end) {
        end = thr_page_words_end(page, line, i);
        if (tokens[i].kind != THR_RULE && tokens[i].lo >= stacks->items[0].hi
            && !take(stacks, tokens[i].lo, tokens[end - 1].hi))
            return false;
    }
    return true;
}

bool
thr_stacks_find(thr_columns *stacks, const thr_page *page,
                const thr_extent *extent, const thr_columns *columns,
                bool *found) {
    stacks->count = 0;
    const thr_column *labels = &columns->items[0];
    bool done = thr_columns_add(stacks, labels->lo, labels->hi);
    for (size_t i = extent->body; done && i-- > extent->top;)
        done = take_line(stacks, page, i);
    *found = done && stacks->count == columns->count;
    return done;
}
