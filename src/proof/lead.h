/* A total that stands first and says so, is the country of the areas below it,
 * or what the title names (`titled`), where nothing can be added up:
 *
 *     All industries   823.53      an average, or an index: no sum; but what
 *     Forestry         848.28      stands below it is a part of "all"
 *     Mining          1594.04
 *
 * Labels without values are its parts too, if what all of them hold comes to
 * nearly the first: else they are views of it, by age and by sex. The only
 * other total below it is a part of it, if it is never more.
 */
#ifndef THR_PROOF_LEAD_H
#define THR_PROOF_LEAD_H

#include "proof/tree.h"

/* Whether the label of `item` says that it is the total of others: by its
 * words, or as the only country, above areas. */
bool thr_lead_says_total(const thr_plane *plane, size_t item);

/* Complete `tree` by it: the roots below become parts of the first item.
 * `empty` tells labels without values. */
void thr_lead_apply(const thr_plane *plane, const bool *empty, thr_tree *tree);

#endif
