/* What the codes of labels say of the tree. See codes.h. */
#include "proof/codes.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "base/error.h"
#include "base/grow.h"
#include "base/str.h"

/* The code at the start of a label, "HC.1.1" or "1": letters, at most three,
 * and numbers with dots between; a blank and words must follow. */
static thresh_str
code_of(thresh_str label) {
    enum { MOST_LETTERS = 3 };
    thresh_str none = {NULL, 0};
    size_t at = 0, digits = 0;
    while (at < label.len && thr_is_upper(label.ptr[at]))
        at++;
    if (at > MOST_LETTERS)
        return none;
    while (at < label.len
           && (thr_is_digit(label.ptr[at]) || label.ptr[at] == '.'))
        digits += thr_is_digit(label.ptr[at++]);
    if (digits == 0)
        return none;
    size_t end = at;
    while (at < label.len && label.ptr[at] != ' ')
        at++;
    while (label.ptr[end - 1] == '.')
        end--;
    bool worded = at + 1 < label.len && !thr_is_digit(label.ptr[at + 1]);
    return worded ? thr_str_slice(label, 0, end) : none;
}

/* Items that what follows may be inside of, each inside of the one before. */
typedef struct opened {
    uint32_t *items;
    size_t depth;
    size_t room;
} opened;

/* Whether `inner` is `outer` and one part more, or several. */
static bool
is_inside(thresh_str inner, thresh_str outer) {
    return outer.len > 0 && inner.len > outer.len
           && thr_str_starts(inner, outer) && inner.ptr[outer.len] == '.';
}

/* Put item `i`, with a code, below the last of the open items that its code is
 * inside of, and open it. */
static bool
place(const thr_plane *plane, thr_tree *tree, opened *open, size_t i,
      thresh_str code) {
    while (open->depth > 0
           && !is_inside(code, code_of(thr_plane_label(
                                   plane, open->items[open->depth - 1]))))
        open->depth--;
    size_t above = open->depth > 0 ? open->items[open->depth - 1]
                                   : THRESH_NONE;
    if (above != THRESH_NONE && tree->parent[i] == THR_NO_PARENT
        && !thr_tree_is_above(tree, i, above))
        tree->parent[i] = (uint32_t)above;
    uint32_t *items = thr_grow(open->items, &open->room, open->depth + 1,
                               sizeof *items);
    if (items == NULL)
        return false;
    open->items = items;
    items[open->depth++] = (uint32_t)i;
    return true;
}

thresh_result
thr_codes_apply(const thr_plane *plane, thr_tree *tree, thresh_error *err) {
    opened open = {0};
    bool done = true;
    for (size_t i = 0; i < plane->nitems && done; i++) {
        thresh_str code = code_of(thr_plane_label(plane, i));
        done = code.len == 0 || place(plane, tree, &open, i, code);
    }
    free(open.items);
    return done ? THRESH_OK : thr_fail_memory(err);
}
