/* Groups of rates. See sectors.h. */
#include "proof/sectors.h"

#include "base/str.h"
#include "model/categories.h"

static uint32_t
indent_of(const thr_plane *plane, size_t item) {
    return thr_categories_indent(&plane->table->categories[plane->dimension],
                                 item);
}

/* The last word of a label, if it is one for a group, or nothing. */
static thresh_str
group_word(thresh_str label) {
    static const char *const words[] = {
        "sector", "sectors",    "region",    "regions", "area",
        "areas",  "industries", "countries", "zone",    "division"};
    size_t start = label.len;
    while (start > 0 && label.ptr[start - 1] != ' ')
        start--;
    thresh_str last = thr_str_from(label, start);
    for (size_t i = 0; start > 0 && i < sizeof words / sizeof *words; i++)
        if (thr_str_equal_nocase(last, thr_str(words[i])))
            return last;
    return (thresh_str){0};
}

static bool
is_root(const thr_tree *tree, size_t item) {
    return tree->parent[item] == THR_NO_PARENT;
}

static bool
is_group(const thr_plane *plane, thresh_str word, size_t item) {
    return thr_str_equal_nocase(group_word(thr_plane_label(plane, item)),
                                word);
}

/* The next root behind `item` that is a group, or the end. */
static size_t
next_group(const thr_plane *plane, const thr_tree *tree, thresh_str word,
           size_t item) {
    do
        item++;
    while (item < plane->nitems
           && !(is_root(tree, item) && is_group(plane, word, item)));
    return item;
}

/* Whether the number of `group` in `line` lies between those of the roots
 * behind it, up to `end`, or is not known. */
static bool
lies_between(const thr_plane *plane, const thr_tree *tree, size_t group,
             size_t end, size_t line) {
    thr_value whole = thr_plane_value(plane, group, line);
    bool above = false, below = false;
    for (size_t i = group + 1; i < end; i++) {
        thr_value part = thr_plane_value(plane, i, line);
        if (!is_root(tree, i) || part.state != THR_KNOWN)
            continue;
        above |= part.number >= whole.number;
        below |= part.number <= whole.number;
    }
    return whole.state != THR_KNOWN || (above && below);
}

/* Whether the roots between `group` and `end` can be its parts: two or more,
 * with values, printed no less deep, and none a total. */
static bool
holds(const thr_plane *plane, const bool *empty, const thr_tree *tree,
      size_t group, size_t end) {
    size_t parts = 0;
    for (size_t i = group + 1; i < end; i++) {
        if (!is_root(tree, i))
            continue;
        if (empty[i] || thr_plane_is_named(plane, i) || tree->is_total[i]
            || indent_of(plane, i) < indent_of(plane, group))
            return false;
        parts++;
    }
    for (size_t line = 0; line < plane->nlines; line++)
        if (!lies_between(plane, tree, group, end, line))
            return false;
    return parts >= 2 && !empty[group] && !tree->is_total[group];
}

void
thr_sectors_apply(const thr_plane *plane, const bool *empty, thr_tree *tree) {
    enum { FEWEST = 2 }; /* groups, and lines that show them */
    thresh_str word = group_word(thr_plane_label(plane, 0));
    size_t groups = 0;
    if (plane->axis != THRESH_ROWS || plane->nlines < FEWEST || word.len == 0
        || !is_root(tree, 0))
        return;
    for (size_t i = 0, end; i < plane->nitems; i = end, groups++) {
        end = next_group(plane, tree, word, i);
        if (!holds(plane, empty, tree, i, end))
            return;
    }
    for (size_t i = 0, group = 0; groups >= FEWEST && i < plane->nitems; i++)
        if (is_root(tree, i)) {
            if (is_group(plane, word, i))
                group = i;
            else
                tree->parent[i] = (uint32_t)group;
        }
}
