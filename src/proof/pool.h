/* The items that sums are picked from, and what is known of them.
 *
 *     known:  Total = Men + Women       so told is:  Men = Boys + Adult men
 *     and:    Women = All women         but not:     Total = Men + All women
 *
 * Items are numbered from 0 on here, in the order of the plane, without those
 * that are left out.
 */
#ifndef THR_PROOF_POOL_H
#define THR_PROOF_POOL_H

#include "proof/basis.h"
#include "proof/probe.h"
#include "proof/set.h"
#include "proof/tree.h"

typedef struct thr_pool {
    const thr_search *search;
    thr_tree *tree; /* where sums are added */
    size_t *items;  /* of the plane */
    size_t count;
    size_t *copies; /* the first item with the same numbers as each */
    size_t *parts;  /* of the claim that was written down last */
    thr_basis basis;
    thr_samples samples; /* of the lines */
} thr_pool;

/* Make it of all items that are not left out, or of none where they are more
 * than THR_SET_ROOM, and learn the sums of `tree`. */
thresh_result thr_pool_open(thr_pool *p, thr_tree *tree,
                            const thr_search *search, thresh_error *err);

/* The number here of an item of the plane, or THRESH_NONE. */
size_t thr_pool_index(const thr_pool *p, size_t item);

/* Whether parts of item number `total` are known. A second set of parts is
 * told only where they stand together: none is picked. */
bool thr_pool_has_sum(const thr_pool *p, size_t total);

/* Write down that `total` is the sum of `parts`, in the basis's row to try as
 * well. The parts are good until the next claim. */
thr_claim thr_pool_claim(thr_pool *p, size_t total, const thr_set *parts);

/* Whether the claim just written down follows from what is known. "Public" as
 * the sum of "Public" in each kind of school is worth telling even so. */
bool thr_pool_follows(thr_pool *p, const thr_claim *claim);

/* Keep the claim just written down as known. */
void thr_pool_learn(thr_pool *p);

/* Learn which items have nothing but zeros, the same numbers as another, or a
 * multiple of them, by the weighted sums of their numbers: what is a sum with
 * one of them is none with the other. */
void thr_pool_learn_copies(thr_pool *p, const uint64_t *sums);

/* Give parts without a parent one, where the sum is a branch of the tree or
 * its total calls itself one. */
void thr_pool_adopt(thr_pool *p, const thr_claim *claim);

/* Add a sum to the tree. */
thresh_result thr_pool_add(thr_pool *p, const thr_claim *claim,
                           const thr_match *match, thresh_error *err);

/* Add the sums of totals that are printed twice in a row once more. */
thresh_result thr_pool_add_copies(thr_pool *p, thresh_error *err);

#endif
