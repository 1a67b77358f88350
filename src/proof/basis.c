/* Sums that follow from others. See basis.h. */
#include "proof/basis.h"

#include <string.h>

/* The largest prime below 2^31: a product fits into 64 bits. */
enum { PRIME = 2147483647 };

thresh_result
thr_basis_make(thr_basis *basis, size_t nitems, thr_arena *arena,
               thresh_error *err) {
    *basis = (thr_basis){
        .nitems = nitems,
        .rows = thr_arena_raw_array(arena, nitems * nitems,
                                    sizeof *basis->rows),
        .pivots = thr_arena_array(arena, nitems, sizeof *basis->pivots),
        .vector = thr_arena_array(arena, nitems, sizeof *basis->vector)};
    if (basis->rows == NULL || basis->pivots == NULL || basis->vector == NULL)
        return thr_arena_failure(arena, 0, err);
    return THRESH_OK;
}

static uint32_t
product(uint32_t a, uint32_t b) {
    return (uint32_t)((uint64_t)a * b % PRIME);
}

void
thr_basis_put(thr_basis *basis, size_t item, int times) {
    uint32_t by = (uint32_t)(times < 0 ? PRIME + times : times);
    basis->vector[item] = (basis->vector[item] + by) % PRIME;
}

bool
thr_basis_follows(thr_basis *basis) {
    for (size_t i = 0; i < basis->count; i++) {
        uint32_t by = basis->vector[basis->pivots[i]];
        const uint32_t *row = &basis->rows[i * basis->nitems];
        if (by == 0)
            continue;
        for (size_t k = 0; k < basis->nitems; k++)
            if (row[k] != 0)
                basis->vector[k] =
                    (basis->vector[k] + PRIME - product(by, row[k])) % PRIME;
    }
    for (size_t k = 0; k < basis->nitems; k++)
        if (basis->vector[k] != 0)
            return false;
    return true;
}

/* a to the power of PRIME - 2, by which a is divided. */
static uint32_t
inverse(uint32_t a) {
    uint32_t out = 1;
    for (uint32_t power = PRIME - 2; power > 0; power >>= 1) {
        if (power & 1)
            out = product(out, a);
        a = product(a, a);
    }
    return out;
}

void
thr_basis_keep(thr_basis *basis) {
    size_t pivot = 0;
    while (pivot < basis->nitems && basis->vector[pivot] == 0)
        pivot++;
    if (pivot < basis->nitems) {
        uint32_t by = inverse(basis->vector[pivot]);
        uint32_t *row = &basis->rows[basis->count * basis->nitems];
        for (size_t k = 0; k < basis->nitems; k++)
            row[k] = product(by, basis->vector[k]);
        basis->pivots[basis->count++] = pivot;
    }
    thr_basis_drop(basis);
}

void
thr_basis_drop(thr_basis *basis) {
    memset(basis->vector, 0, basis->nitems * sizeof *basis->vector);
}
