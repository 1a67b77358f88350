/* A set of items, by number, of which there are few. */
#ifndef THR_PROOF_SET_H
#define THR_PROOF_SET_H

#include "thresh/core.h"

enum { THR_SET_ROOM = 256 };

typedef struct thr_set {
    uint64_t words[THR_SET_ROOM / 64];
} thr_set;

static inline bool
thr_set_has(const thr_set *s, size_t item) {
    return s->words[item / 64] >> item % 64 & 1;
}

/* Put the item in, or take it out if it is there. */
void thr_set_flip(thr_set *s, size_t item);

size_t thr_set_count(const thr_set *s);

#endif
