/* A total that stands first and says so. See lead.h. */
#include "proof/lead.h"

#include "proof/titled.h"
#include "proof/words.h"

static uint32_t
indent_of(const thr_plane *plane, size_t item) {
    return thr_categories_indent(&plane->table->categories[plane->dimension],
                                 item);
}

/* Whether `item` could be a part of the first one: a root with values that is
 * printed no less deep. */
static bool
is_below(const thr_plane *plane, const bool *empty, const thr_tree *tree,
         size_t item) {
    return tree->parent[item] == THR_NO_PARENT && !empty[item]
           && indent_of(plane, item) >= indent_of(plane, 0);
}

/* Whether some line says that `part` is too large for a part of `whole` and
 * too large for what `whole` is an average of: that is so where all that
 * follows is. */
static bool
is_beyond(const thr_plane *plane, const bool *empty, const thr_tree *tree,
          size_t line) {
    thr_value whole = thr_plane_value(plane, 0, line);
    size_t known = 0;
    for (size_t i = 1; whole.state == THR_KNOWN && i < plane->nitems; i++) {
        thr_value part = thr_plane_value(plane, i, line);
        if (part.state != THR_KNOWN || !is_below(plane, empty, tree, i))
            continue;
        if (part.number <= whole.number)
            return false;
        known++;
    }
    return known > 0;
}

/* Whether the first item names a country and no other does. */
static bool
is_country(const thr_plane *plane) {
    if (!thr_words_country(thr_plane_label(plane, 0)))
        return false;
    for (size_t i = 1; i < plane->nitems; i++)
        if (thr_words_country(thr_plane_label(plane, i)))
            return false;
    return true;
}

bool
thr_lead_says_total(const thr_plane *plane, size_t item) {
    return thr_plane_is_named(plane, item) || (item == 0 && is_country(plane));
}

/* Whether item `other` is all that is below the first one, and never more than
 * it: "All industries" below "Total labour force" is a part of it. */
static bool
is_all_of_it(const thr_plane *plane, const bool *empty, const thr_tree *tree,
             size_t other) {
    for (size_t i = 1; i < plane->nitems; i++)
        if (i != other && tree->parent[i] == THR_NO_PARENT)
            return false;
    for (size_t line = 0; line < plane->nlines; line++) {
        thr_value whole = thr_plane_value(plane, 0, line);
        thr_value part = thr_plane_value(plane, other, line);
        if (whole.state != THR_KNOWN || part.state != THR_KNOWN
            || part.number > whole.number)
            return false;
    }
    return is_below(plane, empty, tree, other);
}

static bool
says_so(const thr_plane *plane) {
    return thr_plane_is_named(plane, 0) || is_country(plane);
}

/* Whether the title says that the first item holds the others: it has no parts
 * yet, printed deeper below it, for those at its own depth stand beside it. */
static bool
title_says_so(const thr_plane *plane, const bool *empty,
              const thr_tree *tree) {
    for (size_t i = 1; i < plane->nitems; i++)
        if (tree->parent[i] == 0)
            return false;
    return thr_titled(plane, empty, tree);
}

/* Whether the first item says that it holds the others, or the title does, and
 * no sum tells more. One line is too little to see that it could. */
static bool
leads(const thr_plane *plane, const bool *empty, const thr_tree *tree) {
    if (plane->nitems < 3 || plane->nlines < 2 || empty[0] || tree->is_total[0]
        || tree->parent[0] != THR_NO_PARENT
        || !(says_so(plane) || title_says_so(plane, empty, tree)))
        return false;
    for (size_t i = 1; i < plane->nitems; i++)
        if (thr_plane_is_named(plane, i) && tree->is_total[i]
            && tree->parent[i] == THR_NO_PARENT
            && !is_all_of_it(plane, empty, tree, i))
            return false; /* it is one of several totals */
    return true;
}

/* Whether all that stands below labels without values, and the roots with
 * some, come to nearly the first item in `line`: -1 where that is not known.
 * The numbers of chained volumes, for one, do not add up exactly. */
static int
nearly_adds_up(const thr_plane *plane, const bool *empty, const thr_tree *tree,
               size_t line) {
    enum { PART = 64 }; /* of the first that may be missing, or too much */
    thr_value whole = thr_plane_value(plane, 0, line);
    double sum = 0;
    for (size_t i = 1; i < plane->nitems; i++) {
        size_t above = thr_tree_parent(tree, i);
        thr_value value = thr_plane_value(plane, i, line);
        if (empty[i] || !(above == THRESH_NONE || empty[above]))
            continue;
        if (value.state != THR_KNOWN)
            return -1;
        sum += (double)value.number;
    }
    if (whole.state != THR_KNOWN)
        return -1;
    double off = sum - (double)whole.number;
    return (off < 0 ? -off : off) * PART <= (double)whole.number;
}

/* Labels without values may be several views of the first item, by age and by
 * sex. They are its parts where all they hold is one view. */
static bool
are_one_view(const thr_plane *plane, const bool *empty, const thr_tree *tree) {
    enum { FEWEST = 3 };
    size_t right = 0;
    for (size_t line = 0; line < plane->nlines; line++) {
        int adds_up = nearly_adds_up(plane, empty, tree, line);
        if (adds_up == 0)
            return false;
        right += adds_up > 0;
    }
    return right >= FEWEST;
}

void
thr_lead_apply(const thr_plane *plane, const bool *empty, thr_tree *tree) {
    size_t against = 0;
    if (!leads(plane, empty, tree))
        return;
    for (size_t line = 0; line < plane->nlines; line++)
        against += is_beyond(plane, empty, tree, line);
    if (2 * against > plane->nlines)
        return;
    bool says = says_so(plane);
    bool one_view = are_one_view(plane, empty, tree);
    for (size_t i = 1; i < plane->nitems; i++)
        if ((is_below(plane, empty, tree, i)
             && (says || !thr_plane_is_named(plane, i)))
            || (one_view && empty[i] && tree->parent[i] == THR_NO_PARENT))
            tree->parent[i] = 0;
}
