/* What the codes of labels say of the tree. See codes.h. */
#include "proof/codes.h"

#include "base/ascii.h"
#include "base/error.h"
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
    size_t end = at;
    while (at < label.len && label.ptr[at] != ' ')
        at++;
    while (end > 0 && label.ptr[end - 1] == '.')
        end--;
    bool worded = at + 1 < label.len && !thr_is_digit(label.ptr[at + 1]);
    return digits > 0 && worded ? thr_str_slice(label, 0, end) : none;
}

/* Whether `inner` is `outer` and one part more, or several. */
static bool
is_inside(thresh_str inner, thresh_str outer) {
    return outer.len > 0 && inner.len > outer.len
           && thr_str_starts(inner, outer) && inner.ptr[outer.len] == '.';
}

thresh_result
thr_codes_apply(const thr_plane *plane, thr_tree *tree, thr_arena *arena,
                thresh_error *err) {
    size_t *open = thr_arena_array(arena, plane->nitems, sizeof *open);
    if (open == NULL)
        return thr_arena_failure(arena, 0, err);
    size_t depth = 0;
    for (size_t i = 0; i < plane->nitems; i++) {
        thresh_str code = code_of(thr_plane_label(plane, i));
        if (code.len == 0)
            continue;
        while (depth > 0
               && !is_inside(code,
                             code_of(thr_plane_label(plane, open[depth - 1]))))
            depth--;
        if (depth > 0 && tree->parent[i] == THRESH_NONE
            && !thr_tree_is_above(tree, i, open[depth - 1]))
            tree->parent[i] = open[depth - 1];
        open[depth++] = i;
    }
    return THRESH_OK;
}
