/* Sums that follow from others say nothing new.
 *
 *     Total = Men + Women          Total = Men + Women
 *     Men   = Boys + Adult men     Women = Total - Men       follows
 *                                  Total = Women + Boys + Adult men   follows
 *                                  Total = Rural + Urban     does not
 *
 * A sum is a row of coefficients, one for each item, and one that depends on
 * rows that are there already follows from them. Done in the numbers modulo a
 * prime, where elimination is exact.
 */
#ifndef THR_PROOF_BASIS_H
#define THR_PROOF_BASIS_H

#include "base/arena.h"

typedef struct thr_basis {
    size_t nitems;
    size_t count;
    uint32_t *rows;   /* `count` of them, each with 1 at its pivot */
    size_t *pivots;   /* of each row */
    uint32_t *vector; /* the row to try: zero but for what is put in */
} thr_basis;

thresh_result thr_basis_make(thr_basis *basis, size_t nitems, thr_arena *arena,
                             thresh_error *err);

/* Put `item` into the row to try, so many times: a small number, or one below
 * zero. */
void thr_basis_put(thr_basis *basis, size_t item, int times);

/* Whether the row to try follows from those that are there. It is reduced by
 * them. */
bool thr_basis_follows(thr_basis *basis);

/* Keep the row that was found not to follow; or forget it. Both leave an empty
 * row to try. */
void thr_basis_keep(thr_basis *basis);
void thr_basis_drop(thr_basis *basis);

#endif
