/* The search for the tree of totals along one dimension. See tree.h.
 *
 * The search below one item stops when the parts so far exceed it, by more
 * than all numbers below zero could take away. Counts are not negative, so an
 * item far down the stack is looked at again only by totals twice as large as
 * the one before: the cost is near-linear. A budget bounds it whatever the
 * numbers are. */
#include "proof/tree.h"

#include <string.h>

#include "base/error.h"
#include "proof/judge.h"
#include "proof/lists.h"
#include "proof/probe.h"
#include "proof/recall.h"

enum {
    MOST_TRIES = 8,       /* full comparisons below one item */
    MOST_STEP = 4,        /* columns of as many kinds in turn */
    SIGNED_DEPTH = 64,    /* how far to search where parts take much away */
    STEPS_PER_ITEM = 128, /* of the budget */
};

/* Evidence that it takes more where parts do not touch, in quarter bits. */
enum { APART = 4 * 8 };

typedef struct walk {
    const thr_search *search;
    thr_tree *tree;
    thr_samples samples;
    uint64_t steps;  /* what is left of the budget */
    uint32_t *stack; /* the items taken, and between walks the roots: `nroots`
                        of them, which a walk takes from the same memory */
    uint64_t *marks; /* of as many items of the stack: which they are. NULL
                        where they are too many to be remembered */
    size_t depth;
    size_t nroots;
    size_t *parts;          /* of one total */
    size_t room;            /* for so many of them */
    uint8_t *worth;         /* of each item, whether it may be a total */
    thr_recall memories[2]; /* upwards and downwards */
    bool again;             /* let totals have a second set of parts */
    thr_arena scratch; /* for all of that: given back before the proof goes
                          on */
} walk;

/* ## The stack */

static void
push(walk *w, uint32_t item) {
    w->stack[w->depth] = item;
    if (w->marks != NULL)
        w->marks[w->depth + 1] = thr_recall_mark(w->marks[w->depth], item);
    w->depth++;
}

/* ## Judging */

/* The number of sums to try, in quarter bits. */
static unsigned
choices_of(const walk *w, size_t nparts) {
    return 4 * thr_match_log2(w->search->plane->nitems * nparts);
}

static bool
is_believed(const walk *w, const thr_match *match, const thr_claim *claim,
            bool apart) {
    unsigned choices = choices_of(w, claim->nparts) + (apart ? APART : 0);
    /* A second set of parts is easily found where one is a little wrong. */
    if (w->tree->is_total[claim->total] && match->failed > 0)
        return false;
    return thr_judge_believes(w->search, claim, match,
                              thr_judge_needed(w->search, claim, choices));
}

static size_t
place_of(const walk *w, const thr_choice *c, size_t part) {
    return w->depth - 1 - c->first - part * c->step;
}

/* Room for so many parts: few totals have many. */
static bool
make_room(walk *w, size_t nparts) {
    enum { FEW = 1024 };
    size_t all = w->search->plane->nitems;
    if (nparts <= w->room)
        return true;
    size_t room = nparts <= FEW && FEW < all ? FEW : all;
    w->parts = thr_arena_raw_array(&w->scratch, room, sizeof *w->parts);
    w->room = w->parts != NULL ? room : 0;
    return w->parts != NULL;
}

/* The chosen items, in the order of the table; NULL if memory is exhausted. */
static const size_t *
copy_parts(walk *w, const thr_choice *c, bool downwards) {
    if (!make_room(w, c->nparts))
        return NULL;
    for (size_t i = 0; i < c->nparts; i++) {
        size_t part = downwards ? c->nparts - 1 - i : i;
        w->parts[i] = w->stack[place_of(w, c, part)];
    }
    return w->parts;
}

static void
take_off(walk *w, const thr_choice *c) {
    size_t lowest = place_of(w, c, c->nparts - 1), depth = w->depth;
    w->depth = lowest;
    for (size_t at = lowest; at < depth; at++) {
        size_t above = depth - 1 - at;
        bool taken = above >= c->first && (above - c->first) % c->step == 0;
        if (!taken)
            push(w, w->stack[at]);
    }
}

/* Pay for some comparisons out of the budget; false when it is used up. */
static bool
pay(walk *w, uint64_t steps) {
    w->tree->gave_up |= w->steps < steps;
    w->steps -= w->steps < steps ? w->steps : steps;
    return w->steps > 0;
}

/* Take the parts of `next` in full, if that is believed and no worse than
 * what is there. */
static void
try_choice(walk *w, size_t total, bool downwards, thr_choice *next,
           thr_choice *best) {
    const thr_plane *plane = w->search->plane;
    w->tree->tried = true;
    if (!pay(w, next->nparts * plane->nlines / THR_MOST_PROBES))
        return;
    const thr_claim claim = {THRESH_SUM, total, copy_parts(w, next, downwards),
                             next->nparts};
    if (claim.parts == NULL)
        return;
    next->match = thr_match_all(plane, &w->search->terms, &claim);
    if (is_believed(w, &next->match, &claim, next->step > 1 || next->first > 0)
        && (best->nparts == 0
            || thr_judge_score(&next->match) >= thr_judge_score(&best->match)))
        *best = *next;
}

