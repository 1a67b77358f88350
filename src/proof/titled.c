/* The first category, found in the title. See titled.h. */
#include "proof/titled.h"

#include <string.h>

#include "base/ascii.h"
#include "base/str.h"
#include "proof/words.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Where `words` stand in `text`, as words of their own, or THRESH_NONE. */
static size_t
find_words(thresh_str text, thresh_str words) {
    for (size_t from = 0; words.len > 0 && from < text.len;) {
        size_t at = thr_str_find_nocase(thr_str_from(text, from), words);
        if (at == THRESH_NONE)
            return THRESH_NONE;
        at += from;
        size_t end = at + words.len;
        if ((at == 0 || !thr_in_word(text.ptr[at - 1]))
            && (end == text.len || !thr_in_word(text.ptr[end])))
            return at;
        from = at + 1;
    }
    return THRESH_NONE;
}

/* What a label names, without how it is measured: "Gross domestic product" of
 * "Gross domestic product at market prices". */
static thresh_str
named_by(thresh_str label) {
    static const char *const measured[] = {" at ", " (", ", "};
    for (size_t i = 0; i < COUNT(measured); i++) {
        size_t at = thr_str_find_nocase(label, thr_str(measured[i]));
        if (at != THRESH_NONE)
            label.len = at;
    }
    return label;
}

static bool
has_any(thresh_str text, const char *const *words, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (thr_str_find_nocase(text, thr_str(words[i])) != THRESH_NONE)
            return true;
    return false;
}

/* Whether the text behind a name leaves it alone: nothing, or how it is
 * divided or measured. "Births and deaths" is a table of two things, and
 * "Meat, milk and eggs" of three. */
static bool
is_alone(thresh_str behind) {
    static const char *const by[] = {" by ",    " nach ", " etter ",
                                     " efter ", " par ",  " por "};
    static const char *const others[] = {",",    "&",     " and ", " und ",
                                         " og ", " och ", " et ",  " y "};
    if (thr_first(behind) == ',')
        return has_any(behind, by, COUNT(by))
               || !has_any(thr_str_from(behind, 1), others, COUNT(others));
    if (thr_first(behind) != ' ')
        return true;
    for (size_t i = 0; i < COUNT(by); i++)
        if (thr_str_starts(behind, thr_str(by[i])))
            return true;
    return behind.len < 2 || !thr_in_word(behind.ptr[1]);
}

/* The title without what stands in parentheses at its end: which part of it
 * the table shows. */
static thresh_str
without_part(thresh_str title) {
    size_t open = title.len;
    if (thr_last(title) != ')')
        return title;
    while (open > 0 && title.ptr[open - 1] != '(')
        open--;
    return open > 1 ? thr_str_trim(thr_str_slice(title, 0, open - 1)) : title;
}

/* "Deduct: Imports" is taken off the whole. */
static bool
is_deducted(thresh_str label) {
    static const char *const words[] = {"deduct", "less", "minus"};
    for (size_t i = 0; i < COUNT(words); i++) {
        size_t len = strlen(words[i]);
        if (label.len > len && !thr_in_word(label.ptr[len])
            && thr_str_equal_nocase(thr_str_slice(label, 0, len),
                                    thr_str(words[i])))
            return true;
    }
    return false;
}

/* Whether the roots below the first item can be its parts in `line`: they come
 * to nearly as much, as chained volumes do, or they are numbers with decimals
 * and of its own size, as indices are. Births beside a population are none. */
static bool
can_be_parts(const thr_plane *plane, const bool *empty, const thr_tree *tree,
             size_t line) {
    enum { SIZE = 4, NEAR = 64 };
    thr_value whole = thr_plane_value(plane, 0, line);
    double all = (double)whole.number, sum = 0;
    bool alike = plane->scale[line] > 0;
    for (size_t i = 1; i < plane->nitems; i++) {
        thr_value value = thr_plane_value(plane, i, line);
        if (tree->parent[i] != THR_NO_PARENT || empty[i]
            || thr_plane_is_named(plane, i) || value.state != THR_KNOWN)
            continue;
        double part = (double)value.number;
        sum += is_deducted(thr_plane_label(plane, i)) ? -part : part;
        alike = alike && SIZE * part >= all && part <= SIZE * all;
    }
    double off = sum < all ? all - sum : sum - all;
    return whole.state != THR_KNOWN || alike || NEAR * off <= all;
}

bool
thr_titled(const thr_plane *plane, const bool *empty, const thr_tree *tree) {
    thresh_str title = without_part(plane->table->caption.title);
    thresh_str name = named_by(thr_plane_label(plane, 0));
    size_t at = find_words(title, name);
    if (plane->axis != THRESH_ROWS || at == THRESH_NONE
        || !thr_in_word(thr_first(name))
        || !is_alone(thr_str_from(title, at + name.len)))
        return false;
    for (size_t i = 1; i < plane->nitems; i++)
        if ((plane->says[i] & THR_SAYS_RATE) != 0
            || find_words(title, named_by(thr_plane_label(plane, i)))
                   != THRESH_NONE)
            return false;
    for (size_t line = 0; line < plane->nlines; line++)
        if (!can_be_parts(plane, empty, tree, line))
            return false;
    return true;
}
