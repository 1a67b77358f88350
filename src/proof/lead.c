/* A total that stands first and says so. See lead.h. */
#include "proof/lead.h"

#include "proof/words.h"

static uint32_t
indent_of(const thr_plane *plane, size_t item) {
    return plane->table->categories[plane->dimension].items[item].indent;
}

/* Whether `item` could be a part of the first one: a root with values that is
 * printed no less deep. */
static bool
is_below(const thr_plane *plane, const bool *empty, const thr_tree *tree,
         size_t item) {
    return tree->parent[item] == THRESH_NONE && !empty[item]
           && indent_of(plane, item) >= indent_of(plane, 0);
}

/* Whether some line says that `part` is too large for a part of `whole` and
 * too large for what `whole` is an average of: that is so where all that
 * follows is. */
static bool
is_beyond(const thr_plane *plane, const bool *empty, const thr_tree *tree,
          size_t line) {
    thr_value whole = thr_plane_value(plane, 0, line);
    size_t known = 0, beyond = 0;
    for (size_t i = 1; whole.state == THR_KNOWN && i < plane->nitems; i++) {
        thr_value part = thr_plane_value(plane, i, line);
        if (part.state != THR_KNOWN || !is_below(plane, empty, tree, i))
            continue;
        known++;
        beyond += part.number > whole.number;
    }
    return known > 0 && beyond == known;
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
    return thr_words_total(thr_plane_label(plane, item))
           || (item == 0 && is_country(plane));
}

/* Whether the first item says that it holds the others, and no sum tells more.
 * One line is too little to see that it could. */
static bool
leads(const thr_plane *plane, const bool *empty, const bool *named,
      const thr_tree *tree) {
    if (plane->nitems < 3 || plane->nlines < 2 || empty[0] || tree->is_total[0]
        || tree->parent[0] != THRESH_NONE || !(named[0] || is_country(plane)))
        return false;
    for (size_t i = 1; i < plane->nitems; i++)
        if (named[i] && tree->is_total[i] && tree->parent[i] == THRESH_NONE)
            return false; /* it is one of several totals */
    return true;
}

void
thr_lead_apply(const thr_plane *plane, const bool *empty, const bool *named,
               thr_tree *tree) {
    size_t against = 0;
    if (!leads(plane, empty, named, tree))
        return;
    for (size_t line = 0; line < plane->nlines; line++)
        against += is_beyond(plane, empty, tree, line);
    if (2 * against > plane->nlines)
        return;
    for (size_t i = 1; i < plane->nitems; i++)
        if (is_below(plane, empty, tree, i))
            tree->parent[i] = 0;
}
