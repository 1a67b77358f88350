/* Items that are the difference of two others. See difference.h. */
#include "proof/difference.h"

#include <string.h>

#include "base/error.h"
#include "proof/words.h"

/* Evidence that it takes, in quarter bits, besides that for the number of
 * items: less than for a sum where the label says so. */
enum { NEEDED = 4 * 14, NAMED = 4 * 8 };

static bool
is_negative_somewhere(const thr_plane *plane, size_t item) {
    if (!thr_plane_signed(plane))
        return false;
    for (size_t line = 0; line < plane->nlines; line++)
        if (thr_plane_value(plane, item, line).number < 0)
            return true;
    return false;
}

/* Whether one of the first lines fails: most claims do there. */
static bool
fails_at_once(const thr_plane *plane, const thr_terms *terms,
              const thr_claim *claim) {
    enum { FIRST = 4 };
    for (size_t line = 0; line < plane->nlines && line < FIRST; line++)
        if (thr_match_line(plane, terms, claim, line).verdict
            == THR_LINE_FAILED)
            return true;
    return false;
}

/* Try that `net` is the first part less the second. Only where it is called so
 * may a line in eight, or one of a few, fail. */
static bool
is_difference(const thr_plane *plane, const thr_terms *terms, size_t net,
              bool named, const size_t parts[2], thr_match *match) {
    thr_claim claim = {THRESH_DIFFERENCE, net, parts, 2};
    if (!named && fails_at_once(plane, terms, &claim))
        return false;
    *match = thr_match_all(plane, terms, &claim);
    unsigned need = NEEDED + 4 * thr_match_log2(plane->nitems)
                    - (named ? NAMED : 0);
    bool may_fail = named
                    && (8 * match->failed <= match->distinct
                        || (match->failed == 1 && match->distinct >= 2));
    return (match->failed == 0 || may_fail) && match->evidence >= need;
}

/* Try `net` with the items beside it: two before, one on each side, two
 * behind. */
static bool
try_item(const thr_plane *plane, const thr_terms *terms, const size_t *items,
         size_t count, size_t at, bool named, size_t parts[2],
         thr_match *match) {
    for (size_t shift = 0; shift < 3; shift++) {
        size_t others[2], n = 0;
        if (at + shift < 2 || at + shift >= count)
            continue;
        for (size_t i = at + shift - 2; i <= at + shift; i++)
            if (i != at)
                others[n++] = items[i];
        for (size_t order = 0; order < 2; order++) {
            parts[0] = others[order];
            parts[1] = others[1 - order];
            if (is_difference(plane, terms, items[at], named, parts, match))
                return true;
        }
    }
    return false;
}

/* Twice the room, in other memory: the arena keeps the old. Few tables have
 * any, so that none is made before. */
static bool
grow(thr_differences *out, thr_arena *arena) {
    enum { FIRST = 16 };
    size_t room = out->room > 0 ? 2 * out->room : FIRST;
    thr_found *items = thr_arena_raw_array(arena, room, sizeof *items);
    if (items == NULL)
        return false;
    if (out->count > 0)
        memcpy(items, out->items, out->count * sizeof *items);
    out->items = items;
    out->room = room;
    return true;
}

static thresh_result
add(thr_differences *out, size_t net, const size_t parts[2],
    const thr_match *match, thr_arena *arena, thresh_error *err) {
    size_t *kept = thr_arena_array(arena, 2, sizeof *kept);
    if (kept == NULL || (out->count == out->room && !grow(out, arena)))
        return thr_arena_failure(arena, 0, err);
    memcpy(kept, parts, 2 * sizeof *kept);
    out->items[out->count++] = (thr_found){
        .claim = {THRESH_DIFFERENCE, net, kept, 2}, .match = *match};
    return THRESH_OK;
}

static bool
is_named(const thr_plane *plane, size_t item) {
    return (plane->says[item] & THR_SAYS_NET) != 0;
}

thresh_result
thr_differences_of_sums(thr_differences *out, const thr_plane *plane,
                        const thr_terms *terms, const thr_tree *tree,
                        bool *left_out, thr_arena *arena, thresh_error *err) {
    for (size_t i = 0; i < tree->nsums; i++) {
        const thr_claim *sum = &tree->sums[i].claim;
        if (sum->nparts != 2 || is_named(plane, sum->total)
            || is_named(plane, sum->parts[0])
                   == is_named(plane, sum->parts[1]))
            continue;
        size_t which = is_named(plane, sum->parts[1]);
        size_t net = sum->parts[which];
        const size_t parts[2] = {sum->total, sum->parts[1 - which]};
        const thr_claim claim = {THRESH_DIFFERENCE, net, parts, 2};
        thr_match match = thr_match_all(plane, terms, &claim);
        if (left_out[net])
            continue;
        left_out[net] = true;
        THR_TRY(add(out, net, parts, &match, arena, err));
    }
    return THRESH_OK;
}

/* A difference is called so, or is below zero somewhere. */
static bool
may_have_any(const thr_plane *plane) {
    bool any = thr_plane_signed(plane);
    for (size_t i = 0; i < plane->nitems && !any; i++)
        any = is_named(plane, i);
    return any;
}

thresh_result
thr_differences_find(thr_differences *out, const thr_plane *plane,
                     const thr_terms *terms, const bool *left_out,
                     thr_arena *arena, thresh_error *err) {
    size_t nitems = 0;
    if (!may_have_any(plane))
        return THRESH_OK;
    size_t *items = thr_arena_array(arena, plane->nitems, sizeof *items);
    if (items == NULL)
        return thr_arena_failure(arena, 0, err);
    for (size_t i = 0; i < plane->nitems; i++)
        if (!left_out[i])
            items[nitems++] = i;
    for (size_t at = 0; at < nitems; at++) {
        bool named = is_named(plane, items[at]);
        if (!named && !is_negative_somewhere(plane, items[at]))
            continue;
        size_t parts[2];
        thr_match match;
        if (try_item(plane, terms, items, nitems, at, named, parts, &match))
            THR_TRY(add(out, items[at], parts, &match, arena, err));
    }
    return THRESH_OK;
}
