/* How much evidence it takes to believe a sum. See judge.h. */
#include "proof/judge.h"

#include "proof/indent.h"

enum {
    NAMED = 4 * 8,  /* less, where the label calls itself a total */
    FAILED = 4 * 4, /* more, for each line that fails */
};

static bool
are_indented(const thr_search *search, const thr_claim *claim) {
    const size_t *indent = search->indent;
    for (size_t i = 0; i < claim->nparts; i++)
        if (indent == NULL || indent[claim->parts[i]] != claim->total)
            return false;
    return true;
}

unsigned
thr_judge_least(const thr_search *search, size_t total, unsigned choices) {
    unsigned need = THR_NEEDED + choices;
    unsigned less = thr_plane_is_named(search->plane, total) ? NAMED : 0;
    return need > less ? need - less : 0;
}

unsigned
thr_judge_needed(const thr_search *search, const thr_claim *claim,
                 unsigned choices) {
    unsigned need = thr_judge_least(search, claim->total, choices);
    unsigned less = are_indented(search, claim) ? THR_INDENTED : 0;
    return need > less ? need - less : 0;
}

/* One line in eight may fail, or one of a few, fewer still below a label that
 * calls itself a total; more only where the others leave no doubt. */
static bool
may_fail(const thr_match *match, unsigned need, bool named) {
    if (match->failed == 1)
        return match->distinct >= (named ? 2 : 3);
    return 8 * match->failed <= match->distinct
           || (3 * match->failed <= match->distinct
               && match->evidence >= need + FAILED * match->failed);
}

/* Whether a part is the total of what the sum stands among: "Total deposits"
 * is no part of a row between "Deposits:" and itself. */
static bool
holds_total_of_all(const thr_search *search, const thr_claim *claim) {
    for (size_t i = 0; search->indent != NULL && i < claim->nparts; i++) {
        if (!thr_plane_is_named(search->plane, claim->parts[i])
            || claim->total > claim->parts[i])
            continue;
        size_t all = thr_indent_total_of(search->indent, search->plane,
                                         claim->parts[i]);
        size_t at = search->indent[claim->total];
        while (at != THRESH_NONE && at != all)
            at = search->indent[at];
        if (at != THRESH_NONE)
            return true;
    }
    return false;
}

bool
thr_judge_believes(const thr_search *search, const thr_claim *claim,
                   const thr_match *match, unsigned needed) {
    size_t agree = match->exact + match->rounded;
    if (match->evidence < needed || holds_total_of_all(search, claim))
        return false;
    if (search->lenient)
        return 5 * agree >= 2 * (agree + match->failed);
    return may_fail(match, needed,
                    thr_plane_is_named(search->plane, claim->total));
}

int64_t
thr_judge_score(const thr_match *match) {
    return (int64_t)match->evidence - FAILED * (int64_t)match->failed;
}
