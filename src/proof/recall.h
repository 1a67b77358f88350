/* What was found for each item below which others: the second walk for a tree
 * is mostly like the first, and need not look again.
 *
 *     [10 20 30] 60    the last three, kept with the mark of the stack
 *     [10 20 30] 60    asked again with the same mark: the last three
 *     [20 30] 60       another mark: not known
 */
#ifndef THR_PROOF_RECALL_H
#define THR_PROOF_RECALL_H

#include "base/arena.h"
#include "proof/match.h"

/* Which items of the stack: every `step`-th below the topmost `first`. Columns
 * of numbers and of shares in turn have their parts in every second. */
typedef struct thr_choice {
    size_t first;
    size_t step;
    size_t nparts; /* 0 = none */
    thr_match match;
} thr_choice;

/* What was found in one direction. */
typedef struct thr_recall {
    uint64_t *marks; /* of each item, those of the stack below which it was
                        last looked at; or 0 */
    uint32_t *found; /* what was found there, a place in `choices` plus one;
                        or 0 */
    thr_choice *choices;
    size_t count;
    size_t room;
} thr_recall;

/* The mark of the items of one, and one more. Well mixed, so that no two
 * stacks have one mark but by chance: once in some 2^60 of them. */
static inline uint64_t
thr_recall_mark(uint64_t mark, uint32_t item) {
    uint64_t x = (mark ^ (item + UINT64_C(1))) * UINT64_C(0xBF58476D1CE4E5B9);
    return x ^ x >> 29;
}

/* Room for `n` items. False if memory is exhausted. */
bool thr_recall_make(thr_recall *recall, size_t n, thr_arena *arena);

/* Whether the stack with `mark` was looked through for `total`: `*out` is what
 * was found there, and is left as it is where nothing was. */
bool thr_recall_has(const thr_recall *recall, size_t total, uint64_t mark,
                    thr_choice *out);

/* Keep what was found. False if memory is exhausted. */
bool thr_recall_keep(thr_recall *recall, size_t total, uint64_t mark,
                     const thr_choice *found, thr_arena *arena);

#endif
