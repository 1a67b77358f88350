/* A set of items. See set.h. */
#include "proof/set.h"

enum { WORDS = THR_SET_ROOM / 64 };

void
thr_set_flip(thr_set *s, size_t item) {
    s->words[item / 64] ^= UINT64_C(1) << item % 64;
}

size_t
thr_set_count(const thr_set *s) {
    size_t count = 0;
    for (size_t i = 0; i < WORDS; i++)
        count += (size_t)__builtin_popcountll(s->words[i]);
    return count;
}