/* Whether the parts so far agree with the total often enough to look at all
 * lines. */
static bool
is_likely(const walk *w, const thr_poll *poll) {
    if (poll->agree == 0)
        return false;
    return w->search->lenient ? 5 * poll->agree >= 2 * poll->decided
                              : 3 * poll->agree >= 2 * poll->decided;
}

static size_t
most_parts(const walk *w, const thr_choice *c, const thr_probes *probes) {
    if (w->depth <= c->first)
        return 0;
    size_t most = (w->depth - c->first - 1) / c->step + 1;
    return most > SIGNED_DEPTH && thr_probes_signed(probes) ? SIGNED_DEPTH
                                                            : most;
}

/* Whether the two topmost items are too much for `total` already: that is paid
 * for as the search would. */
static bool
is_exceeded(walk *w, size_t total) {
    size_t parts = thr_samples_exceeded(
        &w->samples, total, w->stack[w->depth - 1], w->stack[w->depth - 2]);
    for (size_t i = 0; i < parts && pay(w, 1); i++)
        ;
    return parts > 0;
}

/* Find how many items below `first` the item `total` is the sum of. */
static void
find_along(walk *w, size_t total, bool downwards, thr_choice next,
           thr_choice *best) {
    thr_probes probes;
    thr_probes_start(&probes, &w->samples, total);
    size_t tries = 0, most = most_parts(w, &next, &probes);
    for (next.nparts = 1; next.nparts <= most; next.nparts++) {
        size_t lowest = w->stack[place_of(w, &next, next.nparts - 1)];
        if ((next.step > 1
             && !thr_lists_alike(w->search->plane, total, lowest))
            || !pay(w, 1))
            return;
        thr_poll poll = thr_probes_add(&probes, lowest, next.nparts);
        if (2 * poll.over > probes.count)
            return;
        if (next.nparts >= 2 && is_likely(w, &poll) && tries++ < MOST_TRIES)
            try_choice(w, total, downwards, &next, best);
    }
}

/* Whether a sum that comes to `item` could be believed: not one of such small
 * numbers. */
static bool
is_worth_it(walk *w, size_t item) {
    enum { UNKNOWN, NO, YES };
    if (w->worth[item] == UNKNOWN) {
        unsigned least = thr_judge_least(w->search, item, choices_of(w, 1));
        uint64_t most = thr_samples_capacity(&w->samples, item, least);
        w->worth[item] = most + THR_INDENTED < least ? NO : YES;
    }
    return w->worth[item] == YES;
}

/* Find items of the stack that `total` is the sum of: those that touch it, or
 * columns of its kind. */
static thr_choice
find_parts(walk *w, size_t total, bool downwards) {
    thr_choice best = {0};
    if (!is_worth_it(w, total) || is_exceeded(w, total))
        return best;
    find_along(w, total, downwards, (thr_choice){.step = 1}, &best);
    bool columns = w->search->plane->axis == THRESH_COLUMNS;
    for (size_t step = 2; columns && step <= MOST_STEP && best.nparts == 0;
         step++)
        for (size_t first = 0; first < step; first++)
            if (w->depth > first
                && thr_lists_alike(w->search->plane, total,
                                   w->stack[w->depth - 1 - first]))
                find_along(w, total, downwards,
                           (thr_choice){.step = step, .first = first}, &best);
    return best;
}

/* ## Walking */

static thresh_result
add_sum(walk *w, const thr_claim *claim, const thr_match *match,
        thresh_error *err) {
    thr_tree *tree = w->tree;
    THR_TRY(thr_tree_add(tree, claim, match, w->search->arena, err));
    bool beside = thr_tree_is_other_view(tree, claim);
    for (size_t i = 0; i < claim->nparts && !beside; i++)
        tree->parent[claim->parts[i]] = (uint32_t)claim->total;
    tree->is_total[claim->total] = true;
    tree->tried = true;
    tree->evidence += match->evidence;
    return THRESH_OK;
}

/* The same, but for what was looked for below the same items before. What is
 * cut short by the budget is not kept. */
static thresh_result
recall_parts(walk *w, size_t total, bool downwards, thr_choice *out,
             thresh_error *err) {
    thr_recall *recall = &w->memories[downwards];
    bool other = w->tree->is_total[total] || w->marks == NULL;
    uint64_t mark = other ? 0 : w->marks[w->depth];
    if (!other && thr_recall_has(recall, total, mark, out))
        return THRESH_OK;
    *out = find_parts(w, total, downwards);
    if (w->room == 0)
        return thr_arena_failure(&w->scratch, 0, err);
    if (other || w->steps == 0)
        return THRESH_OK;
    return thr_recall_keep(recall, total, mark, out, &w->scratch)
               ? THRESH_OK
               : thr_arena_failure(&w->scratch, 0, err);
}

static void
turn_round(uint32_t *items, size_t count) {
    for (size_t i = 0; i < count / 2; i++) {
        uint32_t item = items[i];
        items[i] = items[count - 1 - i];
        items[count - 1 - i] = item;
    }
}

/* Take the roots onto the stack, from the first or from the last, and leave
 * the new roots in their place. The stack is never higher than as many roots
 * as were taken, so that it grows where they stood. */
static thresh_result
walk_roots(walk *w, bool downwards, thresh_error *err) {
    size_t count = w->nroots;
    w->depth = 0;
    if (!downwards)
        turn_round(w->stack, count);
    for (size_t i = 0; i < count; i++) {
        size_t item = w->stack[i];
        bool settled = w->tree->is_total[item] && !w->again;
        thr_choice found = {0};
        if (!settled && w->depth >= 2)
            THR_TRY(recall_parts(w, item, downwards, &found, err));
        if (found.nparts > 0) {
            const thr_claim claim = {THRESH_SUM, item,
                                     copy_parts(w, &found, downwards),
                                     found.nparts};
            if (claim.parts == NULL)
                return thr_arena_failure(&w->scratch, 0, err);
            THR_TRY(add_sum(w, &claim, &found.match, err));
            take_off(w, &found);
        }
        push(w, (uint32_t)item);
    }
    w->nroots = w->depth;
    if (!downwards)
        turn_round(w->stack, w->nroots);
    return THRESH_OK;
}

static thresh_result
make_tree(thr_tree *tree, const thr_search *search, thresh_error *err) {
    size_t n = search->plane->nitems;
    thr_arena *arena = search->arena;
    *tree = (thr_tree){
        .parent = thr_arena_array(arena, n, sizeof *tree->parent),
        .is_total = thr_arena_array(arena, n, sizeof *tree->is_total)};
    if (tree->parent == NULL || tree->is_total == NULL)
        return thr_arena_failure(arena, 0, err);
    for (size_t i = 0; i < n; i++)
        tree->parent[i] = THR_NO_PARENT;
    return THRESH_OK;
}

/* Room for what the walks remember; none of it where items are many. */
static bool
make_memories(walk *w, size_t n) {
    enum { MOST_REMEMBERED = 1 << 16 };
    if (n > MOST_REMEMBERED)
        return true;
    w->marks = thr_arena_array(&w->scratch, n + 1, sizeof *w->marks);
    return w->marks != NULL && thr_recall_make(&w->memories[0], n, &w->scratch)
           && thr_recall_make(&w->memories[1], n, &w->scratch);
}

static thresh_result
make_walk(walk *w, const thr_search *search, thresh_error *err) {
    size_t n = search->plane->nitems;
    *w = (walk){.search = search,
                .samples = thr_samples_choose(search->plane, &search->terms),
                .scratch = {.limit = search->arena->limit,
                            .used = search->arena->used}};
    w->stack = thr_arena_raw_array(&w->scratch, n, sizeof *w->stack);
    w->worth = thr_arena_array(&w->scratch, n, sizeof *w->worth);
    bool done = w->stack != NULL && w->worth != NULL && n <= UINT32_MAX
                && make_room(w, 1) && make_memories(w, n);
    return done ? THRESH_OK : thr_arena_failure(&w->scratch, 0, err);
}

/* Walk in both directions, this one first, until nothing more is found. */
static thresh_result
walk_all(walk *w, thr_tree *tree, bool downwards, thresh_error *err) {
    enum { MOST_ROUNDS = 4 };
    const thr_plane *plane = w->search->plane;
    THR_TRY(make_tree(tree, w->search, err));
    w->tree = tree;
    w->steps = (uint64_t)plane->nitems * (STEPS_PER_ITEM + plane->nlines);
    w->again = false;
    w->nroots = 0;
    for (size_t i = 0; i < plane->nitems; i++)
        if (!w->search->left_out[i])
            w->stack[w->nroots++] = (uint32_t)i;
    for (int i = 0; i < MOST_ROUNDS; i++) {
        size_t before = tree->nsums;
        THR_TRY(walk_roots(w, downwards, err));
        THR_TRY(walk_roots(w, !downwards, err));
        if (tree->nsums == before)
            break;
    }
    if (tree->nsums == 0)
        return THRESH_OK;
    /* "All" may be the sum of occupations, and of men and women below. */
    w->again = true;
    THR_TRY(walk_roots(w, downwards, err));
    return walk_roots(w, !downwards, err);
}

/* The better of the trees with totals above and with totals below. */
static thresh_result
find_better(walk *w, thr_tree *tree, thresh_error *err) {
    thr_tree other;
    THR_TRY(walk_all(w, tree, false, err));
    /* It looks both ways; the order matters only where something is found. */
    if (tree->nsums == 0)
        return THRESH_OK;
    THR_TRY(walk_all(w, &other, true, err));
    if (other.evidence > tree->evidence)
        *tree = other;
    return THRESH_OK;
}

thresh_result
thr_tree_find(thr_tree *tree, const thr_search *search, thresh_error *err) {
    walk w;
    thresh_result result = make_walk(&w, search, err);
    if (result == THRESH_OK)
        result = find_better(&w, tree, err);
    thr_arena_free(&w.scratch);
    return result;
}
